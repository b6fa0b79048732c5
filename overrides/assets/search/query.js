// What the visitor typed: words to look for, phrases in quotes, words to leave out.

import { WHOLE, meant, read } from "./reading.js";

/**
 * @typedef {{ folded: string, written: string, whole: boolean, also: string[] }} Word a word bare and small, and as it
 *   was typed; `whole` if it stands in quotes: no other form of it will do; `also`: words that would do as well
 * @typedef {{ folded: string, offset: number }[]} Phrase words that stand together, without those that do not narrow
 *
 * @typedef {object} Query
 * @property {Word[]} words that are meant, each once
 * @property {Word[]} typed the words as they are typed, each once
 * @property {Phrase[]} phrases
 * @property {string[]} without folded words
 * @property {Phrase[]} never phrases
 * @property {string[]} names what may be the name of a record: all that is typed and not left out, and what it means
 * @property {boolean} open whether its last word may still be in the typing
 * @property {boolean} wordless whether something is typed, but no word
 */

const RUN = new RegExp(`${WHOLE.source}|[\\p{L}\\p{N}\\p{M}\\u00ad]+`, "giu");
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
    folded: read(found[0]),
  }));
}

/**
 * @param {string} text
 * @param {Set<string>} stops
 * @returns {Query}
 */
export function parse(text, stops) {
  /** @type {Query} */
  const query = { words: [], typed: [], phrases: [], without: [], never: [], names: [], open: !/[\s"»”]$/u.test(text), wordless: false };
  /** @type {Word[]} */
  const typed = [];
  for (const { groups = {} } of text.matchAll(PART)) {
    const quoted = groups.straight ?? groups.french ?? groups.curly;
    const part = quoted ?? groups.run ?? "";
    const folded = read(part);
    const phrase = folded.map((word, offset) => ({ folded: word, offset })).filter((word) => !stops.has(word.folded));
    if (groups.minus) {
      if (phrase.length > 1 && quoted !== undefined) query.never.push(phrase);
      else query.without.push(...phrase.map((word) => word.folded));
      continue;
    }
    if (quoted !== undefined && folded.length > 1 && phrase.length) query.phrases.push(phrase);
    for (const run of runs(part)) {
      for (const word of run.folded) {
        const written = run.folded.length === 1 ? run.written : word;
        typed.push({ folded: word, written, whole: quoted !== undefined, also: [] });
      }
    }
  }
  const words = understood(typed);
  query.words = narrowing(words, stops);
  query.typed = narrowing(once(typed), stops);
  query.names = [typed, words].map((all) => all.map(({ folded }) => folded).join(" "));
  query.wordless = !typed.length && !query.without.length && !query.never.length && text.trim() !== "";
  return query;
}

/**
 * @param {Word[]} typed
 * @returns {Word[]} what is meant by them, each once; what stands in quotes means itself
 */
function understood(typed) {
  const plain = typed.filter(({ whole }) => !whole);
  const read = meant(plain.map(({ folded }) => folded)).map(({ word, typed: [from, to], also }) => {
    const written = plain.slice(from, to);
    return { folded: word, written: written.map((each) => each.written).join(" "), whole: false, also };
  });
  return once([...read, ...typed.filter(({ whole }) => whole)]);
}

/**
 * @param {Word[]} words
 * @returns {Word[]} each once
 */
function once(words) {
  /** @type {Map<string, Word>} */
  const found = new Map();
  for (const word of words) {
    const before = found.get(word.folded);
    if (before) before.whole ||= word.whole;
    else found.set(word.folded, { ...word });
  }
  return [...found.values()];
}

/**
 * @param {Word[]} words
 * @param {Set<string>} stops
 * @returns {Word[]} those that narrow a search, if there are any; not too many
 */
function narrowing(words, stops) {
  const narrow = words.filter(({ folded }) => !stops.has(folded));
  return (narrow.length ? narrow : words).slice(0, MOST);
}
