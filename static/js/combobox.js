// Suggestions while one types: the combobox of the ARIA Authoring Practices, list autocomplete with manual selection.
// The server sends the options; Enter without a chosen one sends the form as ever.

const PAUSE = 150; // milliseconds of rest in typing before the server is asked

for (const input of document.querySelectorAll("input[data-suggest]")) enhance(input);

function enhance(input) {
  const list = document.createElement("div");
  list.className = "suggest";
  list.id = `${input.id}-suggestions`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.suggestions);
  const status = document.createElement("span");
  status.className = "vh";
  status.setAttribute("role", "status");
  input.form.append(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value);

  let active = null, asked = "", timer, request;

  const options = () => [...list.querySelectorAll("[role=option]")];

  const choose = (option) => {
    active?.setAttribute("aria-selected", "false");
    active = option;
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  };

  const close = () => {
    clearTimeout(timer);
    request?.abort();
    choose(null);
    list.hidden = true;
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
  };

  const open = () => {
    const number = options().length;
    if (!number || document.activeElement !== input) return close();
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    status.textContent = list.querySelector("[data-number]").content.textContent;
  };

  const show = (html) => {
    choose(null);
    list.innerHTML = html;
    // Several boxes on one page: an id belongs to one of them.
    for (const element of list.querySelectorAll("[id]")) element.id = `${input.id}-${element.id}`;
    for (const group of list.querySelectorAll("[aria-labelledby]")) {
      group.setAttribute("aria-labelledby", `${input.id}-${group.getAttribute("aria-labelledby")}`);
    }
    open();
  };

  const ask = async () => {
    const typed = input.value.trim();
    request?.abort();
    if (typed === asked && list.childElementCount) return open();
    asked = typed;
    if (!typed) {
      list.replaceChildren();
      return close();
    }
    request = new AbortController();
    const address = new URL(input.dataset.suggest, location.href);
    address.searchParams.set("q", typed);
    try {
      const answer = await fetch(address, { signal: request.signal });
      const html = answer.ok ? await answer.text() : "";
      if (asked === typed) show(html);
    } catch {
      // Asked anew meanwhile, or no connection: the form works without suggestions.
    }
  };

  const askSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  };

  const move = (step) => {
    const all = options();
    const place = all.indexOf(active) + step;
    // Past either end one is back in the field, as with nothing chosen.
    choose(active === null && step < 0 ? all.at(-1) : all[place] ?? null);
  };

  const keys = {
    ArrowDown(event) {
      if (list.hidden) return ask();
      if (!event.altKey) move(1);
    },
    ArrowUp(event) {
      if (list.hidden) return;
      if (event.altKey) close();
      else move(-1);
    },
    Enter(event) {
      if (!active) return close() ?? false;
      return go(active, event.ctrlKey || event.metaKey);
    },
    Escape() {
      if (list.hidden) return false; // then the browser empties the field
      return close();
    },
    Home() { choose(null); return false; },
    End() { choose(null); return false; },
    Tab() { close(); return false; },
  };

  const go = (option, inNewTab) => {
    close();
    if (inNewTab) window.open(option.dataset.href, "_blank", "noopener");
    else location.assign(option.dataset.href);
  };

  input.addEventListener("input", (event) => { if (!event.isComposing) askSoon(); });
  input.addEventListener("compositionend", askSoon);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || !(event.key in keys)) return;
    if (keys[event.key](event) !== false) event.preventDefault();
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option, event.ctrlKey || event.metaKey);
  });
}
