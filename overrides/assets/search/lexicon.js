// From a word as typed to the terms it may mean: in full, as the beginning of longer words, by its root, with a typo.

import { distance } from "./distance.js";
import { fold } from "./fold.js";
import { plain } from "./reading.js";
import { misspelt } from "./spelling.js";

/** How a term was reached, best first. */
export const EXACT = 0;
export const PREFIX = 1;
export const NEAR = 2;

/** Shortest word beside which one with two wrong letters is proposed. */
const TWICE = 6;
/** Before the code of a département in the index, and the form of a commune's code. */
const DEPARTMENT = "departement";
const COMMUNE = /^\d[\dab]\d{3}$/u;
/** A French postal code: its département, but for Corsica's, whose official codes have a letter. */
const POSTAL = /^(?:(?<corsica>20[0-6])|(?<overseas>9[78]\d)|(?<other>\d\d))\d{2,3}$/u;
/** Shortest word that is taken for the beginning of others. */
const BEGUN = 2;
/** The same for a word before the last that the content knows: it stands complete. */
const COMPLETE = 4;
/** A beginning that so many parts of the index hold says too little to load them all. */
const MOST_PARTS = 4;
/** Shortest part of a word that is two words without their space, and shortest last one. */
const PART = 2;
const LAST = 4;

