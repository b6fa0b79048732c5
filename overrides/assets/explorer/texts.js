// The words of the explorer: the template writes the catalog's, here their holes are filled.

/**
 * @typedef {{ one: string, other: string }} Plural
 *
 * @typedef {object} Texts section `explorer` of the edition's catalog
 * @property {string} loading
 * @property {Plural} total
 * @property {Plural} reach how many results are shown, of how many
 * @property {Plural} more
 * @property {string} partial
 * @property {string} none
 * @property {Plural} unknown
 * @property {string} ignored
 * @property {string} quoted
 * @property {string} try
 * @property {string} lift
 * @property {string} without
 * @property {string} missing
 * @property {string} filter
 * @property {string} filter_chosen
 * @property {Plural} see
 * @property {Plural} chosen
 * @property {string} show_all
 * @property {string} show_fewer
 * @property {Plural} show_empty
 * @property {string} find
 * @property {string} find_here
 * @property {string} find_none
 * @property {string} lift_filter
 * @property {string} chip
 * @property {string} words
 * @property {string} zone
 * @property {Record<string, string>} facet
 * @property {Record<"decade" | "both" | "since" | "until" | "odd" | "backwards", string>} period
 * @property {{ relevance: string, default: string }} sort
 * @property {Record<string, string>} several type of record → its name above many
 * @property {Record<string, string>} verified
 * @property {Record<string, string>} types type of record → its name
 * @property {Record<string, string>} why kind of reason → how it begins
 * @property {Record<string, any>} take
 * @property {Record<string, any>} map
 * @property {{ all: Plural, whole: string }} embed
 */

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
 * The text with its holes filled.
 * @param {string} text
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/gu, (hole, name) => (name in values ? String(values[name]) : hole));
}

/**
 * The text in the plural the count asks for.
 * @param {Plural} forms
 * @param {number} count
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function plural(forms, count, values = {}) {
  const form = rules.select(count) === "one" ? forms.one : forms.other;
  return fill(form, { count: figures.format(count), ...values });
}

/** Compares names as a reader of the edition sorts them. */
export const collator = new Intl.Collator(locale, { numeric: true });
