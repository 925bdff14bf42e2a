// Splitting a statement: a cut is offered after the first sentence, or after the middle clause; arrows move it word by word.
import { highlight } from "./passages.js";

export function cutting({ view, report, sentences, say, shown, leave, split }) {
  let cut = null;

  function show() {
    const at = cut.stops[cut.i],
      end = report.slice(0, at).trimEnd().length;
    highlight(view, "cut-first", { start: cut.item.start, end });
    highlight(view, "cut-second", { start: at, end: cut.item.end });
    say(
      `Split before “${report.slice(at, at + 30)}…”. Left and right move the cut, Enter splits, Escape leaves it whole.`,
    );
    shown();
  }
  return {
    get active() {
      return cut !== null;
    },
    start(item) {
      const words = report.slice(item.start, item.end);
      const stops = [...words.matchAll(/\s+(?=\S)/g)].map((hit) => item.start + hit.index + hit[0].length);
      if (!stops.length) return say("One word cannot be split.");
      const sentence = sentences.find((part) => part.start > item.start && part.start < item.end)?.start;
      const clause = stops.find((stop) => /[,;:—]\s+$/.test(report.slice(item.start, stop)));
      cut = { item, stops, i: Math.max(0, stops.indexOf(sentence ?? clause ?? stops[stops.length >> 1])) };
      show();
    },
    key(key) {
      const { item, stops, i } = cut,
        at = stops[i];
      if (key === "ArrowLeft" || key === "ArrowRight") {
        cut.i = Math.max(0, Math.min(stops.length - 1, i + (key === "ArrowRight" ? 1 : -1)));
        return show();
      }
      cut = null;
      if (key !== "Enter") return leave();
      split(item, { start: item.start, end: report.slice(0, at).trimEnd().length }, { start: at, end: item.end });
    },
  };
}
