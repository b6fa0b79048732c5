// Why a record is a result: the words seen in what is shown, and where the others stand.

import { NEAR } from "./lexicon.js";
import { runs } from "./query.js";

/**
 * @typedef {[text: string, marked: 0 | 1][]} Segments a text in pieces, the matching words marked
 *
 * @typedef {object} Result
 * @property {string} type
 * @property {string} id
 * @property {string} url
 * @property {string} [lang]
 * @property {string} [summaryLang]
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
 * The record as a result.
 * @param {import("./engine.js").Hit} hit
 * @param {import("./engine.js").Data} data
 * @param {import("./query.js").Word[]} words
 * @param {Map<string, import("./lexicon.js").Way>[]} ways for each word, the terms it may mean
 * @param {import("./lexicon.js").Lexicon} lexicon
 * @returns {Result}
 */
export function explain(hit, data, words, ways, lexicon) {
  const document = data.documents[hit.at];
  /** Which of the words a folded word answers; by another spelling only if the record has no better. */
  const answered = (/** @type {string} */ folded) =>
    hit.holds.filter((at) =>
      lexicon.of(folded).some((term) => {
        const way = ways[at].get(term);
        return way && (way.tier < NEAR || hit.near.includes(at));
      }),
    );
  /** @type {Set<number>} */
  const seen = new Set();

  const mark = (/** @type {string} */ text) => {
    /** @type {Segments} */
    const segments = [];
    let from = 0;
    for (const { start, end, folded } of runs(text)) {
      const found = folded.flatMap(answered);
      if (!found.length) continue;
      for (const at of found) seen.add(at);
      if (start > from) segments.push([text.slice(from, start), 0]);
      segments.push([text.slice(start, end), 1]);
      from = end;
    }
    if (from < text.length) segments.push([text.slice(from), 0]);
    return segments;
  };
  const isHit = (/** @type {string} */ text) => runs(text).some(({ folded }) => folded.some((word) => answered(word).length));
  const tellsMore = (/** @type {string} */ text) =>
    runs(text).some(({ folded }) => folded.some((word) => answered(word).some((at) => !seen.has(at))));

  const title = mark(document.title);
  const context = mark((document.context ?? []).join(" · "));
  const summary = document.summary ? mark(excerpt(document.summary, isHit)) : undefined;

  /** @type {Result["why"]} */
  const why = [];
  const named = (document.names ?? []).map(([kind, text]) => ({ kind, text, also: /** @type {string[]} */ ([]) }));
  const filed = (document.labels ?? []).map((at) => {
    const [kind, , text, ...also] = data.labels[at];
    return { kind, text, also };
  });
  for (const { kind, text, also } of [...named, ...filed]) {
    if (why.length === REASONS) break;
    if (tellsMore(text)) why.push({ kind, text: mark(text) });
    else {
      const other = also.find(tellsMore);
      if (other) why.push({ kind, text: mark(`${text} (${other})`) });
    }
  }
  const unseen = hit.holds.filter((at) => !seen.has(at)).map((at) => words[at].written);
  if (unseen.length && why.length < REASONS) why.push({ kind: "text", text: [[unseen.join(", "), 1]] });
  return {
    type: document.type,
    id: document.id,
    url: document.url,
    lang: document.lang,
    summaryLang: document.summaryLang,
    title,
    context,
    summary,
    why,
    missing: words.filter((_, at) => ways[at].size && !hit.holds.includes(at)).map((word) => word.written),
  };
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
  return (from ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
}
