// What a reader writes to the publisher about a page. Pure.

import { fill } from "../page/fill.js";
import { breakable, letter } from "../page/letter.js";

/**
 * @typedef {object} Report
 * @property {string} page its address; empty if nobody said it
 * @property {string} wrong
 * @property {string} how the reader knows
 * @property {string} who writes
 * @property {boolean} withdrawal whether it asks to take something out that concerns who writes
 */

/** Characters of an address beyond which mail programs may cut the message, or not open at all. */
const LONGEST = 1800;

/**
 * @param {string | null} asked the page's path below the edition's root, as the address says it: anybody may have written it
 * @param {URL} root
 * @returns {string} its address, of this site alone; empty if it is none
 */
export function pageOf(asked, root) {
  if (asked === null || !URL.canParse(asked, root)) return "";
  const { origin, pathname, href } = new URL(asked, root);
  return origin === root.origin && pathname.startsWith(root.pathname) ? href : "";
}

/**
 * @param {Record<string, string>} words
 * @param {Report} report
 * @returns {string}
 */
export function message(words, { page, wrong, how, who, withdrawal }) {
  const said = (/** @type {string} */ title, /** @type {string} */ text) => (text.trim() ? [`${title}\n${text.trim()}`] : []);
  const parts = [
    words.hello,
    ...(page.trim() ? [fill(words.page, { page: page.trim() })] : []),
    ...(withdrawal ? [words.withdrawal] : []),
    ...said(withdrawal ? words.out : words.wrong, wrong),
    ...said(words.how, how),
    ...(who.trim() ? [fill(words.who, { who: who.trim() })] : []),
  ];
  return breakable(parts.join("\n\n"));
}

/**
 * The address that opens the message, or one into which it is to be pasted if it is too long.
 * @param {Record<string, string>} words
 * @param {string} mailbox
 * @param {Report} report
 * @returns {{href: string, whole: boolean}}
 */
export function mail(words, mailbox, report) {
  const subject = breakable(report.withdrawal ? words.subject_withdrawal : words.subject);
  const short = [{ ...report, wrong: words.paste, how: "", who: "" }, { page: "", wrong: words.paste, how: "", who: "", withdrawal: false }];
  return letter(mailbox, subject, [report, ...short].map((each) => message(words, each)), LONGEST);
}
