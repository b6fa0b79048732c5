// The endings of ordinals as exponents, as generator/render/pages/raised.py writes them.

/** As `ORDINAL` of generator/words/typography.py. */
const ORDINAL = /(?<![\p{L}\p{N}_/.&#=-])(\d{1,4}\.?|[IVX]{2,}|I)(er|ers|re|res|ère|ères|e|es|ème|èmes)(?![\p{L}\p{N}_/=-])/gu;

/**
 * @param {string} text
 * @returns {[text: string, isRaised: boolean][]} the text in pieces
 */
export function pieces(text) {
  /** @type {[string, boolean][]} */
  const found = [];
  let from = 0;
  for (const { index, 1: count, 2: ending } of text.matchAll(ORDINAL)) {
    found.push([text.slice(from, index + count.length), false], [ending, true]);
    from = index + count.length + ending.length;
  }
  if (from < text.length) found.push([text.slice(from), false]);
  return found;
}
