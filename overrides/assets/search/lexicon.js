// The words of the content, and the terms the index holds for them. The build wrote the list (generator/search/lexicon.py).

import { distance, isNear } from "./distance.js";
import { fold } from "./fold.js";

/** How a term was reached, best first. */
export const EXACT = 0;
export const PREFIX = 1;
export const NEAR = 2;

/** Shortest word in which a typo is forgiven. */
const FORGIVEN = 5;
/** Shortest word that is taken for the beginning of others; shorter ones too if it is no word of the content. */
const BEGUN = 2;
/** The same for a word before the last: it stands complete. */
const COMPLETE = 4;

/** What a term weighs beside the same term written in full; longer beginnings weigh more. */
const GUESSED = 0.9;
const BEGINNING = 0.6;
const TYPO = 0.15;

/** @typedef {{ tier: number, weight: number }} Way how a term was reached and what it weighs */

/**
 * Adds ways to the terms unless a better one is known.
 * @param {Map<string, Way>} ways
 * @param {string[]} terms
 * @param {number} tier
 * @param {number} weight
 */
function add(ways, terms, tier, weight) {
  for (const term of terms) {
    const before = ways.get(term);
    if (!before || before.tier > tier || (before.tier === tier && before.weight < weight)) {
      ways.set(term, { tier, weight });
    }
  }
}

export class Lexicon {
  /**
   * @param {Record<string, string>} terms term → the words it stands for, as people write them
   * @param {(word: string) => string} stem guesses the root of a word that is not in the list
   */
  constructor(terms, stem) {
    this.stem = stem;
    /** @type {Set<string>} */
    this.known = new Set(Object.keys(terms));
    /** Folded word → its terms. @type {Map<string, string[]>} */
    this.terms = new Map();
    /** Folded word → how people write it. @type {Map<string, string>} */
    this.written = new Map();
    for (const [term, forms] of Object.entries(terms)) {
      for (const form of forms.split(" ")) {
        const word = fold(form);
        const before = this.terms.get(word);
        if (before) before.push(term);
        else {
          this.terms.set(word, [term]);
          this.written.set(word, form);
        }
      }
    }
    this.words = [...this.terms.keys()].sort();
  }

  /**
   * The terms that the typed word is, or begins, and how each was reached.
   * @param {{ folded: string, written: string }} word
   * @param {boolean} isLast whether it may still be in the typing
   * @returns {Map<string, Way>}
   */
  reach(word, isLast) {
    const { folded } = word;
    /** @type {Map<string, Way>} */
    const ways = new Map();
    const exact = this.terms.get(folded);
    if (exact) add(ways, exact, EXACT, 1);
    else add(ways, this.guess(word), EXACT, GUESSED);
    if (!exact || folded.length >= (isLast ? BEGUN : COMPLETE)) {
      for (const longer of this.startingWith(folded)) {
        add(ways, this.of(longer), PREFIX, (BEGINNING * folded.length) / longer.length);
      }
    }
    return ways;
  }

  /**
   * The same with the terms one typo away.
   * @param {Map<string, Way>} ways
   * @param {string} folded
   * @returns {Map<string, Way>}
   */
  forgive(ways, folded) {
    const more = new Map(ways);
    if (folded.length >= FORGIVEN && !/\p{N}/u.test(folded)) {
      for (const other of this.words) if (isNear(folded, other)) add(more, this.of(other), NEAR, TYPO);
    }
    return more;
  }

  /**
   * Terms of a folded word.
   * @param {string} word
   * @returns {string[]}
   */
  of(word) {
    return this.terms.get(word) ?? [];
  }

  /**
   * Terms that the root of a word nobody wrote would lead to.
   * @param {{ folded: string, written: string }} word
   * @returns {string[]}
   */
  guess(word) {
    const { folded } = word;
    const roots = [word.written.toLowerCase(), folded].map((each) => fold(this.stem(each)));
    const single = /[sx]$/u.test(folded) ? folded.slice(0, -1) : folded;
    return [...new Set([...roots, single])].filter((root) => this.known.has(root));
  }

  /**
   * Longer words that begin so.
   * @param {string} beginning
   * @returns {string[]}
   */
  startingWith(beginning) {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle] < beginning) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (; low < this.words.length && this.words[low].startsWith(beginning); low++) {
      if (this.words[low] !== beginning) found.push(this.words[low]);
    }
    return found;
  }

  /**
   * Words of the content that look most like this one, as people write them, nearest first.
   * @param {string} folded
   * @param {number} count
   * @returns {string[]}
   */
  nearest(folded, count) {
    const limit = folded.length < FORGIVEN ? 1 : folded.length < 9 ? 2 : 3;
    const near = this.words
      .map((word) => ({ word, edits: word === folded ? Infinity : distance(folded, word, limit) }))
      .filter(({ word, edits }) => edits <= limit && word.length > 2)
      .sort((a, b) => a.edits - b.edits || Number(b.word[0] === folded[0]) - Number(a.word[0] === folded[0]))
      .map(({ word }) => word);
    return (near.length ? near : this.kin(folded)).slice(0, count).map((word) => this.written.get(word) ?? word);
  }

  /**
   * Words that begin like this one, as far as one can follow; none if that is less than half of it.
   * @param {string} folded
   * @returns {string[]}
   */
  kin(folded) {
    for (let length = folded.length - 1; length >= Math.max(4, folded.length / 2); length--) {
      const found = this.startingWith(folded.slice(0, length));
      if (found.length) return found.sort((a, b) => a.length - b.length);
    }
    return [];
  }
}
