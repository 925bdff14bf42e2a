// Where a statement's words stand in a report, and what stands nearest to words that were lost: the twin of events/places.py,
// which says what counts as the same. tests/events/place_cases.json and nearest_cases.json are run by both. Offsets here count
// UTF-16 units, there code points: words are sent to the server, never offsets.
const ALIKE = {
  " ": "\t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
  '"': "“”„‟«»″",
  "'": "‘’‚‛‹›′`´",
  "-": "‐‑‒–—―−",
  "": "\u00ad\u034f\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\u200c\u200d\u061c\u200e\u200f" +
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
};
const PLAIN = new Map(Object.entries(ALIKE).flatMap(([plain, all]) => [...all].map((one) => [one, plain])));
const CONTEXT = 32, LEAST_AGREEMENT = 4, MOST_PLACES = 300, LEAST_LIKENESS = 0.4, END_REACH = 3;
const WORD = /[\p{L}\p{N}]+/gu;

// The text as it is compared, and where each of its characters stood.
function folded(text) {
  const at = [];
  let kept = "", last = "";
  for (let i = 0; i < text.length; i++) {
    const plain = PLAIN.get(text[i]) ?? text[i];
    if (plain === "" || (plain === " " && last === " ")) continue;
    kept += plain;
    at.push(i);
    last = plain;
  }
  return { kept, at };
}
const stripped = (text) => text.replace(/^ +| +$/g, "");
const plainly = (text) => [...text].map((one) => PLAIN.get(one) || one);
export const compared = (text) => stripped(folded(text).kept);

function needles(words) {
  const needle = compared(words), composed = needle.normalize("NFC");
  const isEnclosed = composed.length > 2 && composed[0] === composed.at(-1) && `"'`.includes(composed[0]);
  return [...new Set([needle, composed, isEnclosed ? stripped(composed.slice(1, -1)) : ""])].filter(Boolean);
}
function shared(one, other) {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count++;
  return count;
}
const backwards = (text) => [...text].reverse();
const overlaps = (place, taken) => taken.some((other) => other.start < place.end && place.start < other.end);

export class Text {
  constructor(text) {
    this.text = text;
  }
  get folded() {
    return (this.foldedText ??= folded(this.text));
  }

  // Of several places the one whose surroundings agree best, else the first that is not taken, else the first.
  find(words, { prefix = "", suffix = "", taken = [] } = {}) {
    const spans = this.spans(words);
    if (spans.length > 1) {
      const before = compared(prefix).slice(-CONTEXT), after = compared(suffix).slice(0, CONTEXT);
      const known = new Map(spans.map((span) => [span, [-this.agreement(span, before, after), +overlaps(this.place(span), taken)]]));
      spans.sort((one, other) => known.get(one)[0] - known.get(other)[0] || known.get(one)[1] - known.get(other)[1]);
    }
    return spans.length ? this.place(spans[0]) : null;
  }
  stands(words) {
    return this.spans(words).length;
  }
  spans(words) {
    const { kept } = this.folded;
    for (const needle of needles(words)) {
      const spans = [];
      for (let i = kept.indexOf(needle); i >= 0 && spans.length < MOST_PLACES; i = kept.indexOf(needle, i + 1)) {
        spans.push([i, i + needle.length]);
      }
      if (spans.length) return spans;
    }
    return [];
  }
  place([first, last]) {
    const { at } = this.folded;
    return { start: at[first], end: at[last - 1] + 1 };
  }
  around({ start, end }) {
    return { prefix: this.text.slice(Math.max(0, start - CONTEXT), start), suffix: this.text.slice(end, end + CONTEXT) };
  }
  agreement([start, end], before, after) {
    const { kept } = this.folded;
    const left = kept.slice(Math.max(0, start - CONTEXT - 1), start).replace(/ +$/, "");
    const right = kept.slice(end, end + CONTEXT + 1).replace(/^ +/, "");
    const agreement = shared(backwards(left), backwards(before)) + shared(right, after);
    return agreement >= LEAST_AGREEMENT ? agreement : 0;
  }

