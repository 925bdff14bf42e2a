// unfold listens to single letters on the whole window ("c" leaves the page, "[" folds the sidebar), wherever the
// focus is but in a text field. In a form a letter is input: it goes no further than the form.
document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("#content-main form, dialog form")) {
    form.addEventListener("keydown", (event) => {
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.stopPropagation();
    });
  }
});

// The editor of rich text hides the field that the label names: the label speaks for the editor then.
window.addEventListener("load", () => requestAnimationFrame(() => {
  for (const editor of document.querySelectorAll(".prose-editor [role=textbox]")) {
    const field = editor.closest(".prose-editor").querySelector("textarea");
    const label = document.querySelector(`label[for="${field?.id}"]`);
    if (label) editor.setAttribute("aria-label", label.textContent.trim());
    if (field?.getAttribute("aria-describedby")) editor.setAttribute("aria-describedby", field.getAttribute("aria-describedby"));
  }
}));
