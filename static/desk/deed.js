// A page that asks for words to a deed is sent as browsers do, once it is sure that whoever opened it is still logged in: a log-in
// page in its place would lose them. Nothing typed here is kept: to bring it back would do the deed.
import { session } from "./session.js";

const form = document.querySelector("[data-deed]"), here = session(form);
let isSure = false, isAsking = false;

async function isHere() {
  return (await here.ask()) !== "away" || here.logInAgain();
}

// Before the other listeners of the page: they hear of it when it goes.
form.addEventListener("submit", async (event) => {
  if (isSure) return;
  const button = event.submitter;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isAsking) return;
  isAsking = true;
  isSure = await isHere();
  if (isSure) form.requestSubmit(button);
  isSure = isAsking = false;
}, { capture: true });
