// A report pasted from a page or a word processor: the server reads it as its reader sees it, and what was struck out or
// hidden there does not come along as plain text. Without script the plain text is pasted, as ever.
import { cleaned } from "../cleaning.js";

const field = document.querySelector("#id_text"), form = field.form;

function tell(words) {
  form.querySelector("[data-pasted]").textContent = words;
}

function insert(text) {
  field.focus();
  if (document.execCommand("insertText", false, text)) return; // keeps the browser's own undo
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
}

// Reading a long report takes seconds: the page says that it goes on, and sends it once.
let sending = false;
form.addEventListener("submit", (event) => {
  const button = form.querySelector("button");
  if (button.disabled) return event.preventDefault();
  sending = true;
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  const length = field.value.length.toLocaleString("en");
  tell(field.value ? `Reading ${length} characters; a long report takes some seconds …` : "Reading the file …");
});
addEventListener("pageshow", (event) => {
  if (!event.persisted && sending) return;
  const button = form.querySelector("button");
  sending = button.disabled = false; // come back to, with what a browser remembers of it
  button.removeAttribute("aria-busy");
});

field.addEventListener("paste", async (event) => {
  const html = event.clipboardData.getData("text/html"), plain = event.clipboardData.getData("text/plain");
  if (!html) return;
  event.preventDefault();
  field.setAttribute("aria-busy", "true");
  field.readOnly = true; // what is typed meanwhile would stand at another place
  let told = { text: plain, left_out: 0, words: "" };
  try {
    told = await cleaned(field.dataset.clean, html, form);
  } catch {
    told.words = "The plain text was pasted; words that were struck out may be in it.";
  }
  field.readOnly = false;
  field.removeAttribute("aria-busy");
  insert(told.text);
  form.elements.left_out.value = +form.elements.left_out.value + told.left_out;
  tell(told.words);
});
