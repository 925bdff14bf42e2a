// In a long list a picker stays the select that the server sent, which shows what is chosen, until it is entered: a select2
// takes some milliseconds and a dozen elements.
const MANY = 12, LATE = "late-picker", PICKER = "admin-autocomplete";

for (const list of document.querySelectorAll("[data-list]")) {
  const pickers = list.querySelectorAll(`select.${PICKER}`);
  if (pickers.length > MANY) for (const picker of pickers) picker.classList.replace(PICKER, LATE);
}

function make(select) {
  select.classList.replace(LATE, PICKER);
  window.django.jQuery(select).djangoAdminSelect2();
  return select.parentElement.querySelector(".select2-selection");
}

document.addEventListener("pointerover", ({ target }) => {
  if (target.matches?.(`select.${LATE}`)) make(target);
});
document.addEventListener("focusin", ({ target }) => {
  if (target.matches?.(`select.${LATE}`)) make(target).focus();
});
