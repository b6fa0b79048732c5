/** What is asked of the map, and which initiatives answer. No page here: addresses and numbers only. */

/**
 * @typedef {object} Data what atlas.json holds
 * @property {[number[], number[], number[]][]} initiatives countries each acts in, others it concerns, themes
 * @property {string[]} countries
 * @property {string[]} themes
 * @property {number[]} state initiatives of the State alone, never counted
 * @property {Record<string, number[]>} places
 * @property {Record<string, string[]>} divisions French region or département → places there
 * @property {Record<string, string>} formerly id that addresses called a division by once → its id
 * @property {string[]} french codes of France and of its territories of the region
 * @property {number[][]} lines
 * @property {[string, string][]} ends the places each line joins
 * @property {number[]} breaks
 * @property {Record<string, string>} former id that a place had → its id of today
 * @property {[number, number]} radius
 * @property {[number, number, number]} weight
 */

/**
 * @typedef {object} State what the address says: ``?country=BR&country=PE&theme=water-sanitation&lieu=br-recife``
 * @property {string[]} country ISO codes: an initiative of one of them answers
 * @property {string[]} territory French regions and départements: an initiative with a place in one of them answers
 * @property {string} theme
 * @property {string} lieu the place whose panel is open
 */

/** Names that the address may repeat, as that of a search does. */
export const SEVERAL = /** @type {const} */ (["country", "territory"]);
/** What addresses called them once. @type {Record<string, string>} */
const FORMERLY = { territory: "region" };
const ONE = /** @type {const} */ (["theme", "lieu"]);

/**
 * @param {string} search
 * @returns {State}
 */
export function read(search) {
  const asked = new URLSearchParams(search);
  const [country, territory] = SEVERAL.map((name) => [
    ...new Set([name, FORMERLY[name]].flatMap((each) => asked.getAll(each)).flatMap((value) => value.split(",")).filter(Boolean)),
  ]);
  const [theme, lieu] = ONE.map((name) => asked.get(name) ?? "");
  return { country, territory, theme, lieu };
}

/**
 * @param {State} state
 * @param {string} search the address's present query, of which the rest is kept
 * @returns {string} the query that says the state
 */
export function write(state, search) {
  const query = new URLSearchParams(search);
  for (const name of [...SEVERAL, ...ONE]) {
    query.delete(name);
    query.delete(FORMERLY[name]);
    for (const value of [state[name]].flat().filter(Boolean)) query.append(name, value);
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
  constructor(data, { country, territory, theme, lieu }) {
    this.data = data;
    this.country = country;
    this.theme = theme;
    this.lieu = lieu;
    this.all = !country.length && !territory.length && !theme;
    /** Places of the regions asked for, if some are. */
    this.within = territory.length ? new Set(territory.flatMap((id) => data.divisions[id] ?? [])) : undefined;
    const there = this.within && new Set([...this.within].flatMap((place) => data.places[place]));
    const here = country.map((code) => data.countries.indexOf(code));
    const on = data.themes.indexOf(theme);
    const answers = (/** @type {number} */ number) => {
      const [acts, other, themes] = data.initiatives[number];
      const where = !here.length || here.some((code) => acts.includes(code) || other.includes(code));
      return where && (!theme || themes.includes(on)) && (!there || there.has(number));
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
    for (const number of numbers) if (this.found.has(number)) total += 1;
    return total;
  }

  /**
   * @param {string} place
   * @param {string} country the place's own
   * @returns {boolean} whether the place is shown: it has an initiative that answers and no other region is asked for;
   *   or it is the very place, or lies in the very country or region, that is asked for
   */
  shows(place, country) {
    const { all, country: countries, data, lieu, theme, within } = this;
    if (within && !within.has(place) && data.french.includes(country)) return false;
    if (this.has(data.places[place])) return true;
    if (all) return place === lieu;
    return !theme && (!countries.length || countries.includes(country)) && (!within || within.has(place));
  }

  /** @returns {Map<string, number>} country, as an id in small letters, → its class of density, from 0 */
  shades() {
    const { countries, breaks, initiatives } = this.data;
    const counts = countries.map(() => 0);
    for (const number of this.found) {
      for (const country of initiatives[number][0]) counts[country] += 1;
    }
    const shade = (/** @type {number} */ n) => breaks.filter((least) => n >= least).length;
    return new Map(countries.map((code, at) => [code.toLowerCase(), shade(counts[at])]));
  }
}
