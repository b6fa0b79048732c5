// The facts of every record, from the columns the build wrote (generator/search/columns.py).

import { digits, lists, unpack } from "./pack.js";

/**
 * @typedef {object} Facts numbers are places: of records, of actors among the actors, of values in their facet
 * @property {number} count
 * @property {Uint8Array} type
 * @property {number} actorType that of actors
 * @property {Uint8Array} verified 0 for what has no such date, else the place in its facet and 1
 * @property {Int32Array} added day on which each entered the directory, from the first; 0 unknown
 * @property {Int32Array} changed the same of its last change
 * @property {Record<string, number[][]>} deed facet → values of each record
 * @property {Record<string, number[][]>} who facet → values of each actor, then of each ground: what a record stands on
 * @property {number[][]} actors actors and grounds of each record; an actor's own is itself
 * @property {number[][]} parts initiatives of each actor, as records
 * @property {Int32Array} start of each record's period: 0 unknown, 1 open, else the year less `origin`
 * @property {Int32Array} end
 * @property {number} origin
 */

/**
 * @param {import("./shapes.js").Columns} columns
 * @param {import("./shapes.js").Core} core
 * @returns {Facts}
 */
export function factsOf(columns, { years, worded }) {
  const type = digits(columns.type);
  const [, ...types] = worded.type;
  const [actorType, initiativeType] = ["actor", "initiative"].map((name) => types.indexOf(name));
  const flat = unpack(columns.years);
  const actors = lists(columns.actors);
  /** @type {number[]} */
  const records = [];
  type.forEach((itsType, record) => {
    if (itsType !== actorType) return;
    actors[record] = [records.length];
    records.push(record);
  });
  /** @type {number[][]} */
  const parts = records.map(() => []);
  type.forEach((itsType, record) => {
    if (itsType === initiativeType) for (const actor of actors[record]) parts[actor]?.push(record);
  });
  const unfold = (/** @type {Record<string, string>} */ texts) =>
    Object.fromEntries(Object.entries(texts).map(([facet, text]) => [facet, lists(text)]));
  return {
    count: type.length,
    type,
    actorType,
    verified: digits(columns.verified),
    added: Int32Array.from(unpack(columns.added)),
    changed: Int32Array.from(unpack(columns.changed)),
    deed: unfold(columns.deed),
    who: unfold(columns.who),
    actors,
    parts,
    start: Int32Array.from(type, (_, record) => flat[2 * record]),
    end: Int32Array.from(type, (_, record) => flat[2 * record + 1]),
    origin: (years?.[0] ?? 0) - 2,
  };
}
