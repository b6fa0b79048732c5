// The words of the page: the template writes them, from the edition's catalog.

/** @typedef {{ one: string, other: string }} Plural */

/**
 * @typedef {object} Texts
 * @property {string} loading
 * @property {Plural} total
 * @property {Plural} more
 * @property {string} partial
 * @property {string} none
 * @property {Plural} unknown
 * @property {string} quoted
 * @property {string} try
 * @property {string} missing
 * @property {Record<string, string>} types type of record → its name
 * @property {Record<string, string>} why kind of reason → how it begins
 */

const locale = document.documentElement.lang || "fr";
const rules = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

/**
 * The text with its holes filled.
 * @param {string} text
 * @param {Record<string, string>} values
 * @returns {string}
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/gu, (hole, name) => values[name] ?? hole);
}

/**
 * The text in the plural the count asks for.
 * @param {Plural} forms
 * @param {number} count
 * @param {Record<string, string>} [values]
 * @returns {string}
 */
export function plural(forms, count, values = {}) {
  const form = rules.select(count) === "one" ? forms.one : forms.other;
  return fill(form, { count: numbers.format(count), ...values });
}
