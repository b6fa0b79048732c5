// When a day is over.

const HOURS = 60 * 60 * 1000;
/** In the last time zone where a day ends, UTC−12, it ends so long after it has begun in UTC. */
const LONGEST = 36 * HOURS;

/**
 * @param {string} day `2026-05-31`
 * @param {number} now milliseconds since 1970, as `Date.now` says it
 * @returns {boolean} whether that day is over wherever one stands: a reader's time zone changes nothing
 */
export function isOver(day, now) {
  return Date.parse(`${day}T00:00Z`) + LONGEST <= now;
}
