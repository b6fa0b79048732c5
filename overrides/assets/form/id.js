// The id of a new record, made of its name as the directory's own are.

import { words } from "../search/fold.js";
import { label } from "./value.js";

/** @typedef {import("./shapes.js").Definition} Definition */
/** @typedef {import("./shapes.js").Known} Known */
/** @typedef {import("./shapes.js").Mapping} Mapping */

/** What an actor's or a place's id does not begin with: it is at home. */
const HOME = "FR";

/**
 * An id that no record has or had: the name's words, for an actor or a place abroad behind its country.
 * @param {Definition} definition
 * @param {Known} known
 * @param {string} type
 * @param {Mapping} value
 * @param {string[]} [taken] ids of that type that the proposal uses already
 * @returns {string} empty if the record has no name yet
 */
export function propose(definition, known, type, value, taken = []) {
  const called = label(value.title ?? value.name).replace(/\s*\([^)]*\)\s*$/u, "");
  const name = slug(called, definition.limits.id - 6);
  if (!name) return "";
  const country = typeof value.country === "string" ? value.country : "";
  const abroad = (type === "actor" && country && country !== HOME) || (type === "place" && country);
  const start = abroad && !name.startsWith(`${country.toLowerCase()}-`) ? `${country.toLowerCase()}-${name}` : name;
  const used = new Set(taken);
  for (const entry of known.types.get(type)?.values() ?? []) [entry.id, ...(entry.formerly ?? [])].forEach((id) => used.add(id));
  let found = start;
  for (let number = 2; used.has(found); number++) found = `${start}-${number}`;
  return found;
}

/**
 * The text in small letters without accents, its words joined; cut between words.
 * @param {string} text
 * @param {number} longest
 * @returns {string}
 */
export function slug(text, longest) {
  const found = words(text).flatMap((word) => word.match(/[a-z0-9]+/g) ?? []).join("-");
  return found.length <= longest ? found : found.slice(0, longest + 1).replace(/-?[^-]*$/, "");
}
