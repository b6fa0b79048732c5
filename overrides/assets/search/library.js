// lunr and the stemmer, as MkDocs ships them: scripts of another age, taken in without leaving a global behind.

/**
 * What a UMD script defines.
 * @param {string} file beside this module
 * @returns {Promise<any>}
 */
async function take(file) {
  /** @type {any} */
  let made;
  const scope = /** @type {any} */ (globalThis);
  scope.define = Object.assign((/** @type {() => any} */ factory) => (made = factory()), { amd: true });
  try {
    await import(new URL(file, import.meta.url).href);
  } finally {
    delete scope.define;
  }
  return made;
}

/** @returns {Promise<any>} lunr */
export function loadLunr() {
  return take("lunr.js");
}

/**
 * The stemmer of the edition's language.
 * @param {any} lunr
 * @returns {Promise<(word: string) => string>}
 */
export async function loadStemmer(lunr) {
  (await take("lunr.stemmer.support.js"))(lunr);
  const before = new Set(Object.keys(lunr));
  (await take("lunr.stemmer.js"))(lunr);
  const language = Object.keys(lunr).find((key) => !before.has(key) && lunr[key].stemmer) ?? "";
  const { stemmer } = lunr[language];
  return (word) => stemmer(new lunr.Token(word, {})).toString();
}
