// From a word as typed to the terms it may mean: in full, as the beginning of longer words, by its root, with a typo.

import { distance, isNear } from "./distance.js";
import { fold } from "./fold.js";

/** How a term was reached, best first. */
export const EXACT = 0;
export const PREFIX = 1;
export const NEAR = 2;

/** Shortest word in which a typo is forgiven. */
const FORGIVEN = 5;
/** Shortest word that is taken for the beginning of others. */
const BEGUN = 2;
/** The same for a word before the last that the content knows: it stands complete. */
const COMPLETE = 4;
/** A beginning that so many parts of the index hold says too little to load them all. */
const MOST_PARTS = 4;
/** Words one typo away that are followed at most. */
const MOST_NEAR = 12;

/** What a term weighs beside the same term written in full; longer beginnings weigh more. */
const GUESSED = 0.9;
const BEGINNING = 0.6;
const TYPO = 0.15;

/**
 * @typedef {{ tier: number, weight: number }} Way how a term was reached and what it weighs
 * @typedef {Map<string, Way>} Ways term → its best way
 * @typedef {import("./query.js").Word} Word
 */

/**
 * Adds ways to the terms unless a better one is known.
 * @param {Ways} ways
 * @param {string[]} terms
 * @param {number} tier
 * @param {number} weight
 */
function add(ways, terms, tier, weight) {
  for (const term of terms) {
    const before = ways.get(term);
    if (!before || before.tier > tier || (before.tier === tier && before.weight < weight)) ways.set(term, { tier, weight });
  }
}

export class Lexicon {
  /**
   * @param {import("./index.js").Index} index
   * @param {import("./source.js").Source} source
   * @param {() => Promise<(word: string) => string>} stemmer guesses the root of a word that is not in the index
   */
  constructor(index, source, stemmer) {
    this.index = index;
    this.source = source;
    this.stemmer = stemmer;
    /** @type {Promise<(word: string) => string> | undefined} */
    this.stemming = undefined;
    /** @type {Promise<string[]> | undefined} */
    this.every = undefined;
  }

  /** @returns {Promise<(word: string) => string>} the stemmer, loaded once */
  stem() {
    this.stemming ??= this.stemmer();
    this.stemming.catch(() => (this.stemming = undefined));
    return this.stemming;
  }

  /**
   * The terms that the typed word is, or begins, and how each was reached; fetches what that takes.
   * @param {Word} word
   * @param {boolean} isLast whether it may still be in the typing
   * @returns {Promise<Ways>}
   */
  async reach({ folded, whole }, isLast) {
    const { index } = this;
    /** @type {Ways} */
    const ways = new Map();
    await index.fetch([index.partOf(folded)]);
    const exact = index.of(folded);
    add(ways, exact, EXACT, 1);
    if (whole) return ways;
    if (folded.length >= (isLast || !exact.length ? BEGUN : COMPLETE)) {
      const parts = index.partsOf(folded);
      if (parts.length <= MOST_PARTS || !exact.length) {
        await index.fetch(parts.slice(0, 2 * MOST_PARTS));
        for (const longer of index.startingWith(folded)) {
          add(ways, index.of(longer), PREFIX, (BEGINNING * folded.length) / longer.length);
        }
      }
    }
    return ways;
  }

  /**
   * Whether the word, still in the typing, begins so many others that it says nothing yet.
   * @param {Word} word
   * @returns {Promise<boolean>}
   */
  async isVague({ folded, whole }) {
    if (whole || folded.length > BEGUN || this.index.partsOf(folded).length <= MOST_PARTS) return false;
    await this.index.fetch([this.index.partOf(folded)]);
    return !this.index.of(folded).length;
  }

  /**
   * The same with the terms one typo away or, if there are none, with those of its root.
   * @param {Ways} ways
   * @param {Word} word
   * @returns {Promise<Ways>}
   */
  async forgive(ways, word) {
    const { folded, whole } = word;
    if (whole || /\p{N}/u.test(folded)) return ways;
    const more = new Map(ways);
    if (folded.length >= FORGIVEN) {
      const near = (await this.words()).filter((other) => other !== folded && isNear(folded, other)).slice(0, MOST_NEAR);
      await this.index.fetch(near.map((other) => this.index.partOf(other)));
      for (const other of near) add(more, this.index.of(other), NEAR, TYPO);
    }
    if (!more.size && folded.length > BEGUN) add(more, await this.guess(word), EXACT, GUESSED);
    return more;
  }

  /**
   * Terms that the root of a word nobody wrote would lead to.
   * @param {{ folded: string, written: string }} word
   * @returns {Promise<string[]>}
   */
  async guess({ folded, written }) {
    const stem = await this.stem();
    const roots = [written.toLowerCase(), folded].map((each) => fold(stem(each)));
    const single = /[sx]$/u.test(folded) ? folded.slice(0, -1) : folded;
    const guessed = [...new Set([...roots, single])];
    await this.index.fetch(guessed.map((root) => this.index.partOf(root)));
    return guessed.filter((root) => this.index.raw.has(root));
  }

  /** @returns {Promise<string[]>} every folded word of the content, sorted */
  words() {
    this.every ??= this.source.lexicon().then(({ words }) => frontDecoded(words));
    this.every.catch(() => (this.every = undefined));
    return this.every;
  }

  /**
   * Words of the content that look most like this one, as people write them, nearest first.
   * @param {string} folded
   * @param {number} count
   * @returns {Promise<string[]>}
   */
  async nearest(folded, count) {
    const words = await this.words();
    const limit = folded.length < FORGIVEN ? 1 : folded.length < 9 ? 2 : 3;
    const near = words
      .map((word) => ({ word, edits: word === folded ? Infinity : distance(folded, word, limit) }))
      .filter(({ word, edits }) => edits <= limit && word.length > 2)
      .sort((a, b) => a.edits - b.edits || Number(b.word[0] === folded[0]) - Number(a.word[0] === folded[0]))
      .map(({ word }) => word);
    const found = (near.length ? near : kin(words, folded)).slice(0, count);
    await this.index.fetch(found.map((word) => this.index.partOf(word)));
    return found.map((word) => this.index.written.get(word) ?? word);
  }
}

/**
 * Words that begin like this one, as far as one can follow; none if that is less than half of it.
 * @param {string[]} words
 * @param {string} folded
 * @returns {string[]}
 */
function kin(words, folded) {
  for (let length = folded.length - 1; length >= Math.max(4, folded.length / 2); length--) {
    const beginning = folded.slice(0, length);
    const found = words.filter((word) => word !== folded && word.startsWith(beginning));
    if (found.length) return found.sort((a, b) => a.length - b.length);
  }
  return [];
}

/**
 * Words that were each written as the letters they share with the one before, and the rest.
 * @param {string} text
 * @returns {string[]}
 */
export function frontDecoded(text) {
  let before = "";
  return text.split(" ").map((each) => (before = before.slice(0, parseInt(each[0], 36)) + each.slice(1)));
}
