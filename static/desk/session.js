// Whether whoever opened the form is still logged in, and a log-in that does not leave it: a session may have ended, or was
// ended in another tab. The token that guards forms changes with every log-in, and is renewed here.
export function session(form) {
  const dialog = document.querySelector("[data-log-in-again]"), { user, session: address, logIn } = dialog.dataset;
  const entry = dialog.querySelector("form"), told = dialog.querySelector("[data-errors]");
  const WRONG = "The password is not right, or this account may not come in here.";
  const WRONG_CODE = "The code is not right, or was used already. Wait for the next one that your app shows.";
  const codeField = dialog.querySelector("[data-code]");
  let resolve = null;

  // "here", "away" (nobody or somebody else is logged in) or "unknown" (no connection).
  async function ask() {
    const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
    const now = answer?.ok ? await answer.json() : null;
    if (!now) return "unknown";
    for (const holder of [form, entry]) holder.elements.csrfmiddlewaretoken.value = now.token;
    return now.user === user ? "here" : "away";
  }
  function close(isHere) {
    dialog.close();
    entry.elements.password.value = entry.elements.code.value = "";
    resolve?.(isHere);
    resolve = null;
  }
  entry.addEventListener("submit", async (event) => {
    event.preventDefault();
    told.hidden = true;
    const answer = await fetch(logIn, { method: "POST", body: new URLSearchParams(new FormData(entry)), redirect: "manual" })
      .catch(() => null);
    // The password is asked for once: it stays while the code is typed.
    const asksCode = answer?.headers.get("X-Asks-For") === "code", isFirst = asksCode && codeField.hidden;
    codeField.hidden = !asksCode;
    entry.elements.code.value = "";
    if (!asksCode) entry.elements.password.value = "";
    const state = await ask();
    if (state === "here") return close(true);
    const wait = answer?.headers.get("Retry-After");
    told.textContent = isFirst ? "" : wait ? `There have been many tries: wait ${wait} seconds, then try again.`
      : !answer || state === "unknown" ? "No answer: is the connection there?" : asksCode ? WRONG_CODE : WRONG;
    told.hidden = isFirst;
    (asksCode ? entry.elements.code : entry.elements.password).focus();
  });
  dialog.addEventListener("cancel", () => close(false));
  dialog.querySelector("[data-close]").addEventListener("click", () => close(false));
  // Logged in meanwhile in another tab: nothing is left to ask for.
  addEventListener("focus", async () => {
    if (dialog.open && (await ask()) === "here") close(true);
  });

  return {
    ask,
    // True once the same user is logged in again.
    logInAgain() {
      told.hidden = true;
      dialog.showModal();
      entry.elements.password.focus();
      return new Promise((answered) => { resolve = answered; });
    },
  };
}
