// What a commune, and all that it lies in, does; and who does something near it.

/**
 * @typedef {[page: string, initiatives: number, actors: number, items: number[]]} Deed
 * @typedef {[title: string, page: string, line: string, themes: string, lang?: string]} Item an initiative; of an actor,
 *   which has no themes, the language may stand in their place
 * @typedef {[id: string, name: string, page: string, lat: number, lon: number, initiatives: number, countries: string,
 *   themes: string]} Neighbour
 *
 * @typedef {object} Deeds a file of `generator/render/territories/deeds.py`
 * @property {[id: string, name: string, deed: Deed | null, governor: string][]} wide
 * @property {[id: string, name: string, whole: number, deed: Deed | null][]} homes
 * @property {Record<string, Deed>} communes
 * @property {Item[]} items
 * @property {Neighbour[]} near
 *
 * @typedef {object} Place a commune of today
 * @property {string} code
 * @property {string} name
 * @property {number | null} lat
 * @property {number | null} lon
 * @property {number} home place of its intercommunality among those of its département; -1: none
 *
 * @typedef {object} Step a territory, as far as anything is known of it
 * @property {string} id
 * @property {string} level
 * @property {string} name
 * @property {string} page empty: it has none
 * @property {number} initiatives
 * @property {number} actors
 * @property {Item[]} items
 */

/** Of the Earth, in kilometres. */
const RADIUS = 6371;
/** How many of those nearby are named, and kilometres from which on nobody is a neighbour. */
const NEIGHBOURS = 3;
const FAR = 300;

/**
 * The code of the département or collectivity of a commune of today. Of a former code it may not be.
 * @param {string} code
 */
export function departementOf(code) {
  return code.slice(0, /^9[78]/u.test(code) ? 3 : 2);
}

/**
 * @param {Place | null} place null: the département alone
 * @param {Deeds} deeds of its département
 * @returns {Step[]} the commune, its intercommunality or -ies, its département, its region: the nearest first
 */
export function steps(place, deeds) {
  const found = deeds.wide.map(([id, name, deed]) => step(id, name, deed, deeds));
  if (!place) return found;
  const homes = [];
  for (let at = place.home; at >= 0; ) {
    const [id, name, whole, deed] = deeds.homes[at];
    homes.push(step(id, name, deed, deeds));
    at = whole;
  }
  return [step(`commune-${place.code}`, place.name, deeds.communes[place.code] ?? null, deeds), ...homes, ...found];
}

/**
 * @param {Place} place
 * @param {Deeds} deeds
 * @returns {{ neighbour: Neighbour, kilometres: number }[]} the nearest authorities with initiatives that are not its own
 */
export function neighbours(place, deeds) {
  const { lat, lon } = place;
  if (lat === null || lon === null) return [];
  const own = new Set(steps(place, deeds).map(({ id }) => id));
  return deeds.near
    .filter(([id]) => !own.has(id))
    .map((neighbour) => ({ neighbour, kilometres: distance([lat, lon], [neighbour[3], neighbour[4]]) }))
    .filter(({ kilometres }) => kilometres <= FAR)
    .sort((one, other) => one.kilometres - other.kilometres)
    .slice(0, NEIGHBOURS);
}

/**
 * Kilometres of the great circle between two points (haversine), as `distance` of `generator/maps/portrait.py`.
 * @param {[number, number]} start degrees, latitude then longitude
 * @param {[number, number]} end
 */
export function distance(start, end) {
  const [lat1, lon1, lat2, lon2] = [...start, ...end].map((degrees) => (degrees * Math.PI) / 180);
  const a = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.sqrt(a));
}

/**
 * @param {string} id
 * @param {string} name
 * @param {Deed | null} deed
 * @param {Deeds} deeds
 * @returns {Step}
 */
function step(id, name, deed, { items }) {
  const [page, initiatives, actors, named] = deed ?? ["", 0, 0, []];
  return { id, level: id.slice(0, id.indexOf("-")), name, page, initiatives, actors, items: named.map((at) => items[at]) };
}
