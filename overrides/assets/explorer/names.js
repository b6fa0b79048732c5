// The facets of the page, and how they and their values are called.

import { fold } from "../search/fold.js";
import { fill } from "../page/texts.js";

/**
 * @typedef {import("../search/state.js").State} State
 * @typedef {import("../search/explorer.js").Value} Value
 */

/** The facets, their values and the names of these, in one edition. */
export class Names {
  /**
   * @param {Record<string, Value[]>} facets
   * @param {import("./shapes.js").Texts} texts
   * @param {import("../search/shapes.js").Core["worded"]} worded facets whose values the catalog names, as no record does
   */
  constructor(facets, texts, worded) {
    this.texts = texts;
    const sections = /** @type {Record<string, any>} */ (texts);
    const called = (/** @type {string} */ facet, /** @type {string} */ id) => sections[worded[facet]?.[0]]?.[id] ?? id;
    /** Facet → its values, in their own order. @type {Map<string, Value[]>} */
    this.facets = new Map(
      Object.entries(facets).map(([facet, values]) => [
        facet,
        values.map((value) => (value.label ? value : { ...value, label: called(facet, value.id) })),
      ]),
    );
    /** @type {Map<string, string>} */
    this.labels = new Map();
    for (const [facet, values] of this.facets) for (const { id, label } of values) this.labels.set(`${facet}/${id}`, label);
  }

  /**
   * Learns the names of places, which no facet lists, if the state asks for one that has none yet.
   * @param {import("../search/source.js").Source} source
   * @param {State} state
   */
  async learnPlaces(source, { facets: { place = [] } }) {
    if (place.every((id) => this.labels.has(`place/${id}`))) return;
    const { places } = await source.map();
    for (const [id, name] of places) this.labels.set(`place/${id}`, name);
  }

  /**
   * @param {string} facet
   * @returns {string}
   */
  facet(facet) {
    return this.texts.facet[facet] ?? facet;
  }

  /**
   * @param {string} facet
   * @param {string} id
   * @returns {string} its id if it has no name
   */
  value(facet, id) {
    return this.labels.get(`${facet}/${id}`) ?? id;
  }

  /**
   * @param {string} facet
   * @param {string} id
   * @returns {string[]} every name of a value of the facet, in any language
   */
  all(facet, id) {
    const value = this.facets.get(facet)?.find((each) => each.id === id);
    return value ? [value.label, ...value.also] : [];
  }

  /** @returns {Set<string>} labels of the themes of the first taxonomy */
  themes() {
    const [first, ...others] = this.facets.get("theme") ?? [];
    return new Set([first, ...others].filter((theme) => theme && theme.part === first.part).map(({ label }) => label));
  }

  /**
   * @param {string} facet
   * @param {string} value as it is called
   * @returns {string} `Pays : Pérou`
   */
  pair(facet, value) {
    return fill(this.texts.chip, { facet: this.facet(facet), value });
  }

  /**
   * @param {State} state
   * @returns {string} the years asked for
   */
  years({ from, to }) {
    const { period } = this.texts;
    const ends = to === null ? period.from : from === to ? period.one : period.both;
    return fill(from === null ? period.until : ends, { from: from ?? "", to: to ?? "" });
  }
}

/**
 * What a result is, on the page. Files say « Pays » of territories too: their words are a promise to those who read them.
 * @param {import("./shapes.js").Texts} texts
 * @param {string} type
 * @returns {string}
 */
export function typeName({ facet, types }, type) {
  return type === "country" ? facet.country : types[type];
}

/**
 * What a search among values compares.
 * @param {Value} value
 * @returns {string} its folded names, a space before each word
 */
export function sought({ label, also }) {
  return [label, ...also].map((name) => ` ${fold(name)}`).join("");
}
