// What the directory holds already: to choose from, and to check against.

import { name, plain } from "../search/reading.js";
import { misspelt } from "../search/spelling.js";

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

/** Letters from which a word may say which record is meant. */
const TELLING = 4;
/** Records that may share a word that tells which is meant. */
const SHARED = 5;
/** How far a name is from what was typed (`rankOf`): the last by which it holds it, and that of a name spelt otherwise. */
const HELD = 4;
const SPELT_OTHERWISE = 5;

/**
 * Records whose names hold all the words typed, or words that begin like them; the nearest first, then those that most is
 * linked to. If there are none, those whose name is nearly it, or that bear a rare word of it, or nearly.
 * @param {Known} known
 * @param {string} type
 * @param {string} text
 * @param {number} [limit]
 * @returns {Entry[]}
 */
export function find(known, type, text, limit = 8) {
  const wanted = [...new Set([plain(text), name(text)])];
  if (!wanted[0]) return [];
  const found = entries(known, type).flatMap((each) => {
    const rank = Math.min(...names(each).flatMap((called) => wanted.map((one) => rankOf(called, one))));
    return rank < Infinity ? [{ entry: each, rank }] : [];
  });
  const near = nearestOf(found).map(({ entry: each }) => each);
  return (near.length ? near : likely(entries(known, type), name(text))).slice(0, limit);
}

/**
 * @template {{rank: number, entry?: Entry}} T
 * @param {T[]} found
 * @returns {T[]} the nearest first; those whose spelling differs only if there are no others
 */
export function nearestOf(found) {
  const holding = found.some(({ rank }) => rank <= HELD) ? found.filter(({ rank }) => rank <= HELD) : found;
  return holding.sort((one, other) => one.rank - other.rank || (other.entry?.linked ?? 0) - (one.entry?.linked ?? 0));
}

/**
 * @param {Entry[]} among
 * @param {string} wanted as `name` gives it
 * @returns {Entry[]} those that share the rarest words with it first
 */
function likely(among, wanted) {
  /** @type {Map<Entry, number>} */
  const weights = new Map();
  for (const word of wanted.split(" ").filter((each) => each.length >= TELLING)) {
    const far = misspelt(word);
    const same = (/** @type {string} */ other) => other === word || far(other) < Infinity;
    const bearing = among.filter((each) => names(each).some((called) => called.split(" ").some(same)));
    if (bearing.length > SHARED) continue;
    for (const each of bearing) weights.set(each, (weights.get(each) ?? 0) + 1 / bearing.length);
  }
  return [...weights.keys()].sort((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0));
}

/**
 * How far a name is from what was typed: 0 the same, 1 begins like it, 2 holds it, 3 has words that begin like all of its
 * own, 4 holds its letters without their spaces, 5 is spelt a little otherwise.
 * @param {string} name as `plain` gives it
 * @param {string} wanted likewise
 * @returns {number} Infinity if they have nothing to do with each other
 */
export function rankOf(name, wanted) {
  if (!wanted) return Infinity;
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const padded = ` ${name}`;
  if (padded.includes(` ${wanted}`)) return 2;
  if (wanted.split(" ").every((word) => padded.includes(` ${word}`))) return 3;
  const [letters, typed] = [name, wanted].map((text) => text.replaceAll(" ", ""));
  if (typed.length >= TELLING && letters.startsWith(typed)) return HELD;
  return misspelt(typed)(letters) < Infinity ? SPELT_OTHERWISE : Infinity;
}

/** @type {WeakMap<Entry, string[]>} */
const kept = new WeakMap();

/**
 * @param {Entry} each
 * @returns {string[]} as `plain` gives them
 */
function names(each) {
  const known = kept.get(each) ?? [each.name, ...(each.other ?? []), each.id].map(plain);
  kept.set(each, known);
  return known;
}
