// The rows of the statements: the form's own fields are the only store, read and written here. The part that says that a
// statement lost its place stands in its row while that is so.
import { compared } from "./places.js";
import { element } from "../review/element.js";

const SAID_BY_A_TICK = new Set(["own_words", "DELETE"]);
const fields = (row, name) => [...row.querySelectorAll(`[name$="-${name}"]`)];

export function valueOf(row, name) {
  const all = fields(row, name), first = all[0];
  if (first?.type === "radio") return all.find((one) => one.checked)?.value ?? "";
  if (first?.type === "hidden" && SAID_BY_A_TICK.has(name)) return first.value !== "";
  return first?.type === "checkbox" ? first.checked : (first?.value ?? "");
}
export function setValue(row, name, value) {
  for (const field of fields(row, name)) {
    if (field.type === "radio") field.checked = field.value === value;
    else if (field.type === "checkbox") field.checked = Boolean(value);
    else field.value = value;
  }
  fields(row, name)[0]?.dispatchEvent(new Event("change", { bubbles: true }));
}

class Statement {
  constructor(row) {
    Object.assign(this, { row, span: null, was: null, candidate: undefined });
  }
  get id() { return this.row.id; }
  get text() { return valueOf(this.row, "text"); }
  get evidence() { return valueOf(this.row, "evidence"); }
  get isRemoved() { return valueOf(this.row, "DELETE"); }
  get isOwn() { return valueOf(this.row, "own_words"); }
  get isWithdrawn() { return "withdrawn" in this.row.dataset; }
  get isPlaceless() { return !this.span && !this.isOwn && !this.isRemoved && !this.isWithdrawn && this.text.trim() !== ""; }
  get number() { return this.row.querySelector("[data-number]").textContent; }
  get context() { return { prefix: valueOf(this.row, "words_before"), suffix: valueOf(this.row, "words_after") }; }
  // What is compared while somebody types, made once for each wording.
  get folded() {
    if (this.foldedOf !== this.text) Object.assign(this, { foldedOf: this.text, foldedText: compared(this.text) });
    return this.foldedText;
  }
  get who() {
    const chosen = ["said_by", "and_by"].map((name) => fields(this.row, name)[0]).filter((one) => one?.value);
    const names = chosen.map((one) => one.selectedOptions?.[0]?.text ?? one.dataset.label);
    return names.join(" and ") || valueOf(this.row, "attribution");
  }
  get hue() {
    const row = valueOf(this.row, "said_by");
    return row === "" ? "g" : String(row % 7); // as in speakers.js
  }
  get initials() {
    const names = this.who.split(" and ")[0].replace(/[^\p{L}\s-]/gu, "").split(/[\s-]+/).filter(Boolean);
    return this.hue === "g" ? "••" : `${names[0]?.[0] ?? ""}${names.at(-1)?.[0] ?? ""}`.toUpperCase();
  }
  write(values) {
    this.row.dispatchEvent(new CustomEvent("rows:open", { bubbles: true }));
    for (const [name, value] of Object.entries(values)) setValue(this.row, name, value);
  }
  read() {
    const names = ["said_by", "and_by", "attribution", "evidence", "text", "own_words", "DELETE"];
    return Object.fromEntries(names.map((name) => [name, valueOf(this.row, name)]));
  }
}

export function statements(section) {
  const list = section.querySelector("[data-list]"), known = new WeakMap();

  function of(row) {
    if (row && !known.has(row)) known.set(row, new Statement(row));
    return row ? known.get(row) : null;
  }
  return {
    of,
    get all() { return [...list.children].map(of); },
    byId: (id) => of(document.getElementById(id)),
    // A new row, before the row `next` where there is one.
    add(values, next) {
      let made;
      section.dispatchEvent(new CustomEvent("rows:add", { detail: (row) => {
        if (next) next.before(row);
        made = of(row);
        made.write(values);
      } }));
      return made;
    },
    // Says in the row whether the statement has its place; `candidate` is what stands nearest, undefined while nobody looked.
    paint(statement) {
      const { row, candidate, isPlaceless } = statement;
      row.querySelector("[data-lost]")?.remove();
      if (!isPlaceless) return delete row.dataset.state;
      row.dataset.state = "lost";
      row.querySelector(".words").after(lostPart(candidate));
      return true;
    },
  };
}

function lostPart(candidate) {
  const button = (deed, label) => element("button", { type: "button", class: "button small", "data-deed": deed }, label);
  const found = candidate?.isSame ? "The same words stand elsewhere." : "Nearest:";
  const told = candidate ? found : candidate === null ? "Nothing is like them." : "";
  return element("div", { class: "lost note bad", "data-lost": true },
    element("p", {}, element("strong", {}, "Lost its place."), ` These words do not stand in the report. ${told}`),
    candidate && !candidate.isSame && element("q", {}, candidate.words),
    element("p", { class: "row" },
      candidate && button("take", candidate.isSame ? "Take that place" : "Take these words"),
      button("keep", "Keep mine"), button("let-go", "Let go")));
}
