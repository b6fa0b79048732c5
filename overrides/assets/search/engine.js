// The search itself: words → records, best first. Pure: no page, no network.

import { explain } from "./explain.js";
import { fold } from "./fold.js";
import { Lexicon, NEAR } from "./lexicon.js";
import { parse } from "./query.js";

/**
 * @typedef {object} Document what a result shows; written by generator/render/search.py
 * @property {string} type
 * @property {string} id
 * @property {string} url from the edition's root
 * @property {string} title
 * @property {string} [lang] language of the title, if not the edition's
 * @property {string[]} [context]
 * @property {string} [summary]
 * @property {string} [summaryLang]
 * @property {[kind: string, text: string][]} [names] names beside the title
 * @property {number[]} [labels] places in the table of labels
 *
 * @typedef {[kind: string, id: string, text: string, ...also: string[]]} Label
 *
 * @typedef {object} Data
 * @property {string} stamp
 * @property {Document[]} documents
 * @property {Label[]} labels
 * @property {Record<string, string>} terms
 * @property {string[]} stops
 * @property {boolean} stemmer whether the edition's language has one
 *
 * @typedef {object} Hit
 * @property {number} at place in the documents
 * @property {number} score
 * @property {number} tiers how far its words are from those typed: 0 if it holds them all in full
 * @property {number[]} holds the words it holds, by their place in the query
 * @property {number[]} near those it holds with another spelling only
 * @property {boolean} named whether the whole query is one of its names
 *
 * @typedef {import("./lexicon.js").Way} Way
 * @typedef {import("./query.js").Word} Word
 *
 * @typedef {object} Answer
 * @property {string} query
 * @property {number} total
 * @property {boolean} partial true if no record holds all the words: these hold most
 * @property {string[]} unknown words that no record holds, as typed
 * @property {string[]} suggestions queries that would find something
 * @property {import("./explain.js").Result[]} results
 */

/** What a record weighs when the words stand together in its names, or in those of what it is filed under. */
const PHRASE = 1.5;

/** What stands in brackets after a name and is an acronym: no space, two capitals. */
const ACRONYM = /\((?=[^)\s]*\p{Lu}[^)\s]*\p{Lu})([^)\s]*)\)/gu;
const BRACKETS = /\s*\([^)]*\)/gu;

export class Engine {
  /**
   * @param {any} index lunr's
   * @param {Data} data
   * @param {(word: string) => string} stem
   */
  constructor(index, data, stem) {
    this.index = index;
    this.data = data;
    this.stops = new Set(data.stops);
    this.lexicon = new Lexicon(data.terms, stem);
    /** @type {Map<number, string[]>} */
    this.names = new Map();
    /** @type {Map<number, string[]>} */
    this.labelNames = new Map();
    /** The last ranking: "more results" asks for the same again. @type {{ query: string, ranking: Ranking } | null} */
    this.last = null;
  }

  /**
   * The best `count` records for the query.
   * @param {string} query
   * @param {number} count
   * @returns {Answer}
   */
  search(query, count) {
    if (this.last?.query !== query) this.last = { query, ranking: this.rank(query) };
    const { hits, partial, words, ways } = this.last.ranking;
    const unknown = words.filter((_, at) => !ways[at].size);
    return {
      query,
      total: hits.length,
      partial,
      unknown: unknown.map((word) => word.written),
      suggestions: unknown.length || !hits.length ? this.suggest(query, words, unknown) : [],
      results: hits.slice(0, count).map((hit) => explain(hit, this.data, words, ways, this.lexicon)),
    };
  }

