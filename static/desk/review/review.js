// Reviewing a proposal: one list of items, one of them current, every deed a key. The state is plain data, so undo is
// a stack of earlier states, and what is kept on the server is the state itself.
import { card, HEADS } from "./cards.js";
import { element } from "./element.js";
import { keeper } from "./keeping.js";
import { draw, evidenceOf, highlight, overlap, rangeOf, selectedIn, sentencesOf } from "./passages.js";
import { picker } from "./picker.js";
import { cutting } from "./cutting.js";

const page = JSON.parse(document.querySelector("#proposal").textContent);
const form = document.querySelector("[data-review]"),
  { report } = page;
const [view, list, said, progress] = ["view", "list", "said", "progress"].map((name) =>
  document.querySelector(`[data-${name}]`),
);
const put = (name, text) => {
  document.querySelector(`[data-${name}]`).textContent = text;
};
const say = (text) => {
  said.textContent = text;
};
const sentences = sentencesOf(page.blocks),
  EVIDENCE = ["quote", "paraphrase", "mixed", "translated"],
  HUES = 7;
const ask = picker(document.querySelector("[data-picker]"));
const before = [];
let editing = false; // whether the current item shows its fields
let state = { items: page.items, at: page.at, gaps: page.gaps };

const kept = keeper({
  address: page.keep,
  token: form.elements.csrfmiddlewaretoken.value,
  version: page.version,
  snapshot: () => ({
    items: state.items.map(({ choices, fields, verdict, words, ...item }) => item),
    at: state.at,
    gaps: state.gaps,
  }),
  tell: (words, bad = false) => {
    put("kept", words);
    document.querySelector(".kept").classList.toggle("bad", bad);
    if (bad) say(words);
  },
});

// --- Who and what ---

const initials = (name) => {
  const [first, ...rest] = name
    .replace(/[^\p{L}\s-]/gu, "")
    .split(/[\s-]+/)
    .filter(Boolean);
  return ((first?.[0] ?? "") + (rest.at(-1)?.[0] ?? "")).toUpperCase();
};
const people = () => state.items.filter(({ kind }) => kind === "person");
const roleOf = (value) => page.roles.find(([role]) => role === value)[1];
function who(value) {
  if (value?.startsWith("g:"))
    return { value, name: value.slice(2), post: "A group, as printed", initials: "••", hue: "g" };
  const i = people().findIndex(({ id }) => id === value),
    person = people()[i];
  return (
    person && {
      value,
      name: person.name,
      post: person.post || roleOf(person.role),
      initials: initials(person.name),
      hue: i % HUES,
      also: person.choices
        .filter(({ value: key }) => key === person.choice && key !== "new")
        .map(({ label }) => label.split(",")[0]),
    }
  );
}
const words = ({ start, end }) => report.slice(start, end).replace(/\s+/g, " ");
const statements = () =>
  state.items.filter(({ kind }) => kind === "statement").sort((a, b) => a.start - b.start || a.end - b.end);
const taken = (place, but) =>
  statements().find((one) => one.id !== but?.id && one.state !== "refused" && overlap(one, place));
const offered = () =>
  [
    ...new Set([
      ...people()
        .filter((one) => one.state !== "refused")
        .map(({ id }) => id),
      ...statements()
        .map(({ speaker }) => speaker)
        .filter((one) => one.startsWith("g:")),
    ]),
  ].map(who);

// The order in which the keys go: facts, people, statements as they stand in the report (with what is nobody's, when asked), opinions.
function order() {
  const told = statements();
  const nobody = state.gaps
    ? sentences.filter(
        (part) => ["paragraph", "heading"].includes(part.kind) && !told.some((one) => overlap(one, part)),
      )
    : [];
  const passages = [...told, ...nobody.map(({ start, end }) => ({ id: `gap${start}`, kind: "gap", start, end }))].sort(
    (a, b) => a.start - b.start,
  );
  return [
    ...state.items.filter(({ kind }) => kind === "facts"),
    ...people(),
    ...passages,
    ...state.items.filter(({ kind }) => kind === "opinion"),
  ];
}
const placeIn = (all) =>
  Math.max(
    0,
    all.findIndex((item) => item.id === state.at),
  );
const current = () => {
  const all = order();
  return all[placeIn(all)];
};

// --- Moving ---

