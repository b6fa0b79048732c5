/** What is asked of the map, and which initiatives answer. No page here: addresses and numbers only. */

/**
 * @typedef {object} Data what atlas.json holds
 * @property {[number[], number[], number[]][]} initiatives countries each acts in, others it concerns, themes
 * @property {string[]} countries
 * @property {string[]} themes
 * @property {number[]} state initiatives of the State alone, never counted
 * @property {Record<string, number[]>} places
 * @property {number[][]} lines
 * @property {[string, string][]} ends the places each line joins
 * @property {number[]} breaks
 * @property {Record<string, string>} former id that a place had → its id of today
 * @property {[number, number]} radius
 * @property {[number, number, number]} weight
 */

/**
 * @typedef {object} State what the address says: ``?country=BR&theme=water-sanitation&lieu=br-recife``
 * @property {string} country ISO code, or empty
 * @property {string} theme
 * @property {string} lieu the place whose panel is open
 */

const NAMES = /** @type {const} */ (["country", "theme", "lieu"]);

/**
 * @param {string} search
 * @returns {State}
 */
export function read(search) {
  const asked = new URLSearchParams(search);
  return /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, asked.get(name) ?? ""])));
}

/**
 * @param {State} state
 * @param {string} search the address's present query, of which the rest is kept
 * @returns {string} the query that says the state
 */
export function write(state, search) {
  const query = new URLSearchParams(search);
  for (const name of NAMES) {
    if (state[name]) query.set(name, state[name]);
    else query.delete(name);
  }
  const text = query.toString();
  return text ? `?${text}` : "";
}

/** Counts what the state lets through. */
export class Answer {
  /**
   * @param {Data} data
   * @param {State} state
   */
  constructor(data, { country, theme }) {
    this.data = data;
    this.country = country;
    this.theme = theme;
    this.all = !country && !theme;
    this.uncounted = new Set(data.state);
    const [here, on] = [data.countries.indexOf(country), data.themes.indexOf(theme)];
    const answers = (/** @type {number} */ number) => {
      const [acts, other, themes] = data.initiatives[number];
      return (!country || acts.includes(here) || other.includes(here)) && (!theme || themes.includes(on));
    };
    this.found = new Set([...data.initiatives.keys()].filter(answers));
  }

  /**
   * @param {number[]} numbers of initiatives
   * @returns {boolean} whether one of them answers
   */
  has(numbers) {
    return numbers.some((number) => this.found.has(number));
  }

  /**
   * @param {Iterable<number>} numbers of initiatives
   * @returns {number} how many of them answer and count
   */
  count(numbers) {
    let total = 0;
    for (const number of numbers) if (this.found.has(number) && !this.uncounted.has(number)) total += 1;
    return total;
  }

  /**
   * @param {string} place
   * @param {string} country the place's own
   * @returns {boolean} whether the place is shown: it has an initiative that answers, or nothing is asked but its
   *   country
   */
  shows(place, country) {
    return this.all || this.has(this.data.places[place]) || (!this.theme && country === this.country);
  }

  /** @returns {Map<string, number>} country, as an id in small letters, → its class of density, from 0 */
  shades() {
    const { countries, breaks, initiatives } = this.data;
    const counts = countries.map(() => 0);
    for (const number of this.found) {
      if (!this.uncounted.has(number)) for (const country of initiatives[number][0]) counts[country] += 1;
    }
    const shade = (/** @type {number} */ n) => breaks.filter((least) => n >= least).length;
    return new Map(countries.map((code, at) => [code.toLowerCase(), shade(counts[at])]));
  }
}
