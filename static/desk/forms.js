// unfold listens to single letters on the whole window ("c" leaves the page, "[" folds the sidebar), wherever the
// focus is but in a text field. In a form a letter is input: it goes no further than the form.
document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("#content-main form, dialog form")) {
    form.addEventListener("keydown", (event) => {
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.stopPropagation();
    });
  }
});
