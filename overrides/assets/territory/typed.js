// Names of towns as people type them: without signs and spaces, « St » as « Saint ». `generator/text/town.py` does the same.

import { words } from "../search/fold.js";

/** A word written short → in full.
 * @type {Record<string, string>} */
const SHORT = { st: "saint", ste: "sainte" };
const ARTICLES = ["l", "la", "le", "les"];
const ORDINAL = /^(\d+)(?:er|ere|nd|nde|e|eme|ieme)$/u;
const CODE = /^(?:\d{5}|2[ab]\d{3})$/u;

/**
 * @param {string} text
 * @returns {string} the name's letters and digits, one behind the other: « Mesnil-Roc’h » is `mesnilroch`
 */
export function letters(text) {
  return parts(text).join("");
}

/**
 * @param {string} name
 * @returns {string[]} its letters; and those behind its article, if it has one
 */
export function beginnings(name) {
  const found = parts(name);
  const behind = found.length > 1 && ARTICLES.includes(found[0]) ? found.slice(1) : found;
  return [...new Set([found.join(""), behind.join("")])];
}

/**
 * @param {string} text
 * @returns {{ code: string, name: string }} an official or postal code in it, in small letters, or nothing; and the
 *   letters of the rest
 */
export function asked(text) {
  const found = words(text);
  const code = found.find((word) => CODE.test(word)) ?? "";
  return { code, name: letters(found.filter((word) => word !== code).join(" ")) };
}

/**
 * « 3e » and « 3ème » are « 3 »; « CEDEX » and what stands behind it are no part of a name.
 * @param {string} text
 * @returns {string[]}
 */
function parts(text) {
  const found = words(text);
  const cedex = found.indexOf("cedex");
  const kept = cedex < 0 ? found : found.slice(0, cedex);
  return kept.map((word) => ORDINAL.exec(word)?.[1] ?? (Object.hasOwn(SHORT, word) ? SHORT[word] : word));
}
