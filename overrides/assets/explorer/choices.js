// One choice more or less: each gives the state after it, and begins its results anew. Pure.

import { words as foldedWords } from "../search/fold.js";
import { EMPTY } from "../search/state.js";

/** @typedef {import("../search/state.js").State} State */

/**
 * The state with a value of a facet chosen, or no longer.
 * @param {State} state
 * @param {string} facet
 * @param {string} value
 * @param {boolean} [wanted]
 * @returns {State}
 */
export function choose(state, facet, value, wanted = true) {
  /** @type {Record<string, string[] | undefined>} */
  const facets = { ...state.facets };
  const others = (facets[facet] ?? []).filter((each) => each !== value);
  facets[facet] = wanted ? [...others, value] : others;
  return { ...state, facets, shown: EMPTY.shown };
}

/**
 * The state with these years, either of them open.
 * @param {State} state
 * @param {number | null} from
 * @param {number | null} to
 * @returns {State}
 */
export function during(state, from, to) {
  return { ...state, from, to, shown: EMPTY.shown };
}

/**
 * The state with these words.
 * @param {State} state
 * @param {string} q
 * @returns {State}
 */
export function ask(state, q) {
  return { ...state, q, shown: EMPTY.shown };
}

/**
 * The state that asks for nothing, in the same view.
 * @param {State} state
 * @returns {State}
 */
export function nothing(state) {
  return { ...EMPTY, view: state.view, taxonomy: state.taxonomy };
}

/**
 * The state with nothing asked of a facet.
 * @param {State} state
 * @param {string} facet `q`, `period` or `zone` beside the facets
 * @returns {State}
 */
export function lift(state, facet) {
  if (facet === "q") return ask(state, "");
  if (facet === "period") return during(state, null, null);
  if (facet === "zone") return { ...state, zone: null, shown: EMPTY.shown };
  return { ...state, facets: { ...state.facets, [facet]: undefined }, shown: EMPTY.shown };
}

/**
 * What is left of the words once a filter stands for some of them.
 * @param {string} words as they were typed
 * @param {readonly string[]} names of the filter's value
 * @returns {string}
 */
export function left(words, names) {
  const meant = names.flatMap((name) => foldedWords(name));
  const stands = (/** @type {string} */ word) => meant.some((each) => each.startsWith(word));
  return words
    .split(/\s+/u)
    .filter((word) => !foldedWords(word).every(stands))
    .join(" ");
}
