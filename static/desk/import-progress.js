// While an old site is read, how far it is: asked for by itself, so that nobody reloads the whole queue.
const SECONDS = 5;

async function ask() {
  const shown = document.querySelector("[data-import]");
  if (!shown) return;
  const answer = await fetch(shown.dataset.import).catch(() => null);
  if (answer?.ok && !answer.redirected) shown.outerHTML = await answer.text();
  setTimeout(ask, SECONDS * 1000);
}

setTimeout(ask, SECONDS * 1000);