function go(item, text = "") {
  if (!item) return say(text || "No more.");
  state.at = item.id;
  editing = false;
  render(); // focus goes to the item, so a screen reader reads it; the live region says only what was done
  say(text);
}
function step(by) {
  const all = order(),
    to = all[placeIn(all) + by];
  go(to, to ? "" : by > 0 ? "That was the last." : "This is the first.");
}
function nextOpen(text) {
  const all = order(),
    i = placeIn(all),
    open = [...all.slice(i + 1), ...all.slice(0, i + 1)].find((item) => item.state === "open");
  go(open ?? current(), open ? text : "All decided: make a draft.");
}

// --- Deciding ---

const editable = (item) => item && !item.made && item.kind !== "gap";
const isText = ({ kind }) => kind === "statement" || kind === "gap";

// Every change goes through here: remembered for undo, kept for the next visit.
function change(
  deed,
  item,
  values,
  then = (text) => {
    render();
    say(text);
  },
) {
  remember();
  state.items = state.items.map((one) => (one.id === item?.id ? { ...one, ...values } : one));
  then(deed);
  kept.later();
}
const remember = () => before.push(JSON.stringify(state));

function decide(item, decision, deed) {
  if (item.made) return say("It is in the draft already: change it there.");
  if (!editable(item)) return;
  if (decision === "accepted" && item.kind === "person" && !item.choice) return say("Who is it? 1, 2 or 3 says which.");
  if (decision === "accepted" && item.kind === "statement" && !item.speaker) return say("Who said it? S chooses.");
  if (decision === "accepted" && item.kind === "facts" && !item.values.title)
    return say("The event needs a title: E edits the facts.");
  change(deed, item, { state: decision }, nextOpen);
}
function undo() {
  if (!before.length) return say("Nothing to undo.");
  state = JSON.parse(before.pop());
  kept.later();
  go(current(), "Undone.");
}
function choose(item, choice) {
  if (!editable(item) || !choice) return;
  change(`${choice.label}.`, item, { choice: choice.value });
}
const another = (item) =>
  choose(item, item.choices[(item.choices.findIndex(({ value }) => value === item.choice) + 1) % item.choices.length]);
function digit(item, n) {
  if (item.choices) choose(item, item.choices[n]);
  else if (item.kind === "statement" && editable(item) && EVIDENCE[n])
    change(`${EVIDENCE[n]}.`, item, { evidence: EVIDENCE[n] });
}

// --- Said by ---

const BECAUSE = { quote: "in quotation marks", paraphrase: "no quotation marks", mixed: "some quoted words" };
async function saidBy(item, place = item) {
  if (item.made) return say("It is in the draft already: change it there.");
  const box = rangeOf(view, place).getBoundingClientRect(),
    marks = evidenceOf(report, place);
  const answer = await ask({
    people: offered(),
    evidence: item.evidence ?? marks,
    because: BECAUSE[marks],
    speaker: item.speaker,
    at: { top: box.top, bottom: box.bottom, right: view.getBoundingClientRect().right },
  });
  if (!answer) return render();
  const added = answer.other && !answer.other.group ? await personNamed(answer.other) : null;
  const speaker = added?.id ?? (answer.other ? `g:${answer.other.name}` : answer.speaker);
  const values = { speaker, evidence: answer.evidence, why: "said by you", sure: true, state: "accepted" };
  const { start, end } = place,
    made = { id: `new${start}-${end}`, kind: "statement", start, end, ...values };
  remember();
  if (added) state.items = [...state.items, added];
  if (item.kind === "statement")
    state.items = state.items.map((one) => (one.id === item.id ? { ...one, ...values } : one));
  else state.items = [...state.items.filter(({ id }) => id !== made.id), made];
  if (item.kind !== "statement") state.at = made.id;
  kept.later();
  const text = `${answer.name}, ${answer.evidence}.`;
  if (item.kind === "statement") return nextOpen(text);
  render();
  say(text);
}
// Somebody whom the reader missed: asked of the archive like the others, and decided like the others.
async function personNamed({ name, post }) {
  const answer = await fetch(`${page.alike}?${new URLSearchParams({ name, post })}`);
  const told = answer.ok
    ? await answer.json()
    : {
        verdict: "new",
        why: "named by you",
        choice: "new",
        choices: [{ value: "new", label: "A new person", seen: "" }],
      };
  const number = Math.max(-1, ...people().map(({ id }) => +id.slice(1))) + 1;
  return {
    id: `p${number}`,
    kind: "person",
    state: told.verdict === "new" ? "accepted" : "open",
    name,
    post,
    role: "speaker",
    added: true,
    ...told,
  };
}

// --- How far a statement goes ---

