/** What the scripts of maps say, in the edition's language. */

import { dataAt, load } from "../page/data.js";
import { figure, fill, number } from "../page/texts.js";

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
    return fill(this.texts[key], holes);
  }

  /**
   * @param {string} key
   * @param {number} count
   * @returns {string} the text in the plural the count asks for; `<key>.none` for nothing, if there is one
   */
  count(key, count) {
    if (count === 0 && `${key}.none` in this.texts) return this.texts[`${key}.none`];
    return this.say(`${key}.${number(count)}`, { count: figure(count) });
  }
}

/** @returns {Promise<Words>} */
export function loadWords() {
  loading ??= load(dataAt("map/words.json"))
    .then((found) => new Words(found))
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}
