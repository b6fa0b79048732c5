// What is being written: the values as they are typed, and what a file would hold of them. Pure.

import { spell } from "../value.js";

/**
 * @typedef {import("../shapes.js").Value} Value
 * @typedef {import("../shapes.js").Mapping} Mapping
 * @typedef {import("../shapes.js").Step[]} Path from the record down
 *
 * @typedef {object} Draft one record
 * @property {string} type
 * @property {string} id the one that was chosen, or that of the file; empty: proposed from the name
 * @property {boolean} old whether its file exists
 * @property {number} number of the record in the page, by which the others point to it
 * @property {Mapping} value with empty texts where nothing is typed yet
 */

const TOKEN = /^new:(\d+)$/u;

/**
 * @param {number} number
 * @returns {string} what stands for the id of a new record, which may still change
 */
export function token(number) {
  return `new:${number}`;
}

/**
 * @param {Value | undefined} value
 * @returns {number | null} the number of the new record that the value points to
 */
export function pointed(value) {
  const found = typeof value === "string" ? TOKEN.exec(value) : null;
  return found ? Number(found[1]) : null;
}

/**
 * Writes there, making the lists and groups on the way.
 * @param {Mapping} value
 * @param {Path} path
 * @param {Value | undefined} wanted nothing: takes the key or the item out
 */
export function put(value, path, wanted) {
  /** @type {any} */
  let holder = value;
  path.slice(0, -1).forEach((step, place) => {
    const inner = holder[step];
    if (typeof inner !== "object" || inner === null) holder[step] = typeof path[place + 1] === "number" ? [] : {};
    holder = holder[step];
  });
  const last = path[path.length - 1];
  if (wanted !== undefined) holder[last] = wanted;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
}

/**
 * What a file holds of the value: nothing empty, texts without spaces around, ids instead of what stands for them.
 * @param {Mapping} value
 * @param {(number: number) => string} id of a new record
 * @returns {{ value: Mapping, places: Map<string, string> }} `places`: path in the file → path in the
 * form, where an item before it is still empty
 */
export function compact(value, id) {
  /** @type {Map<string, string>} */
  const places = new Map();
  const found = filled(value, [], [], places, id);
  return { value: typeof found === "object" && !Array.isArray(found) ? found : {}, places };
}

/**
 * @param {Value} value
 * @param {Path} typed
 * @param {Path} path
 * @param {Map<string, string>} places
 * @param {(number: number) => string} id
 * @returns {Value | undefined}
 */
function filled(value, typed, path, places, id) {
  places.set(spell(path), spell(typed));
  if (typeof value === "string") {
    const number = pointed(value);
    return (number === null ? value.trim() : id(number)) || undefined;
  }
  if (Array.isArray(value)) {
    /** @type {Value[]} */
    const items = [];
    value.forEach((item, place) => {
      const kept = filled(item, [...typed, place], [...path, items.length], places, id);
      if (kept !== undefined) items.push(kept);
    });
    return items.length ? /** @type {Value} */ (/** @type {unknown} */ (items)) : undefined;
  }
  /** @type {[string, Value][]} */
  const entries = [];
  for (const [key, inner] of Object.entries(value)) {
    const kept = filled(inner, [...typed, key], [...path, key], places, id);
    if (kept !== undefined) entries.push([key, kept]);
  }
  return entries.length ? Object.fromEntries(entries) : undefined;
}

/**
 * @param {Value | undefined} value
 * @returns {boolean} whether it holds no text
 */
export function blank(value) {
  if (value === undefined) return true;
  if (typeof value === "string") return !value.trim();
  return Object.values(value).every(blank);
}
