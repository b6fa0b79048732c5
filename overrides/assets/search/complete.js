// What a text being typed may mean, before it is a question.

import { address } from "./address.js";
import { fold } from "./fold.js";

/** @typedef {import("./explorer.js").Explorer} Explorer */
/** @typedef {{ facet: string, value: string, label: string } | { type: string, url: string, title: string, lang?: string, called?: string }} Completion */

/** Completions of each sort at most. */
const MOST = 4;
/** Parts of the index that are worth loading for it, at most. */
const MOST_PARTS = 4;
const SHORTEST = 2;

/**
 * Values of facets that the text begins, then records whose names it begins.
 * @param {Explorer} explorer
 * @param {string} text
 * @returns {Promise<Completion[]>}
 */
export async function complete(explorer, text) {
  const folded = fold(text);
  return folded.length < SHORTEST ? [] : [...filters(explorer, folded), ...(await records(explorer, folded))];
}

/**
 * @param {Explorer} explorer
 * @param {string} folded
 * @returns {Completion[]} the shortest first, those whose own label begins so before those that have another such name
 */
function filters({ values, core }, folded) {
  const begins = (/** @type {string} */ name) => ` ${fold(name)}`.includes(` ${folded}`);
  // A theme is offered as such, not once more as know-how that somebody has or lacks.
  const offered = Object.entries(values).filter(([facet]) => !core.unoffered.includes(facet));
  const found = offered.flatMap(([facet, known]) =>
    known
      .filter(({ label, also }) => label && [label, ...also].some(begins))
      .map(({ id, label }) => ({ facet, value: id, label })),
  );
  const own = (/** @type {{ label: string }} */ { label }) => Number(fold(label).startsWith(folded));
  return found.sort((a, b) => own(b) - own(a) || a.label.length - b.label.length).slice(0, MOST);
}

/**
 * @param {Explorer} explorer
 * @param {string} folded
 * @returns {Promise<Completion[]>}
 */
async function records(explorer, folded) {
  const { index } = explorer.engine;
  const parts = index.partsOf(folded.split(" ")[0]);
  if (parts.length <= MOST_PARTS) await index.fetch(parts);
  const names = [...index.names.keys()].filter((name) => name.startsWith(folded)).sort((a, b) => a.length - b.length);
  const bearers = names.flatMap((name) => index.names.get(name) ?? []);
  // A mere point of the map comes after the records that bear such a name, and a former name last.
  bearers.sort(([, one], [, other]) => other - one);
  const numbers = new Set(bearers.map(([number]) => number));
  const texts = await explorer.texts([...numbers].slice(0, MOST));
  return texts.map(({ type, id, title, lang, names: others = [] }) => {
    const begins = (/** @type {string} */ name) => ` ${fold(name)}`.includes(` ${folded}`);
    const called = begins(title) ? undefined : others.find(([, name]) => begins(name))?.[1];
    return { type, url: address(explorer.core.types[type], id), title, lang, called };
  });
}
