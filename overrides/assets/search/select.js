// Which records answer, and how many would if one more value were chosen. `generator/search/select.py` says what
// that means, row by row; here it is done in one pass.

import { isActor } from "./facts.js";

/**
 * @typedef {import("./facts.js").Facts} Facts
 *
 * @typedef {object} Choice what is asked, by the places of values in their facets; no set where nothing is asked
 * @property {Record<string, Set<number> | undefined>} chosen facet → values
 * @property {number | null} from year
 * @property {number | null} to year
 * @property {((record: number) => boolean) | undefined} [stands] whether the record stands where it is asked to
 *
 * @typedef {object} Selection
 * @property {number[]} found records, in the order they came
 * @property {Record<string, Uint32Array>} counts facet → for each value, how many records would answer; `period` by decade
 */

const PERIOD = "period";
const STANDS = "stands";
/** What a row or a record says to a question: no facet stands against it, more than one does, or just that one. */
const NONE = -1;
const MANY = -2;
const UNASKED = -3;
/** The actors of a row without actor. */
const NOBODY = [-1];

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

/**
 * @param {Facts} facts
 * @param {Iterable<number>} records those that the words of the question lead to
 * @param {Choice} choice
 * @param {Record<string, number>} sizes facet → number of its values, for all but the period
 * @param {number[]} since first years of decades
 * @returns {Selection}
 */
export function select(facts, records, choice, sizes, since) {
  const { type, verified, actors, parts } = facts;
  const [ofDeed, ofWho] = [Object.keys(facts.deed), Object.keys(facts.who)];
  /** Facets that rows are asked for: the place of each is its number below. */
  const ROW = [...ofDeed, ...ofWho, PERIOD];
  const WHEN = ROW.length - 1;
  /** @type {Record<string, Uint32Array>} */
  const counts = {};
  const sized = { ...sizes, [PERIOD]: since.length };
  for (const [facet, size] of Object.entries(sized)) counts[facet] = new Uint32Array(size);
  /** For each value, the last record it was counted for. */
  const met = ROW.map((facet) => new Int32Array(counts[facet].length).fill(-1));
  const { chosen } = choice;
  const when = (/** @type {number} */ record) => (overlaps(facts, record, choice.from, choice.to) ? NONE : WHEN);
  const deedSays = against(facts.count, ofDeed.map((facet) => [facts.deed[facet], chosen[facet]]), 0, when);
  const whoSays = against(parts.length, ofWho.map((facet) => [facts.who[facet], chosen[facet]]), ofDeed.length);
  const nobodySays = absent(ofWho.map((facet) => chosen[facet]), ofDeed.length);

  /** Counts the record once for each of these values. @param {number} facet place in ROW @param {number} record @param {number[]} values */
  const tally = (facet, record, values) => {
    const count = counts[ROW[facet]];
    const seen = met[facet];
    for (let at = 0; at < values.length; at++) {
      const value = values[at];
      if (seen[value] === record) continue;
      seen[value] = record;
      count[value] += 1;
    }
  };
  const held = [...Object.values(facts.deed), ...Object.values(facts.who)];
  /** @param {number} facet @param {number} record @param {number} deed whose facts the row holds @param {number} actor */
  const one = (facet, record, deed, actor) => {
    if (facet === WHEN) tally(WHEN, record, spans(facts, deed, since));
    else if (facet < ofDeed.length) tally(facet, record, held[facet][deed]);
    else if (actor >= 0) tally(facet, record, held[facet][actor]);
  };
  const done = (/** @type {number} */ record, /** @type {number} */ deed) => {
    for (let facet = 0; facet < ofDeed.length; facet++) tally(facet, record, held[facet][deed]);
    if (facts.start[deed]) tally(WHEN, record, spans(facts, deed, since));
  };
  const doer = (/** @type {number} */ record, /** @type {number} */ actor) => {
    for (let facet = ofDeed.length; facet < WHEN; facet++) tally(facet, record, held[facet][actor]);
  };

  /**
   * The rows of a record; counted unless something stands against the record as a whole.
   * @param {number} record
   * @param {boolean} isCounted
   * @returns {boolean} whether one of them answers
   */
  const rows = (record, isCounted) => {
    const who = actors[record];
    const mine = isActor(type[record]);
    let answers = false;
    const deeds = mine ? [record, ...parts[who[0]]] : [record];
    const people = who.length ? who : NOBODY;
    for (const deed of deeds) {
      const what = deedSays(deed);
      if (what === MANY) continue;
      let told = false;
      for (const actor of people) {
        const whom = actor < 0 ? nobodySays : whoSays(actor);
        if (what !== NONE && whom !== NONE) continue;
        if (what === NONE && whom === NONE) {
          answers = true;
          if (isCounted && !told) done(record, deed);
          if (isCounted && actor >= 0) doer(record, actor);
          told = true;
        } else if (isCounted && whom !== MANY) one(what === NONE ? whom : what, record, deed, actor);
        if (!isCounted && answers) return true;
      }
    }
    return answers;
  };

  const found = [];
  for (const record of records) {
    const whole = wholeSays(facts, record, choice);
    if (whole === "many" || !rows(record, !whole)) continue;
    if (!whole) found.push(record);
    if (!whole || whole === "type") counts.type[type[record]] += 1;
    if (verified[record] && (!whole || whole === "verified")) counts.verified[verified[record] - 1] += 1;
  }
  return { found, counts };
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
  const found = [];
  for (let place = first; place <= last; place++) found.push(place);
  return found;
}

