// The speakers of the event: name and post as known on its date are suggested and never overwrite what was typed;
// statements choose among these rows by their number, which a row has before it is saved.

const speakers = document.querySelector('[data-rows="appearances"]');
const statements = document.querySelector('[data-rows="statements"]');
const $ = window.django?.jQuery;

const part = (row, name) => row.querySelector(`[name$="-${name}"]`);
const rowNumber = (row) => part(row, "speaker").name.split("-")[1];
const isRemoved = (row) => {
  const removal = part(row, "DELETE");
  return removal?.type === "hidden" ? removal.value !== "" : removal?.checked;
};
const rowsOf = (section) => (section ? [...section.querySelectorAll("[data-list] > [data-row]")] : []);
const nameOn = (row) =>
  part(row, "printed_name").value.trim() || part(row, "speaker").selectedOptions[0]?.text.trim() || "";

// --- Name and post ---

const suggest = (field, value) => {
  if (field.value && field.value !== field.dataset.suggested) return;
  field.value = value;
  field.dataset.suggested = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

const suggestFor = async (row) => {
  const speaker = part(row, "speaker").value;
  if (!speaker) return;
  const query = new URLSearchParams({ speaker, date: document.getElementById("id_date")?.value ?? "" });
  const answer = await fetch(`${speakers.dataset.known}?${query}`);
  if (!answer.ok || part(row, "speaker").value !== speaker) return;
  const known = await answer.json();
  suggest(part(row, "printed_name"), known.name);
  suggest(part(row, "printed_post"), known.post);
  offerSpeakers();
};

// --- Who said it ---

const labelOf = (row) => (nameOn(row) || "A row without a name") + (isRemoved(row) ? ", removed" : "");

const option = (row) => new Option(labelOf(row), rowNumber(row));

// In a big event a select learns of the others when it is entered: filling hundreds of them costs more than a key may.
const MANY = 60;
const WHO = 'select:is([name$="-said_by"], [name$="-and_by"])';

const fill = (select, rows) => {
  // Whoever is chosen stays so while their row is removed or without a name: it may be taken back.
  const chosen = select.value;
  const offered = rows.filter((row) => isOffered(row) || rowNumber(row) === chosen);
  select.replaceChildren(new Option(select.options[0].text, ""), ...offered.map(option));
  select.value = chosen;
};
const isOffered = (row) => !isRemoved(row) && nameOn(row);

const offerSpeakers = () => {
  const rows = rowsOf(speakers), selects = statements.querySelectorAll(WHO);
  for (const select of selects) {
    if (selects.length <= MANY) fill(select, rows);
    else {
      const chosen = rows.find((row) => rowNumber(row) === select.value);
      if (chosen && select.selectedOptions[0].text !== labelOf(chosen)) select.selectedOptions[0].text = labelOf(chosen);
      select.dataset.stale = "";
    }
  }
  // What a new row is copied from knows them too.
  for (const select of statements.querySelector("template").content.querySelectorAll(WHO)) fill(select, rows);
  count();
};

// What says nothing is not sent with a light row.
const chosenIn = (statement) => ["said_by", "and_by"].map((name) => part(statement, name)?.value ?? "");

const count = () => {
  const all = rowsOf(statements), said = all.filter((row) => !isRemoved(row)), says = new Map();
  for (const row of all) {
    const [who] = chosenIn(row);
    if (who === "") delete row.dataset.hue;
    else row.dataset.hue = Number(who) % 7;
  }
  for (const who of said.flatMap((row) => [...new Set(chosenIn(row))])) says.set(who, (says.get(who) ?? 0) + 1);
  for (const row of rowsOf(speakers)) {
    const number = says.get(rowNumber(row)) ?? 0;
    row.querySelector("[data-says]").textContent =
      number === 0 ? "none yet" : `${number} statement${number > 1 ? "s" : ""}`;
  }
  for (const place of document.querySelectorAll('[data-count="statements"]')) place.textContent = said.length;
  for (const place of document.querySelectorAll('[data-count="speakers"]')) {
    place.textContent = rowsOf(speakers).filter((row) => !isRemoved(row)).length;
  }
};

if (speakers && statements) {
  for (const entered of ["focusin", "pointerdown"]) {
    statements.addEventListener(entered, ({ target }) => {
      if (!target.matches?.("select[data-stale]")) return;
      delete target.dataset.stale;
      fill(target, rowsOf(speakers));
    });
  }
  document.addEventListener("rows:changed", offerSpeakers);
  // A select2 says its changes through jQuery alone.
  $?.(speakers).on("change", 'select[name$="-speaker"]', (event) => {
    suggestFor(event.target.closest("[data-row]"));
    offerSpeakers();
  });
  speakers.addEventListener("input", (event) => {
    if (event.target.name?.endsWith("-printed_name")) offerSpeakers();
  });
  statements.addEventListener("change", count);
  document.getElementById("id_date")?.addEventListener("change", () => {
    for (const row of rowsOf(speakers)) {
      const post = part(row, "printed_post");
      if ("suggested" in post.dataset) suggestFor(row);
    }
  });
  offerSpeakers();
}
