// What can be written: types, fields, terms, as `fields.json` tells them.

import { learn } from "../search/reading.js";
import { steps } from "./value.js";

/** @typedef {import("./shapes.js").Definition} Definition */
/** @typedef {import("./shapes.js").Field} Field */
/** @typedef {import("./shapes.js").Term} Term */
/** @typedef {import("./shapes.js").Step} Step */

/**
 * The definition that `fields.json` holds; from now on, what is typed is read by its vocabulary.
 * @param {Omit<Definition, "allFields">} json
 * @returns {Definition}
 */
export function define(json) {
  const allFields = new Map(
    Object.entries(json.types).map(([type, { keys, sections }]) => {
      const known = new Map(sections.flatMap((section) => section.fields).map((field) => [field.key, field]));
      return [type, keys.map((key) => /** @type {Field} */ (known.get(key)))];
    }),
  );
  learn(json.typed);
  return { ...json, allFields };
}

/**
 * The fields of a type, in the order in which a file has them.
 * @param {Definition} definition
 * @param {string} type
 * @returns {Field[]}
 */
export function fields(definition, type) {
  return definition.allFields.get(type) ?? [];
}

/**
 * The field at a key path: `participations[0].actor`, or `description.fr` for one language of a text.
 * @param {Definition} definition
 * @param {string} type
 * @param {string | Step[]} path
 * @returns {Field | undefined}
 */
export function fieldOf(definition, type, path) {
  return walked(definition, type, path).field;
}

/**
 * The name of the control that shows what is said of a path: `description` for `description.fr`.
 * @param {Definition} definition
 * @param {string} type
 * @param {string} path
 * @returns {string}
 */
export function controlPath(definition, type, path) {
  return walked(definition, type, path).control;
}

/**
 * @param {Definition} definition
 * @param {string} type
 * @param {string | Step[]} path
 * @returns {{field: Field | undefined, control: string}}
 */
function walked(definition, type, path) {
  let inside = fields(definition, type);
  /** @type {Field | undefined} */
  let field;
  let control = "";
  for (const step of typeof path === "string" ? steps(path) : path) {
    if (typeof step === "number") {
      control += `[${step}]`;
      continue;
    }
    const next = inside.find((each) => each.key === step);
    if (!next) return { field: field?.kind === "localized" ? field : undefined, control };
    field = next;
    inside = next.fields ?? [];
    control += control ? `.${step}` : step;
  }
  return { field, control };
}

/**
 * The vocabularies that a field's values are from; one, unless they are themes.
 * @param {Definition} definition
 * @param {Field} field
 * @returns {{label: string, terms: Term[]}[]}
 */
export function vocabularies(definition, field) {
  if (field.kind === "theme") return definition.taxonomies;
  const found = definition.vocabularies[field.vocabulary ?? ""];
  return found ? [found] : [];
}

/**
 * The terms that a field's values are from.
 * @param {Definition} definition
 * @param {Field} field
 * @returns {Term[]}
 */
export function terms(definition, field) {
  return vocabularies(definition, field).flatMap((vocabulary) => vocabulary.terms);
}
