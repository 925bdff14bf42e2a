// What is pasted into the editor of rich text: the server reads it as its reader saw it, before it stands in the editor,
// which would take struck-out words for words and run the cells of a table together.
import { cleaned } from "./cleaning.js";

const PLAIN = "The plain text was pasted; words that were struck out may be in it.";

// The editors come when their own script has run; what is told beside one has to be there before it is told.
function told(box) {
  let note = box.parentElement.querySelector(":scope > [data-pasted]");
  if (!note) {
    note = document.createElement("p");
    note.className = "soft";
    note.dataset.pasted = "";
    note.setAttribute("role", "status");
    box.after(note);
  }
  return note;
}

addEventListener("focusin", (event) => {
  const box = event.target.closest?.(".prose-editor");
  if (box) told(box);
});

addEventListener("paste", async (event) => {
  const box = event.target.closest?.(".prose-editor"), field = box?.querySelector("textarea[data-clean]");
  const editor = event.target.closest?.(".ProseMirror")?.editor;
  const html = event.clipboardData?.getData("text/html"), plain = event.clipboardData?.getData("text/plain");
  if (!field || !editor || !html) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  editor.setEditable(false, false); // what is typed meanwhile would stand at another place
  box.setAttribute("aria-busy", "true");
  let paste = () => editor.view.pasteText(plain), words = PLAIN;
  try {
    const source = await cleaned(field.dataset.clean, html, field.form);
    paste = () => editor.view.pasteHTML(source.html);
    words = source.words;
  } catch {
    // the plain text it is
  }
  editor.setEditable(true, false);
  box.removeAttribute("aria-busy");
  paste();
  editor.view.focus();
  told(box).textContent = words;
}, { capture: true });
