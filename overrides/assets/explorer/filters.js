// The filters in use, each with the state that lifts it. Pure.

import { FACETS } from "../search/state.js";
import { choose, lift } from "./choices.js";
import { fill } from "../page/texts.js";

/**
 * @typedef {import("../search/state.js").State} State
 *
 * @typedef {object} Filter
 * @property {string} facet `q`, `period` or `zone` beside the facets
 * @property {string} value
 * @property {string} text `Pays : Pérou`
 * @property {State} without the state with this filter lifted
 */

/**
 * The words asked for and the filters, in the order of the address.
 * @param {State} state
 * @param {import("./names.js").Names} names
 * @returns {Filter[]}
 */
export function filters(state, names) {
  /** @type {Filter[]} */
  const found = [];
  if (state.q) {
    const text = fill(names.texts.chip, { facet: names.texts.words, value: state.q });
    found.push({ facet: "q", value: state.q, text, without: lift(state, "q") });
  }
  for (const facet of FACETS) {
    for (const value of state.facets[facet] ?? []) {
      const text = names.pair(facet, names.value(facet, value));
      found.push({ facet, value, text, without: choose(state, facet, value, false) });
    }
  }
  if (state.from !== null || state.to !== null) {
    const text = names.pair("period", names.years(state));
    found.push({ facet: "period", value: "", text, without: lift(state, "period") });
  }
  if (state.zone) {
    found.push({ facet: "zone", value: "", text: names.pair("zone", names.texts.zone), without: lift(state, "zone") });
  }
  return found;
}

/**
 * The question in words, for a title.
 * @param {State} state
 * @param {import("./names.js").Names} names
 * @returns {string} `eau · Pérou`; empty if nothing is asked
 */
export function inWords(state, names) {
  const each = (/** @type {Filter} */ { facet, value, text }) =>
    facet === "q" ? value : facet === "period" ? names.years(state) : facet === "zone" ? text : names.value(facet, value);
  return filters(state, names).map(each).join(" · ");
}
