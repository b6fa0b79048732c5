// A record changed by two at once: what each changed since the text that both began with, put together. Pure.

import { isMapping } from "./value.js";

/** @typedef {import("./shapes.js").Value} Value */
/** @typedef {import("./shapes.js").Mapping} Mapping */
/** @typedef {import("./shapes.js").Step} Step */
/** @typedef {Value | undefined} Maybe */

/**
 * @typedef {object} Merged
 * @property {Mapping} value what both changed apart; where they changed the same thing, what was published
 * @property {string[]} taken keys of the record in which something was taken over from what was published
 * @property {Both[]} both what both changed, each in its own way
 *
 * @typedef {{ path: Step[], mine: Maybe, theirs: Maybe }} Both nothing where it was taken out
 */

/** What an item of a list of groups is told by, the first that it has. */
const TELLING = ["id", "actor", "network", "instrument", "theme", "url", "title", "name", "email", "signed", "start", "date", "kind", "description"];

/**
 * @param {Mapping} base the text that both began with
 * @param {Mapping} mine
 * @param {Mapping} theirs as it is published now
 * @returns {Merged}
 */
export function merge(base, mine, theirs) {
  /** @type {string[]} */
  const taken = [];
  /** @type {Both[]} */
  const both = [];
  /** @type {Mapping} */
  const value = {};
  for (const key of keys(mine, theirs, base)) {
    const before = both.length;
    const found = merged(base[key], mine[key], theirs[key], [key], both);
    if (found !== undefined) value[key] = found;
    if (both.length === before && !same(found, mine[key])) taken.push(key);
  }
  return { value, taken, both };
}

/**
 * @param {Maybe} base
 * @param {Maybe} mine
 * @param {Maybe} theirs
 * @param {Step[]} path
 * @param {Both[]} both grows
 * @returns {Maybe}
 */
function merged(base, mine, theirs, path, both) {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  if (Array.isArray(mine) && Array.isArray(theirs) && (base === undefined || Array.isArray(base))) {
    const found = items(/** @type {Value[]} */ (base ?? []), mine, theirs, path, both);
    if (found) return found;
  } else if (isGroup(mine) && isGroup(theirs) && (base === undefined || isGroup(base))) {
    /** @type {Mapping} */
    const value = {};
    for (const key of keys(mine, theirs, base ?? {})) {
      const found = merged(base?.[key], mine[key], theirs[key], [...path, key], both);
      if (found !== undefined) value[key] = found;
    }
    return value;
  }
  both.push({ path, mine, theirs });
  return theirs;
}

/**
 * Item by item, in the published order, then what is only in mine.
 * @param {Value[]} base
 * @param {Value[]} mine
 * @param {Value[]} theirs
 * @param {Step[]} path
 * @param {Both[]} both grows
 * @returns {Value | null} none if items can't be told apart
 */
function items(base, mine, theirs, path, both) {
  const [before, own, now] = [base, mine, theirs].map(named);
  if (!before || !own || !now) return null;
  /** @type {Value[]} */
  const found = [];
  for (const [name, their] of now) {
    const [old, my] = [before.get(name), own.get(name)];
    if (my === undefined) {
      // Taken out by me, unless it is new, or was changed there: then it stays.
      if (old === undefined || !same(old, their)) found.push(their);
      continue;
    }
    const item = merged(old, my, their, [...path, found.length], both);
    if (item !== undefined) found.push(item);
  }
  for (const [name, my] of own) {
    if (now.has(name)) continue;
    const old = before.get(name);
    // Taken out there, unless it is new, or was changed by me: then it stays.
    if (old === undefined || !same(old, my)) found.push(my);
  }
  return /** @type {Value} */ (/** @type {unknown} */ (found));
}

/**
 * @param {Value[]} list
 * @returns {Map<string, Value> | null} what tells each item → the item; none if two are told by the same
 */
function named(list) {
  const found = new Map(list.map((item) => [nameOf(item), item]));
  return found.size === list.length ? found : null;
}

/**
 * @param {Value} item
 * @returns {string}
 */
function nameOf(item) {
  if (typeof item === "string") return item.trim();
  const told = isMapping(item) ? TELLING.map((key) => [key, item[key]]).find(([, value]) => value) : undefined;
  return JSON.stringify(told ?? item);
}

/**
 * @param {...Mapping} values
 * @returns {string[]} all their keys, each once
 */
function keys(...values) {
  return [...new Set(values.flatMap(Object.keys))];
}

/**
 * @param {Maybe} value
 * @returns {value is Mapping}
 */
function isGroup(value) {
  return value !== undefined && isMapping(value);
}

/**
 * @param {Maybe} one
 * @param {Maybe} other
 * @returns {boolean} whether they say the same: an empty text says nothing
 */
export function same(one, other) {
  return JSON.stringify(said(one) ?? null) === JSON.stringify(said(other) ?? null);
}

/**
 * @param {Maybe} value
 * @returns {unknown} without what is empty, its keys in order
 */
function said(value) {
  if (value === undefined) return undefined;
  if (typeof value === "string") return value.trim() || undefined;
  if (Array.isArray(value)) {
    const kept = value.map(said).filter((item) => item !== undefined);
    return kept.length ? kept : undefined;
  }
  const kept = Object.keys(value).sort().map((key) => [key, said(value[key])]).filter(([, each]) => each !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}
