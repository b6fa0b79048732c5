// Whose mailbox it is: a service's only if every part of its name is a word for a service, or the organisation's own.
// The twin of `generator/check/mailboxes.py`, with its words.

import { words } from "../../search/fold.js";

/** @typedef {{ service: string[], links: string[], long: number }} Words */

/**
 * Whether the mailbox may be named after a person.
 * @param {Words} known
 * @param {string} address
 * @param {string[]} names of the organisation and of its place
 * @returns {boolean}
 */
export function isPersonal(known, address, names) {
  const parts = words(address.split("@")[0].replace(/[\p{Nd}_]+/gu, " "));
  const own = new Set(names.flatMap((name) => runs(words(name))));
  const joined = compound(known, own);
  const telling = parts.filter((part) => !known.links.includes(part));
  return !telling.length || !telling.every((part) => known.service.includes(part) || own.has(part) || joined.test(part));
}

/**
 * The words and those that stand together, as one.
 * @param {string[]} found
 * @returns {string[]}
 */
function runs(found) {
  return found.flatMap((_, at) => found.slice(at).map((_, length) => found.slice(at, at + length + 1).join("")));
}

/**
 * @param {Words} known
 * @param {Set<string>} own
 * @returns {RegExp}
 */
function compound({ service, links, long }, own) {
  const either = [...new Set([...service, ...own])].filter((word) => word.length >= long).join("|");
  return new RegExp(`^(?:${either})(?:(?:${links.join("|")})?(?:${either}))+$`, "u");
}
