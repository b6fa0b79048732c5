// Who chose the themes, once somebody has changed them in the form, which does not ask it. Pure.

import { strings } from "./value.js";

/** @typedef {import("./shapes.js").Mapping} Mapping */

/**
 * What the file holds: of a theme that was not published nobody has said yet who chose it, so the file says nothing
 * rather than what was true of the others.
 * @param {Mapping} published
 * @param {Mapping} value as it was corrected
 * @returns {Mapping}
 */
export function withOrigin(published, value) {
  const [themes, before] = [strings(value.themes), strings(published.themes)];
  const isTrue = themes.length > 0 && themes.every((theme) => before.includes(theme));
  const { classification, ...rest } = value;
  return isTrue || classification !== published.classification ? value : rest;
}
