// In a big event a row is sent as hidden fields and one line. Where it is needed, it becomes a row with fields: a copy of the
// template, filled with what the hidden ones say.
export function open(row, section) {
  if (!("light" in row.dataset)) return;
  delete row.dataset.light;
  const hadFocus = row.contains(document.activeElement);
  const holder = document.createElement(row.parentElement.tagName), number = /-(\d+)$/.exec(row.id)[1];
  holder.innerHTML = section.querySelector("template").innerHTML.replaceAll("__prefix__", number);
  const full = holder.firstElementChild;
  for (const hidden of row.querySelectorAll("input[type=hidden]")) fill(full, hidden);
  for (const part of full.querySelectorAll("[data-with-script]")) part.hidden = false;
  full.querySelector("[data-number]").textContent = row.querySelector("[data-number]").textContent;
  const links = row.querySelectorAll("[data-links]"), lost = row.querySelector("[data-lost]");
  full.querySelector(".own").append(...links);
  if (lost) full.querySelector(".words").after(lost);
  row.replaceChildren(...full.childNodes);
  row.dispatchEvent(
    new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: section.dataset.rows } }),
  );
  if (hadFocus) row.querySelector("[data-number]").focus({ preventScroll: true });
}

function fill(full, hidden) {
  const { name, value, dataset } = hidden;
  const fields = [...full.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
  if (!fields.length) full.firstElementChild.append(hidden); // the key of a stored row
  for (const field of fields) {
    if (field.type === "radio") field.checked = field.value === value;
    else if (field.type === "checkbox") field.checked = value !== "";
    else if (field.tagName === "SELECT" && ![...field.options].some((option) => option.value === value)) {
      field.append(new Option(dataset.label || value, value, true, true));
    } else if (field.multiple) [...field.options].find((option) => option.value === value).selected = true;
    else field.value = value;
  }
}
