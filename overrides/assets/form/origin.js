// Who chose the themes, once somebody has changed them in the form, which does not ask it. Pure.

import { strings } from "./value.js";

/** @typedef {import("./shapes.js").Mapping} Mapping */

/**
 * What the file holds: of other themes than the published ones nobody has said yet who chose them, so it says nothing
 * rather than what was true of the others.
 * @param {Mapping} published
 * @param {Mapping} value as it was corrected
 * @returns {Mapping}
 */
export function withOrigin(published, value) {
  if (value.classification !== published.classification || sameThemes(published, value)) return value;
  const { classification: _, ...rest } = value;
  return rest;
}

/**
 * @param {Mapping} one
 * @param {Mapping} other
 * @returns {boolean} whether their themes are the same, in any order
 */
function sameThemes(one, other) {
  const [themes, others] = [one, other].map(({ themes }) => [...new Set(strings(themes))].sort().join());
  return themes === others;
}
