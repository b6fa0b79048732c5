// lunr and the stemmer, as MkDocs ships them: scripts of another age, taken in without leaving a global behind.

import { loadModule } from "../page/module.js";

/**
 * What a UMD script defines.
 * @param {URL} file
 * @returns {Promise<any>}
 */
async function take(file) {
  /** @type {any} */
  let made;
  const scope = /** @type {any} */ (globalThis);
  scope.define = Object.assign((/** @type {() => any} */ factory) => (made = factory()), { amd: true });
  try {
    await loadModule(file);
  } finally {
    delete scope.define;
  }
  return made;
}

/**
 * The stemmer of the edition's language.
 * @param {URL} folder that lunr and the stemmer stand in
 * @returns {Promise<(word: string) => string>}
 */
export async function loadStemmer(folder) {
  const part = (/** @type {string} */ name) => take(new URL(name, folder));
  const lunr = await part("lunr.js");
  (await part("lunr.stemmer.support.js"))(lunr);
  const before = new Set(Object.keys(lunr));
  (await part("lunr.stemmer.js"))(lunr);
  const language = Object.keys(lunr).find((key) => !before.has(key) && lunr[key].stemmer) ?? "";
  const { stemmer } = lunr[language];
  return (word) => stemmer(new lunr.Token(word, {})).toString();
}
