// "Said by …": a small dialog that answers with a speaker and the evidence, with somebody new, or with null.
import { element } from "./element.js";

const PAUSE = 900; // milliseconds after which letters begin a new word
const GAP = 8,
  FOOT = 76;
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function picker(dialog) {
  const list = dialog.querySelector("[role=listbox]"),
    hint = dialog.querySelector("[data-hint]");
  const other = dialog.querySelector("[data-other]"),
    kinds = [...dialog.querySelectorAll("[type=radio]")];
  let speakers = [],
    words = [],
    answer,
    chosen = -1,
    typed = "",
    note = "",
    fit = [],
    timer;

  function fill(people) {
    speakers = people;
    words = people.map(({ name, also = [] }) =>
      fold([...also, name].join(" "))
        .trim()
        .split(/[\s-]+/),
    ); // the surname last
    list.replaceChildren(
      ...people.map((speaker, i) => {
        const option = dialog.querySelector("template").content.firstElementChild.cloneNode(true);
        Object.assign(option, {
          id: `said-by-${i}`,
          onclick: () => {
            choose(i);
            finish();
          },
        }).dataset.hue = speaker.hue;
        option.querySelector(".avatar").textContent = speaker.initials;
        option.querySelector("b").textContent = speaker.name;
        option.querySelector("small").textContent = speaker.post;
        return option;
      }),
    );
  }

  function choose(i, why = "") {
    chosen = i;
    [...list.children].forEach((option, n) => option.setAttribute("aria-selected", n === i));
    if (i < 0) list.removeAttribute("aria-activedescendant");
    else list.setAttribute("aria-activedescendant", `said-by-${i}`);
    list.children[i]?.scrollIntoView({ block: "nearest" });
    hint.textContent = [why || (i < 0 && "Type a name’s first letters"), note].filter(Boolean).join(" · ");
  }

  // One surname that fits is chosen; several are shown, and none is chosen until more letters or an arrow say which.
  function type(letter) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      typed = "";
    }, PAUSE);
    const starting = (start) => [...words.keys()].filter((i) => words[i].some((word) => word.startsWith(start)));
    const again = typed === fold(letter) && !starting(typed + typed).length;
    typed = again ? typed : typed + fold(letter);
    const any = starting(typed),
      surnames = any.filter((i) => words[i].at(-1).startsWith(typed));
    fit = surnames.length ? surnames : any;
    [...list.children].forEach((option, i) => option.toggleAttribute("data-fits", fit.length > 1 && fit.includes(i)));
    if (again && fit.length) choose(fit[(fit.indexOf(chosen) + 1) % fit.length]);
    else if (fit.length > 1) choose(-1, `${fit.length} names fit “${typed}”: type on, or ↓`);
    else if (fit.length) choose(fit[0]);
    else {
      hint.textContent = `Nobody here begins with “${typed}”`;
      typed = "";
    }
  }

  const evidence = () => kinds.find((kind) => kind.checked).value;
  function finish(
    given = chosen >= 0 && { speaker: speakers[chosen].value, name: speakers[chosen].name, evidence: evidence() },
  ) {
    if (given === false) {
      hint.textContent = "Choose who said it first";
      return;
    }
    dialog.hidePopover();
    answer?.(given);
    answer = null;
  }

  function showOther(shown) {
    other.hidden = !shown;
    list.hidden = hint.hidden = shown;
    (shown ? other.elements.name : list).focus();
  }
  dialog.querySelector("[data-not-listed]").addEventListener("click", () => showOther(true));
  dialog.querySelector("[data-back]").addEventListener("click", () => showOther(false));
  other.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = other.elements.name.value.trim();
    if (name)
      finish({
        other: { name, post: other.elements.post.value.trim(), group: other.elements.group.checked },
        name,
        evidence: evidence(),
      });
  });

  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation(); // unfold listens on window: c would leave the page, [ would fold the sidebar away
    const { key } = event,
      typing = event.target.closest("[data-other]"),
      inKinds = kinds.includes(event.target);
    if (key === "Escape") finish(null);
    else if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      key === "Tab" ||
      typing ||
      event.target.closest("button")
    )
      return;
    else if (key === "Enter") finish();
    else if (/^[1-4]$/.test(key)) {
      kinds[key - 1].checked = true;
      if (chosen >= 0) finish();
    } else if (!inKinds && key === "ArrowDown") choose(chosen < 0 ? (fit[0] ?? 0) : (chosen + 1) % speakers.length);
    else if (!inKinds && key === "ArrowUp") choose((chosen + speakers.length - (chosen >= 0)) % speakers.length);
    else if (/^\p{L}$/u.test(key)) type(key);
    else return;
    event.preventDefault();
  });
  document.addEventListener("pointerdown", (event) => {
    if (answer && !dialog.contains(event.target)) finish(null);
  });

  // people: {value, name, post, initials, hue, also}; at: where the passage stands on the screen; letter: typed already;
  // why: what makes `speaker` likely.
  return function ask({ people, at, evidence: known, because, speaker, letter = "", why = "" }) {
    answer?.(null);
    fill(people);
    kinds.forEach((kind) => {
      kind.checked = kind.value === known;
    });
    typed = "";
    fit = [];
    note = because;
    other.reset();
    dialog.showPopover();
    showOther(!people.length);
    choose(
      people.findIndex(({ value }) => value === speaker),
      why,
    );
    if (letter) type(letter);
    place(at);
    return new Promise((resolve) => {
      answer = resolve;
    });
  };

  // Beside the text where there is room: the words above a passage say who "he" is.
  function place(at) {
    const { width, height } = dialog.getBoundingClientRect();
    const beside = at.right + GAP + width < innerWidth;
    const below = at.bottom + GAP + height < innerHeight;
    const top = beside ? at.top - 60 : below ? at.bottom + GAP : at.top - height - GAP;
    dialog.style.left = `${beside ? at.right + GAP : Math.max(GAP, innerWidth - width - GAP)}px`;
    dialog.style.top = `${Math.max(GAP, Math.min(top, innerHeight - height - FOOT))}px`;
  }
}
