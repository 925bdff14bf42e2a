// The report and its statements as one thing: passages are marked in the editor with who said them, and made there.
// Without this script the words are copied into the rows, and their places are found when the form is saved.
import { picker } from "../review/picker.js";
import { attributing } from "./attributing.js";
import { passages } from "./passages.js";
import { statements, valueOf } from "./statements.js";
import { teasers } from "./teasers.js";

const section = document.querySelector('[data-rows="statements"]'), field = document.getElementById("id_report");
const dialog = document.querySelector("[data-picker]");

function start(editor) {
  const rows = statements(section), [said, tools] = ["said", "tools"].map((name) => section.querySelector(`[data-${name}]`));
  const say = (words) => { said.textContent = words; };
  const lost = section.querySelector("[data-lost-count]");
  let counting;

  const count = () => {
    clearTimeout(counting);
    counting = setTimeout(() => {
      const missing = rows.all.filter((one) => one.isPlaceless).length;
      lost.textContent = missing ? `${missing} without a place` : "";
    }, 100);
  };
  const people = () => isUnderTheRule() ? [] : [...document.querySelectorAll('[data-rows="appearances"] [data-list] > [data-row]')]
    .filter((row) => !valueOf(row, "DELETE"))
    .map((row) => ({ row, name: nameOn(row), value: /-(\d+)-/.exec(row.querySelector('[name$="-speaker"]').name)[1] }))
    .filter(({ name }) => name)
    .map(({ row, name, value }) => ({ name, value, post: valueOf(row, "printed_post"), initials: initials(name), hue: value % 7 }));
  const groups = () => [...new Set(rows.all.filter((one) => !one.isRemoved).map((one) => valueOf(one.row, "attribution")))]
    .filter(Boolean).map((name) => ({ name, value: `g:${name}`, post: "A group, as printed", initials: "••", hue: "g" }));
  const isUnderTheRule = () => document.getElementById("id_record_rule")?.value === "chatham-house";

  const marks = passages(editor, rows, { say, changed: count });
  const hand = attributing({
    editor, rows, marks, people, groups, say, ask: picker(dialog), modeButton: tools.querySelector("[data-mode]"),
    language: () => document.getElementById("id_language")?.value,
  });

  tools.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
  tools.addEventListener("click", (event) => {
    if (event.target.closest("[data-mode]")) hand.turn();
    if (event.target.closest("[data-said-by]")) hand.saidBy();
    if (event.target.closest("[data-undo]")) hand.undo();
  });
  section.addEventListener("click", (event) => {
    const statement = rows.of(event.target.closest("[data-list] > [data-row]"));
    const deed = event.target.closest("[data-deed]")?.dataset.deed;
    if (!statement) return;
    if (event.target.closest("[data-number]")) hand.toPassage(statement);
    if (deed === "take") marks.take(statement);
    if (deed === "keep") {
      statement.write({ own_words: true });
      marks.put(statement, null);
    }
    if (deed === "let-go") hand.takeOut(statement);
    if (deed) (statement.row.querySelector("[data-number]")).focus({ preventScroll: true });
  });
  section.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hand.toPassage(rows.of(event.target.closest("[data-list] > [data-row]")));
  });
  let pause;
  section.addEventListener("input", (event) => {
    const statement = rows.of(event.target.closest("[data-list] > [data-row]"));
    if (!statement || !/-(text|own_words)$/.test(event.target.name)) return;
    clearTimeout(pause);
    pause = setTimeout(() => marks.locate(statement), 200);
  });
  section.addEventListener("change", (event) => {
    if (/-(said_by|and_by|attribution|evidence|DELETE)$/.test(event.target.name) && event.isTrusted) requestAnimationFrame(marks.redraw);
  });
  field.form.addEventListener("desk:sending", marks.writeContexts);
  teasers(editor);

  for (const part of section.querySelectorAll("[data-with-report]")) part.hidden = false;
  marks.locateAll();
  count();
}

const nameOn = (row) =>
  valueOf(row, "printed_name").trim() || row.querySelector('[name$="-speaker"]').selectedOptions?.[0]?.text.trim() || "";
const initials = (name) => {
  const words = name.replace(/[^\p{L}\s-]/gu, "").split(/[\s-]+/).filter(Boolean);
  return `${words[0]?.[0] ?? ""}${words.at(-1)?.[0] ?? ""}`.toUpperCase();
};

if (section && field && dialog) {
  const made = field.closest(".prose-editor")?.querySelector("[role=textbox]")?.editor;
  if (made) start(made);
  else field.addEventListener("prose-editor:ready", (event) => start(event.detail.editor), { once: true });
}
