// The search, loaded: index, documents and lunr, all of one build.

import { Engine } from "./engine.js";
import { loadLunr, loadStemmer } from "./library.js";

/**
 * @param {string} file beside this module
 * @param {RequestCache} cache
 * @returns {Promise<any>}
 */
async function read(file, cache) {
  const response = await fetch(new URL(file, import.meta.url), { cache });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json();
}

/** @returns {Promise<Engine>} */
export async function open() {
  const files = (/** @type {RequestCache} */ cache) => Promise.all([read("index.json", cache), read("documents.json", cache)]);
  const [lunr, first] = await Promise.all([loadLunr(), files("default")]);
  // A browser may have kept one file from an earlier build: their numbers would not mean the same records.
  const [index, data] = first[0].stamp === first[1].stamp ? first : await files("reload");
  if (index.stamp !== data.stamp) throw new Error("index.json and documents.json are of two builds");
  const stem = data.stemmer ? await loadStemmer(lunr) : (/** @type {string} */ word) => word;
  return new Engine(lunr.Index.load(index), data, stem);
}
