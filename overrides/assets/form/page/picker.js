// A field of the form that offers what it may name: its list stands below it, and how long it is is said aloud.

import { Combobox } from "../../page/combobox.js";
import { element } from "../../page/element.js";
import { fill } from "../../page/texts.js";

/**
 * @typedef {object} Choice
 * @property {string} label
 * @property {string} [about] what tells it from another of the same name
 * @property {() => void} take
 *
 * @typedef {object} Ways
 * @property {(text: string) => Promise<Choice[]>} find
 * @property {(text: string) => void} leave what was typed stays, and nothing of the list was taken
 */

/** Lists made so far: each has an id of its own. */
let made = 0;

/**
 * Makes the field offer choices.
 * @param {HTMLInputElement} field
 * @param {string} label
 * @param {import("./shape.js").Texts} texts
 * @param {Ways} ways
 * @returns {HTMLElement} the box that now holds the field
 */
export function picker(field, label, texts, { find, leave }) {
  field.setAttribute("autocomplete", "off");
  field.setAttribute("spellcheck", "false");
  const list = element("ul", { class: "rp-combobox__list", role: "listbox", id: `rp-choices-${++made}`, "aria-label": label });
  const status = element("span", { class: "rp-visually-hidden", role: "status" });
  const { found, none } = texts.offer;
  new Combobox(field, list, {
    find,
    draw: item,
    take: (choice) => choice.take(),
    leave,
    announce: (count) => (status.textContent = count === null ? "" : count ? fill(found[count === 1 ? "one" : "other"], { count }) : none),
  });
  return element("span", { class: "rp-combobox" }, field, list, status);
}

/**
 * @param {Choice} choice
 * @returns {HTMLLIElement}
 */
function item({ label, about }) {
  return element("li", {}, label, ...(about ? [" ", element("span", { class: "rp-combobox__about" }, about)] : []));
}
