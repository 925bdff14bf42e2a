// The report as it stands in the editor: its plain text with a line a block, and the way between places in that text and
// positions in the editor's document. Nodes of the document never change, so what is known of one is kept with it.
import { Text } from "./places.js";

const texts = new WeakMap(), cuts = new WeakMap();
let last = null;

const textOf = (block) => {
  if (!texts.has(block)) texts.set(block, block.textBetween(0, block.content.size, "\n", "\n"));
  return texts.get(block);
};

class Manuscript extends Text {
  constructor(doc) {
    const blocks = [], lines = [];
    let start = 0;
    doc.descendants((node, at) => {
      if (!node.isTextblock) return true;
      const text = textOf(node);
      blocks.push({ node, at: at + 1, start, end: start + text.length });
      lines.push(text);
      start += text.length + 1;
      return false;
    });
    super(lines.join("\n"));
    this.blocks = blocks;
  }
  blockAt(value, key) {
    const { blocks } = this;
    let low = 0, high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (blocks[middle][key] <= value) low = middle;
      else high = middle - 1;
    }
    return blocks[low];
  }
  position(offset) {
    const block = this.blockAt(offset, "start");
    return block ? block.at + Math.min(offset, block.end) - block.start : 0;
  }
  offset(position) {
    const block = this.blockAt(position, "at");
    return block ? block.start + Math.max(0, Math.min(position - block.at, block.end - block.start)) : 0;
  }
  spanOf({ start, end }) {
    return { from: this.position(start), to: this.position(end) };
  }
  placeOf({ from, to }) {
    return { start: this.offset(from), end: this.offset(to) };
  }
  // All sentences as positions, each block cut once by the language it is written in.
  sentences(language) {
    const cut = new Intl.Segmenter(language || "en", { granularity: "sentence" });
    return this.blocks.flatMap(({ node, at }) => {
      if (!cuts.has(node)) cuts.set(node, [...cut.segment(textOf(node))].map(({ index, segment }) => {
        const start = index + segment.search(/\S|$/);
        return { start, end: start + segment.trim().length };
      }).filter(({ start, end }) => end > start));
      return cuts.get(node).map(({ start, end }) => ({ from: at + start, to: at + end, block: at }));
    });
  }
}

export function manuscript(doc) {
  if (last?.doc !== doc) last = { doc, made: new Manuscript(doc) };
  return last.made;
}

// Words as positions, widened to whole words and without white space round them; null where there are none.
export function wholeWords(text, { start, end }) {
  const isLetter = (i) => /[\p{L}\p{N}]/u.test(text[i] ?? "");
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  while (start > 0 && isLetter(start) && isLetter(start - 1)) start--;
  while (isLetter(end - 1) && isLetter(end)) end++;
  return end > start ? { start, end } : null;
}

// The part of a place that stands in quotation marks, without them.
export function quotedPart(text, { start, end }) {
  const hit = /[“"«„]([^”"»“„«]+)[”"»“]/.exec(text.slice(start, end));
  return hit && { start: start + hit.index + 1, end: start + hit.index + 1 + hit[1].length };
}
