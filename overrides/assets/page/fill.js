// Sentences and their holes. Pure.

/**
 * The text with its holes filled.
 * @param {string} text
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/gu, (hole, name) => (name in values ? String(values[name]) : hole));
}
