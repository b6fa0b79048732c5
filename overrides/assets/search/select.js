// Which records answer, and how many would if one more value were chosen. `generator/search/select.py` says what
// that means, row by row; here it is done in one pass: a record or a row that no facet stands against is counted in
// every facet, one that a single facet stands against in that facet alone, as any other value of it would do.

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
 *
 * @typedef {string} Against the facet that stands against something, if it is the only one; NOTHING, or MORE
 */

const PERIOD = "period";
const STANDS = "stands";
/** No facet stands against it. */
const NOTHING = "";
/** More than one facet does: whatever else were chosen in one of them, it would not answer. */
const MORE = "several";
/** The actor of a row without actor. */
const NOBODY = -1;
const NOBODY_ALONE = [NOBODY];

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
 * @param {Record<string, number>} sizes facet → number of its values
 * @param {number[]} since first years of decades
 * @returns {Selection}
 */
export function select(facts, records, choice, sizes, since) {
  const question = new Question(facts, choice);
  const tally = new Tally(facts, sizes, since);
  const found = [];
  for (const record of records) {
    const against = question.againstRecord(record);
    if (against === MORE) continue;
    if (against === NOTHING && countRows(record, facts, question, tally)) {
      found.push(record);
      tally.addRecord(record);
    } else if (against !== NOTHING && someRowAnswers(record, facts, question)) tally.addRecordTo(against, record);
  }
  return { found, counts: tally.counts };
}

/**
 * Counts the rows of a record that nothing stands against as a whole.
 * @param {number} record
 * @param {Facts} facts
 * @param {Question} question
 * @param {Tally} tally
 * @returns {boolean} whether one of them answers
 */
function countRows(record, facts, question, tally) {
  let answers = false;
  for (const deed of deedsOf(record, facts)) {
    const againstDeed = question.againstDeed(deed);
    if (againstDeed === MORE) continue;
    let isCounted = false;
    for (const actor of actorsOf(record, facts)) {
      const against = either(againstDeed, question.againstActor(actor));
      if (against === MORE) continue;
      if (against === NOTHING) {
        if (!isCounted) tally.addDeed(record, deed);
        tally.addActor(record, actor);
        isCounted = true;
        answers = true;
      } else tally.addRowTo(against, record, deed, actor);
    }
  }
  return answers;
}

/**
 * @param {number} record
 * @param {Facts} facts
 * @param {Question} question
 * @returns {boolean}
 */
function someRowAnswers(record, facts, question) {
  const isAnswering = (/** @type {number} */ actor) => question.againstActor(actor) === NOTHING;
  return deedsOf(record, facts).some(
    (deed) => question.againstDeed(deed) === NOTHING && actorsOf(record, facts).some(isAnswering),
  );
}

/**
 * The records whose deeds the rows of a record hold: an actor is found through its initiatives too.
 * @param {number} record
 * @param {Facts} facts
 * @returns {number[]}
 */
function deedsOf(record, { type, actorType, actors, parts }) {
  return type[record] === actorType ? [record, ...parts[actors[record][0]]] : [record];
}

/**
 * @param {number} record
 * @param {Facts} facts
 * @returns {number[]} places of the actors of its rows
 */
function actorsOf(record, { actors }) {
  return actors[record].length ? actors[record] : NOBODY_ALONE;
}

/**
 * What stands against a whole, by what stands against its parts.
 * @param {Against} one
 * @param {Against} other
 * @returns {Against}
 */
function either(one, other) {
  if (one === NOTHING) return other;
  return other === NOTHING ? one : MORE;
}

/** What is asked, put to records and to the parts of their rows. Many rows share a part: its answer is kept. */
class Question {
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
class Tally {
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

  /** @returns {Selection["counts"]} */
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
