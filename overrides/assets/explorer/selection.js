// What is on the screen as a file: which records, how it is written, what it is called.

import { EMPTY, FACETS, write } from "../search/state.js";
import { fold } from "../search/fold.js";
import { csv, entriesOf, geojson, json } from "./files.js";

/**
 * @typedef {import("../search/state.js").State} State
 * @typedef {import("./files.js").Rows} Rows
 * @typedef {"spreadsheets" | "csv" | "json" | "geojson"} Form
 */

/** Form → the file's ending and its kind. @type {Record<Form, [ending: string, type: string]>} */
const FORMS = {
  spreadsheets: ["csv", "text/csv"],
  csv: ["csv", "text/csv"],
  json: ["json", "application/json"],
  geojson: ["geojson", "application/geo+json"],
};

/** Longest name of a search in the name of a file. */
const LONG = 60;

/**
 * The file of these records.
 * @param {Form} form
 * @param {Rows} rows
 * @param {Iterable<number>} numbers
 * @param {State} state
 * @param {URL} site root of the edition
 * @returns {{ text: string, type: string, count: number }}
 */
export function file(form, rows, numbers, state, site) {
  const entries = entriesOf(rows, numbers, site.href);
  const question = { search: new URL(rows.search + write(asked(state)), site).href, filters: filters(state) };
  const text =
    form === "json"
      ? json(rows, entries, question)
      : form === "geojson"
        ? geojson(rows, entries, question)
        : csv(rows, entries, form === "spreadsheets");
  return { text, type: FORMS[form][1], count: entries.length };
}

/**
 * What the file is called: what was asked, and the day the content stands for.
 * @param {Form} form
 * @param {string} begin
 * @param {string} words the question in words
 * @param {string} day
 * @returns {string}
 */
export function nameOf(form, begin, words, day) {
  let name = fold(words).replace(/[^a-z0-9]+/gu, "-").replace(/^-|-$/gu, "");
  if (name.length > LONG) name = name.slice(0, LONG + 1).replace(/-[^-]*$/u, "");
  return `${[begin, name, day].filter(Boolean).join("-")}.${FORMS[form][0]}`;
}

/**
 * The state without what only a screen has.
 * @param {State} state
 * @returns {State}
 */
function asked({ q, facets, from, to, zone }) {
  return { ...EMPTY, q, facets, from, to, zone };
}

/**
 * @param {State} state
 * @returns {Record<string, any>}
 */
function filters({ q, facets, from, to, zone }) {
  /** @type {Record<string, any>} */
  const found = q ? { q } : {};
  for (const facet of FACETS) if (facets[facet]?.length) found[facet] = facets[facet];
  if (from !== null) found.from = from;
  if (to !== null) found.to = to;
  if (zone) found.zone = zone;
  return found;
}
