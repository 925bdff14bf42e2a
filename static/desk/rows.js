import { open } from "./light-rows.js";

// Rows that are added, sorted and removed: [data-rows] holds a [data-list] of [data-row] and a <template> of one.
// Removing ticks the row's DELETE and leaves it there, so that no number is ever used twice and it can be undone.

for (const section of document.querySelectorAll("[data-rows]")) {
  const list = section.querySelector("[data-list]");
  const template = section.querySelector("template");
  const total = section.querySelector(`[name="${section.dataset.rows}-TOTAL_FORMS"]`);
  section.dataset.live = "";
  for (const element of section.querySelectorAll("[data-with-script]")) element.hidden = false;

  const say = () => section.dispatchEvent(new CustomEvent("rows:changed", { bubbles: true }));

  const number = () => {
    let place = 0;
    for (const row of list.children) {
      const removal = row.querySelector('[name$="-DELETE"]');
      const removed = removal?.type === "hidden" ? removal.value !== "" : removal?.checked;
      const order = row.querySelector('.row-order, [type=hidden][name$="-order"]');
      if (!removed) place += 1;
      if (order) order.value = removed ? order.value : place;
      const shown = row.querySelector("[data-number]");
      if (shown) shown.textContent = removed ? "–" : place;
    }
    say();
  };

  const add = () => {
    const holder = document.createElement(list.tagName);
    holder.innerHTML = template.innerHTML.replaceAll("__prefix__", total.value);
    const row = holder.firstElementChild;
    for (const element of row.querySelectorAll("[data-with-script]")) element.hidden = false;
    list.append(row);
    total.value = Number(total.value) + 1;
    number();
    row.dispatchEvent(
      new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: section.dataset.rows } }),
    );
    return row;
  };

  section.querySelector("[data-add-row]")?.addEventListener("click", () => {
    const row = add();
    row.scrollIntoView({ block: "nearest" });
    const fields = row.querySelectorAll(".select2-selection, select:not(.select2-hidden-accessible), textarea");
    [...fields].find((field) => field.offsetParent)?.focus();
  });
  section.addEventListener("rows:add", (event) => {
    event.detail(add());
    number(); // it may have been put at another place
  });
  section.addEventListener("change", (event) => {
    if (event.target.matches?.('[name$="-DELETE"]')) number();
  });

  // A light row becomes one with fields when it is needed.
  section.addEventListener("rows:open", ({ target }) => open(target, section));
  list.addEventListener("click", ({ target }) => {
    const light = target.closest("[data-light]");
    if (light && (target.closest("[data-edit]") || !target.closest("a, button"))) open(light, section);
  });

  // A row shows its rarer fields once it is entered and keeps them: closing it again would move what is being clicked.
  list.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-row]");
    if (row) row.dataset.open = "";
  });

  section.addEventListener("keydown", (event) => {
    if (!event.target.closest("[data-grip]") || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    const row = event.target.closest("[data-row]");
    if (event.key === "ArrowUp") row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    event.target.focus();
    number();
    markUnsaved();
  });

  let dragged = null;
  section.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-grip]")?.closest("[data-row]") ?? null;
    if (!dragged) return;
    dragged.dataset.dragged = "";
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setDragImage(dragged, 0, 0);
  });
  section.addEventListener("dragover", (event) => {
    const over = event.target.closest?.("[data-row]");
    if (!dragged || !over || over === dragged || over.parentElement !== list) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) over.before(dragged);
    else over.after(dragged);
  });
  section.addEventListener("dragend", () => {
    if (!dragged) return;
    delete dragged.dataset.dragged;
    dragged = null;
    number();
    markUnsaved();
  });

  const markUnsaved = () => list.querySelector(".row-order")?.dispatchEvent(new Event("change", { bubbles: true }));

  queueMicrotask(say);
}
