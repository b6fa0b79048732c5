// A message for the visitor's own mail program. Pure.

/**
 * The address that opens the message (RFC 6068).
 * @param {string} address of who receives it
 * @param {string} subject
 * @param {string[]} bodies the whole text, then shorter ones in its place
 * @param {number} longest of the addresses that mail programs are trusted with
 * @returns {{href: string, whole: boolean}} with the first body that fits, or else the last; `whole`: the first
 */
export function letter(address, subject, bodies, longest) {
  const written = bodies.map((body) => opening(address, subject, body));
  const fitting = written.findIndex((href) => href.length <= longest);
  const at = fitting < 0 ? written.length - 1 : fitting;
  return { href: written[at], whole: !fitting };
}

/**
 * @param {string} address
 * @param {string} subject
 * @param {string} body
 * @returns {string}
 */
function opening(address, subject, body) {
  const lines = body.replace(/\r?\n/g, "\r\n");
  return `mailto:${encodeURIComponent(address).replace("%40", "@")}?subject=${encodeURIComponent(subject)}` +
    `&body=${encodeURIComponent(lines)}`;
}

/**
 * The text without unbreakable spaces: some mail programs show their code.
 * @param {string} text
 * @returns {string}
 */
export function breakable(text) {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
