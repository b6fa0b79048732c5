// Addresses of pages, as `generator/model/values.py` takes them.

import { matches } from "../pattern.js";

/**
 * Whether the text is an absolute http or https address with a host.
 * @param {string} text
 * @param {string} pattern what every address matches
 * @returns {boolean}
 */
export function isAddress(text, pattern) {
  const place = matches(pattern, text) ? /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] : undefined;
  if (!place) return false;
  // A letter that stands for one of the signs that end a host would make it another.
  const plain = place.replace(/[@:#?]/g, "");
  if (plain.normalize("NFKC") !== plain && /[/?#@:]/.test(plain.normalize("NFKC"))) return false;
  if (/[[\]]/.test(place)) return /^\[[0-9a-f:.]*:[0-9a-f:.]*\.[0-9a-f:.]*\](?::\d*)?$/i.test(place);
  return (place.split(":")[0] ?? "").includes(".");
}
