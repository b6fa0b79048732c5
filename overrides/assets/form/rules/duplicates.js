// Rule on records that look like one thing entered twice. The twin of `generator/check/duplicates.py`.

import { lookAlikes } from "../near.js";
import { found, records } from "./proposed.js";

/** @typedef {import("../shapes.js").Entry} Entry */
/** @typedef {import("../shapes.js").Finding} Finding */
/** @typedef {import("./proposed.js").World} World */
/** @typedef {import("./proposed.js").Draft} Draft */

/**
 * Records of the draft's type that are called nearly the same, unless either says that it is not the other. The check
 * tells it of the one whose id comes last; here it is told of the draft. Two drafts are told of once.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function nearDuplicates(world, draft) {
  const key = draft.fields.some((field) => field.key === "title") ? "title" : "name";
  return alike(world, draft).flatMap(({ own, entry }) => {
    const args = { value: own.name, other: entry.id, name: entry.name };
    return [found(draft, "near-duplicate", [key], args, "warning")];
  });
}

/**
 * @param {World} world
 * @param {Draft} draft
 * @returns {{own: Entry, entry: Entry}[]}
 */
export function alike(world, draft) {
  const all = records(world, draft.type);
  const here = all.findIndex((each) => each.draft === draft);
  if (here < 0) return [];
  const own = all[here].entry;
  const { near, limits } = world.definition;
  return lookAlikes(near, all.map(({ entry }) => entry.name), here)
    .filter((place) => !all[place].draft || place < here)
    .map((place) => ({ own, entry: all[place].entry }))
    .filter(({ entry }) => !said(own, entry) && !twoThings(draft.type, own, entry, limits.far));
}

/**
 * @param {Entry} one
 * @param {Entry} other
 * @returns {boolean}
 */
function said(one, other) {
  return Boolean(one.not_duplicate_of?.includes(other.id) || other.not_duplicate_of?.includes(one.id));
}

/**
 * Whether the records say themselves that they are not one thing.
 * @param {string} type
 * @param {Entry} one
 * @param {Entry} other
 * @param {number} distance in degrees, from which two points are those of two places
 * @returns {boolean}
 */
function twoThings(type, one, other, distance) {
  switch (type) {
    case "actor":
      return differ(one.country, other.country) || differ(one.place, other.place);
    case "initiative":
      return one.part_of === other.id || other.part_of === one.id || apart(one.countries, other.countries) ||
        apart(one.actors, other.actors);
    case "place": {
      const far = (/** @type {"lat" | "lon"} */ axis) => Math.abs((one[axis] ?? 0) - (other[axis] ?? 0)) > distance;
      return far("lat") || far("lon") || one.country !== other.country || one.admin_level !== other.admin_level;
    }
    case "event":
      return differ(period(one), period(other)) || differ(one.place, other.place);
  }
  return false;
}

/**
 * @param {Entry} entry
 * @returns {string | undefined}
 */
function period({ period }) {
  return period && `${period.start ?? ""}/${period.end ?? ""}`;
}

/**
 * Whether both are given and are not the same.
 * @param {string | undefined} one
 * @param {string | undefined} other
 * @returns {boolean}
 */
function differ(one, other) {
  return one !== undefined && other !== undefined && one !== other;
}

/**
 * Whether both are given and have nothing in common.
 * @param {string[]} [one]
 * @param {string[]} [other]
 * @returns {boolean}
 */
function apart(one = [], other = []) {
  return one.length > 0 && other.length > 0 && !one.some((each) => other.includes(each));
}
