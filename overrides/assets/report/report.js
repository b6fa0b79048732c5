// The page that reports a mistake: what is typed becomes a message in the reader's own mail program, or one to paste.
// Nothing is sent from here, and nothing is kept.

import { copy } from "../page/copy.js";
import { edition } from "../page/edition.js";
import { one } from "../page/element.js";
import { mail, message, pageOf } from "./message.js";

const form = one(document, "[data-report-form]");
const part = (/** @type {string} */ name) => one(form, `[data-${name}]`);
const field = (/** @type {string} */ name) => /** @type {HTMLInputElement | HTMLTextAreaElement} */ (one(form, `[name=${name}]`));
const withdrawal = /** @type {HTMLInputElement} */ (field("withdrawal"));
const wrong = field("wrong");
const { words, said } = JSON.parse(part("texts").textContent ?? "");
const opener = /** @type {HTMLAnchorElement} */ (part("letter"));
const page = pageOf(new URLSearchParams(location.search).get("page"), edition());

/** @returns {import("./message.js").Report} */
function report() {
  return { page: page || field("page").value, wrong: wrong.value, how: field("how").value, who: field("who").value, withdrawal: withdrawal.checked };
}

/** @returns {string} who receives it: those who answer for personal data, where the publisher has named some */
function mailbox() {
  return (withdrawal.checked && form.dataset.dataMailbox) || (form.dataset.mailbox ?? "");
}

/** Everything that follows from what is typed. */
function refresh() {
  part("withdrawal-note").hidden = !withdrawal.checked;
  if (wrong.value.trim()) complain("");
  const { href, whole } = mail(words, mailbox(), report());
  opener.href = href;
  part("to").textContent = mailbox();
  part("long").hidden = whole || opener.hidden;
}

/** @param {string} text empty: nothing is wrong */
function complain(text) {
  part("missing").hidden = !text;
  part("missing").textContent = text;
  if (text) wrong.setAttribute("aria-invalid", "true");
  else wrong.removeAttribute("aria-invalid");
}

/** @returns {boolean} whether there is something to send; if not, it says so */
function ready() {
  if (wrong.value.trim()) return true;
  complain(said.missing);
  wrong.focus();
  return false;
}

/** @param {string} done what is said once the message is copied */
async function take(done) {
  const held = /** @type {HTMLTextAreaElement} */ (part("message"));
  held.value = message(words, report());
  part("said").textContent = (await copy(held)) ? done : said.by_hand;
}

form.addEventListener("input", refresh);
form.addEventListener("submit", (event) => event.preventDefault());
part("copy").addEventListener("click", () => ready() && take(said.copied));
opener.addEventListener("click", (event) => {
  if (!ready()) event.preventDefault();
  else if (part("long").hidden) part("said").textContent = said.opened;
  else take(said.opened_long);
});

if (page) {
  const link = /** @type {HTMLAnchorElement} */ (part("page-link"));
  link.href = link.textContent = page;
}
part("page-known").hidden = !page;
part("page-asked").hidden = Boolean(page);
refresh();
