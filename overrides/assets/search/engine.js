// The search itself: words → records, best first. No page here.

import { parse } from "./query.js";
import { Index } from "./index.js";
import { Lexicon, NEAR } from "./lexicon.js";
import { fold } from "./fold.js";

/**
 * @typedef {import("./lexicon.js").Ways} Ways
 * @typedef {import("./query.js").Phrase} Phrase
 * @typedef {import("./query.js").Word} Word
 *
 * @typedef {object} Hit
 * @property {number} record
 * @property {number} score
 * @property {number} tiers how far its words are from those typed: 0 if it holds them all in full
 * @property {number[]} holds the words it holds, by their place in the query
 * @property {number[]} near those it holds with another spelling only
 * @property {number} named if the whole query is one of its names, how much that is its own (`search/names`), else 0
 * @property {boolean} titled whether every word it holds stands in its names or title
 *
 * @typedef {object} Found
 * @property {Hit[]} hits best first
 * @property {boolean} partial true if no record holds all the words: these hold most
 * @property {Word[]} words
 * @property {Ways[]} ways for each word, the terms it may mean
 * @property {{ word: number, as: string }[]} readings words that nothing holds, and those that they are read as
 * @property {boolean} wordless whether something is typed, but no word
 *
 * @typedef {object} Held what a word brings
 * @property {Float64Array} score of each record
 * @property {Uint8Array} tier of each record, 255 where it does not stand
 * @property {Uint8Array} titled
 * @property {number} count records
 */

const NOWHERE = 255;
/** No word is read as one that so great a part of the records holds. */
const COMMON = 3;

export class Engine {
  /**
   * @param {import("./source.js").Source} source
   * @param {import("./shapes.js").Core} core
   * @param {() => Promise<(word: string) => string>} stemmer
   */
  constructor(source, core, stemmer) {
    this.count = core.count;
    this.levels = Float64Array.from(core.levels);
    this.titled = core.titled;
    this.stops = new Set(core.stops.split(" "));
    this.index = new Index(source, core);
    this.lexicon = new Lexicon(this.index, source, stemmer);
    /** The last answer: facets, pages and sorting ask for the same again. @type {{ text: string, ranking: Promise<Found> } | null} */
    this.last = null;
  }

  /**
   * @param {string} text
   * @returns {Promise<Found>}
   */
  search(text) {
    if (this.last?.text !== text) {
      const ranking = this.rank(text);
      this.last = { text, ranking };
      ranking.catch(() => (this.last = null));
    }
    return this.last.ranking;
  }

  /**
   * @param {string} text
   * @returns {Promise<Found>}
   */
  async rank(text) {
    const query = parse(text, this.stops);
    const { wordless } = query;
    if (wordless) return { hits: [], partial: false, words: [], ways: [], readings: [], wordless };
    const words = await this.lexicon.cut((await this.isName(query.names[0])) ? query.typed : query.words, this.stops);
    const last = words.at(-1);
    if (query.open && last && (await this.lexicon.isVague(last))) words.pop();
    const ways = await Promise.all(words.map((word, at) => this.lexicon.reach(word, query.open && at === words.length - 1)));
    const readings = (await Promise.all(words.map((word, at) => this.forgive(ways, word, at)))).flat();
    if (readings.length && readings.length + ways.filter(({ size }) => !size).length === words.length && words.length > readings.length) {
      // Some words lead nowhere and the rest is a guess: nothing asked for would be among the results.
      for (const { word } of readings.splice(0)) ways[word] = new Map();
    }
    const held = ways.map((reached) => this.held(reached));
    const out = await this.without(query);
    const phrases = await Promise.all(query.phrases.map((phrase) => this.holding(phrase)));
    const hits = this.hits(held, out, phrases);
    const asked = readings.length ? [words.map((word, at) => readings.find((each) => each.word === at)?.as ?? word.folded).join(" ")] : [];
    // Of a question only half of which leads somewhere, that half may be a name.
    const half = words.filter((_, at) => ways[at].size).map(({ folded }) => folded).join(" ");
    await this.name(hits, [...query.names, ...asked, half]);
    hits.sort(
      (a, b) =>
        a.near.length - b.near.length ||
        b.named - a.named ||
        a.tiers - b.tiers ||
        Number(b.titled) - Number(a.titled) ||
        b.score - a.score ||
        a.record - b.record,
    );
    const most = hits.length ? hits[0].holds.length : 0;
    return { hits, partial: hits.length > 0 && most < words.length, words, ways, readings, wordless };
  }

  /**
   * Finds a way for a word that nothing holds: by its root or, if it is clear which word was meant, by that one.
   * @param {Ways[]} ways
   * @param {Word} word
   * @param {number} at its place in the question
   * @returns {Promise<Found["readings"]>} what is to be said of it
   */
  async forgive(ways, word, at) {
    if (ways[at].size || word.whole) return [];
    const { lexicon } = this;
    const department = await lexicon.department(word.folded);
    if (department) {
      ways[at] = lexicon.inside(department);
      return [{ word: at, as: department }];
    }
    const as = (await lexicon.root(word)) || (await lexicon.clear(word.folded, this.count / COMMON));
    if (!as) return [];
    ways[at] = lexicon.instead(as);
    return word.folded.replace(/[sx]$/u, "") === as ? [] : [{ word: at, as }];
  }

