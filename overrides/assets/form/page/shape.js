// What a record's values are to those who read them.

import { isMapping } from "../value.js";

/**
 * @typedef {import("../shapes.js").Field} Field
 * @typedef {import("../shapes.js").Definition} Definition
 * @typedef {import("../shapes.js").Value} Value
 * @typedef {Record<string, any>} Texts the form's own, as locales/form.fr.yml holds them
 */

/** Records are called by one of these. */
export const NAMES = ["title", "name"];

/** What the lede of a factsheet says. */
export const LEDES = ["summary", "description"];

/**
 * @param {Value | undefined} value
 * @returns {string} the French text of a localized value, else its first one
 */
export function french(value) {
  if (typeof value === "string") return value;
  if (!isMapping(value)) return "";
  const found = value.fr ?? Object.values(value)[0];
  return typeof found === "string" ? found : "";
}

/**
 * @param {import("../shapes.js").Mapping} value
 * @returns {string} what the record is called
 */
export function called(value) {
  return NAMES.map((key) => french(value[key])).find(Boolean) ?? "";
}
