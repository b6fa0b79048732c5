// The files of the search, each loaded when it is first needed.

/** @typedef {import("./shapes.js").Core} Core */

/** @typedef {(address: URL) => Promise<any>} Load */

export class Source {
  /**
   * @param {URL} base folder of the files
   * @param {Load} load
   */
  constructor(base, load) {
    this.base = base;
    this.load = load;
    /** @type {Map<string, Promise<any>>} */
    this.known = new Map();
  }

  /**
   * @param {string} file
   * @returns {Promise<any>} what it holds; a file that failed is asked for again the next time
   */
  get(file) {
    let found = this.known.get(file);
    if (!found) {
      found = this.load(new URL(file, this.base));
      this.known.set(file, found);
      found.catch(() => this.known.delete(file));
    }
    return found;
  }

  /** @returns {Promise<Core>} */
  core() {
    return this.get("core.json");
  }

  /** @param {number} number @returns {Promise<import("./shapes.js").Piece>} part of the index */
  words(number) {
    return this.get(`words/${number}.json`);
  }

  /** @param {number} number @returns {Promise<{ terms: Record<string, string> }>} where the words of that part stand */
  order(number) {
    return this.get(`order/${number}.json`);
  }

  /** @returns {Promise<{ words: string }>} every word, for those misspelt */
  lexicon() {
    return this.get("lexicon.json");
  }

  /** @returns {Promise<import("./shapes.js").Columns>} */
  columns() {
    return this.get("columns.json");
  }

  /** @param {number} number @returns {Promise<{ texts: import("./shapes.js").Text[] }>} texts of results */
  texts(number) {
    return this.get(`texts/${number}.json`);
  }

  /** @returns {Promise<any>} where records stand, for the map */
  map() {
    return this.get("map.json");
  }

  /** @returns {Promise<any>} everything the exports write */
  rows() {
    return this.get("rows.json");
  }
}