  /**
   * The records that hold one of these terms: the sum of lunr's weights, each times that of the way to its term.
   * @param {Ways} ways
   * @returns {Held}
   */
  held(ways) {
    const { levels } = this;
    const score = new Float64Array(this.count);
    const tiers = new Uint8Array(this.count).fill(NOWHERE);
    const titled = new Uint8Array(this.count);
    let count = 0;
    for (const [name, { tier, weight }] of ways) {
      this.index.term(name).fields.forEach(({ records, weights }, field) => {
        const isTitle = this.titled[field] && tier < NEAR;
        for (let at = 0; at < records.length; at++) {
          const record = records[at];
          if (tiers[record] === NOWHERE) count += 1;
          if (tier < tiers[record]) tiers[record] = tier;
          if (isTitle) titled[record] = 1;
          score[record] += weight * levels[weights[at]];
        }
      });
    }
    return { score, tier: tiers, titled, count };
  }

  /**
   * Records that hold most words: all of them if some do.
   * @param {Held[]} held
   * @param {Set<number>} out
   * @param {Set<number>[]} phrases records that hold each
   * @returns {Hit[]}
   */
  hits(held, out, phrases) {
    /** @type {Hit[]} */
    let hits = [];
    let most = held.length ? 1 : 0;
    for (let record = 0; record < this.count; record++) {
      let holds = 0;
      for (const { tier } of held) if (tier[record] !== NOWHERE) holds += 1;
      if (holds < most || out.has(record) || !phrases.every((phrase) => phrase.has(record))) continue;
      if (holds > most) hits = [];
      most = holds;
      hits.push(this.hit(record, held));
    }
    return hits;
  }

  /**
   * @param {number} record
   * @param {Held[]} held
   * @returns {Hit}
   */
  hit(record, held) {
    /** @type {Hit} */
    const hit = { record, score: 0, tiers: 0, holds: [], near: [], named: 0, titled: true };
    held.forEach(({ score, tier, titled }, word) => {
      if (tier[record] === NOWHERE) return;
      hit.score += score[record];
      hit.tiers += tier[record];
      hit.holds.push(word);
      if (tier[record] === NEAR) hit.near.push(word);
      hit.titled &&= titled[record] === 1;
    });
    return hit;
  }

  /**
   * Records to leave out.
   * @param {import("./query.js").Query} query
   * @returns {Promise<Set<number>>}
   */
  async without({ without, never }) {
    await this.index.fetch(without.map((word) => this.index.partOf(word)));
    /** @type {Set<number>} */
    const out = new Set();
    for (const word of without) {
      for (const term of this.index.of(word)) {
        for (const { records } of this.index.term(term).fields) for (const record of records) out.add(record);
      }
    }
    for (const records of await Promise.all(never.map((phrase) => this.holding(phrase)))) {
      for (const record of records) out.add(record);
    }
    return out;
  }

  /**
   * Records in which the words stand in that order, as far apart as in the phrase.
   * @param {Phrase} phrase
   * @returns {Promise<Set<number>>}
   */
  async holding(phrase) {
    await this.index.fetch(phrase.map(({ folded }) => this.index.partOf(folded)));
    const [first, ...others] = await Promise.all(phrase.map(({ folded }) => this.index.places(folded)));
    /** @type {Set<number>} */
    const records = new Set();
    for (const [record, places] of first) {
      const stands = [...places].some((place) =>
        others.every((other, at) => other.get(record)?.has(place + phrase[at + 1].offset - phrase[0].offset)),
      );
      if (stands) records.add(record);
    }
    return records;
  }

  /**
   * @param {string} name folded
   * @returns {Promise<boolean>} whether a record bears it: « Ciudad de México » means no other place called « México »
   */
  async isName(name) {
    await this.index.fetch([this.index.partOf(name.split(" ")[0])]);
    return this.index.names.has(name);
  }

  /**
   * Says which hits bear the whole query as their name.
   * @param {Hit[]} hits
   * @param {string[]} names the query as it may be one; the first that is counts
   */
  async name(hits, names) {
    await this.index.fetch(names.filter(Boolean).map((name) => this.index.partOf(name.split(" ")[0])));
    const bearers = new Map(names.map((name) => this.index.names.get(name)).find(Boolean));
    // A place is only a point on the map: it comes after the records that bear the same name; last come those that bore
    // it once, or bear it in a foreign language.
    if (bearers.size) for (const hit of hits) hit.named = bearers.get(hit.record) ?? 0;
  }

  /**
   * Queries that would find something: with words of the content in place of those that no record holds.
   * @param {string} text
   * @param {Found} found
   * @returns {Promise<string[]>}
   */
  async suggest(text, { words, ways }) {
    const unknown = words.filter((_, at) => !ways[at].size);
    if (unknown.length > 1) return []; // with one of them put right, nothing would be found either
    const doubtful = unknown.length ? unknown : words;
    const more = await Promise.all(
      doubtful.map(async (word) => {
        const nearest = await this.lexicon.nearest(word.folded, 4);
        return nearest.map((near) => words.map((other) => (other === word ? near : other.written)).join(" "));
      }),
    );
    return [...new Set(more.flat())].filter((query) => fold(query) !== fold(text)).slice(0, 5);
  }
}

