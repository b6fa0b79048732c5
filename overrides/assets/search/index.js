// The index, part by part: which words there are, which terms they lead to, and where those are found.

import { plain } from "./reading.js";
import { climb, digits, unpack } from "./pack.js";

/** @typedef {{ records: number[], weights: Uint8Array }} Field where a term is found in one field */

/**
 * @typedef {object} Term
 * @property {string[]} forms its words, as people write them
 * @property {Field[]} fields
 */

export class Index {
  /**
   * @param {import("./source.js").Source} source
   * @param {import("./shapes.js").Core} core
   */
  constructor(source, core) {
    this.source = source;
    /** First folded word of each part. */
    this.cuts = ["", ...core.cuts.split(" ").filter(Boolean)];
    /** @type {Set<number>} parts that are here */
    this.here = new Set();
    /** Folded word → its terms, of the parts that are here. @type {Map<string, string[]>} */
    this.words = new Map();
    /** Folded word → how people write it. @type {Map<string, string>} */
    this.written = new Map();
    /** @type {Map<string, string[]>} what parts say of a term, not yet read */
    this.raw = new Map();
    /** @type {Map<string, Term>} */
    this.terms = new Map();
    /** Folded name → records that bear it, and how much it is theirs. @type {Map<string, [number, number][]>} */
    this.names = new Map();
  }

  /**
   * Part that holds a word.
   * @param {string} word
   * @returns {number}
   */
  partOf(word) {
    let low = 0;
    let high = this.cuts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.cuts[middle] <= word) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * Parts that hold the words that begin so.
   * @param {string} beginning
   * @returns {number[]}
   */
  partsOf(beginning) {
    const first = this.partOf(beginning);
    const last = this.partOf(`${beginning}\uffff`);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  }

  /**
   * Fetches parts that are not here yet.
   * @param {Iterable<number>} parts
   * @returns {Promise<void>}
   */
  async fetch(parts) {
    const wanted = [...new Set(parts)].filter((part) => !this.here.has(part));
    const pieces = await Promise.all(wanted.map((part) => this.source.words(part)));
    wanted.forEach((part, at) => {
      if (!this.here.has(part)) this.take(pieces[at]);
      this.here.add(part);
    });
  }

  /** @param {import("./shapes.js").Piece} piece */
  take({ terms, names }) {
    for (const [term, said] of Object.entries(terms)) {
      if (this.raw.has(term)) continue;
      this.raw.set(term, said);
      for (const form of said[0].split(" ")) {
        const word = plain(form);
        const before = this.words.get(word);
        if (before) before.push(term);
        else {
          this.words.set(word, [term]);
          this.written.set(word, form);
        }
      }
    }
    for (const [name, records] of Object.entries(names)) {
      this.names.set(name, climb(records).map((number) => [number >> 2, number & 3]));
    }
  }

  /**
   * @param {string[]} terms
   * @returns {number} how many records hold one of them
   */
  holding(terms) {
    return new Set(terms.flatMap((term) => this.term(term).fields.flatMap(({ records }) => records))).size;
  }

  /**
   * Terms of a folded word whose part is here.
   * @param {string} word
   * @returns {string[]}
   */
  of(word) {
    return this.words.get(word) ?? [];
  }

  /**
   * Longer words of the parts that are here and begin so.
   * @param {string} beginning
   * @returns {string[]}
   */
  startingWith(beginning) {
    return [...this.words.keys()].filter((word) => word.startsWith(beginning) && word !== beginning);
  }

  /**
   * A term of the parts that are here.
   * @param {string} name
   * @returns {Term}
   */
  term(name) {
    let term = this.terms.get(name);
    if (!term) {
      const [forms = "", ...said] = this.raw.get(name) ?? [];
      const fields = [];
      for (let at = 0; at < said.length; at += 2) fields.push({ records: climb(said[at]), weights: digits(said[at + 1]) });
      term = { forms: forms.split(" "), fields };
      this.terms.set(name, term);
    }
    return term;
  }

  /**
   * Where a word stands in each record: for phrases.
   * @param {string} word folded, its part being here
   * @returns {Promise<Map<number, Set<number>>>} record → places
   */
  async places(word) {
    const { terms } = await this.source.order(this.partOf(word));
    /** @type {Map<number, Set<number>>} */
    const standing = new Map();
    for (const term of this.of(word)) {
      const numbers = unpack(terms[term] ?? "");
      for (let at = 0, record = 0; at < numbers.length; ) {
        record += numbers[at++];
        const places = standing.get(record) ?? new Set();
        for (let left = numbers[at++], place = 0; left > 0; left--) places.add((place += numbers[at++]));
        standing.set(record, places);
      }
    }
    return standing;
  }
}

