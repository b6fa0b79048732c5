// What the page of the search holds for its scripts.

/**
 * @typedef {import("../page/texts.js").Plural} Plural
 *
 * @typedef {object} Texts section `explorer` of the edition's catalog
 * @property {string} loading
 * @property {string} foreign below a text that the edition has in another language only
 * @property {Plural} total
 * @property {Plural} reach how many results are shown, of how many
 * @property {Plural} more
 * @property {string} partial
 * @property {string} none
 * @property {Plural} unknown
 * @property {string} wordless
 * @property {string} read
 * @property {string} reading
 * @property {string} exactly
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
 * @property {string} overseas above the French territories, in the facet of countries
 * @property {Record<string, string>} facet
 * @property {Record<"decade" | "one" | "both" | "from" | "until" | "odd" | "backwards", string>} period
 * @property {{ relevance: string, default: string }} sort
 * @property {Record<string, string>} several type of record → its name above many
 * @property {Record<string, string>} verified
 * @property {Record<string, string>} types type of record → its name
 * @property {Record<string, string>} why kind of reason → how it begins
 * @property {Record<string, any>} take
 * @property {Record<string, any>} map
 * @property {{ all: Plural, whole: string }} embed
 * @property {GroundTexts} ground
 *
 * @typedef {object} GroundTexts what is said of a commune without record
 * @property {string} where
 * @property {string} none
 * @property {Plural} some
 * @property {string} has
 * @property {string} former
 * @property {string} within
 * @property {string} nothing
 * @property {string} code
 * @property {string} see
 * @property {Plural} initiatives
 */

export {};
