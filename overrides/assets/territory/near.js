// « Ma collectivité est-elle engagée ? » on the home page: a commune is typed, and what it and all that it lies in does is
// told, the nearest first. The answer has an address: `?commune=69266`, `?departement=69`.

import { Combobox } from "../page/combobox.js";
import { copy } from "../page/copy.js";
import { dataAt, heal, load } from "../page/data.js";
import { element, one } from "../page/element.js";
import { fill, plural } from "../page/texts.js";
import { Answer } from "./answer.js";
import { Communes } from "./communes.js";
import { departementOf, steps } from "./nearness.js";

/**
 * @typedef {{ name: string, about: string, question: string }} Choice
 */

const root = one(document, "section[data-near]");
const part = (/** @type {string} */ name) => one(root, `[data-near-${name}]`);
const form = /** @type {HTMLFormElement} */ (part("form"));
const field = /** @type {HTMLInputElement} */ (part("field"));
const texts = /** @type {import("./answer.js").Texts} */ (JSON.parse(part("texts").textContent ?? ""));
const communes = new Communes(dataAt("territories/"), load);
const answer = new Answer(part("answer"), texts, dataAt("../../"));
/** Number of the last question: an answer to an earlier one comes too late. */
let asked = 0;

new Combobox(field, part("list"), {
  find: (text) => find(text).catch(failed),
  draw: ({ name, about }) => element("li", {}, name, " ", element("span", { class: "rp-combobox__about" }, about)),
  take,
  announce: (count) => say(count === null ? "" : count ? plural(texts.found, count) : field.value.trim() ? texts.none : ""),
});

/**
 * @param {string} text
 * @returns {Promise<Choice[]>} the communes that it may mean, then the département
 */
async function find(text) {
  if (!text) return [];
  const [rows, departement, { departements }] = await Promise.all([communes.find(text), communes.departement(text), communes.index()]);
  const found = rows.map(([name, code, , former]) => {
    const over = departementOf(code);
    const where = fill(texts.where, { name: departements[over], code: over });
    return { name, about: former ? `${where} ${fill(texts.part, { name: former })}` : where, question: `commune=${code}` };
  });
  if (!departement) return found;
  const { name, code } = departement;
  return [...found, { name, about: fill(texts.departement, { code }), question: `departement=${code}` }];
}

/**
 * @param {unknown} error
 * @returns {Promise<never>}
 */
async function failed(error) {
  console.error(error);
  await heal();
  say(texts.failed);
  throw error;
}

/** @param {string} text to be read, and read aloud */
function say(text) {
  part("status").textContent = text;
}

/** @param {Choice} choice */
function take({ name, question }) {
  field.value = name;
  if (location.search !== `?${question}`) history.pushState(null, "", `?${question}`);
  show();
}

/** Answers what the address asks. */
async function show() {
  const number = ++asked;
  const parameters = new URLSearchParams(location.search);
  const [commune, departement] = ["commune", "departement"].map((name) => (parameters.get(name) ?? "").trim().toLowerCase());
  if (!commune && !departement) return answer.clear();
  try {
    const told = commune ? await ofCommune(commune) : await ofDepartement(departement);
    if (number === asked) told();
  } catch (error) {
    await failed(error).catch(() => undefined);
    if (number === asked) answer.fail(texts.failed);
  }
}

/**
 * @param {string} code
 * @returns {Promise<() => void>} shows what it is answered with
 */
async function ofCommune(code) {
  const [place, , { departements }] = await Promise.all([communes.place(code), foreseen(code), communes.index()]);
  if (!place) return () => answer.fail(texts.unknown);
  const over = departementOf(place.code);
  const deeds = await communes.deeds(over);
  return () => {
    // An old code leads to today's.
    if (place.code.toLowerCase() !== code) history.replaceState(null, "", `?commune=${place.code}`);
    field.value = place.name;
    answer.show(fill(texts.where_title, { name: place.name, where: departements[over] }), place, deeds);
  };
}

/**
 * Asks for the département that the code names before anybody knows whether it is that of today.
 * @param {string} code
 */
async function foreseen(code) {
  const over = departementOf(code);
  const { departements } = await communes.index();
  if (Object.keys(departements).some((each) => each.toLowerCase() === over)) communes.deeds(over).catch(() => undefined);
}

/**
 * @param {string} code
 * @returns {Promise<() => void>}
 */
async function ofDepartement(code) {
  const { departements } = await communes.index();
  const known = Object.keys(departements).find((each) => each.toLowerCase() === code);
  if (!known) return () => answer.fail(texts.unknown);
  const deeds = await communes.deeds(known);
  return () => {
    field.value = departements[known];
    answer.show(steps(null, deeds)[0].name, null, deeds);
  };
}

/** Who presses Enter without choosing gets the first commune of the list. */
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const [best] = await find(field.value.trim()).catch(failed).catch(() => []);
  if (best) take(best);
  else if (field.value.trim()) say(texts.none);
});

// What is typed first need not wait for the index.
field.addEventListener("focus", () => communes.index().catch(() => undefined), { once: true });

root.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-near-copy]") : null;
  if (!button) return;
  const address = /** @type {HTMLInputElement} */ (one(root, "[data-near-address]"));
  address.value = location.href;
  one(root, "[data-near-copied]").textContent = (await copy(address)) ? texts.copied : texts.by_hand;
});

addEventListener("popstate", show);
if (/[?&](?:commune|departement)=/u.test(location.search)) show().then(() => root.scrollIntoView());
