// Rules on links: every id names a record or a term that is there, every country code a country. The twin of
// `generator/check/links.py`, `targets.py` and `broken.py`.

import { terms } from "../definition.js";
import { nearest } from "../near.js";
import { drafted, entryOf, exists, found, walk } from "./proposed.js";

/** @typedef {import("../shapes.js").Field} Field */
/** @typedef {import("../shapes.js").Finding} Finding */
/** @typedef {import("../shapes.js").Term} Term */
/** @typedef {import("./proposed.js").World} World */
/** @typedef {import("./proposed.js").Draft} Draft */

/** @typedef {[code: string, args: Record<string, string | undefined>]} Wrong */

/**
 * Ids and codes of the draft that name nothing.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function links(world, draft) {
  /** @type {Finding[]} */
  const wrong = [];
  for (const { field, steps, value } of walk(draft.value, draft.fields)) {
    if (typeof value !== "string") continue;
    // Look-alikes are only looked up once the record is one.
    const skipped = field.key === "not_duplicate_of" && !draft.valid;
    const top = steps.slice(1).some((step) => typeof step === "string") ? "" : field.key;
    const missing = skipped ? undefined : missed(world, field, value, top);
    if (missing) wrong.push(found(draft, missing[0], steps, missing[1]));
  }
  return wrong;
}

/**
 * @param {World} world
 * @param {Field} field
 * @param {string} id
 * @param {string} top its key, if it stands at the top of the record
 * @returns {Wrong | undefined}
 */
function missed(world, field, id, top) {
  switch (field.kind) {
    case "reference": return record(world, field.reference ?? "", id);
    case "term": return term(world, field, id);
    case "theme": return theme(world, field, id);
    case "country": return world.definition.countryKeys.includes(top) ? country(world, id) : undefined;
  }
  return undefined;
}

/**
 * @param {World} world
 * @param {string} type
 * @param {string} id
 * @returns {Wrong | undefined}
 */
function record(world, type, id) {
  if (exists(world, type, id)) return undefined;
  const suggestion = nearest(world.definition.near, named(world, type), id).join("\n") || undefined;
  return ["dangling-reference", { value: id, type: world.definition.folders[type], suggestion }];
}

/**
 * Everything that records of a type are called, with the id.
 * @param {World} world
 * @param {string} type
 * @returns {Generator<[string, string]>}
 */
function* named(world, type) {
  const ids = [...(world.known.types.get(type)?.keys() ?? [])];
  const drafts = world.drafts.filter((draft) => draft.type === type);
  for (const id of [...ids, ...drafts.map((draft) => draft.id)].sort()) yield [id, id];
  for (const id of ids.filter((known) => !drafted(world, type, known))) {
    const entry = world.known.types.get(type)?.get(id);
    for (const name of [entry?.name ?? id, ...(entry?.other ?? [])]) yield [name, id];
  }
  for (const draft of drafts.filter(({ valid }) => valid)) {
    const entry = entryOf(draft);
    for (const name of [entry.name, ...(entry.other ?? [])]) yield [name, draft.id];
  }
}

/**
 * @param {World} world
 * @param {Field} field
 * @param {string} id
 * @returns {Wrong | undefined}
 */
function term({ definition, told }, field, id) {
  const name = field.vocabulary ?? "";
  if (!definition.vocabularies[name]) {
    // Told once: without its vocabulary every term is unknown.
    if (told.has(name)) return undefined;
    told.add(name);
    return ["missing-vocabulary", { value: name }];
  }
  const known = terms(definition, field);
  if (known.some((term) => term.id === id)) return undefined;
  return ["unknown-term", { value: id, vocabulary: name, ...meant(definition, known, id) }];
}

/**
 * @param {World} world
 * @param {Field} field
 * @param {string} id
 * @returns {Wrong | undefined}
 */
function theme({ definition }, field, id) {
  const known = terms(definition, field);
  if (known.some((term) => term.id === id)) return undefined;
  const used = Object.entries(definition.vocabularies).map(
    ([name, { terms }]) => /** @type {[string, Record<string, string[]>]} */ (
      [name, Object.fromEntries(terms.map((term) => [term.id, []]))]));
  const others = [...used, ...Object.entries(definition.elsewhere)].sort(([one], [other]) => (one < other ? -1 : 1));
  const other = others.find(([, ids]) => Object.hasOwn(ids, id));
  if (!other) return ["unknown-theme", { value: id, ...meant(definition, known, id) }];
  return ["not-a-theme", { value: id, vocabulary: other[0], suggestion: other[1][id].join("\n") || undefined }];
}

/**
 * Suggestions, and the values allowed if they are few.
 * @param {import("../shapes.js").Definition} definition
 * @param {Term[]} known
 * @param {string} id
 * @returns {Record<string, string | undefined>}
 */
function meant({ near, limits }, known, id) {
  const names = known.flatMap((term) => [term.id, term.label, ...(term.synonyms ?? [])].map(
    (name) => /** @type {[string, string]} */ ([name, term.id])));
  return {
    suggestion: nearest(near, names, id).join("\n") || undefined,
    allowed: known.length <= limits.listed ? known.map((term) => term.id).join("\n") : undefined,
  };
}

/**
 * @param {World} world
 * @param {string} code
 * @returns {Wrong | undefined}
 */
function country({ definition }, code) {
  if (definition.countries.some((country) => country.id === code)) return undefined;
  const names = Object.entries(definition.countryNames).flatMap(([id, called]) => [...called, id].map(
    (name) => /** @type {[string, string]} */ ([name, id])));
  return ["unknown-country", { value: code, suggestion: nearest(definition.near, names, code).join("\n") || undefined }];
}