/** What a term weighs beside the same term written in full; longer beginnings weigh more. */
const GUESSED = 0.9;
const BEGINNING = 0.6;

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
  async reach({ folded, whole, also }, isLast) {
    const { index } = this;
    /** @type {Ways} */
    const ways = new Map();
    await index.fetch([folded, ...also].map((word) => index.partOf(word)));
    for (const other of also) add(ways, index.of(other), EXACT, GUESSED);
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
   * The same words, those that nothing holds in parts that something holds: « ODD6 », « LaRochelle », and « COP 21 »
   * together.
   * @param {Word[]} words
   * @param {Set<string>} stops
   * @returns {Promise<Word[]>}
   */
  async cut(words, stops) {
    const { index } = this;
    /** @type {Word[]} */
    const found = [];
    for (const word of words) {
      const before = found.at(-1);
      const isNumber = /^\p{N}+$/u.test(word.folded);
      if (before && isNumber && !before.whole && !word.whole && /^\p{L}+$/u.test(before.folded)) {
        const together = before.folded + word.folded;
        await index.fetch([index.partOf(together)]);
        if (index.of(together).length) for (const each of [before, word]) each.also = [...each.also, together];
      }
      const parts = word.whole ? [] : await this.parts(word, stops);
      found.push(...(parts.length ? parts.map((part) => ({ folded: part, written: part, whole: false, also: [] })) : [word]));
    }
    return found;
  }

  /**
   * @param {Word} word
   * @param {Set<string>} stops
   * @returns {Promise<string[]>} the words that it is made of; none if something holds it, or not all of them
   */
  async parts({ folded, written }, stops) {
    const { index } = this;
    await index.fetch([index.partOf(folded)]);
    if (index.of(folded).length) return [];
    const number = /^(\p{L}+)(\p{N}+)$/u.exec(folded);
    const marked = number ? number.slice(1) : written.split(/(?<=\p{Ll})(?=\p{Lu})/u).map(fold);
    await index.fetch(marked.map((part) => index.partOf(part)));
    const holds = (/** @type {string} */ part) => stops.has(part) || index.of(part).length > 0;
    if (marked.length > 1) return marked.every(holds) ? marked.filter((part) => !stops.has(part)) : [];
    if (number || folded.length < PART + LAST || index.startingWith(folded).length) return [];
    const every = new Set(await this.words());
    for (let at = PART; at <= folded.length - LAST; at++) {
      const [first, last] = [folded.slice(0, at), folded.slice(at)];
      if ((stops.has(first) || every.has(first)) && every.has(last)) return stops.has(first) ? [last] : [first, last];
    }
    return [];
  }

  /**
   * @param {string} folded
   * @returns {Promise<string>} the official code of the département that the word is a postal code of; empty if it is
   *   none, or nothing known lies there
   */
  async department(folded) {
    const { corsica = "", overseas, other } = (folded.length === 5 && POSTAL.exec(folded)?.groups) || {};
    const code = overseas ?? other ?? (corsica && (corsica < "202" ? "2a" : "2b"));
    if (!code) return "";
    await this.index.fetch(this.index.partsOf(code));
    await this.index.fetch([this.index.partOf(DEPARTMENT + code)]);
    return this.inside(code).size ? code : "";
  }

  /**
   * @param {string} code of a département whose parts are here
   * @returns {Ways} the official codes of its communes, and its own
   */
  inside(code) {
    /** @type {Ways} */
    const ways = new Map();
    add(ways, this.index.of(DEPARTMENT + code), EXACT, 1);
    for (const word of this.index.startingWith(code)) if (COMMUNE.test(word)) add(ways, this.index.of(word), PREFIX, BEGINNING);
    return ways;
  }

  /**
   * The word of the content that has the root of a word that nothing holds, and looks most like it.
   * @param {Word} word
   * @returns {Promise<string>} empty if there is none
   */
  async root(word) {
    const { folded } = word;
    if (/\p{N}/u.test(folded) || folded.length <= BEGUN) return "";
    const forms = (await this.guess(word)).flatMap((term) => this.index.term(term).forms.map(plain));
    const far = (/** @type {string} */ form) => distance(folded, form, folded.length);
    await this.index.fetch(forms.map((form) => this.index.partOf(form)));
    return forms.sort((one, other) => far(one) - far(other))[0] ?? "";
  }

  /**
   * The word that was meant by one that nothing holds (`misspelt`), if that is clear: there is no other.
   * @param {string} folded
   * @param {number} most a word that more records hold is not meant
   * @returns {Promise<string>} empty if it is not clear
   */
  async clear(folded, most) {
    if (/\p{N}/u.test(folded)) return "";
    const far = misspelt(folded);
    const near = (await this.words()).map((word) => ({ word, edits: far(word) })).filter(({ edits }) => edits < Infinity);
    const least = Math.min(...near.map(({ edits }) => edits));
    const best = near.filter(({ edits }) => edits === least).map(({ word }) => word);
    await this.index.fetch(best.map((word) => this.index.partOf(word)));
    /** @type {Map<string, string>} words of one root are one */
    const apart = new Map();
    for (const word of best) {
      const terms = this.index.of(word);
      if (this.index.holding(terms) > most) return "";
      apart.set(terms.join(), word);
    }
    return apart.size === 1 ? [...apart.values()][0] : "";
  }

  /**
   * @param {string} folded a word of the content whose part is here
   * @returns {Ways} by another spelling
   */
  instead(folded) {
    /** @type {Ways} */
    const ways = new Map();
    add(ways, this.index.of(folded), NEAR, 1);
    return ways;
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
   * Words of the content that may be meant by this one (`misspelt`), as people write them, nearest first; none beside a number.
   * @param {string} folded
   * @param {number} count
   * @returns {Promise<string[]>}
   */
  async nearest(folded, count) {
    if (/\p{N}/u.test(folded)) return [];
    const far = misspelt(folded, folded.length < TWICE ? 1 : 2);
    const near = (await this.words()).map((word) => ({ word, edits: word === folded ? Infinity : far(word) }));
    const meant = near.filter(({ edits }) => edits < Infinity).sort((a, b) => a.edits - b.edits).map(({ word }) => word);
    const found = (meant.length ? meant : kin(await this.words(), folded)).slice(0, count);
    await this.index.fetch(found.map((word) => this.index.partOf(word)));
    return found.map((word) => this.index.written.get(word) ?? word);
  }
}

/**
 * Words that begin like this one, as far as one can follow: « nicaraguayen », « Nicaragua »; none if that is less than
 * most of it.
 * @param {string[]} words
 * @param {string} folded
 * @returns {string[]}
 */
function kin(words, folded) {
  for (let length = folded.length - 1; length >= Math.max(TWICE, (2 * folded.length) / 3); length--) {
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