function extend(item, more) {
  const ends = sentences.map(({ end }) => end),
    end = more ? ends.find((one) => one > item.end) : ends.findLast((one) => one < item.end && one > item.start);
  if (!end) return say(more ? "The report ends here." : "It is one sentence already.");
  const other = taken({ start: item.start, end }, item);
  if (other) return say(`The next sentence is ${who(other.speaker)?.name ?? "somebody"}’s. Shift+M joins the two.`);
  change(more ? "One sentence more." : "One sentence less.", item, { end });
}
function join(item) {
  const next = statements().find((one) => one.start >= item.end && one.state !== "refused");
  if (!next) return say("No statement follows.");
  if (next.made) return say("The next one is in the draft already.");
  const place = { start: item.start, end: next.end };
  change("Joined.", item, { end: next.end, evidence: evidenceOf(report, place) }, (text) => {
    state.items = state.items.filter((one) => one.id !== next.id);
    render();
    say(text);
  });
}
const cut = cutting({
  view,
  report,
  sentences,
  say,
  shown: () => {
    list.querySelector("[aria-current] [data-cut]").hidden = false;
  },
  leave: render,
  split,
});
function split(item, first, second) {
  const made = {
    ...item,
    ...second,
    id: `${item.id}-${second.start}`.slice(-60),
    evidence: evidenceOf(report, second),
    why: "split by you",
    sure: false,
    state: "open",
  };
  change("Split in two.", item, { ...first, evidence: evidenceOf(report, first) }, (text) => {
    state.items = [...state.items, made];
    render();
    say(text);
  });
}

// --- Keys ---

function edit(item) {
  if (!editable(item)) return;
  editing = true;
  render();
  list.querySelector("[aria-current] [data-field]")?.focus();
}
function leave() {
  editing = false;
  render();
}
const onStatement = (deed) => (item) =>
  item.kind === "statement" && (item.made ? say("It is in the draft already: change it there.") : deed(item));
const KEYS = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  n: () => nextOpen(),
  Home: () => go(order()[0]),
  End: () => go(order().at(-1)),
  a: (item) => decide(item, "accepted", "Accepted."),
  Enter: (item) => decide(item, "accepted", "Accepted."),
  x: (item) => decide(item, "refused", "Refused."),
  s: (item) => (isText(item) ? saidBy(item) : item.choices && editable(item) && another(item)),
  e: (item) => (item.kind === "statement" ? onStatement((one) => extend(one, true))(item) : edit(item)),
  E: onStatement((item) => extend(item, false)),
  m: onStatement(cut.start),
  M: onStatement(join),
  o: () => {
    state.gaps = !state.gaps;
    kept.later();
    render();
    say(state.gaps ? "Also stopping at what is nobody’s." : "Only what is proposed.");
  },
  u: undo,
  "?": () => document.querySelector("[data-keys]").showModal(),
};
// The letter on the key cap, so that the commands work while a Cyrillic layout is on.
const latin = ({ key, code, shiftKey }) =>
  /^[^\x00-\x7f]$/.test(key) && /^Key[A-Z]$/.test(code) ? (shiftKey ? code[3] : code[3].toLowerCase()) : key;

list.addEventListener("keydown", (event) => {
  const key = latin(event),
    typing = event.target.closest("input, textarea, select"),
    item = current(),
    command = event.ctrlKey || event.metaKey;
  if (typing) {
    if (key !== "Escape" && !(key === "Enter" && event.target.matches("input"))) return;
    event.target.blur(); // whatever was typed is taken with the change event
    leave();
  } else if (event.target.closest("button") && /^(Enter| )$/.test(key)) return;
  else if (cut.active) cut.key(key);
  else if (command && key === "z") undo();
  else if (command || event.altKey) return;
  else if (/^[1-9]$/.test(key)) digit(item, key - 1);
  else if (Object.hasOwn(KEYS, key)) KEYS[key](item);
  else return;
  event.preventDefault();
});
// unfold listens to single letters on window: c would leave the page, [ would fold the sidebar away.
form.addEventListener("keydown", (event) => {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.stopPropagation();
});

list.addEventListener("change", (event) => {
  const name = event.target.dataset.field,
    item = current(),
    value = event.target.value.trim();
  if (!name || !editable(item)) return;
  const values =
    item.kind === "facts"
      ? {
          values: { ...item.values, [name]: value },
          fields: item.fields.map((field) => (field.name === name ? { ...field, value, why: "by you" } : field)),
        }
      : { [name]: value || (["name", "title"].includes(name) ? item[name] : value) };
  change("Changed.", item, values, say);
});

// --- The mouse ---

