// What the search field suggests: filters and records that its words may mean.

import { Combobox } from "../page/combobox.js";
import { element, raised } from "../page/element.js";
import { typeName } from "./names.js";

/**
 * @typedef {import("../search/complete.js").Completion} Completion
 *
 * @typedef {object} Ways
 * @property {(text: string) => Promise<Completion[]>} find what a text may mean
 * @property {(suggestion: Completion) => void} pick
 */

/**
 * Makes the search field suggest.
 * @param {HTMLInputElement} field
 * @param {HTMLElement} list
 * @param {import("./names.js").Names} names
 * @param {Ways} ways
 */
export function suggest(field, list, names, { find, pick }) {
  new Combobox(field, list, {
    find: async (text) => (text ? meant(text, find) : []),
    draw: (suggestion) => item(suggestion, names),
    take: pick,
  });
}

/**
 * @param {string} text
 * @param {Ways["find"]} find
 * @returns {Promise<Completion[]>} the filters that it, or else its last word, may mean; then the other records
 */
async function meant(text, find) {
  const suggestions = await find(text);
  let filters = suggestions.filter((suggestion) => "facet" in suggestion);
  const last = text.split(/\s+/u).pop() ?? "";
  if (!filters.length && last !== text) filters = (await find(last)).filter((suggestion) => "facet" in suggestion);
  const wanted = new Set(filters.map(({ facet, label }) => `${facet}/${label}`));
  const records = suggestions.filter((suggestion) => "url" in suggestion);
  return [...filters, ...records.filter(({ type, title }) => !wanted.has(`${type}/${title}`))];
}

/**
 * @param {Completion} suggestion
 * @param {import("./names.js").Names} names
 * @returns {HTMLLIElement}
 */
function item(suggestion, names) {
  const isFilter = "facet" in suggestion;
  const kind = isFilter ? names.facet(suggestion.facet) : typeName(names.texts, suggestion.type);
  return element(
    "li",
    { "data-suggests": isFilter ? "filter" : "record", lang: isFilter ? undefined : suggestion.lang },
    element("span", { class: "rp-suggestion__kind" }, kind),
    " ",
    element("span", { class: "rp-suggestion__text" }, ...raised(isFilter ? suggestion.label : suggestion.title)),
    // By which of its names it is meant, where that is not its title.
    ...(!isFilter && suggestion.called ? [" ", element("span", { class: "rp-soft" }, `(${suggestion.called})`)] : []),
  );
}
