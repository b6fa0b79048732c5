// What people mean by what they write: one reader for the search and the form. `generator/text/reading.py` reads the same.

import { fold } from "./fold.js";

/**
 * The vocabulary, as the build hands it over (`generator/text/typed.py`).
 * @typedef {object} Typed
 * @property {Record<string, string>} short a word written short → in full
 * @property {Record<string, string>} meant words typed → those that texts hold
 * @property {string[]} between what stands between a form and its name
 * @property {Record<string, string>} forms what stands before names → the word of its kind, or nothing
 * @property {string[]} alone forms that need no word between
 * @property {string[]} named forms that are part of the names themselves
 *
 * @typedef {object} Meant
 * @property {string} word that is looked for
 * @property {[number, number]} typed of which words it is the reading: the first, and the one behind the last
 * @property {string[]} also words that would do as well
 */

/**
 * What is one word, whatever stands in it: letters with a point behind each (« C.H.U. »), and a compound whose first
 * part means something else: who looks for water does not look for brandy.
 */
export const WHOLE = new RegExp(
  "(?<![\\p{L}\\p{N}_])(?:\\p{L}\\.){2,}(?:\\p{L}(?![\\p{L}\\p{N}_]))?"
    + "|(?<![\\p{L}\\p{N}_])eaux?[\\s\\u00ad‐\\-]de[\\s\\u00ad‐\\-]vie(?![\\p{L}\\p{N}_])", "giu",
);

/** @type {Typed} */
let known = { short: {}, meant: {}, between: [], forms: {}, alone: [], named: [] };
let longest = 1;

/** @param {Typed} typed the vocabulary to read by from now on */
export function learn(typed) {
  known = typed;
  const parts = [...Object.keys(typed.forms), ...Object.keys(typed.meant)];
  longest = Math.max(1, ...parts.map((part) => part.split(" ").length));
}

/**
 * @param {string} text
 * @returns {string[]} its words, folded, in its order; those written short in full, what is `WHOLE` in one
 */
export function read(text) {
  const folded = fold(text.replace(WHOLE, (found) => found.replaceAll(/[^\p{L}\p{N}]/gu, "")));
  return folded ? folded.split(" ").map((word) => own(known.short, word) ?? word) : [];
}

/**
 * @param {string} text
 * @returns {string} its words as `read` gives them, one space between
 */
export function plain(text) {
  return read(text).join(" ");
}

/**
 * @param {string[]} words that `read` gave
 * @returns {Meant[]} those that are meant: what stands before a name is dropped, or becomes the word of its kind
 */
export function meant(words) {
  /** @type {Meant[]} */
  const found = [];
  for (let at = 0; at < words.length; ) {
    const [length, made] = together(words, at);
    found.push(...made);
    at += length;
  }
  return found;
}

/**
 * @param {string[]} words
 * @param {number} at
 * @returns {[number, Meant[]]} how many words are read together from there on, and as what
 */
function together(words, at) {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const form = words.slice(at, at + length).join(" ");
    const behind = at + length;
    let between = behind;
    while (between < words.length && known.between.includes(words[between])) between++;
    const named = between < words.length;
    const apart = named && between > behind;
    const kind = own(known.forms, form);
    if (kind !== undefined && (apart || (named && known.alone.includes(form)))) {
      const made = known.named.includes(form) ? [{ word: form, also: [kind] }] : kind ? [{ word: kind, also: [] }] : [];
      return [between - at, made.map((each) => ({ ...each, typed: [at, behind] }))];
    }
    const meaning = own(known.meant, form);
    if (meaning !== undefined) {
      return [length, meaning.split(" ").map((word) => ({ word, typed: [at, behind], also: [] }))];
    }
  }
  return [1, [{ word: words[at], typed: [at, at + 1], also: [] }]];
}

/**
 * @param {string} text
 * @returns {string} the name in the text, without what stands before it; folded
 */
export function name(text) {
  return meant(read(text)).map(({ word }) => word).join(" ");
}

/**
 * @param {Record<string, string>} table
 * @param {string} key
 * @returns {string | undefined} what the table itself holds: people type « constructor » too
 */
function own(table, key) {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
