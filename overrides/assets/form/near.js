// Names that look alike, measured as `generator/text/near.py` measures: what a mistyped one was meant to be, and records
// entered twice.

import { fold } from "../search/fold.js";
import { name as nameIn, plain } from "../search/reading.js";

/** @typedef {import("./shapes.js").Measures} Measures */

/** What is lost when decimals are reckoned with. */
const NOTHING = 1e-9;

/**
 * Percent of letters that two texts have in common, in order (indel similarity).
 * @param {string} one
 * @param {string} other
 * @param {number} cutoff below which the answer is 0
 * @returns {number}
 */
export function ratio(one, other, cutoff) {
  const [a, b] = [[...one], [...other]];
  const all = a.length + b.length;
  if (!all) return 100;
  if (((2 * Math.min(a.length, b.length)) / all) * 100 < cutoff - NOTHING) return 0;
  const row = new Array(b.length + 1).fill(0);
  for (const letter of a) {
    let above = 0;
    for (let at = 1; at <= b.length; at++) {
      const now = row[at];
      row[at] = letter === b[at - 1] ? above + 1 : Math.max(now, row[at - 1]);
      above = now;
    }
  }
  const percent = (1 - (all - 2 * row[b.length]) / all) * 100;
  return percent < cutoff - NOTHING ? 0 : percent;
}

/**
 * Ids that the text may have been meant to name, the likeliest first, as many as are told.
 * @param {Measures} measures
 * @param {Iterable<[name: string, id: string]>} named an id may have several names, and is one
 * @param {string} text
 * @returns {string[]}
 */
export function nearest(measures, named, text) {
  if (!plain(text)) return [];
  /** @type {Map<string, Set<string>>} */
  const ids = new Map();
  for (const [name, id] of named) {
    const called = plain(name);
    ids.set(called, (ids.get(called) ?? new Set()).add(id));
  }
  const wanted = ids.has(plain(text)) ? plain(text) : nameIn(text);
  const names = ids.has(wanted) ? [wanted] : likely(measures, [...ids.keys()], wanted);
  return [...new Set(names.flatMap((name) => [...(ids.get(name) ?? [])]))].slice(0, measures.choices);
}

/**
 * @param {Measures} measures
 * @param {string[]} names folded
 * @param {string} wanted folded
 * @returns {string[]}
 */
function likely(measures, names, wanted) {
  const ranked = [false, true].flatMap((sort) => {
    const typed = sort ? sorted(wanted) : wanted;
    const near = names.map((name) => ({ name, score: ratio(typed, sort ? sorted(name) : name, measures.likely) }));
    return near.filter(({ score }) => score).sort((one, other) => other.score - one.score).slice(0, measures.top);
  });
  ranked.sort((one, other) => other.score - one.score || order(one.name, other.name));
  const best = ranked.filter(({ score }) => score >= ranked[0].score - measures.closeBehind).map(({ name }) => name);
  if (best.length || wanted.length < measures.telling) return best;
  // One name holds all the words of the other: « Lyon » for « Ville de Lyon ».
  const far = (/** @type {string} */ name) => Math.abs(name.length - wanted.length);
  return names.filter((name) => name.length >= measures.telling && contained(name, wanted))
    .sort((one, other) => far(one) - far(other) || order(one, other));
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {boolean}
 */
function contained(one, other) {
  const [a, b] = [new Set(one.split(" ")), new Set(other.split(" "))];
  return [...a].every((word) => b.has(word)) || [...b].every((word) => a.has(word));
}

/**
 * Places in a list of names of those that are nearly the same as the one at `at`. Names that differ by a number are
 * not. A name is compared with those that share a rare word with it, or its beginning or end, as the check does.
 * @param {Measures} measures
 * @param {string[]} names
 * @param {number} at
 * @returns {number[]}
 */
export function lookAlikes(measures, names, at) {
  const words = names.map(split);
  /** @type {Map<string, number>} */
  const count = new Map();
  for (const name of words) for (const word of new Set(name)) count.set(word, (count.get(word) ?? 0) + 1);
  const keys = words.map((name) => blocks(measures, name, count));
  const spelled = words.map((name) => [...name].sort(order).join(" "));
  /** @type {Set<number>} */
  const alike = new Set();
  for (const key of keys[at]) {
    const block = keys.flatMap((own, place) => (own.has(key) ? [place] : []));
    const near = block.length <= measures.block ? block : window(measures, block, spelled, at);
    for (const other of near) {
      const same = other !== at && numbers(words[other]) === numbers(words[at]);
      if (same && ratio(spelled[at], spelled[other], measures.alike)) alike.add(other);
    }
  }
  return [...alike].sort((one, other) => one - other);
}

/**
 * @param {Measures} measures
 * @param {string[]} words
 * @param {Map<string, number>} count
 * @returns {Set<string>}
 */
function blocks({ rareWords, edge }, words, count) {
  const often = (/** @type {string} */ word) => count.get(word) ?? 0;
  const rare = [...new Set(words)].sort((one, other) => often(one) - often(other) || order(one, other));
  return new Set(rare.slice(0, rareWords).flatMap((word) => {
    const letters = [...word];
    return [`whole ${word}`, `start ${letters.slice(0, edge).join("")}`, `end ${letters.slice(-edge).join("")}`];
  }));
}

/**
 * Of a big block, what stands near one of it in alphabetical order.
 * @param {Measures} measures
 * @param {number[]} block
 * @param {string[]} spelled
 * @param {number} at
 * @returns {number[]}
 */
function window(measures, block, spelled, at) {
  const inOrder = [...block].sort((one, other) => order(spelled[one], spelled[other]) || one - other);
  const place = inOrder.indexOf(at);
  return inOrder.slice(Math.max(0, place - measures.window + 1), place + measures.window);
}

/** @type {Map<string, string[]>} */
const folded = new Map();

/**
 * @param {string} name
 * @returns {string[]}
 */
function split(name) {
  const known = folded.get(name) ?? fold(name).split(" ").filter(Boolean);
  folded.set(name, known);
  return known;
}

/**
 * @param {string[]} words
 * @returns {string}
 */
function numbers(words) {
  return words.filter((word) => /\p{Nd}/u.test(word)).sort(order).join(" ");
}

/**
 * @param {string} text
 * @returns {string}
 */
function sorted(text) {
  return text.split(" ").sort(order).join(" ");
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {number}
 */
function order(one, other) {
  return one < other ? -1 : Number(one > other);
}
