// What is typed into a form of the desk stays in this browser until it is saved: after a crash, a reload, Back, an ended
// session. It is kept by user, record, the version that was opened, and when: no page writes over what another keeps. After a
// week it goes, and log-out forgets it (forms.js).
// A log-out in another tab leaves this tab its own words: in its sessionStorage, which no other tab can read.
export const PREFIX = "rapporteur-kept:";
const WEEK = 7 * 24 * 3600e3, PAUSE = 2000;
const UNSAID = /^(csrfmiddlewaretoken|_.*)$/;
const BESIDE = /^(seen|opened|.*_FORMS)$/; // says how the form was opened, and nothing of the editor's
const STORES = [localStorage, sessionStorage];

export const words = (form) =>
  [...new FormData(form)]
    .filter(([name, value]) => typeof value === "string" && !UNSAID.test(name))
    .map(([name, value]) => [name, value.replace(/\r\n?/g, "\n")]);

const gathered = (fields) => {
  const all = new Map();
  for (const [name, value] of fields) if (!BESIDE.test(name)) all.set(name, [...(all.get(name) ?? []), value]);
  return all;
};

// The fields that say something else, with what the first of the two says in them.
export function differing(fields, others) {
  const [these, those] = [gathered(fields), gathered(others)];
  const said = (all, name) => (all.get(name) ?? []).filter(Boolean).join("\n").trim();
  return [...new Set([...these.keys(), ...those.keys()])]
    .filter((name) => said(these, name) !== said(those, name))
    .map((name) => [name, said(these, name)]);
}

const read = (store, key) => {
  try {
    return JSON.parse(store.getItem(key));
  } catch {
    return null;
  }
};

function forgetOld() {
  for (const store of STORES) {
    for (const key of Object.keys(store).filter((name) => name.startsWith(PREFIX))) {
      if (!(Date.now() - read(store, key)?.at < WEEK)) store.removeItem(key);
    }
  }
}

// The newest words of this user about this record: {key, at, version, fields}, or null.
export function kept(user, record) {
  forgetOld();
  const start = `${PREFIX}${user}:${record}:`;
  const found = STORES.flatMap((store) =>
    Object.keys(store).filter((key) => key.startsWith(start)).map((key) => ({ key, ...read(store, key) })),
  );
  return found.sort((one, other) => other.at - one.at)[0] ?? null;
}

// All that is kept of a record: nothing of it may stay.
function forgetRecord(user, record) {
  for (const store of STORES) {
    for (const key of Object.keys(store).filter((name) => name.startsWith(`${PREFIX}${user}:${record}:`))) store.removeItem(key);
  }
}
export const forget = (key) => STORES.forEach((store) => store.removeItem(key));

// Keeps what `form` says from the first word typed on. `tell` hears "here", "typing", "rule" and "full".
export function keeping(form, { user, record, isSecret, tell }) {
  const version = form.elements.seen?.value || form.elements.opened?.value || "";
  const key = `${PREFIX}${user}:${record}:${version}:${Date.now()}`;
  let timer, typed = false, over = false, first = null;

  function write(store = localStorage) {
    clearTimeout(timer);
    timer = null;
    if (over || !typed) return;
    if (isSecret()) {
      forgetRecord(user, record);
      return tell("rule");
    }
    try {
      store.setItem(key, JSON.stringify({ at: Date.now(), version, fields: words(form) }));
      tell("here");
    } catch {
      tell("full");
    }
  }
  function later(event) {
    if (over) return;
    // While the page is still coming scripts fill fields, and nobody has typed that.
    if (first === null && event && !(event.originalEvent ?? event).isTrusted) return;
    if (!typed && JSON.stringify(words(form)) === first) return; // a script has set a field to what it said
    typed = true;
    if (isSecret()) return write(); // at once: what was kept before goes
    if (!timer) tell("typing");
    clearTimeout(timer);
    timer = setTimeout(() => (window.requestIdleCallback ?? setTimeout)(() => write()), PAUSE);
  }
  addEventListener("load", () => { first = JSON.stringify(words(form)); });
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  window.django?.jQuery?.(form).on("change", "select", later); // a select2 says its changes through jQuery alone
  addEventListener("visibilitychange", () => document.hidden && timer && write());
  addEventListener("pagehide", () => timer && write());
  addEventListener("storage", (event) => {
    const forgotten = event.storageArea === localStorage && event.newValue === null;
    if (forgotten && (event.key === key || event.key === null)) write(sessionStorage);
  });
  addEventListener("submit", (event) => {
    if (event.target.id === "logout-form") over = true;
  });

  return {
    later,
    get typed() { return typed && !over; },
    // What was typed has been saved.
    done() {
      over = true;
      clearTimeout(timer);
      forget(key);
    },
  };
}