/**
 * Which facet of the result itself stands against it.
 * @param {Facts} facts
 * @param {number} record
 * @param {Choice} choice
 * @returns {"" | "type" | "verified" | "stands" | "many"}
 */
function wholeSays({ type, verified }, record, { chosen, stands }) {
  /** @type {("type" | "verified" | "stands")[]} */
  const against = [];
  if (chosen.type && !chosen.type.has(type[record])) against.push("type");
  if (chosen.verified && !chosen.verified.has(verified[record] - 1)) against.push("verified");
  if (stands && !stands(record)) against.push(STANDS);
  return against.length > 1 ? "many" : against[0] ?? "";
}

/**
 * Which facets stand against a part of a row: asked once for each, as many rows share it.
 * @param {number} size
 * @param {[held: number[][], asked: Set<number> | undefined][]} pairs facet by facet
 * @param {number} offset place in ROW of the first facet
 * @param {(at: number) => number} [when] what its period says: NONE or its place in ROW
 * @returns {(at: number) => number} NONE, MANY, or the place in ROW of the only one
 */
function against(size, pairs, offset, when = () => NONE) {
  const said = new Int8Array(size).fill(UNASKED);
  return (at) => {
    if (said[at] !== UNASKED) return said[at];
    let says = when(at);
    pairs.forEach(([held, asked], facet) => {
      if (asked && !held[at].some((value) => asked.has(value))) says = says === NONE ? facet + offset : MANY;
    });
    said[at] = says;
    return says;
  };
}

/**
 * What stands against a row without actor.
 * @param {(Set<number> | undefined)[]} asked what is asked of who does it, facet by facet
 * @param {number} offset place in ROW of the first facet
 * @returns {number}
 */
function absent(asked, offset) {
  const first = asked.findIndex(Boolean);
  return first < 0 ? NONE : asked.filter(Boolean).length > 1 ? MANY : first + offset;
}

/**
 * Whether some year of the record's period lies between the two, which may be open.
 * @param {Facts} facts
 * @param {number} record
 * @param {number | null} first
 * @param {number | null} last
 * @returns {boolean}
 */
export function overlaps({ start, end, origin }, record, first, last) {
  if (first === null && last === null) return true;
  if (!start[record]) return false;
  const [from, to] = [start[record], end[record]];
  return (last === null || from === 1 || from + origin <= last) && (first === null || to === 1 || to + origin >= first);
}
