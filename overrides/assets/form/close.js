// The key nearest to a mistyped one: what Python's `difflib.get_close_matches` finds.

/**
 * The nearest of the words; undefined if none is near.
 * @param {string} typed
 * @param {string[]} words
 * @param {number} cutoff similarity from which a word is near
 * @returns {string | undefined}
 */
export function closest(typed, words, cutoff) {
  const near = words.map((word) => ({ word, score: similarity(word, typed) })).filter(({ score }) => score >= cutoff);
  near.sort((one, other) => other.score - one.score || (one.word < other.word ? 1 : -1));
  return near[0]?.word;
}

/**
 * Letters in common, in runs, of all letters (Ratcliff and Obershelp).
 * @param {string} one
 * @param {string} other
 * @returns {number} 0 to 1
 */
function similarity(one, other) {
  const [a, b] = [[...one], [...other]];
  const length = a.length + b.length;
  return length ? (2 * common(a, b)) / length : 1;
}

/**
 * @param {string[]} a
 * @param {string[]} b
 * @returns {number}
 */
function common(a, b) {
  let [size, i, j] = [0, 0, 0];
  for (let x = 0; x < a.length; x++) {
    for (let y = 0; y < b.length; y++) {
      let run = 0;
      while (x + run < a.length && y + run < b.length && a[x + run] === b[y + run]) run++;
      if (run > size) [size, i, j] = [run, x, y];
    }
  }
  if (!size) return 0;
  return size + common(a.slice(0, i), b.slice(0, j)) + common(a.slice(i + size), b.slice(j + size));
}
