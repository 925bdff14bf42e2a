// Saying who said it. In this mode the report is not written in: arrows choose its sentences, letters are names. Words that are
// selected while it is written can be given to somebody, too.
import { manuscript, quotedPart, wholeWords } from "./manuscript.js";
import { evidenceOf } from "../review/passages.js";

const BECAUSE = { quote: "in quotation marks", paraphrase: "no quotation marks", mixed: "some quoted words" };

export function attributing({ editor, rows, marks, ask, people, groups, language, say, modeButton }) {
  const { dom } = editor.view, undone = [];
  let on = false, range = null, cursor = -1;

  const text = () => manuscript(editor.state.doc);
  const sentences = () => text().sentences(language());
  const words = (span) => editor.state.doc.textBetween(span.from, span.to, " ", " ").trim();

  // --- Choosing ---

  function show(span, told = "") {
    range = span;
    marks.choose(on ? span : null);
    const statement = span && marks.at(span);
    reveal(statement);
    if (!span) return;
    nodeAt(span.from)?.scrollIntoView({ block: "nearest" });
    say(`${told} ${statement ? `${statement.who}: ` : ""}${words(span)}`.trim());
  }
  const nodeAt = (position) => editor.view.domAtPos(position).node.parentElement;
  function reveal(statement) {
    document.querySelector("#statements [data-current]")?.removeAttribute("data-current");
    if (!statement) return;
    const { row } = statement, box = row.closest(".rows"), frame = box.getBoundingClientRect(), at = row.getBoundingClientRect();
    row.dataset.current = "";
    if (at.top < frame.top) box.scrollTop += at.top - frame.top - 8; // the list scrolls, the page stands still
    else if (at.bottom > frame.bottom) box.scrollTop += at.bottom - frame.bottom + 8;
  }
  function move(to, told = "") {
    const all = sentences();
    cursor = Math.max(0, Math.min(all.length - 1, to));
    show(all[cursor] ?? null, told);
  }
  function paragraph(step) {
    const all = sentences(), at = all[cursor]?.block;
    const before = all.findLast(({ block }) => block < at)?.block;
    const next = all.findIndex(({ block }) => (step > 0 ? block > at : block === before));
    if (next >= 0) move(next);
  }
  function bySentence(step) {
    const all = sentences(), ends = all.map(({ to }) => to);
    const to = step > 0 ? ends.find((end) => end > range.to) : ends.findLast((end) => end < range.to && end > range.from);
    if (to) show({ ...range, to });
  }
  function byWord(edge, step) {
    const { start, end } = text().placeOf(range), whole = text().text;
    const stops = [...whole.slice(Math.max(0, start - 400), end + 400).matchAll(edge === "to" ? /[\p{L}\p{N}]\S*/gu : /(?<!\S)\S/gu)]
      .map((hit) => Math.max(0, start - 400) + hit.index + (edge === "to" ? hit[0].length : 0));
    const from = edge === "to" ? end : start;
    const next = step > 0 ? stops.find((stop) => stop > from) : stops.findLast((stop) => stop < from);
    const wider = { ...range, [edge]: next === undefined ? range[edge] : text().position(next) };
    if (wider.to > wider.from) show(wider);
  }

  // --- Said by ---

  function guess(span) {
    const around = sentences().filter((one) => one.from < span.to && span.from < one.to).map(words).join(" ");
    const named = people().filter(({ name }) => new RegExp(`(?<!\\p{L})${surname(name)}(?!\\p{L})`, "u").test(around));
    return named.length === 1 ? named[0] : null;
  }
  const surname = (name) => RegExp.escape?.(name.split(/\s+/).at(-1)) ?? name.split(/\s+/).at(-1).replace(/\W/g, ".");

  async function saidBy(letter = "") {
    if (!range) return say("Choose words of the report first.");
    const span = range, statement = marks.at(span), known = statement ? null : guess(span);
    const evidence = statement?.evidence ?? evidenceOf(text().text, text().placeOf(span));
    const box = nodeAt(span.from).getBoundingClientRect(), edge = dom.getBoundingClientRect().right;
    const who = statement && [...people(), ...groups()].find(({ name }) => name === statement.who);
    const answer = await ask({
      people: [...people(), ...groups()], evidence, because: statement ? "" : BECAUSE[evidence], letter,
      speaker: who?.value ?? known?.value, why: known ? `${known.name} is named here` : "",
      at: { top: box.top, bottom: box.bottom, right: edge },
    });
    dom.focus({ preventScroll: true });
    if (!answer) return;
    const place = statement ? { from: Math.min(span.from, statement.span.from), to: Math.max(span.to, statement.span.to) } : span;
    const told = attribute(statement, place, answer);
    if (on && !statement) move(sentences().findIndex((one) => one.from >= span.to) >>> 0, told);
    else say(told);
  }
  function attribute(statement, span, { speaker, other, name, evidence }) {
    const group = other?.name ?? (speaker.startsWith("g:") ? speaker.slice(2) : "");
    const before = statement?.read(), was = statement?.span;
    const said_by = group ? "" : speaker, and_by = said_by && said_by === before?.said_by ? before.and_by : "";
    const values = { said_by, and_by, attribution: group, evidence, text: words(span), own_words: false };
    const made = statement ?? rows.add(values, nextRow(span));
    if (statement) statement.write(values);
    marks.put(made, span);
    undone.push(() => {
      made.write(before ?? { DELETE: true });
      marks.put(made, was ?? null);
    });
    reveal(made);
    return `Statement ${made.number.trim()}: ${name}, ${evidence}.`;
  }
  const nextRow = (span) => rows.all.find((one) => !one.isRemoved && one.span?.from > span.from)?.row;

  function undo() {
    const step = undone.pop();
    step?.();
    say(step ? "Undone." : "Nothing to undo.");
  }
  function takeOut(statement) {
    const was = statement.span;
    statement.write({ DELETE: true });
    marks.put(statement, null);
    undone.push(() => {
      statement.write({ DELETE: false });
      marks.put(statement, was);
    });
    say("Taken out. Control and Z brings it back.");
  }

  // --- The two modes ---

  function turn(to) {
    on = to;
    editor.setEditable(!on, false);
    dom.tabIndex = 0;
    dom.toggleAttribute("data-attributing", on);
    modeButton.setAttribute("aria-pressed", on);
    dom.focus({ preventScroll: true });
    const { from } = editor.state.selection;
    if (!on) return show(null);
    move(Math.max(0, sentences().findIndex(({ to: end }) => end > from)));
  }
  // What is selected with the mouse, as whole words.
  function selected() {
    const selection = getSelection();
    if (selection.isCollapsed || !dom.contains(selection.anchorNode)) return null;
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    const [from, to] = [editor.view.posAtDOM(startContainer, startOffset), editor.view.posAtDOM(endContainer, endOffset)];
    const place = wholeWords(text().text, text().placeOf({ from, to }));
    return place && text().spanOf(place);
  }

  // The letter on the key cap where another alphabet is on: commands work by it, names by what is typed.
  function key(event) {
    const { key: name, shiftKey: shift, altKey } = event, command = event.ctrlKey || event.metaKey;
    if (name === "F2") return turn(!on);
    if (name === "Enter" && command && !on && selected()) return saidBySelected();
    if (!on) return name === "Escape" ? turn(true) : false;
    const statement = range && marks.at(range);
    if (command && event.code === "KeyZ") return undo();
    const side = name === "ArrowRight" ? 1 : name === "ArrowLeft" ? -1 : 0;
    if (shift && side) return range && byWord(altKey || command ? "from" : "to", side);
    if (command || altKey) return false;
    if (shift && /^Arrow(Down|Up)$/.test(name)) return range && bySentence(name === "ArrowDown" ? 1 : -1);
    if (name === "ArrowDown") return move(range ? sentences().findLastIndex(({ from }) => from < range.to) + 1 : 0);
    if (name === "ArrowUp") return move(cursor - 1);
    if (name === "PageDown" || name === "PageUp") return paragraph(name === "PageDown" ? 1 : -1);
    if (name === "Home" || name === "End") return move(name === "Home" ? 0 : Infinity);
    if (name === '"') return range && quote();
    if (name === "Enter" && statement) return statement.row.querySelector("[data-number]").focus();
    if ((name === "Delete" || name === "Backspace") && statement) return takeOut(statement);
    if (name === "Enter" || /^\p{L}$/u.test(name)) return saidBy(name === "Enter" ? "" : name);
    return false;
  }
  function quote() {
    const part = quotedPart(text().text, text().placeOf(range));
    if (part) show(text().spanOf(part));
  }
  function saidBySelected() {
    range = selected() ?? range;
    return saidBy();
  }

  dom.addEventListener("keydown", (event) => {
    if (event.isComposing || key(event) === false) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });
  dom.addEventListener("pointerup", (event) => setTimeout(() => {
    const span = selected(), passage = event.target.closest("[data-statement]");
    const statement = passage && rows.byId(passage.dataset.statement);
    if (span && on) {
      show(span);
      return saidBy();
    }
    if (span) return;
    if (statement) reveal(statement);
    if (!on) return;
    if (statement) {
      show(statement.span);
      return statement.row.querySelector("[data-number]").focus({ preventScroll: true });
    }
    const at = editor.view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
    move(sentences().findIndex(({ to }) => to >= at) >>> 0);
  }));

  return {
    turn: () => turn(!on),
    saidBy: saidBySelected,
    undo,
    takeOut,
    toPassage(statement) {
      if (!statement?.span) return;
      if (!on) turn(true);
      cursor = Math.max(0, sentences().findIndex(({ to }) => to > statement.span.from));
      dom.focus({ preventScroll: true });
      show(statement.span);
    },
  };
}
