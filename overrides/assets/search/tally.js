// How many records would answer for each value of each facet.

import { NOBODY, PERIOD } from "./against.js";

/** @typedef {import("./facts.js").Facts} Facts */

/** How many records each value of a facet would leave, each record counted once. */
class Count {
  /** @param {number} size values of the facet */
  constructor(size) {
    this.values = new Uint32Array(size);
    /** The record that each value was counted for last. */
    this.latest = new Int32Array(size).fill(-1);
  }

  /**
   * @param {number} record
   * @param {number[]} values
   */
  add(record, values) {
    const { latest } = this;
    for (const value of values) {
      if (latest[value] === record) continue;
      latest[value] = record;
      this.values[value] += 1;
    }
  }
}

/** The counts of all facets. */
export class Tally {
  /**
   * @param {Facts} facts
   * @param {Record<string, number>} sizes facet → number of its values
   * @param {number[]} since first years of decades
   */
  constructor(facts, sizes, since) {
    this.facts = facts;
    this.since = since;
    const counted = (/** @type {Record<string, number[][]>} */ facets) =>
      Object.entries(facets).map(([facet, held]) => ({ facet, held, count: new Count(sizes[facet]) }));
    this.deedFacets = counted(facts.deed);
    this.actorFacets = counted(facts.who);
    this.type = new Count(sizes.type);
    this.verified = new Count(sizes.verified);
    this.period = new Count(since.length);
  }

  /** @returns {Record<string, Uint32Array>} facet → its values' counts */
  get counts() {
    const { type, verified, period } = this;
    const parts = [...this.deedFacets, ...this.actorFacets].map(({ facet, count }) => [facet, count.values]);
    return { ...Object.fromEntries(parts), type: type.values, verified: verified.values, [PERIOD]: period.values };
  }

  /** @param {number} record that answers */
  addRecord(record) {
    this.addRecordTo("type", record);
    this.addRecordTo("verified", record);
  }

  /**
   * @param {string} facet of the record as a whole
   * @param {number} record
   */
  addRecordTo(facet, record) {
    const { type, verified } = this.facts;
    if (facet === "type") this.type.add(record, [type[record]]);
    else if (facet === "verified" && verified[record]) this.verified.add(record, [verified[record] - 1]);
  }

  /**
   * What is done in a row that answers.
   * @param {number} record
   * @param {number} deed the record whose deed it is
   */
  addDeed(record, deed) {
    for (const { held, count } of this.deedFacets) count.add(record, held[deed]);
    this.period.add(record, spans(this.facts, deed, this.since));
  }

  /**
   * Who does it.
   * @param {number} record
   * @param {number} actor its place among the actors, or NOBODY
   */
  addActor(record, actor) {
    if (actor === NOBODY) return;
    for (const { held, count } of this.actorFacets) count.add(record, held[actor]);
  }

  /**
   * A row that would answer if another value of that facet were asked for.
   * @param {string} name of the facet
   * @param {number} record
   * @param {number} deed
   * @param {number} actor
   */
  addRowTo(name, record, deed, actor) {
    if (name === PERIOD) this.period.add(record, spans(this.facts, deed, this.since));
    for (const { facet, held, count } of this.deedFacets) if (facet === name) count.add(record, held[deed]);
    if (actor === NOBODY) return;
    for (const { facet, held, count } of this.actorFacets) if (facet === name) count.add(record, held[actor]);
  }
}

/**
 * Decades that a record's period touches, as places in `since`.
 * @param {Facts} facts
 * @param {number} record
 * @param {number[]} since
 * @returns {number[]}
 */
function spans({ start, end, origin }, record, since) {
  if (!start[record] || !since.length) return [];
  const at = (/** @type {number} */ year) => Math.floor((year - since[0]) / 10);
  const first = start[record] === 1 ? 0 : at(start[record] + origin);
  const last = end[record] === 1 ? since.length - 1 : at(end[record] + origin);
  const places = [];
  for (let place = first; place <= last; place++) places.push(place);
  return places;
}

/**
 * First years of the decades a directory knows of.
 * @param {[number, number] | null} years
 * @returns {number[]}
 */
export function decades(years) {
  if (!years) return [];
  const first = Math.floor(years[0] / 10) * 10;
  return Array.from({ length: Math.floor((years[1] - first) / 10) + 1 }, (_, at) => first + 10 * at);
}
