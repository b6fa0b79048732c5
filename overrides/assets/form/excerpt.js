// Two versions of a text, short enough to be read side by side. The twin of `generator/changes/excerpt.py`.

/** Words kept on each side of what changes. */
const AROUND = 5;

/**
 * Both texts if they are short; else what differs in each, with a few words around it, marked by dots.
 * @param {string} before
 * @param {string} after
 * @param {number} limit characters
 * @returns {[string, string]}
 */
export function excerpts(before, after, limit) {
  if (Math.max(length(before), length(after)) <= Math.floor(limit / 2)) return [before, after];
  const [old, now] = [before, after].map(words);
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return [excerpt(old, start, end, limit), excerpt(now, start, end, limit)];
}

/**
 * @param {string[]} all
 * @param {number} start words at its beginning that are left out, but for a few
 * @param {number} end words at its end, likewise
 * @param {number} limit
 * @returns {string}
 */
function excerpt(all, start, end, limit) {
  const first = Math.max(0, start - AROUND);
  const last = Math.min(all.length, all.length - end + AROUND);
  const text = `${first ? "… " : ""}${all.slice(first, last).join(" ")}`;
  return shortened(last < all.length ? `${text} …` : text, limit);
}

/**
 * The text, or its beginning if it is longer than so many characters.
 * @param {string} text
 * @param {number} limit
 * @returns {string}
 */
export function shortened(text, limit) {
  return length(text) <= limit ? text : `${[...text].slice(0, limit - 1).join("").trimEnd()}…`;
}

/** @param {string} text */
function words(text) {
  return text.trim().split(/\s+/u).filter(Boolean);
}

/** @param {string} text */
function length(text) {
  return [...text].length;
}
