// The drafts that lie at the form's door: to take up, to throw away, or, where the form can't read one, to save as a file.

import { element } from "../../page/element.js";
import { fill } from "../../page/texts.js";
import { called } from "./shape.js";

/** @typedef {import("./keeping.js").Found} Found */

/**
 * @param {HTMLElement} shelf where they are shown
 * @param {import("./keeping.js").Keeping} keeping
 * @param {import("./shape.js").Texts} texts
 */
export function show(shelf, keeping, texts) {
  const found = keeping.others();
  const { draft } = texts;
  shelf.hidden = !found.length;
  const list = element("ul", {}, ...found.map((each) => item(each, shelf, keeping, texts)));
  shelf.replaceChildren(element("p", { id: "rp-shelf" }, draft.others), list);
  list.setAttribute("aria-labelledby", "rp-shelf");
}

/**
 * @param {Found} found
 * @param {HTMLElement} shelf
 * @param {import("./keeping.js").Keeping} keeping
 * @param {import("./shape.js").Texts} texts
 * @returns {HTMLLIElement}
 */
function item({ key, kept, text }, shelf, keeping, texts) {
  const { draft, record } = texts;
  const name = kept ? called(kept.drafts[0].value) || record.unnamed : "";
  const said = kept ? fill(draft.one, { name, date: when(kept.date) }) : draft.unreadable;
  const take = kept
    ? button(draft.take, fill(draft["take-which"], { name }), () => {
        keeping.take(key);
        location.reload();
      })
    : button(draft.save, draft.save, () => save(text));
  const drop = button(draft.drop, fill(draft["drop-which"], { name: name || draft.unreadable }), () => {
    if (!window.confirm(draft["drop-sure"])) return;
    keeping.drop(key);
    show(shelf, keeping, texts);
    const next = shelf.hidden ? shelf.closest("[data-form]")?.querySelector("h2, h3") : shelf.querySelector("button");
    if (next instanceof HTMLElement) next.focus();
  });
  return element("li", { "data-shelved": kept ? "draft" : "unreadable" }, element("span", {}, said), " ", take, " ", drop);
}

/**
 * @param {string} label
 * @param {string} whole what it does, for those who do not see beside what it stands
 * @param {() => void} act
 */
function button(label, whole, act) {
  const made = element("button", { type: "button", class: "rp-control", "aria-label": whole === label ? undefined : whole }, label);
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {string} date ISO 8601
 * @returns {string} day and time, since two may be of one day
 */
export function when(date) {
  return new Date(date).toLocaleString("fr-FR", { dateStyle: "long", timeStyle: "short" });
}

/** @param {string} text */
function save(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: address, download: "brouillon.json" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
