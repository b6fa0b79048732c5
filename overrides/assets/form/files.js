// The form's files, fetched as they are needed.

import { name, plain } from "../search/reading.js";
import { define } from "./definition.js";
import { entry, know, nearestOf, rankOf } from "./known.js";

/** @typedef {import("./shapes.js").Definition} Definition */
/** @typedef {import("./shapes.js").Known} Known */
/** @typedef {import("./shapes.js").Mapping} Mapping */
/** @typedef {import("./shapes.js").Town} Town */

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * What the form must know to be shown.
 * @param {URL} root address of `assets/form/`
 * @returns {Promise<{definition: Definition, known: Known}>}
 */
export async function open(root) {
  const [definition, known] = await Promise.all([read(root, "fields.json"), read(root, "known.json")]);
  return { definition: define(definition), known: know(known) };
}

/**
 * What the file of a known record holds.
 * @param {URL} root
 * @param {Known} known
 * @param {string} type
 * @param {string} id
 * @returns {Promise<Mapping | undefined>} nothing if there is no such record
 */
export async function content(root, known, type, id) {
  const block = entry(known, type, id)?.block;
  if (block === undefined) return undefined;
  const records = await read(root, `records/${block}.json`);
  return structuredClone(records[`${type}/${id}`]);
}

/**
 * Towns of a country whose name begins like the text or holds it, or nearly; the nearest first, then the most populous.
 * @param {URL} root
 * @param {Known} known
 * @param {string} country
 * @param {string} text at least two letters
 * @param {number} [limit]
 * @returns {Promise<Town[]>}
 */
export async function towns(root, known, country, text, limit = 8) {
  const { parts, columns } = known.towns;
  const wanted = name(text);
  const letters = wanted.replaceAll(" ", "");
  const beginnings = Array.from(letters, (_, at) => letters.slice(0, letters.length - at)).concat("");
  const start = beginnings.find((part) => parts[country]?.includes(part));
  if (letters.length < 2 || start === undefined) return [];
  /** @type {string[][]} */
  const rows = await read(root, `gazetteer/${country}-${start}.json`);
  const called = columns.indexOf("called");
  const found = rows.map((row) => ({ row, rank: rankOf(plain(row[called] || row[0]), wanted) }));
  return nearestOf(found.filter(({ rank }) => rank < Infinity))
    .slice(0, limit)
    .map(({ row }) => town(known, country, row));
}

/**
 * The town that a row of the gazetteer stands for.
 * @param {Known} known
 * @param {string} country
 * @param {string[]} row
 * @returns {Town}
 */
export function town({ towns: { columns, states, town, territory, sources } }, country, row) {
  const fields = /** @type {any} */ (Object.fromEntries(columns.map((key, at) => [key, row[at] ?? ""])));
  const [level, precision] = fields.level ? territory : town;
  const where = fields.country || country;
  const [abroad, french] = sources;
  return {
    ...fields, country: where, state: states[where] ?? where, level: fields.level || level, precision,
    sources: fields.insee ? french : abroad,
  };
}

/**
 * @param {URL} root
 * @param {string} name
 * @returns {Promise<any>}
 */
function read(root, name) {
  const address = new URL(name, root).href;
  let content = asked.get(address);
  if (!content) {
    content = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return answer.json();
    });
    // What failed may be asked again.
    content.catch(() => asked.delete(address));
    asked.set(address, content);
  }
  return content;
}
