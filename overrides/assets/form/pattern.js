// Regular expressions that Python wrote, read as Python reads them.

/** @type {Map<string, RegExp>} */
const made = new Map();

/**
 * The expression: its `\w` and `\d` are letters and figures of every script.
 * @param {string} source
 * @param {string} [flags] besides `u`
 * @returns {RegExp} a new one would cost much: the same for the same source, its place set back
 */
export function pattern(source, flags = "") {
  const key = `${flags}/${source}`;
  let found = made.get(key);
  if (!found) {
    let inside = false;
    const read = source.replace(/\\.|[[\]]/gs, (piece) => {
      if (piece === "[" || piece === "]") inside = piece === "[";
      if (piece === "\\d") return "\\p{Nd}";
      if (piece === "\\w") return inside ? "\\p{L}\\p{N}_" : "[\\p{L}\\p{N}_]";
      return piece;
    });
    found = new RegExp(read, `${flags}u`);
    made.set(key, found);
  }
  found.lastIndex = 0;
  return found;
}

/**
 * Whether the whole text matches.
 * @param {string} source
 * @param {string} text
 * @returns {boolean}
 */
export function matches(source, text) {
  return pattern(`^(?:${source})$`).test(text);
}
