// A record as the file that a careful person would write: byte for byte what `generator/files/save.py` writes.

import { fields } from "./definition.js";
import { inline } from "./scalar.js";
import { isMapping, prune } from "./value.js";

/** @typedef {import("./shapes.js").Definition} Definition */
/** @typedef {import("./shapes.js").Field} Field */
/** @typedef {import("./shapes.js").Value} Value */
/** @typedef {import("./shapes.js").Mapping} Mapping */

/**
 * The text of the record's file: keys in the model's order, a blank line around every block. What is not valid yet is
 * written as it is.
 * @param {Definition} definition
 * @param {string} type
 * @param {Mapping} value
 * @returns {string}
 */
export function write(definition, type, value) {
  let text = "";
  let block = true;
  for (const [key, content, field] of ordered(prune(value), fields(definition, type))) {
    const lines = pair(definition, key, content, field, 0);
    const isBlock = lines.indexOf("\n") < lines.length - 1;
    if (text && (block || isBlock)) text += "\n";
    text += lines;
    block = isBlock;
  }
  const { schema } = definition.types[type];
  return (schema ? `# yaml-language-server: $schema=${schema}\n` : "") + text;
}

/**
 * The keys in writing order, each with its field.
 * @param {Mapping} value
 * @param {Field[]} known
 * @returns {[string, Value, Field | undefined][]}
 */
function ordered(value, known) {
  const strange = Object.keys(value).filter((key) => !known.some((field) => field.key === key));
  return [
    ...known.filter((field) => Object.hasOwn(value, field.key)).map(
      (field) => /** @type {[string, Value, Field]} */ ([field.key, value[field.key], field])),
    ...strange.map((key) => /** @type {[string, Value, undefined]} */ ([key, value[key], undefined])),
  ];
}

/**
 * @param {Definition} definition
 * @param {string} key
 * @param {Value} value
 * @param {Field | undefined} field
 * @param {number} indent columns
 * @returns {string}
 */
function pair(definition, key, value, field, indent) {
  return `${inline(definition.limits, key, indent)}:${behind(definition, value, field, indent)}`;
}

/**
 * What stands behind a key's colon, or an item's dash, at that indent.
 * @param {Definition} definition
 * @param {Value} value
 * @param {Field | undefined} field
 * @param {number} indent
 * @returns {string}
 */
function behind(definition, value, field, indent) {
  const pad = " ".repeat(indent + 2);
  if (Array.isArray(value)) {
    const one = field && { ...field, many: false };
    return `\n${value.map((item) => `${pad}-${entered(definition, item, one, indent + 2)}`).join("")}`;
  }
  if (isMapping(value)) {
    const only = Object.keys(value);
    const [source] = definition.locales;
    if (field?.kind === "localized" && only.length === 1 && only[0] === source) {
      return behind(definition, value[source], field, indent);
    }
    return `\n${pairs(definition, value, field).map(([key, each, of]) => pad + pair(definition, key, each, of, indent + 2)).join("")}`;
  }
  return ` ${bare(value, field) ?? inline(definition.limits, value, indent + 2)}\n`;
}

/**
 * An item of a list: the first key of a group stands behind the dash.
 * @param {Definition} definition
 * @param {Value} item
 * @param {Field | undefined} field
 * @param {number} indent of the dash
 * @returns {string}
 */
function entered(definition, item, field, indent) {
  const lines = behind(definition, item, field, indent);
  return lines.startsWith("\n") ? lines.slice(indent + 2) : lines;
}

/**
 * @param {Definition} definition
 * @param {Mapping} value
 * @param {Field | undefined} field
 * @returns {[string, Value, Field | undefined][]}
 */
function pairs({ locales }, value, field) {
  if (field?.kind !== "localized") return ordered(value, field?.fields ?? []);
  const known = locales.filter((locale) => Object.hasOwn(value, locale));
  const others = Object.keys(value).filter((locale) => !known.includes(locale)).sort();
  return [...known, ...others].map((locale) => [locale, value[locale], undefined]);
}

/**
 * A number, date or boolean, which is never quoted; undefined of anything else.
 * @param {string} text
 * @param {Field | undefined} field
 * @returns {string | undefined}
 */
function bare(text, field) {
  switch (field?.kind) {
    case "date": return new RegExp(field.pattern ?? "", "u").test(text) ? text : undefined;
    case "integer": return /^[+-]?\d+$/.test(text) ? String(BigInt(text.replace("+", ""))) : undefined;
    case "number": return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? decimal(text) : undefined;
    case "boolean": return /^(true|false)$/.test(text) ? text : undefined;
  }
  return undefined;
}

/**
 * A decimal number with a point and without an exponent.
 * @param {string} text
 * @returns {string}
 */
function decimal(text) {
  const [digits, exponent] = String(Number(text)).split("e-");
  if (!exponent) return digits.includes(".") ? digits : `${digits}.0`;
  const sign = digits.startsWith("-") ? "-" : "";
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${digits.replace(/[-.]/g, "")}`;
}
