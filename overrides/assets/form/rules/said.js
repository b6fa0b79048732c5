// Rules on what was said of a record by somebody: names, offices, wishes, and what a source supports. The twin of
// `generator/check/said.py`.

import { closest } from "../close.js";
import { at, strings } from "../value.js";
import { found, items } from "./proposed.js";

/** @typedef {import("../shapes.js").Finding} Finding */
/** @typedef {import("../shapes.js").Value} Value */
/** @typedef {import("./proposed.js").World} World */
/** @typedef {import("./proposed.js").Draft} Draft */

/** Kind of a name that is no longer borne, as in `generator/model/actor.py`. */
const FORMER = "former";

/**
 * Sources that support keys which records of the type do not have.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function supportedKeys({ definition }, draft) {
  const known = draft.fields.map((field) => field.key);
  return items(draft.value.sources).flatMap((source, place) =>
    strings(at(source, "about")).flatMap((value, nth) => {
      if (known.includes(value)) return [];
      const near = closest(value, known, definition.limits.close);
      const args = { value, known: known.join(", "), ...(near ? { suggestion: near } : {}) };
      return [found(draft, "about-unknown-key", ["sources", place, "about", nth], args)];
    }));
}

/**
 * Names that ended, and are not said to be former ones.
 * @param {World} _
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function namesBorne(_, draft) {
  if (draft.type !== "actor") return [];
  return items(draft.value.names).flatMap((name, place) => {
    const ended = at(name, "until") !== undefined || at(name, "how") !== undefined;
    if (!ended || at(name, "kind") === FORMER) return [];
    return [found(draft, "name-still-borne", ["names", place, "kind"], { value: String(at(name, "text")) }, "warning")];
  });
}

/**
 * Offices of which nobody knows whose they are, and wishes to be supported that say nothing.
 * @param {World} _
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function unsaid(_, draft) {
  const without = (/** @type {string} */ key, /** @type {string} */ code, /** @type {string[]} */ needed) =>
    items(draft.value[key]).flatMap((each, place) =>
      needed.some((inner) => at(each, inner) !== undefined) ? [] : [found(draft, code, [key, place])]);
  if (draft.type === "country") return without("posts", "post-unnamed", ["operator", "name"]);
  return draft.type === "actor" ? without("support_wanted", "support-unsaid", ["kinds", "words"]) : [];
}
