// The settings: how name, line and colours will look, while one chooses. The server measures; here it is only shown.
const PAUSE = 250;
const looks = document.querySelector(".looks");
const field = (name) => document.getElementById(`id_${name}`);

const show = (look, colours) => {
  look.style.setProperty("--look-accent", colours.accent);
  look.style.setProperty("--look-on-accent", colours.on_accent);
  look.querySelector("[data-ratio]").textContent = colours.ratio;
  look.querySelector("[data-objection]").textContent = colours.objection;
};

const measure = async () => {
  const asked = new URLSearchParams({ accent: field("accent").value, accent_dark: field("accent_dark").value });
  const answer = await fetch(`${looks.dataset.colours}?${asked}`);
  if (!answer.ok) return;
  const colours = await answer.json();
  for (const look of looks.querySelectorAll("[data-look]")) show(look, colours[look.dataset.look]);
};

const addPicker = (text) => {
  const picker = document.createElement("input");
  picker.type = "color";
  picker.className = "colour-picker";
  picker.setAttribute("aria-label", `${text.labels[0].textContent.trim()}, chosen by eye`);
  const look = looks.querySelector(text.id === "id_accent" ? "[data-look=light]" : "[data-look=dark]");
  const follow = () => {
    const typed = /^#[0-9a-f]{6}$/i.test(text.value);
    picker.value = typed ? text.value : look.style.getPropertyValue("--look-accent").trim();
  };
  picker.addEventListener("input", () => {
    text.value = picker.value;
    text.dispatchEvent(new Event("input", { bubbles: true }));
  });
  text.addEventListener("input", follow);
  follow();
  const row = document.createElement("span");
  row.className = "colour-row";
  text.before(row);
  row.append(text, picker);
};

if (looks && field("accent")) {
  let waiting;
  for (const name of ["accent", "accent_dark"]) {
    addPicker(field(name));
    field(name).addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(measure, PAUSE);
    });
  }
  for (const name of ["name", "strapline"]) {
    field(name).addEventListener("input", () => {
      for (const shown of looks.querySelectorAll(`[data-shows=${name}]`)) shown.textContent = field(name).value;
    });
  }
}
