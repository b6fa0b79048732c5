// The files of the build, each loaded when it is first needed, all of one build.

/** @typedef {import("./shapes.js").Core} Core */

/** @typedef {(address: URL, cache: RequestCache) => Promise<any>} Load */

/**
 * @param {URL} address
 * @param {RequestCache} cache
 * @returns {Promise<any>}
 */
async function download(address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return response.json();
}

/** A file is of another build than the core: the site was renewed while the page was open. */
export class Renewed extends Error {}

export class Source {
  /**
   * @param {URL} [base] folder of the files
   * @param {Load} [load]
   */
  constructor(base = new URL("./", import.meta.url), load = download) {
    this.base = base;
    this.load = load;
    /** @type {Map<string, Promise<any>>} */
    this.known = new Map();
    /** Whether the browser's own copies are to be passed by. */
    this.fresh = false;
  }

  /**
   * @param {string} file
   * @returns {Promise<any>} what it holds; a file that failed is asked for again the next time
   */
  get(file) {
    let found = this.known.get(file);
    if (!found) {
      found = this.read(file);
      this.known.set(file, found);
      found.catch(() => this.known.delete(file));
    }
    return found;
  }

  /** @param {string} file */
  async read(file) {
    const address = new URL(file, this.base);
    if (file === "core.json") return this.load(address, this.fresh ? "reload" : "default");
    const [{ stamp }, first] = await Promise.all([this.core(), this.load(address, this.fresh ? "reload" : "default")]);
    if (first.stamp === stamp) return first;
    const again = await this.load(address, "reload");
    if (again.stamp !== stamp) throw new Renewed(file);
    return again;
  }

  /** Forgets everything: the next question starts from the site as it is now. */
  renew() {
    this.fresh = true;
    this.known.clear();
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
