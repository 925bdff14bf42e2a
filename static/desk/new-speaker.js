// A speaker made on the spot: who has a like name is shown while one types, and choosing one of them comes first.

const dialog = document.getElementById("new-speaker");
const section = document.querySelector('[data-rows="appearances"]');

if (dialog && section) {
  const form = dialog.querySelector("form");
  const found = dialog.querySelector("[data-alike-list]");
  const errors = dialog.querySelector("[data-errors]");
  const token = document.querySelector('#event_form [name="csrfmiddlewaretoken"]').value;

  const choose = (speaker) => {
    section.dispatchEvent(new CustomEvent("rows:add", { detail: (row) => {
      const select = row.querySelector('[name$="-speaker"]');
      select.append(new Option(speaker.name, speaker.id, true, true));
      window.django.jQuery(select).trigger("change");
      dialog.close();
      row.querySelector('[name$="-printed_post"]').focus();
    } }));
  };

  const show = (alike) => {
    found.hidden = alike.length === 0;
    found.querySelector("ul").replaceChildren(...alike.map((speaker) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = speaker.name;
      const about = document.createElement("small");
      const spelling = speaker.spelling === speaker.name ? "" : `as “${speaker.spelling}”`;
      about.textContent = [spelling, speaker.post, speaker.country].filter(Boolean).join(" · ");
      button.append(about);
      button.addEventListener("click", () => choose(speaker));
      item.append(button);
      return item;
    }));
  };

  let pause;
  form.elements.name.addEventListener("input", () => {
    clearTimeout(pause);
    form.elements.another_person.checked = false;
    pause = setTimeout(async () => {
      const name = form.elements.name.value.trim();
      if (name.length < 3) return show([]);
      const answer = await fetch(`${dialog.dataset.alike}?${new URLSearchParams({ name })}`);
      if (answer.ok && form.elements.name.value.trim() === name) show((await answer.json()).alike);
    }, 250);
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    errors.hidden = true;
    const answer = await fetch(dialog.dataset.quick, {
      method: "POST", body: new FormData(form), headers: { "X-CSRFToken": token },
    }).catch(() => null);
    const told = await answer?.json().catch(() => null);
    if (answer?.status === 201) return choose(told);
    if (told?.alike) return show(told.alike);
    errors.textContent = told?.errors?.join(" ") ?? "The record was not made: is the connection there?";
    errors.hidden = false;
  });

  for (const button of document.querySelectorAll("[data-new-speaker]")) {
    button.addEventListener("click", () => {
      form.reset();
      show([]);
      errors.hidden = true;
      dialog.showModal();
    });
  }
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
}
