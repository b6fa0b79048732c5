// What the files of the build hold: written by generator/render/search/, read by source.js.

/**
 * @typedef {[kind: string, id: string, text: string, ...also: string[]]} Label
 *
 * @typedef {object} Core
 * @property {number} count records
 * @property {number} step records whose texts share a file
 * @property {Record<string, string>} types type → how addresses of such records begin
 * @property {string[][]} asked facets in the order addresses name them, each with its former name, if it has one
 * @property {[number, number][]} bearers places, each with the authority that stands there and bears its name
 * @property {Record<string, Record<string, string>>} former facet → former id of a record → its id of today
 * @property {string[]} unoffered those whose values another facet offers
 * @property {string[]} ordered those whose values have an order of their own
 * @property {Record<string, [section: string, ...values: string[]]>} worded facets whose values only the catalog names:
 *   the section that does, and the values; types in the order of the column of types, ages of verifications in theirs
 * @property {Record<string, number[]>} facets facet → its values, as places in the table of labels
 * @property {[id: string, name: string, themes: number][]} taxonomies in the order of the theme facet's values
 * @property {[id: string, name: string, territories: number][]} tiers levels of territories, likewise
 * @property {[narrower: number, wider: number][]} broader places in the theme facet
 * @property {number[]} apart countries outside the region, as places in their facet
 * @property {number[]} overseas French territories of the region, likewise
 * @property {[number, number] | null} years first and last year a record names
 * @property {Label[]} labels
 * @property {string} cuts first word of each part of the index but the first
 * @property {string} stops words that do not narrow a search
 * @property {import("./reading.js").Typed} typed what people type for other words, and before names
 * @property {boolean} stemmed whether there is a stemmer of the edition's language
 * @property {number[]} levels the weights a word may have in a text
 * @property {boolean[]} titled whether each field of the index holds what a record is called
 *
 * @typedef {object} Piece
 * @property {Record<string, string[]>} terms term → its words, then for each field where it is found and its weights
 * @property {Record<string, string>} names folded name → records that bear it
 *
 * @typedef {object} Columns
 * @property {string} type
 * @property {string} verified
 * @property {string} added
 * @property {string} changed
 * @property {Record<string, string>} deed
 * @property {Record<string, string>} who
 * @property {string} actors
 * @property {string} years
 *
 * @typedef {object} Text what one result shows
 * @property {string} type
 * @property {string} id
 * @property {string} title
 * @property {string} [lang] language of the title, if not the edition's
 * @property {string[]} [context]
 * @property {string} [when]
 * @property {string} [verified]
 * @property {string} [summary]
 * @property {string} [summaryLang]
 * @property {[kind: string, text: string][]} [names] names beside the title
 * @property {number[]} [labels] places in the table of labels
 * @property {[kind: string, text: string, ...also: string[]][]} [own] labels that only this record brings
 */

export {};
