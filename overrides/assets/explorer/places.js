// Where results stand: how many at each place, and which places they join. No page here.

import { climb, lists } from "../search/pack.js";

/**
 * @typedef {object} Data what map.json holds, written by generator/search/where.py
 * @property {[id: string, name: string, lat: number, lon: number, french: number, exact: number, code: string][]} places
 * @property {Record<string, string>} countries code → name
 * @property {string} at places of each record, by rank
 * @property {string} joined records whose places are joined by lines
 *
 * @typedef {object} Place
 * @property {string} id
 * @property {string} name
 * @property {number} lat degrees north
 * @property {number} lon degrees east
 * @property {boolean} french
 * @property {boolean} exact
 * @property {string} code of its country
 * @property {string} country
 *
 * @typedef {object} Line
 * @property {number} french rank of a French place
 * @property {number} partner rank of a place abroad
 * @property {number} count results that join the two
 *
 * @typedef {object} Spread how results lie on the map
 * @property {number[]} counts rank of a place → results there
 * @property {Line[]} lines
 * @property {number} nowhere results without a place
 */

/** The places of the directory, and the records at each. */
export class Places {
  /** @param {Data} data */
  constructor({ places, countries, at, joined }) {
    /** @type {Place[]} in the order of the arrow keys; a place's rank is its place here */
    this.all = places.map(([id, name, lat, lon, french, exact, code]) => ({
      id, name, lat, lon, french: Boolean(french), exact: Boolean(exact), code, country: countries[code],
    }));
    /** Record → ranks of its places. */
    this.at = lists(at);
    this.joined = new Set(climb(joined));
  }

  /**
   * @param {number[]} numbers of records
   * @returns {Spread}
   */
  spread(numbers) {
    const counts = this.all.map(() => 0);
    /** @type {Map<number, Line>} */
    const lines = new Map();
    let nowhere = 0;
    for (const number of numbers) {
      const ranks = this.at[number];
      if (!ranks.length) nowhere += 1;
      for (const rank of ranks) counts[rank] += 1;
      for (const [french, partner] of this.pairs(number)) {
        const key = french * this.all.length + partner;
        const line = lines.get(key);
        if (line) line.count += 1;
        else lines.set(key, { french, partner, count: 1 });
      }
    }
    return { counts, lines: [...lines.values()], nowhere };
  }

  /**
   * @param {number} number of a record
   * @returns {[french: number, partner: number][]} ranks of the places it joins
   */
  pairs(number) {
    if (!this.joined.has(number)) return [];
    const ranks = this.at[number];
    const french = ranks.filter((rank) => this.all[rank].french);
    const partners = ranks.filter((rank) => !this.all[rank].french);
    return french.flatMap((one) => partners.map((other) => /** @type {[number, number]} */ ([one, other])));
  }

  /**
   * @param {number} rank of a place
   * @param {number[]} numbers of records
   * @returns {Set<number>} those of them that stand there
   */
  standing(rank, numbers) {
    return new Set(numbers.filter((number) => this.at[number].includes(rank)));
  }
}
