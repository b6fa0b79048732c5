// Rules on places: a record stands in its own country, and a territory under its State. The twin of
// `generator/check/geography.py`, but for the drawing of the land: the gazetteer's towns are checked against it where
// it is made.

import { found, records } from "./proposed.js";

/** @typedef {import("../shapes.js").Finding} Finding */
/** @typedef {import("./proposed.js").World} World */
/** @typedef {import("./proposed.js").Draft} Draft */

/** Kind of an actor that does, as in `generator/model/actor.py`. */
const EMBASSY = "embassy-consulate";

/**
 * An actor or event that stands at a place of another country than its own.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function seats(world, draft) {
  const { type, value } = draft;
  if ((type !== "actor" && type !== "event") || (type === "actor" && value.kind === EMBASSY)) return [];
  const place = records(world, "place").find(({ entry }) => entry.id === value.place)?.entry;
  const countries = [value.country, type === "actor" ? value.territory : ""].filter((code) => typeof code === "string")
    .filter(Boolean);
  if (!place || !countries.length || countries.some((code) => [place.country, place.state].includes(code))) return [];
  const args = { value: place.id, country: countries[0], other_country: place.country };
  return [found(draft, "place-elsewhere", ["place"], args, "warning")];
}

/**
 * A place under another State than that of its country.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function states({ definition }, draft) {
  if (draft.type !== "place") return [];
  const wanted = definition.states[String(draft.value.country)];
  if (!wanted || wanted === draft.value.state) return [];
  const args = { country: String(draft.value.state), other_country: wanted, wanted };
  return [found(draft, "state-mismatch", ["state"], args)];
}
