// The files of communes and of what they do, each fetched once, when it is needed.

import { within } from "./cut.js";
import { departementOf } from "./nearness.js";
import { first } from "./rank.js";
import { asked, letters } from "./typed.js";

/**
 * @typedef {import("./rank.js").Row} Row
 * @typedef {import("./nearness.js").Deeds} Deeds
 * @typedef {import("./nearness.js").Place} Place
 *
 * @typedef {object} Index `index` of `generator/render/territories/`
 * @property {string} names
 * @property {string} shorts
 * @property {string} postal
 * @property {string} places
 * @property {Record<string, string>} departements code → name
 *
 * @typedef {[name: string, lat: number | null, lon: number | null, home: number]} Held
 */

export class Communes {
  /**
   * @param {URL} folder address of `assets/territories/`
   * @param {(address: URL) => Promise<any>} load
   */
  constructor(folder, load) {
    this.folder = folder;
    this.load = load;
    /** @type {Map<string, Promise<any>>} */
    this.read = new Map();
  }

  /** @returns {Promise<Index>} */
  index() {
    return this.#file("index");
  }

  /**
   * @param {string} text
   * @returns {Promise<Row[]>} the communes that it may mean, the best first
   */
  async find(text) {
    const { code, name } = asked(text);
    if (code) return this.#coded(code, name);
    if (!name) return [];
    const { names, shorts } = await this.index();
    const [page, end] = within(names.split(" "), name);
    if (end - page === 1) return first(await this.#file(`names/${page}`), name);
    const [short] = within(shorts.split(" "), name);
    return (await this.#file(`shorts/${short}`))[name] ?? [];
  }

  /**
   * @param {string} text
   * @returns {Promise<{ code: string, name: string } | undefined>} the département that it names, or whose code it is
   */
  async departement(text) {
    const wanted = letters(text);
    const { departements } = await this.index();
    const found = Object.entries(departements).find(([code, name]) => wanted === code.toLowerCase() || wanted === letters(name));
    return found && { code: found[0], name: found[1] };
  }

  /**
   * @param {string} code of a commune, maybe a former one
   * @returns {Promise<Place | undefined>} that of today
   */
  async place(code) {
    const { places } = await this.index();
    const [page] = within(places.split(" "), code.toLowerCase());
    /** @type {Record<string, Held | string>} */
    const held = await this.#file(`places/${page}`);
    const found = Object.hasOwn(held, code.toLowerCase()) ? held[code.toLowerCase()] : undefined;
    if (found === undefined) return undefined;
    if (typeof found === "string") return this.place(found);
    const [name, lat, lon, home] = found;
    return { code: code.toUpperCase(), name, lat, lon, home };
  }

  /**
   * @param {string} departement its code
   * @returns {Promise<Deeds>}
   */
  deeds(departement) {
    return this.#file(`deeds/${departement.toLowerCase()}`);
  }

  /**
   * @param {string} commune code of today
   * @returns {Promise<Deeds>} of its département
   */
  deedsOf(commune) {
    return this.deeds(departementOf(commune));
  }

  /**
   * @param {string} code official or postal
   * @param {string} name what stands beside it, or nothing
   * @returns {Promise<Row[]>}
   */
  async #coded(code, name) {
    const { postal } = await this.index();
    const [page] = within(postal.split(" "), code);
    const [held, place] = await Promise.all([this.#file(`postal/${page}`), this.place(code)]);
    /** @type {Row[]} */
    const rows = Object.hasOwn(held, code) ? [...held[code]] : [];
    rows.sort((one, other) => other[2] - one[2] || (one[1] < other[1] ? -1 : 1));
    if (place && !rows.some((row) => row[1] === place.code)) rows.push([place.name, place.code, 0]);
    const called = name ? first(rows, name) : [];
    return called.length ? called : rows;
  }

  /**
   * @param {string} name
   * @returns {Promise<any>}
   */
  #file(name) {
    let found = this.read.get(name);
    if (!found) {
      found = this.load(new URL(`${name}.json`, this.folder));
      // What failed may be asked again.
      found.catch(() => this.read.delete(name));
      this.read.set(name, found);
    }
    return found;
  }
}
