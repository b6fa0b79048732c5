// How people call the values of a record: names rather than ids. Pure.

import { terms } from "./definition.js";
import { entry } from "./known.js";

/** @typedef {import("./shapes.js").Definition} Definition */
/** @typedef {import("./shapes.js").Field} Field */
/** @typedef {import("./shapes.js").Known} Known */

/**
 * @param {Definition} definition
 * @param {Known} known
 * @param {Field} field
 * @param {string} value
 * @returns {string} the value itself if it names nothing
 */
export function labelOf(definition, known, field, value) {
  switch (field.kind) {
    case "country": return definition.countries.find(({ id }) => id === value)?.label ?? value;
    case "term":
    case "theme": return terms(definition, field).find(({ id }) => id === value)?.label ?? value;
    case "reference": return entry(known, field.reference ?? "", value)?.name ?? value;
  }
  return value;
}
