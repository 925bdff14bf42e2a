// Keeps the decisions on the server: one request at a time, the latest state wins, and a second tab is told.
const PAUSE = 300, AGAIN = 5000;

export function keeper({ address, token, version, snapshot, tell }) {
  let timer, sending = null, dirty = false, stopped = false;

  async function send() {
    dirty = false;
    tell("Keeping…");
    try {
      const answer = await fetch(address, {
        method: "POST", headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify({ version, ...snapshot() }),
      });
      if (answer.redirected) throw stop("Not kept: you are logged out. Log in in another tab, then reload.");
      const told = await answer.json();
      if (!answer.ok) throw stop(told.error);
      version = told.version;
      tell(`Kept ${new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}`);
    } catch (error) {
      dirty = true;
      if (stopped) return;
      tell("Not kept: no connection. Tried again in a moment", true);
      timer = setTimeout(run, AGAIN);
    }
  }
  function stop(words) {
    stopped = true;
    tell(words, true);
    return new Error(words);
  }
  async function run() {
    if (sending) await sending;
    if (!dirty || stopped) return;
    sending = send();
    await sending;
    sending = null;
  }

  addEventListener("beforeunload", (event) => { if (dirty || sending) event.preventDefault(); });
  return {
    later() {
      dirty = true;
      clearTimeout(timer);
      timer = setTimeout(run, PAUSE);
    },
    // Everything is on the server when this is true.
    async now() {
      clearTimeout(timer);
      await run();
      return !dirty;
    },
    get version() { return version; },
  };
}
