// The passages of the statements in the editor: tinted and named by their speaker, and carried along while the report is
// written. A passage whose words change has lost its place at that key; it gets it back where the words come back, and is
// never moved anywhere else by itself.
import { Plugin, pm } from "django-prose-editor/editor";
import { manuscript } from "./manuscript.js";
import { Text, compared } from "./places.js";

const { Decoration, DecorationSet } = pm.view;
const NEAR = 200; // characters on both sides of a lost place in which its words may come back
const idle = (work) => (window.requestIdleCallback ?? setTimeout)(work);

export function passages(editor, rows, { say, changed }) {
  let chosen = null, looking;
  const plugin = new Plugin({
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, set) =>
        transaction.getMeta(plugin) ? drawn(transaction.doc) : set.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => plugin.getState(state) },
  });

  function drawn(doc) {
    const made = [];
    for (const statement of rows.all) {
      if (!statement.span || statement.isRemoved) continue;
      const { from, to } = statement.span, { evidence, id, hue, who } = statement;
      const named = { "data-evidence": evidence, "data-statement": id, "data-hue": hue };
      made.push(Decoration.inline(from, to, { class: "said", title: `${who}, ${evidence}`, ...named }));
      made.push(Decoration.inline(from, from + 1, { class: "said-first", "data-initials": statement.initials }));
    }
    if (chosen) made.push(Decoration.inline(chosen.from, chosen.to, { class: "chosen" }));
    return DecorationSet.create(doc, made);
  }
  const redraw = () => editor.view.dispatch(editor.state.tr.setMeta(plugin, true).setMeta("addToHistory", false));

  // --- Finding ---

  function locateAll() {
    const text = manuscript(editor.state.doc), taken = [];
    for (const statement of rows.all) {
      const place = statement.isOwn || statement.isRemoved ? null : text.find(statement.text, { ...statement.context, taken });
      statement.span = place && text.spanOf(place);
      if (place) taken.push(place);
      rows.paint(statement);
    }
    redraw();
    look();
  }
  function locate(statement) {
    const text = manuscript(editor.state.doc);
    const taken = rows.all.filter((one) => one !== statement && one.span).map((one) => text.placeOf(one.span));
    const place = statement.isOwn || statement.isRemoved ? null : text.find(statement.text, { ...statement.context, taken });
    put(statement, place && text.spanOf(place));
  }
  function put(statement, span) {
    Object.assign(statement, { span, candidate: undefined });
    rows.paint(statement);
    redraw();
    look();
    changed();
  }

  // Rows that lost their place get what stands nearest when nobody types, one at a time.
  function look() {
    clearTimeout(looking);
    looking = setTimeout(() => idle(lookForOne), 400);
  }
  function lookForOne() {
    const statement = rows.all.find((one) => one.isPlaceless && one.candidate === undefined);
    if (!statement) return;
    const text = manuscript(editor.state.doc), same = text.find(statement.text), words = same ? null : text.nearest(statement.text);
    statement.candidate = same ? { isSame: true, words: statement.text } : words && { words };
    rows.paint(statement);
    idle(lookForOne);
  }

  // --- The report is written ---

  // From the first to the last position that a transaction touched.
  function touched({ mapping }) {
    let low = Infinity, high = -1;
    mapping.maps.forEach((map, i) => map.forEach((_from, _to, from, to) => {
      const rest = mapping.slice(i + 1);
      low = Math.min(low, rest.map(from, -1));
      high = Math.max(high, rest.map(to, 1));
    }));
    return { low, high };
  }
  function carry(transaction) {
    const { mapping, doc } = transaction, { low, high } = touched(transaction);
    let isOther = false;
    for (const statement of rows.all) {
      if (statement.was) statement.was = { from: mapping.map(statement.was.from, -1), to: mapping.map(statement.was.to, 1) };
      if (!statement.span) {
        isOther = comesBack(statement, doc) || isOther;
        continue;
      }
      const span = { from: mapping.map(statement.span.from, 1), to: mapping.map(statement.span.to, -1) };
      const isTouched = span.from <= high && span.to >= low;
      if (!isTouched || compared(between(doc, span)) === statement.folded) statement.span = span;
      else {
        statement.was = { from: mapping.map(statement.span.from, -1), to: mapping.map(statement.span.to, 1) };
        Object.assign(statement, { span: null, candidate: undefined });
        say(`Statement ${statement.number} lost its place: its words no longer stand there.`);
        rows.paint(statement);
        isOther = true;
      }
    }
    if (isOther) redraw();
    if (rows.all.some((one) => one.isPlaceless)) {
      for (const one of rows.all) if (one.isPlaceless) one.candidate = undefined;
      look();
    }
    changed();
  }
  const between = (doc, { from, to }) => (to > from ? doc.textBetween(from, to, "\n", "\n") : "");
  function comesBack(statement, doc) {
    if (!statement.was || !statement.isPlaceless) return false;
    const text = manuscript(doc), at = text.placeOf(statement.was), start = Math.max(0, at.start - NEAR);
    const place = new Text(text.text.slice(start, at.end + NEAR)).find(statement.text);
    if (!place) return false;
    statement.span = text.spanOf({ start: place.start + start, end: place.end + start });
    statement.was = null;
    rows.paint(statement);
    say(`Statement ${statement.number} has its place again.`);
    return true;
  }

  editor.registerPlugin(plugin);
  editor.on("transaction", ({ transaction }) => transaction.docChanged && carry(transaction));

  return {
    locateAll,
    locate,
    put,
    redraw,
    choose(span) {
      chosen = span;
      redraw();
    },
    take(statement) {
      const { words } = statement.candidate, text = manuscript(editor.state.doc);
      const place = text.find(words);
      statement.write({ text: words });
      put(statement, place && text.spanOf(place));
    },
    at: ({ from, to }) => rows.all.find(({ span }) => span && span.from < to && from < span.to),
    // Where the same words stand more than once, their surroundings tell the server which are meant.
    writeContexts() {
      const text = manuscript(editor.state.doc);
      for (const statement of rows.all) {
        if (!statement.span || text.stands(statement.text) < 2) continue;
        const { prefix, suffix } = text.around(text.placeOf(statement.span));
        statement.write({ words_before: prefix, words_after: suffix });
      }
    },
  };
}
