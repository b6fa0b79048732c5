// What stands against a record, or against a part of a row, in a question.

/**
 * @typedef {import("./facts.js").Facts} Facts
 *
 * @typedef {object} Choice what is asked, by the places of values in their facets; no set where nothing is asked
 * @property {Record<string, Set<number> | undefined>} chosen facet → values
 * @property {number | null} from year
 * @property {number | null} to year
 * @property {((record: number) => boolean) | undefined} [stands] whether the record stands where it is asked to
 *
 * @typedef {string} Against the facet that stands against something, if it is the only one; NOTHING, or MORE
 */

export const PERIOD = "period";
const STANDS = "stands";
/** No facet stands against it. */
export const NOTHING = "";
/** More than one facet does: whatever else were chosen in one of them, it would not answer. */
export const MORE = "several";
/** The actor of a row without actor. */
export const NOBODY = -1;

/** What is asked, put to records and to the parts of their rows. Many rows share a part: its answer is kept. */
export class Question {
  /**
   * @param {Facts} facts
   * @param {Choice} choice
   */
  constructor(facts, choice) {
    this.facts = facts;
    this.choice = choice;
    this.deedFacets = asked(facts.deed, choice);
    this.actorFacets = asked(facts.who, choice);
    /** @type {Against[]} */
    this.knownOfDeeds = [];
    /** @type {Against[]} */
    this.knownOfActors = [];
    this.againstNobody = this.actorFacets.reduce((against, { facet }) => either(against, facet), /** @type {Against} */ (NOTHING));
  }

  /** @param {number} record as a whole */
  againstRecord(record) {
    const { type, verified } = this.facts;
    const { chosen, stands } = this.choice;
    /** @type {Against} */
    let against = NOTHING;
    if (chosen.type && !chosen.type.has(type[record])) against = "type";
    if (chosen.verified && !chosen.verified.has(verified[record] - 1)) against = either(against, "verified");
    if (stands && against !== MORE && !stands(record)) against = either(against, STANDS);
    return against;
  }

  /** @param {number} record whose deed the row holds */
  againstDeed(record) {
    return (this.knownOfDeeds[record] ??= this.#ofDeed(record));
  }

  /** @param {number} actor its place among the actors, or NOBODY */
  againstActor(actor) {
    if (actor === NOBODY) return this.againstNobody;
    return (this.knownOfActors[actor] ??= lacking(this.actorFacets, actor));
  }

  /** @param {number} record */
  #ofDeed(record) {
    const isInTime = overlaps(this.facts, record, this.choice.from, this.choice.to);
    return either(isInTime ? NOTHING : PERIOD, lacking(this.deedFacets, record));
  }
}

/**
 * What stands against a whole, by what stands against its parts.
 * @param {Against} one
 * @param {Against} other
 * @returns {Against}
 */
export function either(one, other) {
  if (one === NOTHING) return other;
  return other === NOTHING ? one : MORE;
}

/**
 * @typedef {object} Asked
 * @property {string} facet
 * @property {number[][]} held its values of each record or actor
 * @property {Set<number>} wanted
 */

/**
 * @param {Record<string, number[][]>} facets
 * @param {Choice} choice
 * @returns {Asked[]} those of the facets that are asked for
 */
function asked(facets, { chosen }) {
  return Object.entries(facets).flatMap(([facet, held]) => {
    const wanted = chosen[facet];
    return wanted ? [{ facet, held, wanted }] : [];
  });
}

/**
 * @param {Asked[]} asked
 * @param {number} place of a record, or of an actor
 * @returns {Against} what it lacks
 */
function lacking(asked, place) {
  /** @type {Against} */
  let against = NOTHING;
  for (const { facet, held, wanted } of asked) {
    if (!held[place].some((value) => wanted.has(value))) against = either(against, facet);
  }
  return against;
}

/**
 * Whether some year of the record's period lies between the two, which may be open.
 * @param {Facts} facts
 * @param {number} record
 * @param {number | null} first
 * @param {number | null} last
 * @returns {boolean}
 */
function overlaps({ start, end, origin }, record, first, last) {
  if (first === null && last === null) return true;
  if (!start[record]) return false;
  const [from, to] = [start[record], end[record]];
  return (last === null || from === 1 || from + origin <= last) && (first === null || to === 1 || to + origin >= first);
}
