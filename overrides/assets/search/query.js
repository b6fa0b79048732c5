// What the visitor typed, as words to look for.

import { words } from "./fold.js";

/** @typedef {{ folded: string, written: string }} Word a word bare and small, and as it was typed */

const RUN = /[\p{L}\p{N}\p{M}\u00ad]+/gu;

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
 * The words to look for, each once: those that narrow the search, or all of them if none does.
 * @param {string} text
 * @param {Set<string>} stops
 * @returns {Word[]}
 */
export function parse(text, stops) {
  /** @type {Map<string, Word>} */
  const found = new Map();
  for (const { written, folded } of runs(text)) {
    for (const word of folded) {
      if (!found.has(word)) found.set(word, { folded: word, written: folded.length === 1 ? written : word });
    }
  }
  const all = [...found.values()];
  const narrow = all.filter(({ folded }) => !stops.has(folded));
  return (narrow.length ? narrow : all).slice(0, 12);
}
