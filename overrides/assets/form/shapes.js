// What the form's modules hand to each other.

/**
 * One key of a file, with its words; what is empty, false or unknown is absent (`generator/render/form/definition.py`).
 * @typedef {{
 *   key: string, path: string, kind: string, section?: string, house?: boolean, label: string, help?: string, example?: string,
 *   anchor?: string, many?: boolean, required?: boolean, long?: boolean, core?: boolean, vocabulary?: string,
 *   reference?: string, longest?: number, minimum?: number, maximum?: number, pattern?: string,
 *   default?: boolean | number, only_for?: string, needed_for?: string, fields?: Field[], name?: string, form?: string,
 *   code?: string, shaped_by?: string, shapes?: [kind: string, name: string, pattern: string][], forms?: Record<string, string>,
 * }} Field
 */

/**
 * A term of a vocabulary; `synonyms` holds its names in other languages too, `themes` what a keyword maps to.
 * @typedef {{id: string, label: string, definition?: string, broader?: string, synonyms?: string[]}} Term
 */

/**
 * @typedef {{
 *   folder: string, label: string, plural: string, help: string, keys: string[], schema: string,
 *   sections: {name: string, title: string, fields: Field[]}[],
 * }} TypeOfRecord
 */

/** @typedef {{[key: string]: string | Texts}} Texts Sentences by key, nested. */

/**
 * `assets/form/fields.json`, and what is derived from it once.
 * @typedef {{
 *   types: Record<string, TypeOfRecord>,
 *   vocabularies: Record<string, {label: string, terms: Term[]}>,
 *   taxonomies: {id: string, label: string, terms: Term[]}[],
 *   elsewhere: Record<string, Record<string, string[]>>,
 *   countries: {id: string, label: string, listed?: boolean}[],
 *   countryNames: Record<string, string[]>,
 *   states: Record<string, string>,
 *   folders: Record<string, string>,
 *   names: Record<string, string>,
 *   problems: {problem: Record<string, {message: string, repair: string}>, expected: Record<string, {what: string,
 *     repair: string}>, type: Record<string, string>, report: Record<string, string>},
 *   patterns: Record<string, string>,
 *   limits: Record<string, number>,
 *   mailboxes: {service: string[], links: string[], long: number},
 *   tense: {present: string[], dated: string[], before: string[], after: string[], old: number, locale: string},
 *   near: Measures,
 *   typed: import("../search/reading.js").Typed,
 *   countryKeys: string[],
 *   locales: string[],
 *   allFields: Map<string, Field[]>,
 * }} Definition
 */

/**
 * What names are compared by (`generator/text/near.py`): similarities from which one may be what was meant, or two may
 * be those of one thing, in percent; how much less likely a second choice may be; how many are told, and looked at;
 * shortest name that may hold another; how many rare words of a name, and letters at both their ends, bring it beside
 * others; above which size only neighbours are compared, and how many.
 * @typedef {{
 *   likely: number, alike: number, closeBehind: number, choices: number, top: number, telling: number,
 *   rareWords: number, edge: number, block: number, window: number,
 * }} Measures
 */

/** @typedef {{[key: string]: Value}} Mapping A group of keys. */
/** @typedef {string | Mapping} Item What a list holds: no list of the model holds lists. */
/** @typedef {Item | Item[]} Value What a file holds, every scalar as the text that was typed. */

/** @typedef {string | number} Step A key, or the place in a list. */

/**
 * A record that is proposed: a new one, or a known one corrected.
 * @typedef {{type: string, id: string, value: Mapping, existing?: boolean}} Proposed
 */
/** @typedef {{records: Proposed[]}} Proposal */

/**
 * What is known of a record that exists; `other` holds its other names, `linked` how many
 * initiatives name it, `block` where its content is.
 * @typedef {{
 *   id: string, name: string, other?: string[], linked?: number, formerly?: string[], not_duplicate_of?: string[], block?: number,
 *   kind?: string, country?: string, territory?: string, place?: string, parent?: string, successor?: string,
 *   countries?: string[], actors?: string[], keywords?: string[], part_of?: string, replaced_by?: string, period?: {start?: string, end?: string},
 *   state?: string, admin_level?: string, subdivision?: string, lat?: number, lon?: number, precision?: string, year?: string,
 * }} Entry
 */

/**
 * `assets/form/known.json`, each type by id.
 * @typedef {{
 *   types: Map<string, Map<string, Entry>>, towns: Gazetteer,
 * }} Known
 */

/**
 * The towns that may become places: the parts that exist, by country, and what all have in common.
 * @typedef {{
 *   parts: Record<string, string[]>, columns: string[], states: Record<string, string>, town: [level: string, precision: string],
 *   territory: [level: string, precision: string], sources: [abroad: Mapping[], french: Mapping[]],
 * }} Gazetteer
 */

/**
 * A mistake, before it is put into words: in which record of the proposal, of which type, and where.
 * @typedef {{
 *   record: number, type: string, code: string, steps: Step[], args: Record<string, string>, severity: "error" | "warning",
 * }} Finding
 */

/**
 * A mistake in the words of `repertoire check`. `path` is where it stands; `control` the field that shows it.
 * @typedef {{
 *   record: number, code: string, path: string, control: string, message: string, repair: string,
 *   severity: "error" | "warning", args: Record<string, string>,
 * }} Problem
 */

/**
 * A town of the gazetteer, with what is the same for all: what it is, how exact its point is, where that comes from.
 * Texts that nobody knows are empty; `called` is another name that leads to it, where that is what was typed.
 * @typedef {{
 *   name: string, country: string, state: string, subdivision: string, lat: string, lon: string, geonames: string,
 *   insee: string, level: string, precision: string, sources: Mapping[], called: string,
 * }} Town
 */

export {};
