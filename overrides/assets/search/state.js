// One question, as the address writes it. `generator/search/state.py` does the same.

/** Facets in the order addresses name them, once they are known. @type {string[]} */
export const FACETS = [];
/** Facet → what addresses named it once. @type {Map<string, string>} */
const FORMERLY = new Map();

/**
 * Learns the facets, which `generator/search/facet.py` declares: a page says them before it reads its address.
 * @param {readonly (readonly string[])[]} names each with its former one, if it has one
 */
export function know(names) {
  FACETS.splice(0, FACETS.length, ...names.map(([name]) => name));
  for (const [name, former] of names) if (former) FORMERLY.set(name, former);
}

export const VIEWS = /** @type {const} */ (["list", "map", "table"]);
/** Orders beside that of relevance; a minus turns one round. */
export const SORTS = /** @type {const} */ ([
  "title", "-title", "type", "-type", "where", "-where", "start", "-start", "status", "-status", "verified", "-verified",
  "added", "-added", "changed", "-changed",
]);
/** Results shown at first, and by how many more. */
export const PAGE = 20;
const MOST = 100_000;
/** A degree as both sides read it: what stands behind the sixth decimal, ten centimetres, is left out. */
const DEGREES = /^ *([+-]?[0-9]{1,3}(?:\.[0-9]{1,6})?)(?:(?<=\.[0-9]{6})[0-9]+)? *$/u;

/**
 * @typedef {[west: number, south: number, east: number, north: number]} Box degrees
 *
 * @typedef {object} State
 * @property {string} q
 * @property {Partial<Record<string, string[]>>} facets facet → values chosen, none twice
 * @property {number | null} from year
 * @property {number | null} to year
 * @property {Box | null} zone
 * @property {string} taxonomy whose themes the facet shows; empty for the first
 * @property {typeof VIEWS[number]} view
 * @property {string} sort empty for relevance, or for types and titles if no word is asked
 * @property {number} shown
 */

/** @type {State} */
export const EMPTY = Object.freeze({
  q: "", facets: {}, from: null, to: null, zone: null, taxonomy: "", view: "list", sort: "", shown: PAGE,
});

/**
 * The state an address asks for; what makes no sense is left out.
 * @param {string} search the address's part after the question mark
 * @returns {State}
 */
export function read(search) {
  return question(search).state;
}

/**
 * The same, with what was left out.
 * @param {string} search
 * @returns {{ state: State, unknown: { name: string, value: string }[] }}
 */
export function question(search) {
  const asked = new URLSearchParams(search);
  const last = (/** @type {string} */ name) => (asked.getAll(name).pop() ?? "").trim();
  /** @type {{ name: string, value: string }[]} */
  const unknown = [];
  /** @template T @param {string} name @param {(text: string) => T | null} parse @returns {T | null} */
  const one = (name, parse) => {
    const text = last(name);
    const found = text ? parse(text) : null;
    if (text && found === null) unknown.push({ name, value: text });
    return found;
  };
  /** @type {State["facets"]} */
  const facets = {};
  for (const name of FACETS) {
    const said = [...asked].filter(([key]) => key === name || key === FORMERLY.get(name));
    const values = said.flatMap(([, value]) => value.split(",")).filter(Boolean);
    if (values.length) facets[name] = [...new Set(values)];
  }
  /** @template {string} T @param {readonly T[]} known @returns {(text: string) => T | null} */
  const among = (known) => (text) => known.find((each) => each === text) ?? null;
  const state = {
    q: last("q").split(/\s+/u).filter(Boolean).join(" "),
    facets,
    from: one("from", year),
    to: one("to", year),
    zone: one("zone", box),
    taxonomy: last("taxonomy"),
    view: one("view", among(VIEWS)) ?? EMPTY.view,
    sort: one("sort", among(SORTS)) ?? "",
    shown: one("shown", count) ?? PAGE,
  };
  return { state, unknown };
}

/**
 * The address's part that says the state, with its question mark; empty if nothing is asked.
 * @param {State} state
 * @returns {string}
 */
export function write(state) {
  /** @type {[string, string][]} */
  const pairs = [];
  const add = (/** @type {string} */ name, /** @type {string} */ value) => value && pairs.push([name, value]);
  add("q", state.q);
  for (const name of FACETS) for (const value of state.facets[name] ?? []) add(name, value);
  add("from", state.from === null ? "" : String(state.from));
  add("to", state.to === null ? "" : String(state.to));
  add("zone", state.zone ? state.zone.join(",") : "");
  add("taxonomy", state.taxonomy);
  add("view", state.view === EMPTY.view ? "" : state.view);
  add("sort", state.sort);
  add("shown", state.shown === PAGE ? "" : String(state.shown));
  const text = new URLSearchParams(pairs).toString().replaceAll("%2C", ",");
  return text && `?${text}`;
}

/**
 * Whether anything narrows the records down.
 * @param {State} state
 * @returns {boolean}
 */
export function narrows(state) {
  const { q, facets, from, to, zone } = state;
  return Boolean(q || zone || from !== null || to !== null || Object.values(facets).some((values) => values?.length));
}

/** @param {string} text */
function year(text) {
  return /^\d{4}$/u.test(text) ? Number(text) : null;
}

/** @param {string} text */
function count(text) {
  const number = /^\d{1,6}$/u.test(text) ? Number(text) : 0;
  return number >= PAGE && number <= MOST ? number : null;
}

/**
 * @param {string} text
 * @returns {Box | null}
 */
function box(text) {
  const found = text.split(",").map((part) => Number(DEGREES.exec(part)?.[1] ?? NaN));
  const [west, south, east, north] = found;
  const inside = [west, east].every((lon) => Math.abs(lon) <= 180) && -90 <= south && south <= north && north <= 90;
  return found.length === 4 && inside ? [west, south, east, north] : null;
}
