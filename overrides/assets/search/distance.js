// How far apart two words are: letters missing, too many, wrong or swapped with their neighbour.

/**
 * Edits that lead from one word to the other, or `limit + 1` as soon as there are more than `limit`
 * (optimal string alignment).
 * @param {string} one
 * @param {string} other
 * @param {number} limit
 * @returns {number}
 */
export function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before = /** @type {number[]} */ ([]);
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let edits = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        edits = Math.min(edits, before[j - 2] + 1);
      }
      row.push(edits);
      best = Math.min(best, edits);
    }
    if (best > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[other.length], limit + 1);
}
