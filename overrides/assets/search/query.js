// What the visitor typed: words to look for, phrases in quotes, words to leave out.

import { words } from "./fold.js";

/**
 * @typedef {{ folded: string, written: string, whole: boolean }} Word a word bare and small, and as it was typed; `whole`
 *   if it stands in quotes: no other form of it will do
 * @typedef {{ folded: string, offset: number }[]} Phrase words that stand together, without those that do not narrow
 *
 * @typedef {object} Query
 * @property {Word[]} words each once
 * @property {Phrase[]} phrases
 * @property {string[]} without folded words
 * @property {Phrase[]} never phrases
 * @property {string} bare the folded query without what is left out: perhaps the name of a record
 * @property {boolean} open whether its last word may still be in the typing
 */

const RUN = /[\p{L}\p{N}\p{M}\u00ad]+/gu;
/** A phrase in quotes of any kind, or a run without space; a minus before it leaves it out. */
const PART = /(?<=^|\s)(?<minus>[-−–](?=["«“\p{L}\p{N}]))?(?:"(?<straight>[^"]*)"?|«(?<french>[^»]*)»?|“(?<curly>[^”]*)”?|(?<run>\S+))/gu;
const MOST = 12;

/**
 * The words of a text with where they stand in it.
 * @param {string} text
 * @returns {{ start: number, end: number, written: string, folded: string[] }[]}
 */
export function runs(text) {
  return [...text.matchAll(RUN)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    written: found[0],
    folded: words(found[0]),
  }));
}

/**
 * @param {string} text
 * @param {Set<string>} stops
 * @returns {Query}
 */
export function parse(text, stops) {
  /** @type {Map<string, Word>} */
  const found = new Map();
  /** @type {Query} */
  const query = { words: [], phrases: [], without: [], never: [], bare: "", open: !/[\s"»”]$/u.test(text) };
  /** @type {string[]} */
  const bare = [];
  for (const { groups = {} } of text.matchAll(PART)) {
    const quoted = groups.straight ?? groups.french ?? groups.curly;
    const part = quoted ?? groups.run ?? "";
    const folded = words(part);
    const phrase = folded.map((word, offset) => ({ folded: word, offset })).filter((word) => !stops.has(word.folded));
    if (groups.minus) {
      if (phrase.length > 1 && quoted !== undefined) query.never.push(phrase);
      else query.without.push(...phrase.map((word) => word.folded));
      continue;
    }
    bare.push(...folded);
    if (quoted !== undefined && folded.length > 1 && phrase.length) query.phrases.push(phrase);
    for (const run of runs(part)) {
      for (const word of run.folded) {
        const before = found.get(word);
        const whole = quoted !== undefined;
        if (before) before.whole ||= whole;
        else found.set(word, { folded: word, written: run.folded.length === 1 ? run.written : word, whole });
      }
    }
  }
  const all = [...found.values()];
  const narrow = all.filter(({ folded }) => !stops.has(folded));
  query.words = (narrow.length ? narrow : all).slice(0, MOST);
  query.bare = bare.join(" ");
  return query;
}
