// A form is sent once: its buttons wait for the answer. Coming back to the page by the browser's history, it may be sent again.

const form = document.getElementById("event_form");

if (form) {
  let waiting = false;
  form.addEventListener("submit", (event) => {
    if (waiting) event.preventDefault();
    waiting = true;
    form.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", () => {
    waiting = false;
    form.removeAttribute("aria-busy");
  });
}
