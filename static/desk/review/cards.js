// One item of the proposal as a card of the list. The current one shows its deeds and can be edited.
import { element, icon } from "./element.js";

export const HEADS = {
  facts: "Facts",
  person: "People",
  statement: "Statements",
  gap: "Statements",
  opinion: "Opinions",
};
const DEEDS = {
  facts: ["a accept", "x refuse", "e edit"],
  person: ["a accept", "s another", "x not a speaker", "e edit"],
  statement: ["a accept", "s said by", "x refuse", "e extend", "m split"],
  gap: ["s said by"],
  opinion: ["a accept", "s another author", "x refuse", "e edit"],
};
const TONES = { matched: "good", new: "info", "did you mean": "warn" };

// shown: {item, who, words, current, editing, roles}; who is the speaker of a statement, or the person itself.
export function card(shown) {
  const { item, current } = shown;
  return element(
    "li",
    {
      id: `item-${item.id}`,
      class: "item",
      "data-kind": item.kind,
      "data-state": item.state ?? "open",
      "data-hue": shown.who?.hue ?? "g",
      tabindex: current ? 0 : -1,
      "aria-current": current ? "true" : null,
    },
    element(
      "span",
      { class: "state", "aria-hidden": "true" },
      item.state === "accepted" && icon("check"),
      item.state === "refused" && icon("close"),
    ),
    head(shown),
    ...body(shown),
    why(shown),
    current && !item.made && deeds(item),
    current &&
      element(
        "p",
        { class: "cut", "data-cut": true, hidden: true },
        "← → move the cut · Enter splits · Esc leaves it whole",
      ),
  );
}

function head({ item, who }) {
  const names = { facts: "Event facts", gap: "Nobody’s", statement: who?.name ?? "Who said it?" };
  return element(
    "div",
    { class: "item-head" },
    who?.initials && element("span", { class: "avatar", "aria-hidden": "true" }, who.initials),
    element("b", {}, names[item.kind] ?? item.name ?? item.title),
    verdict(item),
    element("span", { class: "sr" }, item.made ? "In the draft." : (item.state ?? "")),
  );
}

function verdict(item) {
  if (item.made) return element("span", { class: "tag good" }, "in the draft");
  if (item.kind === "statement") return element("span", { class: "told" }, item.evidence);
  if (item.kind !== "person") return null;
  if (item.state === "accepted") return element("span", { class: "told" }, chosen(item));
  return element("span", { class: `tag ${TONES[item.verdict]}` }, item.verdict);
}
function chosen(item) {
  const { label } = item.choices.find(({ value }) => value === item.choice),
    [name] = label.split(",");
  return item.choice === "new" ? label : name === item.name ? "in the archive" : `${name}, in the archive`;
}

function body({ item, words, current, editing, roles }) {
  const asked = item.choices && !item.made && (current || (item.state === "open" && item.verdict === "did you mean"));
  const edited = editing && !item.made,
    short = !current && item.state !== "open";
  return {
    facts: () => [edited ? facts(item) : told(item)],
    person: () => [
      !edited && !short && item.post && element("p", { class: "soft" }, item.post),
      edited &&
        fields(item, [
          ["name", "Name"],
          ["post", "Post"],
          ["role", "Role", roles],
        ]),
      asked && choices(item),
    ],
    statement: () => [element("p", { class: "words" }, words)],
    gap: () => [element("p", { class: "words" }, words)],
    opinion: () => [
      !edited && element("p", { class: "soft" }, item.author),
      edited &&
        fields(item, [
          ["title", "Title"],
          ["author", "Author"],
        ]),
      element("p", { class: "words" }, item.words),
      asked && choices(item),
    ],
  }[item.kind]();
}

function told(item) {
  const written = (field) => field.choices.find(([value]) => value === field.value)?.[1] ?? field.value;
  return element(
    "dl",
    { class: "found" },
    ...item.fields
      .filter((field) => field.value)
      .map((field) =>
        element(
          "div",
          {},
          element("dt", {}, field.label),
          element(
            "dd",
            { class: field.name === "lead" ? "long" : null },
            written(field),
            element("small", {}, field.why),
          ),
        ),
      ),
  );
}
function facts(item) {
  return element(
    "div",
    { class: "edit" },
    ...item.fields.flatMap((field) => [
      ...input(item, field),
      element("small", { id: `why-${field.name}` }, field.why),
    ]),
  );
}
function fields(item, named) {
  return element(
    "div",
    { class: "edit" },
    ...named.flatMap(([name, label, options]) =>
      input(item, { name, label, value: item[name], choices: options ?? [] }),
    ),
  );
}
function input(item, { name, label, value, choices: options }) {
  const id = `${item.id}-${name}`,
    long = name === "lead";
  const made = options.length
    ? element(
        "select",
        { id, class: "input", "data-field": name },
        ...options.map(([key, text]) => element("option", { value: key, selected: key === value }, text)),
      )
    : element(long ? "textarea" : "input", {
        id,
        class: "input",
        "data-field": name,
        rows: long ? 3 : null,
        "aria-describedby": item.fields ? `why-${name}` : null,
      });
  if (!options.length) made.value = value;
  return [element("label", { for: id }, label), made];
}

function choices(item) {
  return element(
    "ol",
    { class: "choices" },
    ...item.choices.map(({ value, label, seen }, i) =>
      element(
        "li",
        { class: value === item.choice ? "on" : null, "data-choice": value },
        element("kbd", {}, String(i + 1)),
        " ",
        label,
        seen && element("span", { class: "soft" }, ` · ${seen}`),
        value === item.choice && element("span", { class: "sr" }, " (chosen)"),
      ),
    ),
  );
}

function why({ item }) {
  if (!item.why) return null;
  const unsure = item.sure === false || (item.verdict === "did you mean" && item.state === "open");
  return element(
    "p",
    { class: `why${unsure ? " unsure" : ""}` },
    icon(unsure ? "help" : "subdirectory_arrow_right"),
    element("span", {}, item.why),
  );
}

function deeds(item) {
  return element(
    "p",
    { class: "deeds" },
    ...DEEDS[item.kind].map((deed) =>
      element(
        "button",
        { type: "button", class: "button small", "data-act": deed[0] },
        deed[2].toUpperCase() + deed.slice(3),
        " ",
        element("kbd", {}, deed[0].toUpperCase()),
      ),
    ),
  );
}
