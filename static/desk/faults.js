// What is to be mended, as the server told it: a list above the form that leads to each field, and the words at the field.
const SHOWN = "data-fault";

function listed(errors) {
  const note = document.createElement("section");
  note.className = "note bad to-mend";
  note.tabIndex = -1;
  note.setAttribute("role", "alert");
  note.setAttribute(SHOWN, "");
  const title = document.createElement("h2"), list = document.createElement("ul");
  title.textContent = `Not saved yet: ${errors.length === 1 ? "one thing" : `${errors.length} things`} to mend`;
  for (const { id, label, words } of errors) {
    const line = document.createElement("li");
    line.innerHTML = words; // escaped by the server, which may have put a link or a question in it
    for (const asked of line.querySelectorAll("input, label")) asked.remove(); // they are asked at the field
    if (id) {
      const link = Object.assign(document.createElement("a"), { href: `#${id}`, textContent: label });
      line.prepend(link, ": ");
    }
    list.append(line);
  }
  note.append(title, list);
  return note;
}

function told(words) {
  const list = document.createElement("ul"), line = document.createElement("li");
  list.className = "errorlist";
  list.setAttribute(SHOWN, "");
  line.innerHTML = words;
  list.append(line);
  return list;
}

// Returns false where an error stands at something that is not on this page: the server's own page has it then.
export function showFaults(form, errors) {
  form.querySelectorAll(`[${SHOWN}], .errorlist, .to-mend`).forEach((old) => old.remove());
  form.querySelectorAll(".errors").forEach((part) => part.classList.remove("errors"));
  if (errors.some(({ id }) => id && !document.getElementById(id))) return false;
  for (const { id, words } of errors.filter((error) => error.id)) {
    const field = document.getElementById(id), group = field.closest(".group, .field, .field-row, section");
    form.dispatchEvent(new CustomEvent("desk:fault", { detail: field }));
    group?.classList.add("errors");
    (field.closest(".related-widget-wrapper, .prose-editor, .picker") ?? field).after(told(words));
  }
  const note = listed(errors);
  form.prepend(note);
  note.focus({ preventScroll: true });
  note.scrollIntoView({ block: "start" });
  return true;
}
