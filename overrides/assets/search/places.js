// Where records stand: at places asked for, or in a part of the map.

import { lists } from "./pack.js";

/**
 * @typedef {object} Places what map.json holds
 * @property {[id: string, name: string, lat: number, lon: number, french: 0 | 1, exact: 0 | 1][]} places
 * @property {string} at places of each record
 */

/**
 * @param {Places} map
 * @param {string[]} asked ids of places; none if any will do
 * @param {import("./state.js").State["zone"]} zone
 * @returns {(record: number) => boolean} whether a record stands at one of the places, and in the zone
 */
export function standing({ places, at }, asked, zone) {
  const there = places.map(([id, , lat, lon]) => ({ asked: asked.includes(id), inside: !zone || isInside(lat, lon, zone) }));
  const held = lists(at);
  return (record) =>
    (!asked.length || held[record].some((place) => there[place].asked)) &&
    (!zone || held[record].some((place) => there[place].inside));
}

/**
 * @param {number} lat
 * @param {number} lon
 * @param {import("./state.js").Box} box which may cross the 180th meridian
 * @returns {boolean}
 */
export function isInside(lat, lon, [west, south, east, north]) {
  return south <= lat && lat <= north && (west <= east ? west <= lon && lon <= east : lon >= west || lon <= east);
}