  // The run of words most like those that were lost, or null. Costs some milliseconds: never asked while a key is handled.
  nearest(words) {
    const lost = [...words.matchAll(WORD)].map(([word]) => word.toLowerCase());
    if (!lost.length || !this.words.length) return null;
    const wanted = new Set(lost);
    let first = this.richestWindow(wanted, lost.length), last, likeness;
    [, last] = this.reach(wanted, first, 1, 2 * lost.length);
    [, first] = this.reach(wanted, last, -1, 2 * lost.length);
    [likeness, last] = this.reach(wanted, first, 1, 2 * lost.length);
    if (likeness < LEAST_LIKENESS) return null;
    [first, last] = this.toEnds(lost, first, last);
    return this.withEdges(words, this.words[first].start, this.words[last].end);
  }
  get words() {
    return (this.allWords ??= [...this.text.matchAll(WORD)].map(({ 0: word, index }) =>
      ({ word: word.toLowerCase(), start: index, end: index + word.length })));
  }
  get counts() {
    if (!this.allCounts) {
      this.allCounts = new Map();
      for (const { word } of this.words) this.allCounts.set(word, (this.allCounts.get(word) ?? 0) + 1);
    }
    return this.allCounts;
  }
  weight(word) {
    return 1 / (this.counts.get(word) ?? 1);
  }
  richestWindow(wanted, width) {
    const inside = new Map();
    let weight = 0, best = 0, first = 0;
    this.words.forEach(({ word }, i) => {
      if (wanted.has(word)) {
        weight += inside.get(word) ? 0 : this.weight(word);
        inside.set(word, (inside.get(word) ?? 0) + 1);
      }
      const leaving = i >= width ? this.words[i - width].word : null;
      if (leaving !== null && wanted.has(leaving)) {
        inside.set(leaving, inside.get(leaving) - 1);
        weight -= inside.get(leaving) ? 0 : this.weight(leaving);
      }
      if (weight > best + 1e-9) [best, first] = [weight, Math.max(0, i - width + 1)];
    });
    return first;
  }
  // The likeness, and the other end, of the best run that begins (step 1) or ends (-1) with the anchor.
  reach(wanted, anchor, step, most) {
    const all = [...wanted].reduce((sum, word) => sum + this.weight(word), 0), seen = new Set();
    const stop = step > 0 ? Math.min(this.words.length, anchor + most) : Math.max(-1, anchor - most);
    let common = 0, weight = 0, best = [0, anchor];
    for (let i = anchor; i !== stop; i += step) {
      const { word } = this.words[i];
      if (!seen.has(word)) {
        seen.add(word);
        weight += this.weight(word);
        common += wanted.has(word) ? this.weight(word) : 0;
      }
      const likeness = (2 * common) / (weight + all);
      if (likeness > best[0]) best = [likeness, i];
    }
    return best;
  }
  toEnds(lost, first, last) {
    const { words } = this;
    for (let i = first; i > Math.max(-1, first - 1 - END_REACH); i--) {
      if (words[i].word === lost[0]) { first = i; break; }
    }
    for (let i = last; i < Math.min(words.length, last + 1 + END_REACH); i++) {
      if (words[i].word === lost.at(-1)) { last = i; break; }
    }
    return [first, last];
  }
  withEdges(words, start, end) {
    const lost = compared(words), head = lost.split(/[\p{L}\p{N}]/u, 1)[0];
    const tail = backwards(backwards(lost).join("").split(/[\p{L}\p{N}]/u, 1)[0]).join("");
    const before = plainly(this.text.slice(Math.max(0, start - head.length), start));
    const after = plainly(this.text.slice(end, end + tail.length));
    return this.text.slice(start - shared(before.reverse(), backwards(head)), end + shared(after, [...tail]));
  }
}
