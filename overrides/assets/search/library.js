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

/**
 * lunr, and the stemmer of the edition's language if there is one.
 * @param {boolean} hasStemmer
 * @returns {Promise<{ lunr: any, stem: (word: string) => string }>}
 */
export async function loadLunr(hasStemmer) {
  const lunr = await take("lunr.js");
  if (!hasStemmer) return { lunr, stem: (word) => word };
  const support = await take("lunr.stemmer.support.js");
  support(lunr);
  const register = await take("lunr.stemmer.js");
  const before = new Set(Object.keys(lunr));
  register(lunr);
  const language = Object.keys(lunr).find((key) => !before.has(key) && lunr[key].stemmer) ?? "";
  const { stemmer } = lunr[language];
  return { lunr, stem: (word) => stemmer(new lunr.Token(word, {})).toString() };
}
