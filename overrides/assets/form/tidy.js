// A text as every door writes it: without what a copy left in it. The twin of `generator/text/tidy.py`.

import { plainCode, withZeros } from "./codes.js";
import { pattern } from "./pattern.js";

/** @typedef {import("./shapes.js").Definition} Definition */
/** @typedef {import("./shapes.js").Field} Field */
/** @typedef {"characters" | "one-line" | "trackers" | "code" | "zeros"} Act */

/**
 * The text as the field's value, and what was done to it.
 * @param {Definition} definition
 * @param {Field} field
 * @param {string} typed
 * @returns {{text: string, done: Act[]}}
 */
export function tidy(definition, field, typed) {
  /** @type {Act[]} */
  const done = [];
  let text = typed.replace(pattern(definition.patterns.copied, "g"), "").normalize("NFC").trim();
  if (text !== typed.trim()) done.push("characters");
  if (isWords(field) && !field.long && text.includes("\n")) {
    done.push("one-line");
    text = text.split(/\s+/u).join(" ");
  }
  if (field.kind === "url" && untracked(definition, text) !== text) {
    done.push("trackers");
    text = untracked(definition, text);
  }
  if (field.code && plainCode(field.code, text) !== text) {
    done.push("code");
    text = plainCode(field.code, text);
  }
  const whole = field.kind === "theme" ? text.replace(/^sdg-([1-9])$/, "sdg-0$1") : withZeros(field.code ?? "", text, field.pattern ?? "");
  if (whole !== text) done.push("zeros");
  return { text: whole, done };
}

/**
 * Whether the field holds a text in somebody's own words, and not one of a given form.
 * @param {Field} field
 * @returns {boolean}
 */
export function isWords({ kind, pattern: form }) {
  return kind === "localized" || (kind === "text" && !form);
}

/**
 * The address without what only tells who followed it.
 * @param {Definition} definition
 * @param {string} address
 * @returns {string}
 */
export function untracked({ patterns }, address) {
  const tracks = (/** @type {string} */ part) => pattern(`^${patterns.tracker}$`, "i").test(part.split("=")[0]);
  const [rest, fragment] = parted(address, "#");
  const [page, query] = parted(rest, "?");
  const kept = query.slice(1).split("&").filter((part) => !tracks(part));
  const found = page + (query.length < 2 ? query : kept.length ? `?${kept.join("&")}` : "");
  return fragment && fragment.slice(1).split("&").every(tracks) ? found : found + fragment;
}

/**
 * @param {string} text
 * @param {string} sign
 * @returns {[string, string]} what stands before the sign, and the rest with it
 */
function parted(text, sign) {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}
