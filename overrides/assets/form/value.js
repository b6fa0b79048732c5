// Values that a form is filled with: read and written by key path.

/** @typedef {import("./shapes.js").Value} Value */
/** @typedef {import("./shapes.js").Mapping} Mapping */
/** @typedef {import("./shapes.js").Step} Step */

/**
 * The steps of a key path: `participations[0].actor` → `["participations", 0, "actor"]`.
 * @param {string} path
 * @returns {Step[]}
 */
export function steps(path) {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, at, key]) => (at === undefined ? key : Number(at)));
}

/**
 * The key path of these steps, as a contributor reads it.
 * @param {Step[]} path
 * @returns {string}
 */
export function spell(path) {
  return path.reduce(
    (/** @type {string} */ text, key) =>
      text + (typeof key === "number" ? `[${key}]` : text ? `.${key}` : key), "");
}

/**
 * Whether the value is a group of keys.
 * @param {Value | undefined} value
 * @returns {value is Mapping}
 */
export function isMapping(value) {
  return typeof value === "object" && !Array.isArray(value);
}

/**
 * The text that stands for the record: French, else the first there is.
 * @param {Value | undefined} value
 * @returns {string}
 */
export function label(value) {
  return isMapping(value ?? "") ? String(/** @type {Mapping} */ (value).fr ?? texts(value)[0] ?? "") : String(value ?? "");
}

/**
 * A localized text in all its languages.
 * @param {Value | undefined} value
 * @returns {string[]}
 */
export function texts(value) {
  return isMapping(value ?? "") ? Object.values(/** @type {Mapping} */ (value)).flatMap(strings) : strings(value);
}

/**
 * The value if it is a text, its items that are texts if it is a list.
 * @param {Value | undefined} value
 * @returns {string[]}
 */
export function strings(value) {
  return [value].flat().filter((each) => typeof each === "string");
}

/**
 * What stands at the path; undefined if nothing does.
 * @param {Value | undefined} value
 * @param {string | Step[]} path
 * @returns {Value | undefined}
 */
export function at(value, path) {
  let here = value;
  for (const key of typeof path === "string" ? steps(path) : path) {
    if (Array.isArray(here) && typeof key === "number") here = here[key];
    else if (isMapping(here) && Object.hasOwn(here, key)) here = here[key];
    else return undefined;
  }
  return here;
}

/**
 * The same without what says nothing: blank texts, empty lists and groups.
 * @param {Mapping} value
 * @returns {Mapping}
 */
export function prune(value) {
  const found = kept(value);
  return isMapping(found) ? found : {};
}

/**
 * @param {Value | undefined} value
 * @returns {Value | undefined}
 */
function kept(value) {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value.trim() ? value : undefined;
  if (Array.isArray(value)) {
    const items = value.map(kept).filter((item) => item !== undefined && !Array.isArray(item));
    return items.length ? /** @type {import("./shapes.js").Item[]} */ (items) : undefined;
  }
  const entries = Object.entries(value).map(([key, each]) => [key, kept(each)]).filter(([, each]) => each !== undefined);
  return entries.length ? Object.fromEntries(entries) : undefined;
}
