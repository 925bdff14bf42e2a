// Words of a statement that are chosen on a page get a link of their own. Which they are is counted from the text as
// it stands; the server shows, marks and cites them at that address, which works without this script.

const REST = 250; // milliseconds after which a choice is taken for made
const SEPARATED = /\s+/;

const said = document.querySelector("[data-copied]").dataset;
const box = document.createElement("aside");
box.className = "words-box no-print";
box.setAttribute("aria-label", said.chosen);
box.innerHTML = '<a></a> <button type="button" class="quiet"></button> <span class="meta" role="status"></span>';
const [link, button, status] = [box.querySelector("a"), box.querySelector("button"), box.querySelector("span")];
link.textContent = said.link;
button.textContent = said.copyIt;
if (!navigator.clipboard) button.remove();

let timer;
document.addEventListener("selectionchange", () => {
  clearTimeout(timer);
  timer = setTimeout(offer, REST);
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") box.remove(); });
button.addEventListener("click", async () => {
  await navigator.clipboard.writeText(link.href);
  status.textContent = said.copied;
});

const numberIn = (text) => text.split(SEPARATED).filter(Boolean).length;

function offer() {
  const selection = getSelection();
  if (box.contains(document.activeElement)) return;
  const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const place = range && statementAt(range.startContainer);
  if (!place || place !== statementAt(range.endContainer) || !range.toString().trim()) return box.remove();
  const before = document.createRange();
  before.setStart(place, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString(), chosen = range.toString();
  const within = /\S$/.test(start) && /^\S/.test(chosen);
  const first = numberIn(start) + (within ? 0 : 1), last = numberIn(start + chosen);
  link.href = `${addressOf(place)}?words=${first}-${last}#words`;
  status.textContent = "";
  const at = range.getBoundingClientRect();
  place.after(box);
  box.style.insetBlockStart = `${at.bottom + scrollY + 6}px`;
  box.style.insetInlineStart = `${Math.max(8, Math.min(at.left + scrollX, innerWidth - box.offsetWidth - 8))}px`;
}

// A passage of the report, or the text of a statement.
function statementAt(node) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  return element?.closest("mark.passage[id^='p-'], .statement__text[data-words]");
}

function addressOf(place) {
  return place.dataset.words ?? said.statement.replace("/0/", `/${place.id.slice(2)}/`);
}
