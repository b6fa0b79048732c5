// Words of the catalog, their holes filled as the edition writes numbers.

import { fill } from "./fill.js";

export { fill };

/** @typedef {{ one: string, other: string }} Plural */

const locale = document.documentElement.lang || "fr";
const rules = new Intl.PluralRules(locale);
const figures = new Intl.NumberFormat(locale);

/**
 * The number as the edition writes it.
 * @param {number} value
 * @returns {string}
 */
export function figure(value) {
  return figures.format(value);
}

/**
 * The text in the plural the count asks for.
 * @param {Plural} forms
 * @param {number} count
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function plural(forms, count, values = {}) {
  return fill(forms[number(count)], { count: figure(count), ...values });
}

/**
 * The grammatical number the count asks for, of the two that catalogs tell apart.
 * @param {number} count
 * @returns {keyof Plural}
 */
export function number(count) {
  return rules.select(count) === "one" ? "one" : "other";
}