  /**
   * @typedef {{ hits: Hit[], partial: boolean, words: Word[], ways: Map<string, Way>[] }} Ranking
   * @param {string} query
   * @returns {Ranking}
   */
  rank(query) {
    const words = parse(query, this.stops);
    const ways = words.map((word, at) => this.lexicon.reach(word, at === words.length - 1));
    const phrase = fold(query);
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    for (const [word, reached] of ways.entries()) {
      for (const [at, { score, tier }] of this.score(reached)) {
        const hit = hits.get(at) ?? { at, score: 0, tiers: 0, holds: [], near: [], named: false };
        hit.score += score;
        hit.tiers += tier;
        hit.holds.push(word);
        if (tier === NEAR) hit.near.push(word);
        hits.set(at, hit);
      }
    }
    const most = Math.max(...[...hits.values()].map((hit) => hit.holds.length));
    const ranked = [...hits.values()].filter((hit) => hit.holds.length === most);
    for (const hit of ranked) this.weigh(hit, phrase);
    ranked.sort(
      (a, b) =>
        a.near.length - b.near.length ||
        Number(b.named) - Number(a.named) ||
        a.tiers - b.tiers ||
        b.score - a.score ||
        a.at - b.at,
    );
    return { hits: ranked, partial: ranked.length > 0 && most < words.length, words, ways };
  }

  /**
   * The records that hold one of these terms.
   * @param {Map<string, Way>} ways
   * @returns {Map<number, { score: number, tier: number }>} place in the documents → score, and the best way it is held
   */
  score(ways) {
    /** @type {Map<number, { score: number, tier: number }>} */
    const found = new Map();
    if (!ways.size) return found;
    // lunr divides by the length of the query: a word would weigh less the more ways there are to read it.
    const length = Math.hypot(...[...ways.values()].map(({ weight }) => weight));
    const matches = this.index.query((/** @type {any} */ query) => {
      for (const [term, { weight }] of ways) query.term(term, { boost: weight, usePipeline: false });
    });
    for (const { ref, score, matchData } of matches) {
      const tiers = Object.keys(matchData.metadata).map((term) => ways.get(term)?.tier ?? NEAR);
      found.set(Number(ref), { score: score * length, tier: Math.min(...tiers) });
    }
    return found;
  }

  /**
   * Adds what the whole query tells beside its words.
   * @param {Hit} hit
   * @param {string} phrase the folded query
   */
  weigh(hit, phrase) {
    const document = this.data.documents[hit.at];
    const names = this.namesOf(hit.at);
    const labels = document.labels ?? [];
    const isPhrase = (/** @type {string} */ name) => ` ${name} `.includes(` ${phrase} `);
    if (names.some(isPhrase) || labels.some((at) => this.namesOfLabel(at).some(isPhrase))) hit.score *= PHRASE;
    // A place is only a point on the map: it does not pass before a record by its name.
    hit.named = document.type !== "places" && names.includes(phrase);
  }

  /**
   * Folded names of a record: its title, then its other and former names, all without brackets, then acronyms.
   * @param {number} at
   * @returns {string[]}
   */
  namesOf(at) {
    let found = this.names.get(at);
    if (!found) {
      const { title, names = [] } = this.data.documents[at];
      const all = [title, ...names.map(([, text]) => text)];
      const acronyms = all.flatMap((name) => [...name.matchAll(ACRONYM)].map((match) => match[1]));
      found = [...all.map((name) => name.replace(BRACKETS, "")), ...acronyms].map(fold);
      this.names.set(at, found);
    }
    return found;
  }

  /**
   * Folded names of a label, the one it is shown under first; without brackets.
   * @param {number} at
   * @returns {string[]}
   */
  namesOfLabel(at) {
    let found = this.labelNames.get(at);
    if (!found) {
      const [, , ...names] = this.data.labels[at];
      found = names.map((name) => fold(name.replace(BRACKETS, "")));
      this.labelNames.set(at, found);
    }
    return found;
  }

  /**
   * The query with a word of the content in place of an unknown one.
   * @param {string} query
   * @param {Word[]} words
   * @param {Word[]} unknown
   * @returns {string[]}
   */
  suggest(query, words, unknown) {
    const doubtful = unknown.length ? unknown : words;
    const found = doubtful.flatMap((word) =>
      this.lexicon
        .nearest(word.folded, 4)
        .map((nearest) => words.map((each) => (each === word ? nearest : each.written)).join(" ")),
    );
    return [...new Set(found)].filter((each) => fold(each) !== fold(query)).slice(0, 5);
  }
}
