// Letters as the search compares them: bare, small, unligatured. `generator/text/fold.py` does the same.

/** What Unicode does not decompose. The soft hyphen is no letter and no border: it vanishes.
 * @type {Record<string, string>} */
const LETTERS = {
  œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ", "\u00ad": "",
};

const UNDECOMPOSED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");
const MARKS = /\p{M}+/gu;
const BORDERS = /[^\p{L}\p{N}]+/gu;

/**
 * The text's words, bare and small, one space between: apostrophes, hyphens and signs are borders.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(UNDECOMPOSED, (letter) => LETTERS[letter])
    .replace(BORDERS, " ")
    .trim();
}

/**
 * The folded words of the text, in its order.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  const folded = fold(text);
  return folded ? folded.split(" ") : [];
}
