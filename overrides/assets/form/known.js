// What the directory holds already: to choose from, and to check against.

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

/**
 * Records whose names hold all the words typed, or words that begin like them; the nearest first.
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
  return found.slice(0, limit).map((each) => each.entry);
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
