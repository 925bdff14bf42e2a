// Teasers are put after a paragraph that is chosen by its words; what is typed before it takes them along.

export function teasers(editor) {
  const selects = () => [...document.querySelectorAll('select[name$="-after_paragraph"]')];
  const paragraphs = (doc) => {
    const found = [];
    doc.forEach((node, at) => node.type.name === "paragraph" && found.push({ end: at + node.nodeSize, words: node.textContent }));
    return found;
  };
  let now = paragraphs(editor.state.doc), offering;

  const label = (words, number) => `After ${number}: ${words.length > 60 ? `${words.slice(0, 60).replace(/\s+\S*$/, "")}…` : words}`;
  const isTold = (select, options) =>
    select.options.length === options.length && options.every(([value, text], i) => select.options[i].text === text);
  function offer() {
    const options = [["0", "Before the first paragraph"], ...now.map(({ words }, i) => [String(i + 1), label(words, i + 1)])];
    for (const select of selects().filter((one) => !isTold(one, options))) {
      const chosen = select.value;
      select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
      select.value = options.some(([value]) => value === chosen) ? chosen : options.at(-1)[0];
    }
  }
  editor.on("transaction", ({ transaction }) => {
    if (!transaction.docChanged) return;
    const after = paragraphs(transaction.doc);
    for (const select of selects()) {
      const before = now[select.value - 1];
      if (!before) continue;
      const end = transaction.mapping.map(before.end, -1), place = after.findLastIndex((one) => one.end <= end + 1);
      if (place + 1 !== Number(select.value)) {
        select.append(new Option("", place + 1));
        select.value = place + 1;
      }
    }
    now = after;
    clearTimeout(offering);
    offering = setTimeout(offer, 500);
  });
  document.addEventListener("formset:added", () => setTimeout(offer));
}
