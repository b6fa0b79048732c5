// On which pages of a dictionary what begins so can stand. `Pages.within` of `generator/render/territories/communes.py`.

/** Stands behind every letter and digit. */
const BEHIND = "~";

/**
 * @param {string[]} starts what each page begins with
 * @param {string} start
 * @returns {[first: number, end: number]} the first page, and the one behind the last
 */
export function within(starts, start) {
  const first = Math.max(0, below(starts, (each) => each <= start) - 1);
  return [first, Math.max(first + 1, below(starts, (each) => each < start + BEHIND))];
}

/**
 * @param {string[]} starts
 * @param {(start: string) => boolean} isBelow
 * @returns {number} how many of them, from the first on
 */
function below(starts, isBelow) {
  const end = starts.findIndex((start) => !isBelow(start));
  return end < 0 ? starts.length : end;
}
