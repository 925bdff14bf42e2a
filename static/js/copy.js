// A button beside each text that is there to be taken; without a script a click selects it whole.

const SHOWN_FOR = 4000; // milliseconds
const said = document.querySelector("[data-copied]").dataset;

if (navigator.clipboard) for (const text of document.querySelectorAll("[data-copy]")) offer(text);

function offer(text) {
  const button = document.createElement("button");
  const status = document.createElement("span");
  button.type = "button";
  button.className = "quiet no-print";
  button.textContent = text.dataset.copy;
  status.className = "meta";
  status.setAttribute("role", "status");
  text.after(button, status);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent.replace(/\s+/g, " ").trim());
      status.textContent = ` ${said.copied}`;
    } catch {
      status.textContent = ` ${said.notCopied}`;
      getSelection().selectAllChildren(text);
    }
    setTimeout(() => { status.textContent = ""; }, SHOWN_FOR);
  });
}
