// What a browser kept of a proposal: read again, or told to be unreadable. Pure.

import { fields } from "../definition.js";
import { isMapping } from "../value.js";

/**
 * @typedef {import("../shapes.js").Definition} Definition
 * @typedef {import("../shapes.js").Field} Field
 * @typedef {import("../shapes.js").Mapping} Mapping
 * @typedef {import("./draft.js").Draft} Draft
 *
 * @typedef {object} Kept
 * @property {string} date when it was last written, ISO 8601
 * @property {Draft[]} drafts the main record first
 * @property {Mapping} [base] the published text that a correction began with
 * @property {import("../merge.js").Both[]} [both] what both changed, as long as nobody has chosen
 */

/**
 * @param {string} text
 * @param {Definition} definition
 * @returns {Kept | null} none if the form can't take it up: it is damaged, or of a version with other fields
 */
export function readKept(text, definition) {
  /** @type {any} */
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(found) || Number.isNaN(Date.parse(found.date)) || !Array.isArray(found.drafts) || !found.drafts.length) return null;
  const { date, drafts, base } = found;
  if (!drafts.every((/** @type {any} */ each) => isDraft(each, definition)) || drafts[0].number !== 0) return null;
  if (new Set(drafts.map((/** @type {Draft} */ { number }) => number)).size < drafts.length) return null;
  const isBase = isObject(base) && fits(base, fields(definition, drafts[0].type));
  const both = Array.isArray(found.both) ? found.both.filter(isBoth) : [];
  return { date, drafts, ...(isBase ? { base } : {}), ...(both.length ? { both } : {}) };
}

/**
 * @param {any} each
 * @param {Definition} definition
 * @returns {boolean}
 */
function isDraft(each, definition) {
  return (
    isObject(each) &&
    Object.hasOwn(definition.types, each.type) &&
    typeof each.id === "string" &&
    typeof each.old === "boolean" &&
    Number.isInteger(each.number) &&
    isObject(each.value) &&
    fits(each.value, fields(definition, each.type))
  );
}

/**
 * @param {Mapping} value
 * @param {Field[]} held
 * @returns {boolean} whether every key of it is a field, with a value of the field's shape
 */
function fits(value, held) {
  return Object.entries(value).every(([key, each]) => {
    const field = held.find((one) => one.key === key);
    if (!field) return false;
    const items = field.many && Array.isArray(each) ? each : [each];
    return (field.many ? Array.isArray(each) || typeof each === "string" : !Array.isArray(each)) && items.every((item) => isItem(item, field));
  });
}

/**
 * @param {any} item
 * @param {Field} field
 * @returns {boolean}
 */
function isItem(item, field) {
  if (typeof item === "string") return !field.fields || item === "";
  if (!isObject(item)) return false;
  if (field.fields) return fits(item, field.fields);
  return field.kind === "localized" && Object.values(item).every((text) => typeof text === "string");
}

/**
 * @param {any} each
 * @returns {boolean}
 */
function isBoth(each) {
  if (!isObject(each) || !Array.isArray(each.path) || !each.path.length) return false;
  const isPath = each.path.every((/** @type {unknown} */ step) => typeof step === "string" || Number.isInteger(step));
  return isPath && [each.mine, each.theirs].every((value) => value === undefined || isValue(value));
}

/**
 * @param {any} value
 * @returns {boolean} whether it holds texts, lists and groups alone
 */
function isValue(value) {
  return typeof value === "string" || (value !== null && typeof value === "object" && Object.values(value).every(isValue));
}

/**
 * @param {any} value
 * @returns {boolean}
 */
function isObject(value) {
  return value !== null && typeof value === "object" && isMapping(value);
}
