// What a correction changes, field by field, in words that a person compares: labels rather than keys, names rather
// than ids. Compared as `generator/changes` does. Pure.

import { fields } from "./definition.js";
import { isMapping } from "./value.js";

/** @typedef {import("./shapes.js").Definition} Definition */
/** @typedef {import("./shapes.js").Field} Field */
/** @typedef {import("./shapes.js").Mapping} Mapping */
/** @typedef {import("./shapes.js").Value} Value */

/**
 * @typedef {(field: Field, value: string) => string} Called how people call a value
 *
 * @typedef {object} Saying what a field says
 * @property {Field[]} fields it, after those that hold it
 * @property {string} locale of a text in another language than French, its language
 * @property {string[]} texts one, or one for each item of a list
 *
 * @typedef {object} Change a list tells what it loses and gains: nothing if its order changed
 * @property {Field[]} fields
 * @property {string} locale
 * @property {string[]} before
 * @property {string[]} after
 */

/**
 * The fields that say something else, in the order of the file, those that say nothing any more behind.
 * @param {Definition} definition
 * @param {string} type
 * @param {Mapping} before
 * @param {Mapping} after
 * @param {Called} called
 * @returns {Change[]}
 */
export function changes(definition, type, before, after, called) {
  const [was, says] = [before, after].map((value) => sayings(definition, type, value, called));
  return [...new Set([...says.keys(), ...was.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), says.get(key)];
    const [lost, won] = [old?.texts ?? [], now?.texts ?? []];
    if (lost.join("\n") === won.join("\n")) return [];
    const { fields: above, locale } = /** @type {Saying} */ (now ?? old);
    return [{ fields: above, locale, before: without(lost, won), after: without(won, lost) }];
  });
}

/**
 * What each field of the record says, by its key path.
 * @param {Definition} definition
 * @param {string} type
 * @param {Mapping} value
 * @param {Called} called
 * @returns {Map<string, Saying>}
 */
export function sayings(definition, type, value, called) {
  const found = said(value, fields(definition, type), called, definition.locales[0]);
  return new Map([...found].map((saying) => [[...saying.fields.map(({ key }) => key), saying.locale].join("."), saying]));
}

/**
 * @param {Mapping} value
 * @param {Field[]} inside
 * @param {Called} called
 * @param {string} source the language that a text without one is in
 * @param {Field[]} [above]
 * @returns {Generator<Saying>}
 */
function* said(value, inside, called, source, above = []) {
  for (const field of inside) {
    const content = value[field.key];
    const here = [...above, field];
    if (content === undefined || field.key === "id") continue;
    if (Array.isArray(content)) yield { fields: here, locale: "", texts: content.map((item) => line(item, field, called, source)) };
    else if (!isMapping(content)) yield { fields: here, locale: "", texts: [called(field, content)] };
    else if (field.kind !== "localized") yield* said(content, field.fields ?? [], called, source, here);
    else {
      for (const [locale, text] of Object.entries(content)) {
        yield { fields: here, locale: locale === source ? "" : locale, texts: [String(text)] };
      }
    }
  }
}

/**
 * @param {Value} item of a list
 * @param {Field} field
 * @param {Called} called
 * @param {string} source
 * @returns {string} what it says, on one line
 */
function line(item, field, called, source) {
  if (typeof item === "string") return called(field, item);
  const inside = isMapping(item) ? [...said(item, field.fields ?? [], called, source)] : [];
  return inside.flatMap(({ texts }) => texts).join(", ");
}

/**
 * @param {string[]} texts
 * @param {string[]} others
 * @returns {string[]} the texts that the others have not, repetitions counted
 */
function without(texts, others) {
  const left = [...others];
  return texts.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
