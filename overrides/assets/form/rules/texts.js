// Rules on texts and addresses as they are written. The twin of `generator/check/texts.py`.

import { fold } from "../../search/fold.js";
import { untracked } from "../tidy.js";
import { strings } from "../value.js";
import { found, records, walk } from "./proposed.js";

/** @typedef {import("../shapes.js").Finding} Finding */
/** @typedef {import("./proposed.js").World} World */
/** @typedef {import("./proposed.js").Draft} Draft */

/**
 * Addresses that tell who followed them from where.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function tracked({ definition }, draft) {
  return [...walk(draft.value, draft.fields)].flatMap(({ field, steps, value }) => {
    if (field.kind !== "url" || typeof value !== "string") return [];
    const bare = untracked(definition, value);
    return bare === value ? [] : [found(draft, "tracked-address", steps, { value: bare }, "warning")];
  });
}

/**
 * The most frequent spelling first; of two, that without no-break spaces, then that in small letters.
 * @param {[string, number]} one
 * @param {[string, number]} other
 * @returns {number}
 */
function byWeight([one, count], [other, times]) {
  const broken = (/** @type {string} */ word) => Number(word.includes("\u00a0"));
  return times - count || broken(one) - broken(other) || (one < other ? 1 : -1);
}

/**
 * Keywords that other initiatives spell another way: a reader would take them for two.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function keywords(world, draft) {
  if (draft.type !== "initiative" || draft.value.keywords === undefined) return [];
  /** @type {Map<string, Map<string, number>>} */
  const spellings = new Map();
  for (const { entry } of records(world, "initiative")) {
    for (const word of entry.keywords ?? []) {
      const same = spellings.get(fold(word)) ?? new Map();
      spellings.set(fold(word), same.set(word, (same.get(word) ?? 0) + 1));
    }
  }
  return strings(draft.value.keywords).flatMap((value, place) => {
    const [usual] = [...(spellings.get(fold(value)) ?? [])].sort(byWeight)[0] ?? [value];
    return usual === value ? [] : [found(draft, "keyword-spelling", ["keywords", place], { value, usual }, "warning")];
  });
}
