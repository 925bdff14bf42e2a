// The checks beside the form, asked of the server when nobody has typed for a while; one question at a time.
const form = document.getElementById("event_form"), list = document.querySelector("[data-checks]");
const why = document.querySelector("[data-why]");
const PAUSE = 1500;
let timer, isAsking = false;

async function ask() {
  if (isAsking || form.hasAttribute("aria-busy")) return later(); // a save is not to wait for it
  isAsking = true;
  const sent = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams([...sent, ["_checks", "1"]]), redirect: "manual" })
    .catch(() => null);
  isAsking = false;
  if (!answer?.ok) return;
  list.innerHTML = await answer.text();
  // What is written there already stays in sight.
  if (why) why.hidden = !list.querySelector(".open") && !why.querySelector("input").value;
}
function later() {
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE);
}

if (form && list) {
  form.addEventListener("input", later);
  form.addEventListener("change", later);
}
