// The search itself: words → records, best first. Pure: no page, no network.

import { explain } from "./explain.js";
import { fold } from "./fold.js";
import { Lexicon, NEAR } from "./lexicon.js";
import { Names } from "./names.js";
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
 * @property {number} named 2 if the whole query is one of its names, 1 if it is that of a place, else 0
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

/** A word that brings fewer records is looked for with a typo too. */
const FEW = 5;

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
    this.names = new Names(data);
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
    const scores = ways.map((reached) => this.score(reached));
    words.forEach(({ folded }, at) => {
      if (scores[at].size >= FEW) return;
      ways[at] = this.lexicon.forgive(ways[at], folded);
      scores[at] = this.score(ways[at]);
    });
    const phrase = fold(query);
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    for (const [word, found] of scores.entries()) {
      for (const [at, { score, tier }] of found) {
        const hit = hits.get(at) ?? { at, score: 0, tiers: 0, holds: [], near: [], named: 0 };
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
        b.named - a.named ||
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
    if (this.names.hold(hit.at, phrase)) hit.score *= PHRASE;
    // A place is only a point on the map: it comes after the records that bear the same name.
    if (this.names.are(hit.at, phrase)) hit.named = this.data.documents[hit.at].type === "places" ? 1 : 2;
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
