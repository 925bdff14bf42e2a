// A form of the desk is sent without leaving the page: whatever the answer, the words stay. Once it is saved, the page goes where
// the server says. Without this script a browser sends the form as it always does.
import { differing, forget, kept, keeping, words } from "./keeping.js";
import { session } from "./session.js";
import { showFaults } from "./faults.js";

const box = document.querySelector("[data-kept]");
// A change that waits is another record than what readers see.
const record = location.pathname + (new URLSearchParams(location.search).has("change") ? "?change" : "");
const form = document.querySelector("#content-main form[id$=_form]");

const STILL = "Your words are still here.";
const REFUSALS = {
  0: `Not saved: no answer came, so the connection may be gone. ${STILL} Save again when it is back.`,
  401: `Not saved: you are logged out, or somebody else is logged in. ${STILL} Save again to log in.`,
  403: `Not saved: you may not change this as it is now; somebody may have published it meanwhile. ${STILL}`,
  404: `Not saved: this record has been deleted meanwhile. ${STILL}`,
  413: `Not saved: this is more than can be sent at once, often because of a picture. ${STILL} Choose a smaller file and save again.`,
  503: `Not saved: the archive can take nothing at this moment. ${STILL} Save again in a minute, or tell whoever runs the archive.`,
  500: `Not saved: the archive failed at it, which is no fault of yours. ${STILL} Try again, or tell whoever runs the archive.`,
};
const STATES = {
  typing: "Typing…",
  rule: "Nothing is kept in this browser: the Chatham House Rule",
  full: "This browser keeps nothing: save often",
};
const PATIENCE = 90e3; // a save that takes longer has lost its way

function desk() {
  const refusal = box.querySelector("[data-refusal]"), state = box.querySelector("[data-kept-state]");
  const { user } = box.dataset, here = session(form);
  const isAlwaysSecret = "nothingKept" in box.dataset || form.querySelector("[type=password]") !== null;
  const rule = form.elements.record_rule;
  const isSecret = () => isAlwaysSecret || rule?.value === "chatham-house";
  const keeper = keeping(form, { user, record, isSecret, tell: (what) => tellState(what) });

  function tellState(what) {
    const clock = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    state.textContent = STATES[what] ?? `Kept in this browser ${clock}, not saved`;
  }
  function tell(text) {
    refusal.textContent = text;
    refusal.hidden = !text;
    if (text) refusal.scrollIntoView({ block: "nearest" });
  }

  let waiting = false, leaving = false;
  addEventListener("beforeunload", (event) => { if (keeper.typed && !leaving) event.preventDefault(); });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return; // the page has only come whole; nobody came back to it
    waiting = leaving = false;
    form.removeAttribute("aria-busy");
  });

  form.addEventListener("submit", async (event) => {
    if (event.submitter?.name === "_preview") return void form.dispatchEvent(new CustomEvent("desk:sending")); // in its own tab
    event.preventDefault();
    if (waiting) return;
    waiting = true;
    form.setAttribute("aria-busy", "true");
    tell("");
    await send(event.submitter);
    if (leaving) return;
    waiting = false;
    form.removeAttribute("aria-busy");
  });

  async function send(button) {
    form.dispatchEvent(new CustomEvent("desk:sending"));
    const answer = await answerTo(button);
    const isPage = !answer.headers?.get("Content-Type")?.startsWith("application/json");
    if (answer.status === 409 || (answer.status === 200 && isPage)) return sendAsBrowsersDo(button); // a page that asks something
    if (answer.status === 200) return goTo((await answer.json()).to);
    if (answer.status === 422) return mend(await answer.json(), button);
    tell(REFUSALS[answer.status] ?? REFUSALS[answer.status < 500 ? 403 : 500]);
    keeper.later();
  }

  // The answer to the form; where nobody is logged in any more, after a log-in, and with the token that holds now.
  async function answerTo(button, again = false) {
    const data = new FormData(form, button), hasFile = [...data.values()].some((value) => value instanceof File && value.size);
    const body = hasFile ? data : new URLSearchParams([...data].filter(([, value]) => typeof value === "string"));
    const answer = await fetch(form.action, {
      method: "POST", body, redirect: "manual", headers: { Accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE),
    }).catch(() => ({ status: 0 }));
    const isRefused = answer.type === "opaqueredirect" || answer.status === 403 || answer.status === 413;
    if (again || !isRefused) return answer.type === "opaqueredirect" ? { status: 403 } : answer;
    const before = form.elements.csrfmiddlewaretoken.value, state = await here.ask();
    if (state === "away" && !(await here.logInAgain())) return { status: 401 };
    const isRenewed = form.elements.csrfmiddlewaretoken.value !== before;
    return state === "away" || isRenewed ? answerTo(button, true) : answer;
  }
  function goTo(to) {
    const target = new URL(to, location.href);
    if (target.href.split("#")[0] === location.href.split("#")[0]) target.hash = "";
    leaving = true;
    keeper.done();
    if (box.dataset.taken) forget(box.dataset.taken);
    location.assign(target);
  }
  function mend({ errors, seen }, button) {
    if (seen && form.elements.seen) form.elements.seen.value = seen;
    keeper.later();
    if (!showFaults(form, errors)) sendAsBrowsersDo(button);
  }
  function sendAsBrowsersDo(button) {
    if (button?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name }));
    leaving = true;
    form.submit();
  }
}

// --- What was kept ---

function offer(has) {
  const note = box.querySelector("[data-offer]"), now = has ? words(form) : [];
  const differ = differing(has.fields, now);
  if (!differ.length) return;
  note.querySelector("[data-offer-at]").textContent = new Date(has.at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  note.querySelector("[data-offer-older]").hidden = !form?.elements.seen || has.version === form.elements.seen.value;
  note.querySelector("[data-offer-words]").replaceChildren(...differ.filter(([, said]) => said).flatMap(([name, said]) => [
    Object.assign(document.createElement("dt"), { textContent: nameOf(name) }),
    Object.assign(document.createElement("dd"), { textContent: said }),
  ]));
  note.hidden = false;
  note.querySelector("[data-take]")?.addEventListener("click", () => take(has));
  note.querySelector("[data-let-go]").addEventListener("click", () => {
    forget(has.key);
    note.hidden = true;
  });
}
const nameOf = (name) =>
  document.querySelector(`label[for="id_${CSS.escape(name)}"]`)?.textContent.trim() || name.replace(/[-_]+/g, " ");

// The server shows the words in the form, as it does when something is to be mended, and saves nothing.
function take({ key, fields }) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const sent = Object.assign(document.createElement("form"), { method: "post", action: record, hidden: true });
  for (const [name, value] of [...fields, ["csrfmiddlewaretoken", token], ["_kept", key]]) {
    const field = document.createElement("textarea"); // an input would lose the ends of lines
    sent.append(Object.assign(field, { name, value }));
  }
  document.body.append(sent);
  sent.submit();
}

if (box && form && !form.elements._popup) {
  const lastWords = "nothingKept" in box.dataset ? null : kept(box.dataset.user, record);
  if (lastWords?.fields && lastWords.key !== box.dataset.taken) addEventListener("load", () => offer(lastWords));
  if (!("readOnly" in box.dataset)) desk();
}
