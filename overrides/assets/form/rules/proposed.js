// The directory as it would be with the proposal: what the rules look at.

/** @typedef {import("../shapes.js").Definition} Definition */
/** @typedef {import("../shapes.js").Known} Known */
/** @typedef {import("../shapes.js").Entry} Entry */
/** @typedef {import("../shapes.js").Field} Field */
/** @typedef {import("../shapes.js").Finding} Finding */
/** @typedef {import("../shapes.js").Mapping} Mapping */
/** @typedef {import("../shapes.js").Proposal} Proposal */
/** @typedef {import("../shapes.js").Step} Step */
/** @typedef {import("../shapes.js").Value} Value */

import { fields } from "../definition.js";
import { isMapping, label, strings, texts } from "../value.js";

/**
 * @typedef {{
 *   at: number, type: string, id: string, value: Mapping, fields: Field[], valid: boolean, existing: boolean,
 * }} Draft One record of the proposal; `at` is its place there.
 */

/**
 * @typedef {{
 *   definition: Definition, known: Known, drafts: Draft[], told: Set<string>,
 * }} World `told` holds what is only told once.
 */

/**
 * @param {Definition} definition
 * @param {Known} known
 * @param {Proposal} proposal
 * @returns {World}
 */
export function world(definition, known, proposal) {
  const drafts = proposal.records.map(({ type, id, value, existing }, at) => (
    { at, type, id, value, fields: fields(definition, type), valid: true, existing: Boolean(existing) }));
  return { definition, known, drafts, told: new Set() };
}

/**
 * A finding in a draft.
 * @param {Draft} draft
 * @param {string} code
 * @param {Step[]} steps
 * @param {Record<string, string | undefined>} [args] those that are undefined do not count
 * @param {"error" | "warning"} [severity]
 * @returns {Finding}
 */
export function found(draft, code, steps, args = {}, severity = "error") {
  const given = Object.entries(args).filter((each) => each[1] !== undefined);
  return { record: draft.at, type: draft.type, code, steps, args: /** @type {Record<string, string>} */ (Object.fromEntries(given)),
    severity };
}

/**
 * Whether a record of that type and id is there, or proposed, valid or not.
 * @param {World} world
 * @param {string} type
 * @param {string} id
 * @returns {boolean}
 */
export function exists(world, type, id) {
  return Boolean(world.known.types.get(type)?.has(id)) || drafted(world, type, id) !== undefined;
}

/**
 * @param {World} world
 * @param {string} type
 * @param {string} id
 * @returns {Draft | undefined}
 */
export function drafted(world, type, id) {
  return world.drafts.find((draft) => draft.type === type && draft.id === id);
}

/**
 * Every record of a type as the rules see it, those of the proposal in place of those they correct; by id.
 * @param {World} world
 * @param {string} type
 * @returns {{entry: Entry, draft?: Draft}[]}
 */
export function records(world, type) {
  const drafts = world.drafts.filter((draft) => draft.type === type);
  const ids = new Set(drafts.map((draft) => draft.id));
  const old = [...(world.known.types.get(type)?.values() ?? [])].filter((entry) => !ids.has(entry.id));
  /** @type {{entry: Entry, draft?: Draft}[]} */
  const all = [...old.map((entry) => ({ entry })),
    ...drafts.filter((draft) => draft.valid).map((draft) => ({ entry: entryOf(draft), draft }))];
  return all.sort((one, other) => (one.entry.id < other.entry.id ? -1 : 1));
}

/**
 * What the directory would know of the record.
 * @param {Draft} draft
 * @returns {Entry}
 */
export function entryOf({ id, value }) {
  /** @type {any} */
  const found = { ...value, id };
  found.name = label(value.title ?? value.name);
  found.other = [
    ...texts(value.title ?? value.name), ...namesOf(value), ...strings(value.native_name), ...strings(value.formerly),
  ];
  found.actors = items(value.participations).flatMap((part) => (isMapping(part) ? strings(part.actor) : []));
  if (value.lat !== undefined) [found.lat, found.lon] = [Number(value.lat), Number(value.lon)];
  return found;
}

/**
 * The names that an actor has beside its title.
 * @param {Mapping} value
 * @returns {string[]}
 */
export function namesOf(value) {
  return items(value.names).flatMap((each) => (isMapping(each) ? strings(each.text) : []));
}

/**
 * The items of a list; nothing of anything else.
 * @param {Value | undefined} value
 * @returns {Value[]}
 */
export function items(value) {
  return Array.isArray(value) ? value : [];
}

/**
 * Every value that a field describes, from the record down, each item of a list for itself; groups before what they
 * hold. What has no field, or another shape than its field's, is left out.
 * @param {Mapping} value
 * @param {Field[]} inside
 * @param {Step[]} [above]
 * @returns {Generator<{field: Field, steps: Step[], value: Value}>}
 */
export function* walk(value, inside, above = []) {
  for (const field of inside) {
    const content = value[field.key];
    if (content === undefined) continue;
    const list = Array.isArray(content);
    for (const [at, item] of (list ? content : [content]).entries()) {
      const steps = list ? [...above, field.key, at] : [...above, field.key];
      yield { field, steps, value: item };
      if (field.fields && isMapping(item)) yield* walk(item, field.fields, steps);
    }
  }
}