list.addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]")?.dataset.act,
    item = event.target.closest(".item"),
    choice = event.target.closest("[data-choice]");
  if (event.target.closest("input, textarea, select, label")) return;
  if (item && item.id !== `item-${state.at}`) go(order().find((one) => `item-${one.id}` === item.id));
  if (choice)
    choose(
      current(),
      current().choices.find(({ value }) => value === choice.dataset.choice),
    );
  else if (act) KEYS[act](current());
});
view.addEventListener("pointerup", (event) =>
  setTimeout(() => {
    const place = selectedIn(view, report),
      mark = event.target.closest("mark"),
      sentence = event.target.closest("[data-sentence]");
    getSelection().removeAllRanges();
    if (!place && mark) return go(state.items.find((one) => one.id === mark.dataset.mark));
    const spot = place ?? (sentence && sentences[+sentence.dataset.sentence]),
      item = current();
    if (!spot) return;
    const other = taken(spot, item);
    if (other) return say(`These words are ${who(other.speaker)?.name ?? "somebody"}’s already.`);
    if (place && item.kind === "statement" && overlap(item, place) && !item.made)
      return change("These words.", item, { ...place, evidence: evidenceOf(report, place) });
    if (taken(spot)) return;
    highlight(view, "chosen", spot);
    saidBy({ kind: "gap" }, { start: spot.start, end: spot.end });
  }),
);
document.querySelector("[data-help]").addEventListener("click", KEYS["?"]);
document.querySelector("[data-undo]").addEventListener("click", undo);

// --- Sending ---

let sending = null; // the button that was pressed and waits for its answer
function waits(button) {
  sending?.removeAttribute("aria-busy");
  if (sending) sending.disabled = false;
  sending = button;
  sending?.setAttribute("aria-busy", "true");
  if (sending) sending.disabled = true;
}
form.addEventListener("submit", async (event) => {
  const button = event.submitter;
  event.preventDefault();
  if (sending) return;
  waits(button);
  if (!await kept.now()) {
    waits(null);
    return say("Nothing was sent: the last decisions are not kept yet.");
  }
  form.elements.version.value = kept.version;
  form.querySelectorAll("[data-sent]").forEach((field) => field.remove());
  form.append(
    element("input", { type: "hidden", name: "script", value: "1", "data-sent": true }),
    element("input", { type: "hidden", name: "deed", value: button?.value ?? "save", "data-sent": true }),
  );
  form.submit();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) waits(null); // come back to from the browser's own memory
});

// --- Drawing ---

function cards() {
  const at = current().id;
  return order().flatMap((item, i, all) => {
    const shown = {
      item,
      current: item.id === at,
      editing: editing && item.id === at,
      roles: page.roles,
      words: isText(item) ? words(item) : null,
      who: item.kind === "person" ? who(item.id) : item.kind === "statement" ? who(item.speaker) : null,
    };
    const heading =
      HEADS[item.kind] !== HEADS[all[i - 1]?.kind] &&
      element("li", { class: "group" }, element("h2", {}, HEADS[item.kind]));
    return [heading, card(shown)].filter(Boolean);
  });
}
function render() {
  const item = current();
  state.at = item.id;
  list.replaceChildren(...cards());
  draw(
    view,
    report,
    sentences,
    statements().map((one) => ({
      ...one,
      hue: who(one.speaker)?.hue ?? "g",
      initials: who(one.speaker)?.initials ?? "?",
      current: one.id === item.id,
    })),
  );
  highlight(view, "cut-first", null);
  highlight(view, "cut-second", null);
  highlight(view, "chosen", item.kind === "gap" ? item : null);
  const here = list.querySelector("[aria-current]");
  here.focus({ preventScroll: true });
  here.scrollIntoView({ block: "nearest" });
  if (isText(item))
    rangeOf(view, item).startContainer.parentElement?.closest(".sentence")?.scrollIntoView({ block: "nearest" });
  count();
}
function count() {
  const open = state.items.filter((one) => one.state === "open").length,
    all = state.items.length;
  const person = (id) => people().find((one) => one.id === id);
  const waiting = statements().filter(
    (one) => one.state === "accepted" && !one.speaker.startsWith("g:") && person(one.speaker)?.state !== "accepted",
  ).length;
  progress.max = all;
  progress.value = all - open;
  put("done", all - open);
  put("all", all);
  const left = [open && `${open} open`, waiting && `${waiting} whose speaker is not accepted`]
    .filter(Boolean)
    .join(", ");
  put("left", left ? `${left}: left out of the draft, and stay here.` : "Everything is decided.");
}

document.querySelectorAll("[data-with-script]").forEach((part) => {
  part.hidden = false;
});
document.querySelectorAll("[data-without-script]").forEach((part) => {
  part.hidden = true;
});
render();
