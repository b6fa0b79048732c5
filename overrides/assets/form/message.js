// What whoever reviews a proposal reads first: who writes, and what changes. Pure.

import { fill } from "../page/fill.js";
import { breakable } from "../page/letter.js";
import { changes, sayings } from "./changes.js";
import { excerpts, shortened } from "./excerpt.js";

/** @typedef {import("./changes.js").Called} Called */
/** @typedef {import("./changes.js").Change} Change */
/** @typedef {import("./shapes.js").Definition} Definition */
/** @typedef {import("./shapes.js").Mapping} Mapping */

/**
 * @typedef {object} Words
 * @property {Record<string, string>} letter of the message itself
 * @property {Record<string, string>} change as `repertoire changes` tells a field that changes
 * @property {Record<string, string>} locale how a text in another language is called
 *
 * @typedef {object} Told a record of the proposal
 * @property {string} type
 * @property {string} name
 * @property {Mapping} value
 * @property {Mapping | null} published what it held before; nothing if it is new
 */

/** Characters of a text, at most: the file below holds all of it. */
const TEXT = 300;
const BRIEF = 120;

/** What says the name of a record, which is told already, and where it comes from, which is long. */
const APART = ["title", "name", "sources"];

/**
 * @param {Definition} definition
 * @param {Words} words
 * @param {Told} record
 * @param {Called} called
 * @returns {string[]} what becomes of the record: one line if it is new, else one for each field that changes below the
 * first; none if nothing does
 */
export function told(definition, words, { type, name, value, published }, called) {
  const { letter } = words;
  const holes = { name, type: definition.types[type].label.toLocaleLowerCase("fr") };
  if (!published) return [[fill(letter.new, holes), ...main(definition, words, type, value, called)].join(letter.next)];
  const lines = changes(definition, type, published, value, called).map((each) => line(words, each));
  return lines.length ? [fill(letter.old, holes), ...lines.map((each) => `- ${each}`)] : [];
}

/**
 * @param {Definition} definition
 * @param {Words} words
 * @param {string} type
 * @param {Mapping} value
 * @param {Called} called
 * @returns {string[]} what a new record says of what is asked at once
 */
function main(definition, { letter }, type, value, called) {
  const core = definition.types[type].sections.filter(({ name }) => name === "core").flatMap(({ fields }) => fields);
  const asked = [...sayings(definition, type, value, called).values()].filter(
    ({ fields: [field], locale }) => !locale && !APART.includes(field.key) && core.some(({ key }) => key === field.key));
  return asked.map(({ fields, texts }) =>
    fill(letter.field, { label: fields[fields.length - 1].label, value: shortened(oneLine(texts.join(", ")), BRIEF) }));
}

/**
 * @param {Words} words
 * @param {Change} change
 * @returns {string} what a field said and says
 */
function line({ letter, change: said, locale: spoken }, { fields, locale, before, after }) {
  const own = fields.map(({ label }) => label).join(letter.inside);
  const key = locale ? fill(spoken[locale] ?? spoken.other, { label: own, locale }) : own;
  const quoted = (/** @type {string} */ text) => fill(said.value, { value: oneLine(text) });
  if (!before.length && !after.length) return fill(said.order, { key });
  if (before.length === 1 && after.length === 1) {
    const [was, says] = excerpts(before[0], after[0], TEXT).map(quoted);
    return fill(said.changed, { key, before: was, after: says });
  }
  const listed = (/** @type {string[]} */ texts) => texts.map((text) => quoted(shortened(text, TEXT))).join(said.items);
  const form = !before.length ? said.added : !after.length ? said.removed : said.both;
  return fill(form, { key, before: listed(before), after: listed(after) });
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s*\n\s*/g, " ").trim();
}

/**
 * What stands above the files: who writes, if they say so, then what changes.
 * @param {Record<string, string>} letter words of the message
 * @param {string} who
 * @param {string[][]} records what becomes of each, as `told` says it
 * @returns {string}
 */
export function head(letter, who, records) {
  const from = who.trim() ? [fill(letter.who, { who: oneLine(who) })] : [];
  return breakable([letter.hello, ...from, ...records.map((lines) => lines.join("\n")).filter(Boolean)].join("\n\n"));
}
