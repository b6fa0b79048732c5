// Rule on tenses: what an old source says is not told as if it were so today. The twin of `generator/check/tense.py`,
// with its words.

import { isMapping } from "../value.js";
import { found, items } from "./proposed.js";

/** @typedef {import("../shapes.js").Finding} Finding */
/** @typedef {import("./proposed.js").World} World */
/** @typedef {import("./proposed.js").Draft} Draft */

/**
 * Summaries in the present whose newest source is old, and which nobody has verified.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function tenses({ definition }, draft) {
  const { summary, added, verified } = draft.value;
  if (draft.type !== "initiative" || verified !== undefined || typeof added !== "string") return [];
  const years = items(draft.value.sources).map((source) => Number(isMapping(source) ? source.year ?? 0 : 0));
  const year = Math.max(0, ...years);
  if (!year || Number(added.slice(0, 4)) - year <= definition.tense.old) return [];
  const text = isMapping(summary) ? summary[definition.tense.locale] : summary;
  const value = toldNow(definition, typeof text === "string" ? text : "");
  return value ? [found(draft, "undated-present", ["summary"], { value, year: String(year) }, "warning")] : [];
}

/**
 * The first verb of the text that tells in the present what its sentence does not date, or nothing.
 * @param {import("../shapes.js").Definition} definition
 * @param {string} text
 * @returns {string}
 */
function toldNow({ tense: { present, dated, before, after } }, text) {
  for (const sentence of text.split(/[.!?]\s+|\n+/u)) {
    const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? [];
    if (/\d{4}/u.test(sentence) || words.some((word) => dated.includes(word))) continue;
    const told = words.find((word, at) => present.includes(word) && !(["est", "sont"].includes(word)
      && (before.includes(words[at - 1] ?? "") || after.includes(words[at + 1] ?? ""))));
    if (told) return told;
  }
  return "";
}
