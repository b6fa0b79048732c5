// Which word was meant by one that is not quite it: a letter is wrong, or two of a long word, or it only sounds so.

import { distance } from "./distance.js";

/** Shortest word of which a letter may be wrong, and shortest of which two may. */
const FORGIVEN = 5;
const LONG = 8;
/** Letters more or less that two words of one sound may have. */
const MOST = 2;
/** Letters that tell how a word sounds at its beginning. */
const BEGINNING = 3;

/** Spellings that sound alike in French and Spanish: « Dunkerke », « Valparaizo ». @type {[RegExp, string][]} in this order */
const SAME = [
  [/ph/gu, "f"],
  [/qu?|ck?(?=[^eiyh]|$)|kh/gu, "k"],
  [/c(?=[eiy])|z/gu, "s"],
  [/w/gu, "v"],
  [/y/gu, "i"],
  [/(?<=[^cs])h|^h/gu, ""],
  [/(.)\1+/gu, "$1"],
  [/e$/u, ""],
];

/**
 * @param {string} typed folded, one word or the letters of several
 * @param {number} [limit] letters that may be wrong
 * @returns {(word: string) => number} how far a word is from it: 0 if it sounds the same, else its wrong letters;
 *   Infinity if it was not meant, as none is that begins with another sound. Quick: it runs over every word of the content
 */
export function misspelt(typed, limit = typed.length < LONG ? 1 : 2) {
  const heard = sound(typed);
  return (word) => {
    if (typed.length < FORGIVEN || Math.abs(word.length - typed.length) > MOST || initial(word) !== heard[0]) return Infinity;
    const edits = sound(word) === heard ? 0 : distance(typed, word, limit);
    return edits <= limit ? edits : Infinity;
  };
}

/** @type {Map<string, string>} beginning → its first sound */
const initials = new Map();

/** @param {string} word */
function initial(word) {
  const beginning = word.slice(0, BEGINNING);
  const known = initials.get(beginning) ?? sound(beginning)[0] ?? "";
  initials.set(beginning, known);
  return known;
}

/**
 * @param {string} folded
 * @returns {string} how it sounds, as far as its spelling tells
 */
function sound(folded) {
  return SAME.reduce((said, [written, heard]) => said.replace(written, heard), folded);
}
