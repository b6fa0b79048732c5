// Rules on what a record must hold, and on how records stand to each other. The twin of `generator/check/structure.py`.

import { at, strings } from "../value.js";
import { drafted, entryOf, exists, found, items, records } from "./proposed.js";

/** @typedef {import("../shapes.js").Entry} Entry */
/** @typedef {import("../shapes.js").Finding} Finding */
/** @typedef {import("../shapes.js").Value} Value */
/** @typedef {import("./proposed.js").World} World */
/** @typedef {import("./proposed.js").Draft} Draft */

/** Status of what has only been announced, as in `generator/model/initiative.py`. */
const PLANNED = "planned";
const ENDED = "ended";

/**
 * A record without a source.
 * @param {World} _
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function sources(_, draft) {
  const needed = draft.fields.find((field) => field.key === "sources")?.required;
  return needed && !items(draft.value.sources).length ? [found(draft, "missing-source", [])] : [];
}

/**
 * The status of what has begun, of an initiative whose sources have no date.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function statuses({ known }, draft) {
  const state = at(draft.value, "status.state");
  if (draft.type !== "initiative" || state === undefined || state === PLANNED) return [];
  if (at(draft.value, "status.as_of") !== undefined) return [];
  if (state === ENDED && at(draft.value, "period.end") !== undefined) return [];
  const documents = known.types.get("resource");
  const dated = items(draft.value.sources).some(
    (source) => at(source, "year") !== undefined || documents?.get(String(at(source, "resource")))?.year);
  return dated ? [] : [found(draft, "undated-status", ["status", "state"], {}, "warning")];
}

/**
 * Keys that only one kind of record has, and kinds without the key they need.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function keysOfKinds({ definition }, draft) {
  const { value, fields } = draft;
  const kinds = fields.find((field) => field.key === "kind")?.vocabulary ?? "";
  const kind = String(value.kind ?? "");
  if (!definition.vocabularies[kinds]?.terms.some((term) => term.id === kind)) return [];
  return fields.flatMap((field) => {
    const there = value[field.key] !== undefined;
    const wanted = field.only_for;
    const wrong = wanted && there && kind !== wanted
      ? [found(draft, `unexpected-${field.key}`, [field.key], { kind, wanted })] : [];
    const missing = field.needed_for === kind && !there ? [found(draft, `missing-${field.key}`, ["kind"])] : [];
    return [...wrong, ...missing];
  });
}

/**
 * Main themes that are not among the themes.
 * @param {World} _
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function mainThemes(_, draft) {
  const themes = strings(draft.value.themes);
  return strings(draft.value.main_themes).flatMap((value, place) =>
    themes.includes(value) ? [] : [found(draft, "main-theme-not-a-theme", ["main_themes", place], { value })]);
}

/**
 * Former ids that a record still bears, or that two records claim; a new record that takes a former id.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function formerIds(world, draft) {
  const others = records(world, draft.type).filter((each) => each.entry.id !== draft.id);
  const formerly = strings(draft.value.formerly);
  const wrong = formerly.flatMap((value, place) => {
    const other = others.find(({ entry }) => entry.formerly?.includes(value))?.entry.id;
    if (exists(world, draft.type, value)) return [found(draft, "former-id-in-use", ["formerly", place], { value })];
    const twice = other ?? (formerly.indexOf(value) < place ? draft.id : undefined);
    return twice ? [found(draft, "former-id-twice", ["formerly", place], { value, other: twice })] : [];
  });
  const claimed = others.some(({ entry, draft: own }) => !own && entry.formerly?.includes(draft.id));
  return claimed ? [...wrong, found(draft, "former-id-in-use", ["id"], { value: draft.id })] : wrong;
}

/**
 * Priorities of a record that have the same id.
 * @param {World} _
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function idsInside(_, draft) {
  const ids = items(draft.value.priorities).map((each) => String(at(each, "id")));
  return ids.flatMap((value, place) =>
    ids.indexOf(value) < place ? [found(draft, "duplicate-id", ["priorities", place, "id"], { value })] : []);
}

/**
 * An actor twice in an initiative, or alone on both its sides; a network that is its own member.
 * @param {World} _
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function participations(_, draft) {
  const parts = items(draft.value.participations).map(
    (part) => ({ actor: String(at(part, "actor")), role: String(at(part, "role")) }));
  const alone = new Set(parts.map((part) => part.actor)).size === 1;
  const wrong = parts.flatMap(({ actor, role }, place) => {
    const before = parts.slice(0, place).filter((part) => part.actor === actor);
    const steps = ["participations", place, "actor"];
    if (before.some((part) => part.role === role)) {
      return [found(draft, "duplicate-participation", steps, { value: actor, role })];
    }
    return before.length === 1 && alone ? [found(draft, "self-partner", steps, { value: actor })] : [];
  });
  const own = items(draft.value.memberships).flatMap((each, place) =>
    at(each, "network") === draft.id
      ? [found(draft, "self-member", ["memberships", place, "network"], { value: draft.id })] : []);
  return [...wrong, ...(draft.type === "actor" ? own : [])];
}

/**
 * A record that is, from one to the next, above itself. A circle of several proposed records is told of one.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function circles(world, draft) {
  const keys = /** @type {const} */ (["parent", "successor", "part_of", "replaced_by"]);
  return keys.flatMap((key) => {
    const next = (/** @type {string} */ id) => above(world, draft.type, id)[key];
    const circle = draft.value[key] === undefined ? [] : around(draft.id, next);
    const drafts = circle.filter((id) => drafted(world, draft.type, id)).sort();
    if (!circle.length || drafts[0] !== draft.id) return [];
    const first = circle.indexOf([...circle].sort()[0]);
    const chain = [...circle.slice(first), ...circle.slice(0, first), circle[first]].join(" → ");
    return [found(draft, "circular-link", [key], { chain })];
  });
}

/**
 * @param {World} world
 * @param {string} type
 * @param {string} id
 * @returns {{parent?: string, successor?: string, part_of?: string, replaced_by?: string}}
 */
function above(world, type, id) {
  const draft = drafted(world, type, id);
  if (draft) return draft.valid ? entryOf(draft) : {};
  return world.known.types.get(type)?.get(id) ?? {};
}

/**
 * The way back to the start; empty if there is none.
 * @param {string} start
 * @param {(id: string) => string | undefined} next
 * @returns {string[]}
 */
function around(start, next) {
  const trail = [start];
  for (let here = next(start); here !== undefined; here = next(here)) {
    if (here === start) return trail;
    if (trail.includes(here)) return [];
    trail.push(here);
  }
  return [];
}
