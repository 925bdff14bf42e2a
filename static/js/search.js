// What htmx leaves to us when it has put new results into the page.

let wasOpen = new Map();

const results = () => document.getElementById("results");

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target !== results()) return;
  wasOpen = new Map([...document.querySelectorAll("#narrow details[id]")].map((one) => [one.id, one.open]));
});

document.addEventListener("htmx:afterSettle", () => {
  for (const [id, open] of wasOpen) {
    const details = document.getElementById(id);
    if (details) details.open = open || details.open;
  }
  // The link that was followed may be gone, a removed narrowing say: then the results have the focus.
  if (document.activeElement === document.body) results()?.focus({ preventScroll: true });
  const said = document.querySelector("[data-announcement]");
  const status = document.querySelector("[data-announce]");
  if (said && status) status.textContent = said.firstChild.textContent.trim();
});

// A server that does not answer htmx gets the plain request instead.
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, ({ detail }) => location.assign(detail.pathInfo.finalRequestPath));
}
