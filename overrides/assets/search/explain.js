// Why a record is a result: the words seen in what is shown, and where the others stand.

import { NEAR } from "./lexicon.js";
import { runs } from "./query.js";

/**
 * @typedef {[text: string, marked: 0 | 1][]} Segments a text in pieces, the matching words marked
 * @typedef {import("./shapes.js").Label} Label
 * @typedef {import("./shapes.js").Text} Text
 *
 * @typedef {object} Sight
 * @property {Segments} title
 * @property {Segments} context
 * @property {Segments} [summary]
 * @property {{ kind: string, text: Segments }[]} why where the words stand that are not in sight
 * @property {string[]} missing words that others hold and this one does not, as typed
 */

/** Length of the part of a summary that is shown, and how much of it comes before the first word found. */
const EXCERPT = 240;
const BEFORE = 80;
/** Reasons shown at most. */
const REASONS = 3;

/**
 * What each folded word answers among the words asked, and whether by another spelling only.
 * @param {import("./engine.js").Found} found
 * @param {import("./index.js").Index} index
 * @returns {Map<string, { word: number, near: boolean }[]>}
 */
export function answering({ ways }, index) {
  /** @type {Map<string, { word: number, near: boolean }[]>} */
  const answers = new Map();
  ways.forEach((reached, word) => {
    for (const [name, { tier }] of reached) {
      for (const { folded } of runs(index.term(name).forms.join(" "))) {
        for (const each of folded) {
          const known = answers.get(each) ?? [];
          known.push({ word, near: tier === NEAR });
          answers.set(each, known);
        }
      }
    }
  });
  return answers;
}

/**
 * What is seen of a record.
 * @param {Text} text
 * @param {Label[]} labels of the whole page
 * @param {import("./engine.js").Hit | null} hit none if no word was asked
 * @param {import("./engine.js").Found | null} found
 * @param {Map<string, { word: number, near: boolean }[]>} answers
 * @returns {Sight}
 */
export function explain(text, labels, hit, found, answers) {
  const context = (text.context ?? []).join(" · ");
  if (!hit || !found) {
    return {
      title: [[text.title, 0]],
      context: [[context, 0]],
      summary: text.summary ? [[excerpt(text.summary, () => false), 0]] : undefined,
      why: [],
      missing: [],
    };
  }
  /** Words that a folded word answers; by another spelling only if the record has no better. */
  const answered = (/** @type {string} */ folded) =>
    (answers.get(folded) ?? []).filter(({ word, near }) => hit.holds.includes(word) && (!near || hit.near.includes(word)));
  /** @type {Set<number>} */
  const seen = new Set();

  const mark = (/** @type {string} */ whole) => {
    /** @type {Segments} */
    const segments = [];
    let from = 0;
    for (const { start, end, folded } of runs(whole)) {
      const words = folded.flatMap(answered);
      if (!words.length) continue;
      for (const { word } of words) seen.add(word);
      if (start > from) segments.push([whole.slice(from, start), 0]);
      segments.push([whole.slice(start, end), 1]);
      from = end;
    }
    if (from < whole.length) segments.push([whole.slice(from), 0]);
    return segments;
  };
  const isHit = (/** @type {string} */ part) => runs(part).some(({ folded }) => folded.some((word) => answered(word).length));
  const tellsMore = (/** @type {string} */ part) =>
    runs(part).some(({ folded }) => folded.some((each) => answered(each).some(({ word }) => !seen.has(word))));

  const sight = {
    title: mark(text.title),
    context: mark(context),
    summary: text.summary ? mark(excerpt(text.summary, isHit)) : undefined,
  };
  /** @type {Sight["why"]} */
  const why = [];
  for (const { kind, name, also } of reasons(text, labels)) {
    if (why.length === REASONS) break;
    const other = tellsMore(name) ? "" : also.find(tellsMore);
    if (other !== undefined) why.push({ kind, text: mark(other ? `${name} (${other})` : name) });
  }
  const written = (/** @type {number[]} */ words) => words.map((word) => found.words[word].written);
  const unseen = hit.holds.filter((word) => !seen.has(word));
  if (unseen.length && why.length < REASONS) why.push({ kind: "text", text: [[written(unseen).join(", "), 1]] });
  const missing = written([...found.words.keys()].filter((word) => found.ways[word].size && !hit.holds.includes(word)));
  return { ...sight, why, missing };
}

/**
 * Names of the record and of what it is filed under.
 * @param {Text} text
 * @param {Label[]} labels
 * @returns {{ kind: string, name: string, also: string[] }[]}
 */
function reasons(text, labels) {
  return [
    ...(text.names ?? []).map(([kind, name]) => ({ kind, name, also: [] })),
    ...(text.labels ?? []).map((at) => ({ kind: labels[at][0], name: labels[at][2], also: labels[at].slice(3) })),
    ...(text.own ?? []).map(([kind, name, ...also]) => ({ kind, name, also })),
  ];
}

/**
 * The part of a text to show: its beginning, or where the first word found stands if that is far.
 * @param {string} text
 * @param {(text: string) => boolean} isHit
 * @returns {string}
 */
function excerpt(text, isHit) {
  if (text.length <= EXCERPT) return text;
  const first = runs(text).find(({ written }) => isHit(written))?.start ?? 0;
  const from = first < EXCERPT - BEFORE ? 0 : text.lastIndexOf(" ", first - BEFORE) + 1;
  const to = from + EXCERPT >= text.length ? text.length : text.lastIndexOf(" ", from + EXCERPT);
  return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}
