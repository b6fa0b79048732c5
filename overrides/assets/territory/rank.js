// Which communes answer what was typed: what is called just so, then what begins so, the most populous first.
// `first` of `generator/render/territories/communes.py` does the same for what is too short for one page.

import { beginnings, letters } from "./typed.js";

/**
 * @typedef {[name: string, code: string, population: number, former?: string]} Row a commune of today; and the name that
 *   it is found by, if that is another
 */

/** How many communes a text is answered with, unless more are called exactly so. */
const SHOWN = 8;

/**
 * @param {Row[]} rows
 * @param {string} typed letters, as `letters` of typed.js gives them
 * @returns {Row[]} each commune once, the best first
 */
export function first(rows, typed) {
  const found = rows.flatMap((row) => {
    const keys = beginnings(row[3] ?? row[0]);
    return keys.some((key) => key.startsWith(typed)) ? [{ row, exact: keys.includes(typed) }] : [];
  });
  found.sort((one, other) => Number(other.exact) - Number(one.exact) || compare(one.row, other.row));
  const once = found.filter(({ row }, at) => at === found.findIndex((each) => each.row[1] === row[1]));
  return once.slice(0, Math.max(SHOWN, once.filter(({ exact }) => exact).length)).map(({ row }) => row);
}

/**
 * @param {Row[]} rows
 * @param {string} typed
 * @returns {Row[]} those that are called just so, article and all
 */
export function exactly(rows, typed) {
  return rows.filter(([name, , , former]) => letters(former ?? name) === typed);
}

/**
 * @param {Row} one
 * @param {Row} other
 */
function compare(one, other) {
  return other[2] - one[2] || one.length - other.length || (one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : 0);
}
