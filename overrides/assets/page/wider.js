// Places named after what they lie in are said once: the twin of generator/text/wider.py.

/**
 * @param {string} place
 * @param {string} wider
 * @returns {boolean} whether the name of the place tells the wider one already
 */
export function says(place, wider) {
  return place === wider || place.startsWith(`${wider} `) || place.includes(`(${wider})`);
}

/**
 * @param {string} place
 * @param {string} wider
 * @returns {string[]} both names, or the one that tells the other; empty ones are left out
 */
export function once(place, wider) {
  if (place && says(wider, place)) return [wider];
  if (wider && says(place, wider)) return [place];
  return [place, wider].filter(Boolean);
}
