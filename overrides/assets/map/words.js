/** What scripts say, in the edition's language. */

const language = document.documentElement.lang || "fr";
const plural = new Intl.PluralRules(language);
const figures = new Intl.NumberFormat(language);

/** @type {Promise<Words> | undefined} */
let loading;

/** The texts of the catalog, and the names of the French territories of the region. */
export class Words {
  /** @param {{texts: Record<string, string>, overseas: Record<string, string>}} data */
  constructor({ texts, overseas }) {
    this.texts = texts;
    this.overseas = overseas;
  }

  /**
   * @param {string} key
   * @param {Record<string, string>} [holes]
   * @returns {string} the text, its holes filled
   */
  say(key, holes = {}) {
    return this.texts[key].replace(/\{(\w+)\}/g, (hole, name) => holes[name] ?? hole);
  }

  /**
   * @param {string} key
   * @param {number} count
   * @returns {string} the text in the plural the count asks for; `<key>.none` for nothing, if there is one
   */
  count(key, count) {
    if (count === 0 && `${key}.none` in this.texts) return this.texts[`${key}.none`];
    const form = `${key}.${plural.select(count)}`;
    return this.say(form in this.texts ? form : `${key}.other`, { count: figures.format(count) });
  }
}

/** @returns {Promise<Words>} */
export function words() {
  loading ??= fetch(new URL("words.json", import.meta.url))
    .then((answer) => {
      if (!answer.ok) throw new Error(`words.json: ${answer.status}`);
      return answer.json();
    })
    .then((data) => new Words(data))
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children texts are shown as they are
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
