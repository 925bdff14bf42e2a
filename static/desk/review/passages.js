// Draws the report with its marked passages, and translates between text nodes and places in the text.
import { element } from "./element.js";

export const overlap = (a, b) => a.start < b.end && b.start < a.end;

export function sentencesOf(blocks) {
  return blocks.flatMap(({ kind, sentences }, block) => sentences.map(([start, end]) => ({ start, end, kind, block })));
}

export function draw(view, report, sentences, marks) {
  let paragraph,
    last = -1;
  view.replaceChildren();
  sentences.forEach((part, i) => {
    if (part.block !== last) view.append((paragraph = element("p", { "data-block": part.kind })));
    else paragraph.append(" ");
    last = part.block;
    const sentence = element("span", { class: "sentence", "data-sentence": i });
    let at = part.start;
    const piece = (end, mark) => {
      if (end > at) {
        sentence.append(
          element(
            mark ? "mark" : "span",
            {
              "data-at": at,
              "data-hue": mark?.hue,
              "data-mark": mark?.id,
              "data-state": mark?.state,
              "data-current": mark?.current,
              "data-evidence": mark?.evidence,
              "data-initials": mark && at === mark.start ? mark.initials : null,
            },
            report.slice(at, end),
          ),
        );
      }
      at = Math.max(at, end);
    };
    for (const mark of marks.filter((mark) => overlap(mark, part))) {
      piece(mark.start);
      piece(Math.min(mark.end, part.end), mark);
    }
    piece(part.end);
    paragraph.append(sentence);
  });
}

export function rangeOf(view, { start, end }) {
  const range = document.createRange();
  for (const piece of view.querySelectorAll("[data-at]")) {
    const at = +piece.dataset.at,
      length = piece.firstChild.length;
    if (start >= at && start <= at + length) range.setStart(piece.firstChild, start - at);
    if (end > at && end <= at + length) {
      range.setEnd(piece.firstChild, end - at);
      break;
    }
  }
  return range;
}

export function highlight(view, name, place) {
  if (!globalThis.Highlight) return;
  if (place) CSS.highlights.set(name, new Highlight(rangeOf(view, place)));
  else CSS.highlights.delete(name);
}

// What the mouse selected, widened to whole words.
export function selectedIn(view, report) {
  const selection = getSelection();
  if (selection.isCollapsed || !view.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  const pieces = [...view.querySelectorAll("[data-at]")].filter((piece) => range.intersectsNode(piece));
  if (!pieces.length) return null;
  const first = pieces[0],
    last = pieces.at(-1);
  let start = +first.dataset.at + (range.startContainer === first.firstChild ? range.startOffset : 0);
  let end = +last.dataset.at + (range.endContainer === last.firstChild ? range.endOffset : last.firstChild.length);
  const letter = (i) => /[\p{L}\p{N}]/u.test(report[i] ?? "");
  while (/\s/.test(report[start])) start++;
  while (/\s/.test(report[end - 1])) end--;
  while (start > 0 && letter(start) && letter(start - 1)) start--;
  while (letter(end - 1) && letter(end)) end++;
  return end > start ? { start, end } : null;
}

// How we know, by the quotation marks; events/quotation.py has the last word on what is shown.
export function evidenceOf(report, { start, end }) {
  const words = report.slice(start, end).trim();
  const marks = [...words.matchAll(/[“"«„][^”"»“„]+[”"»“]/g)];
  if (/[“"«„]/.test(report[start - 1] ?? "") && /[”"»]/.test(report[end] ?? "")) return "quote";
  if (!marks.length) return "paraphrase";
  const rest = marks.reduce((left, [quoted]) => left.replace(quoted, ""), words);
  return /[\p{L}\p{N}]/u.test(rest) ? "mixed" : "quote";
}
