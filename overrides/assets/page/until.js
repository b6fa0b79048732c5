// What a page says to come, by the day on which it is read: the page itself stays as it was built.

import { isOver } from "./day.js";

const now = Date.now();
const upcoming = /** @type {HTMLElement | null} */ (document.querySelector("[data-upcoming]"));
const none = /** @type {HTMLElement | null} */ (document.querySelector("[data-none]"));

for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-until]"))) {
  if (!isOver(each.dataset.until ?? "", now)) continue;
  const passed = /** @type {HTMLElement | null} */ (each.querySelector("[data-passed]"));
  if (passed) passed.hidden = false;
  else if (none && upcoming?.contains(each)) move(each, listOf(each, none));
}
if (upcoming && none && !upcoming.childElementCount) {
  upcoming.hidden = true;
  none.hidden = false;
}

/**
 * Puts a meeting that is over among those of its year, the latest first.
 * @param {HTMLElement} entry
 * @param {HTMLElement} list
 */
function move(entry, list) {
  const start = entry.dataset.start ?? "";
  const entries = /** @type {HTMLElement[]} */ ([...list.children]);
  list.insertBefore(entry, entries.find((each) => (each.dataset.start ?? "") < start) ?? null);
}

/**
 * @param {HTMLElement} entry
 * @param {HTMLElement} top what stands above the years
 * @returns {HTMLElement} the list of its year, made where there is none
 */
function listOf(entry, top) {
  const year = entry.dataset.start?.slice(0, 4) ?? "";
  const years = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-year]")]);
  const found = years.find((each) => each.dataset.year === year);
  if (found) return found;
  const heading = document.createElement("h2");
  heading.id = heading.textContent = year;
  const made = document.createElement("ul");
  made.className = "rp-list";
  made.dataset.year = year;
  (years.findLast((each) => (each.dataset.year ?? "") > year) ?? top).after(heading, made);
  return made;
}
