// What the directory holds already: to choose from, and to check against.

import { isNear } from "../search/distance.js";
import { fold } from "../search/fold.js";

/** @typedef {import("./shapes.js").Known} Known */
/** @typedef {import("./shapes.js").Entry} Entry */
/** @typedef {import("./shapes.js").Gazetteer} Gazetteer */
/** @typedef {import("./shapes.js").Definition} Definition */

/**
 * What `known.json` holds.
 * @param {{types: Record<string, Entry[]>, towns: Gazetteer}} json
 * @returns {Known}
 */
export function know(json) {
  const types = new Map(
    Object.entries(json.types).map(([type, entries]) => [type, new Map(entries.map((entry) => [entry.id, entry]))]),
  );
  return { types, towns: json.towns };
}

/**
 * @param {Known} known
 * @param {string} type
 * @param {string} id
 * @returns {Entry | undefined}
 */
export function entry(known, type, id) {
  return known.types.get(type)?.get(id);
}

/**
 * Every record of a type, by id.
 * @param {Known} known
 * @param {string} type
 * @returns {Entry[]}
 */
export function entries(known, type) {
  return [...(known.types.get(type)?.values() ?? [])];
}

/**
 * The path of a record's file, from the repository's root.
 * @param {Definition} definition
 * @param {string} type
 * @param {string} id
 * @returns {string}
 */
export function file(definition, type, id) {
  return `content/${definition.types[type].folder}/${id}.yml`;
}

/** Letters from which a word may say which record is meant, and from which a typo in it is forgiven. */
const TELLING = 4;
const FORGIVEN = 5;
/** Records that may share a word that tells which is meant. */
const SHARED = 5;

/**
 * Records whose names hold all the words typed, or words that begin like them; the nearest first. If there are none,
 * those that bear a rare word of it, or nearly: « ville de Grenobel » means Grenoble.
 * @param {Known} known
 * @param {string} type
 * @param {string} text
 * @param {number} [limit]
 * @returns {Entry[]}
 */
export function find(known, type, text, limit = 8) {
  const wanted = fold(text);
  if (!wanted) return [];
  /** @type {{entry: Entry, rank: number, name: string}[]} */
  const found = [];
  for (const each of entries(known, type)) {
    const rank = Math.min(...names(each).map((name) => rankOf(name, wanted)));
    if (rank < Infinity) found.push({ entry: each, rank, name: fold(each.name) });
  }
  found.sort((one, other) => one.rank - other.rank || (one.name < other.name ? -1 : 1));
  return (found.length ? found.map((each) => each.entry) : likely(entries(known, type), wanted)).slice(0, limit);
}

/**
 * @param {Entry[]} among
 * @param {string} wanted folded
 * @returns {Entry[]} those that share the rarest words with it first
 */
function likely(among, wanted) {
  /** @type {Map<Entry, number>} */
  const weights = new Map();
  for (const word of wanted.split(" ").filter((each) => each.length >= TELLING)) {
    const same = (/** @type {string} */ other) => other === word || (word.length >= FORGIVEN && isNear(word, other));
    const bearing = among.filter((each) => names(each).some((name) => name.split(" ").some(same)));
    if (bearing.length > SHARED) continue;
    for (const each of bearing) weights.set(each, (weights.get(each) ?? 0) + 1 / bearing.length);
  }
  return [...weights.keys()].sort((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0));
}

/**
 * How far a name is from what was typed: 0 the same, 1 begins like it, 2 holds it, 3 has all its words.
 * @param {string} name folded
 * @param {string} wanted folded
 * @returns {number} Infinity if they have nothing to do with each other
 */
export function rankOf(name, wanted) {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const padded = ` ${name}`;
  if (padded.includes(` ${wanted}`)) return 2;
  return wanted.split(" ").every((word) => padded.includes(` ${word}`)) ? 3 : Infinity;
}

/** @type {WeakMap<Entry, string[]>} */
const folded = new WeakMap();

/**
 * @param {Entry} each
 * @returns {string[]} folded
 */
function names(each) {
  const known = folded.get(each) ?? [each.name, ...(each.other ?? []), each.id].map(fold);
  folded.set(each, known);
  return known;
}
