// The values of facets, as the core names them.

/**
 * @typedef {object} Value a value of a facet
 * @property {string} id
 * @property {string} label empty for those that only the catalog names
 * @property {string[]} also other names it is sought by
 * @property {string} [part] of a theme its taxonomy, of a territory its level: a facet shows those of one
 * @property {string} [broader] of a theme
 * @property {true} [apart] of a country outside the region: it comes last
 * @property {true} [overseas] of a French territory of the region: it stands in a group of its own
 */

/**
 * @param {import("./shapes.js").Core} core
 * @returns {Record<string, Value[]>} facet → its values, in the order of their numbers
 */
export function valuesOf({ worded, facets, labels, taxonomies, tiers, broader, apart, overseas }) {
  /** @type {Record<string, Value[]>} */
  const values = {};
  for (const [facet, [, ...ids]] of Object.entries(worded)) values[facet] = ids.map((id) => ({ id, label: "", also: [] }));
  for (const [facet, places] of Object.entries(facets)) {
    values[facet] = places.map((at) => {
      const [, id, label, ...also] = labels[at];
      return { id, label, also };
    });
  }
  for (const [facet, parts] of /** @type {const} */ ([["theme", taxonomies], ["territory", tiers]])) {
    let at = 0;
    for (const [part, , size] of parts) {
      for (const end = at + size; at < end; at++) values[facet][at].part = part;
    }
  }
  for (const [narrow, wide] of broader) values.theme[narrow].broader = values.theme[wide].id;
  for (const country of apart) values.country[country].apart = true;
  for (const territory of overseas) values.country[territory].overseas = true;
  return values;
}
