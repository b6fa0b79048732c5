// Which records answer, and how many would if one more value were chosen. `generator/search/select.py` says what
// that means, row by row; here it is done in one pass: a record or a row that no facet stands against is counted in
// every facet, one that a single facet stands against in that facet alone, as any other value of it would do.

import { MORE, NOBODY, NOTHING, Question, either } from "./against.js";
import { Tally } from "./tally.js";

/**
 * @typedef {import("./facts.js").Facts} Facts
 *
 * @typedef {object} Selection
 * @property {number[]} found records, in the order they came
 * @property {Record<string, Uint32Array>} counts facet → for each value, how many records would answer; `period` by decade
 */

const NOBODY_ALONE = [NOBODY];

/**
 * @param {Facts} facts
 * @param {Iterable<number>} records those that the words of the question lead to
 * @param {import("./against.js").Choice} choice
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
    if (against !== NOTHING) {
      if (someRowAnswers(record, facts, question)) tally.addRecordTo(against, record);
    } else if (countRows(record, facts, question, tally)) {
      found.push(record);
      tally.addRecord(record);
    }
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
