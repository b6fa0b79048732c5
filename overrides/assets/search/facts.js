// The facts of every record, from the columns the build wrote (generator/search/columns.py).

import { digits, lists, unpack } from "./pack.js";

/** In the order of the column. */
export const TYPES = ["initiative", "actor", "country", "theme", "event", "instrument", "call", "resource", "place"];

const ACTOR = TYPES.indexOf("actor");

/**
 * @typedef {object} Facts numbers are places: of records, of actors among the actors, of values in their facet
 * @property {number} count
 * @property {Uint8Array} type
 * @property {Uint8Array} verified 0 for what has no such date, else the place of its age among the values of the facet, and 1
 * @property {Record<string, number[][]>} deed facet of what is done → values of each record
 * @property {Record<string, number[][]>} who facet of who does it → values of each actor
 * @property {number[][]} actors actors of each record; an actor's own is itself
 * @property {number[][]} parts initiatives of each actor, as records
 * @property {Int32Array} start of each record's period: 0 unknown, 1 open, else the year less `origin`
 * @property {Int32Array} end
 * @property {number} origin
 */

/**
 * @param {import("./shapes.js").Columns} columns
 * @param {[number, number] | null} years
 * @returns {Facts}
 */
export function factsOf(columns, years) {
  const type = digits(columns.type);
  const flat = unpack(columns.years);
  const actors = lists(columns.actors);
  /** @type {number[]} */
  const records = [];
  type.forEach((each, record) => {
    if (each !== ACTOR) return;
    actors[record] = [records.length];
    records.push(record);
  });
  /** @type {number[][]} */
  const parts = records.map(() => []);
  type.forEach((each, record) => {
    if (TYPES[each] === "initiative") for (const actor of actors[record]) parts[actor].push(record);
  });
  const unfold = (/** @type {Record<string, string>} */ found) =>
    Object.fromEntries(Object.entries(found).map(([facet, text]) => [facet, lists(text)]));
  return {
    count: type.length,
    type,
    verified: digits(columns.verified),
    deed: unfold(columns.deed),
    who: unfold(columns.who),
    actors,
    parts,
    start: Int32Array.from(type, (_, record) => flat[2 * record]),
    end: Int32Array.from(type, (_, record) => flat[2 * record + 1]),
    origin: (years?.[0] ?? 0) - 2,
  };
}

/** @param {number} type @returns {boolean} */
export function isActor(type) {
  return type === ACTOR;
}
