// A town of the gazetteer that becomes a place of the directory.

/** @typedef {import("./shapes.js").Mapping} Mapping */
/** @typedef {import("./shapes.js").Town} Town */

/**
 * The record of the place, with the gazetteer as its source; its id is made like any other's.
 * @param {Town} town
 * @returns {{type: "place", value: Mapping}}
 */
export function placeOf({ name, country, state, subdivision, level, lat, lon, precision, insee, geonames, sources }) {
  /** @type {Record<string, string>} */
  const given = {
    name, country, state, admin_level: level, subdivision, lat, lon, precision, insee, geonames,
  };
  const value = Object.fromEntries(Object.entries(given).filter(([, text]) => text));
  return { type: "place", value: { ...value, sources: structuredClone(sources) } };
}
