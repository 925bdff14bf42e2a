// What unfold's pages leave to be desired, for whoever uses them by keyboard or hears them read.

document.addEventListener("DOMContentLoaded", () => {
  // There is no landmark for what is on the page.
  document.getElementById("main")?.setAttribute("role", "main");
  // Single letters are listened to on the whole window ("c" leaves the page, "[" folds the sidebar), wherever the focus
  // is but in a text field. In a form a letter is input: it goes no further than the form.
  for (const form of document.querySelectorAll("#content-main form, dialog form")) {
    form.addEventListener("keydown", (event) => {
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.stopPropagation();
    });
  }
});

const LINE_HEIGHT = 16;
// Of what a picker offers, what tells it from others stands below its name; what is chosen is its name alone.
const withWhatTellsItApart = ({ text, beside }) => {
  if (!beside) return text;
  const both = document.createElement("span"), below = document.createElement("small");
  below.className = "beside";
  below.textContent = beside;
  both.append(text, below);
  return both;
};
document.addEventListener("DOMContentLoaded", () => {
  const jQuery = window.django?.jQuery;
  if (!jQuery?.fn.select2) return;
  jQuery.fn.select2.defaults.set("templateResult", withWhatTellsItApart);
  // Told these two, a select2 measures neither. It comes after a change, so that the browser lays the page out anew for
  // each: of a big event, with two hundred and forty, that took three seconds.
  jQuery.fn.select2.defaults.set("width", "100%");
  jQuery.event.special.mousewheel.getLineHeight = () => LINE_HEIGHT;
  // Nor does jQuery try what every browser does by now: each try puts something beside the body, and all is styled anew.
  for (const known of ["boxSizingReliable", "pixelBoxStyles", "reliableTrDimensions", "scrollboxSize"]) {
    jQuery.support[known] = () => true;
  }
});

// Django's own script focuses a field of a page that may still be on its way; then nothing has the focus.
window.addEventListener("load", () => {
  if (document.activeElement === document.body) document.querySelector("#content-main [autofocus]")?.focus();
});

// Where very many are asked for, whoever asks hands in `labels`: each question looks through the whole page.
const labelOf = (field, labels = null) =>
  labels ? labels.get(field?.id) : document.querySelector(`label[for="${field?.id}"]`);
const allLabels = () => new Map([...document.querySelectorAll("label[for]")].map((label) => [label.htmlFor, label]));

// The editor of rich text hides the field that the label names: the label speaks for the editor then.
const nameEditors = () => {
  for (const editor of document.querySelectorAll(".prose-editor [role=textbox]")) {
    const field = editor.closest(".prose-editor").querySelector("textarea");
    const label = labelOf(field);
    if (label) editor.setAttribute("aria-label", label.textContent.trim());
    if (field?.getAttribute("aria-describedby"))
      editor.setAttribute("aria-describedby", field.getAttribute("aria-describedby"));
  }
};

// In a table the head of its column names a field.
const nameOf = (field, labels) => {
  const cell = field.closest("td");
  const head = cell?.closest("table").querySelector(`thead th:nth-child(${cell.cellIndex + 1})`);
  return (labelOf(field, labels) ?? head)?.textContent.replace("*", "").trim() || field.getAttribute("aria-label");
};

const nameFields = (within) => {
  const labels = allLabels();
  for (const field of within.querySelectorAll("td :is(input:not([type=hidden], [type=checkbox]), select, textarea)")) {
    if (field.ariaLabel) continue;
    const name = nameOf(field, labels);
    if (name && !labels.has(field.id)) field.setAttribute("aria-label", name);
  }
  // A select2 is named by its value alone, and by nothing while it has none.
  for (const select of within.querySelectorAll("select.select2-hidden-accessible")) {
    const name = nameOf(select, labels);
    const box = select.parentElement.querySelector(".select2-selection");
    if (!name || !box) continue;
    const value = box.querySelector(".select2-selection__rendered");
    box.setAttribute("aria-label", name);
    if (value.id) {
      value.setAttribute("aria-label", name);
      box.id ||= `${value.id}-box`;
      box.setAttribute("aria-labelledby", `${box.id} ${value.id}`);
    }
    box.querySelector("input")?.setAttribute("aria-label", name);
  }
};

const nameAll = () => {
  nameEditors();
  nameFields(document);
};

window.addEventListener("load", () => requestAnimationFrame(nameAll));

// A select2 takes the place of its select when jQuery finds the time for it, which may be after the page has loaded.
const isSelect2 = (node) => node.matches?.(".select2-container:not(.select2-container--open)");
document.addEventListener("DOMContentLoaded", () => {
  new MutationObserver((changes) => {
    if (changes.some((change) => [...change.addedNodes].some(isSelect2))) nameFields(document);
  }).observe(document.documentElement, { childList: true, subtree: true });
});
document.addEventListener("formset:added", (event) => requestAnimationFrame(() => nameFields(event.target)));

// --- Records that are not there yet ---

// A picker's "Add another …" opens a window; what is made there is chosen in the picker, which gets the focus back.
const awaited = new Map();

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-add-record]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const address = new URL(link.href);
  address.searchParams.set("_popup", "1");
  const opened = window.open(address, "_blank");
  if (!opened) return; // then the link does what links do
  event.preventDefault();
  awaited.set(opened, link.closest(".picker").querySelector("select"));
});

window.addEventListener("message", (event) => {
  const made = event.origin === window.location.origin && event.data?.madeRecord;
  const select = awaited.get(event.source);
  if (!made || !select?.isConnected) return;
  awaited.delete(event.source);
  select.append(new Option(made.name, made.id, true, true));
  window.django.jQuery(select).trigger("change");
  window.focus();
  select.parentElement.querySelector(".select2-selection")?.focus();
});

// The way to what is chosen, where a picker chooses one.
const leadTo = (select) => {
  const link = select.closest(".picker")?.querySelector("[data-open-record]");
  if (!link) return;
  link.hidden = !select.value;
  if (select.value) link.href = link.dataset.openRecord.replace("__fk__", select.value);
};

window.addEventListener("load", () => {
  for (const select of document.querySelectorAll(".picker select")) leadTo(select);
  // A select2 says its changes through jQuery alone.
  window.django?.jQuery(document).on("change", ".picker select", (event) => leadTo(event.target));
});

// --- Words that are kept in the browser ---

// Whoever logs out leaves nothing behind: see keeping.js, which names what it keeps like this.
document.addEventListener("submit", (event) => {
  if (event.target.id !== "logout-form") return;
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store).filter((name) => name.startsWith("rapporteur-kept:"))) store.removeItem(key);
  }
});
