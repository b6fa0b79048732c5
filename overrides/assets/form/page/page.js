// The page of the form: what is typed → the proposal → its mistakes, its files, its factsheet.

import { dataAt, heal } from "../../page/data.js";
import { element, one } from "../../page/element.js";
import { fill } from "../../page/texts.js";
import { content, open } from "../files.js";
import { entries, entry, find } from "../known.js";
import { Keeping } from "./keeping.js";
import { picker } from "./picker.js";
import { Proposing } from "./proposing.js";

/** @typedef {import("./draft.js").Draft} Draft */

const ASSETS = dataAt("form/");
const EDITION = dataAt("../../");

const page = one(document, "[data-form]");
const main = page.closest("main");
const part = (/** @type {string} */ name) => one(page, `[data-${name}]`);
const texts = /** @type {import("./shape.js").Texts} */ (JSON.parse(part("texts").textContent ?? ""));
/** Types that are proposed, the first one unless the address names another. @type {string[]} */
const types = JSON.parse(page.dataset.types ?? "[]");
const asked = new URLSearchParams(location.search);

async function start() {
  part("failure").hidden = true;
  part("loading").hidden = false;
  try {
    const { definition, known } = await open(ASSETS);
    if (page.dataset.form === "proposer") propose(definition, known);
    else await correct(definition, known);
  } catch (problem) {
    await heal();
    part("failure").hidden = false;
    throw problem;
  } finally {
    part("loading").hidden = true;
  }
}

/**
 * @param {import("../shapes.js").Definition} definition
 * @param {import("../shapes.js").Known} known
 */
function propose(definition, known) {
  const wanted = asked.get("type") ?? "";
  const type = types.includes(wanted) ? wanted : types[0];
  one(page, `[data-type="${type}"]`).setAttribute("aria-current", "true");
  begin(definition, known, new Keeping([type], definition), () => ({ type, id: "", old: false, number: 0, value: { added: today() } }));
}

/**
 * @param {import("../shapes.js").Definition} definition
 * @param {import("../shapes.js").Known} known
 */
async function correct(definition, known) {
  const id = asked.get("id") ?? "";
  const record = which(known, id);
  const value = record && (await content(ASSETS, known, record.type, record.id));
  if (!record || !value) {
    choose(definition, known, id);
    return;
  }
  const subject = part("subject");
  const see = new URL(`${sections()[record.type]}/${record.id}/`, EDITION);
  subject.replaceChildren(element("a", { href: see.href, target: "_blank", rel: "noopener" }, texts.see));
  subject.hidden = false;
  const ids = [record.id, ...(entry(known, record.type, record.id)?.formerly ?? [])];
  const first = () => ({ type: record.type, id: record.id, old: true, number: 0, value: structuredClone(value) });
  begin(definition, known, new Keeping(ids.map((each) => `${record.type}/${each}`), definition), first);
}

/**
 * @param {import("../shapes.js").Known} known
 * @param {string} id
 * @returns {{ type: string, id: string } | null} the record of that id, or that had it before
 */
function which(known, id) {
  if (!id) return null;
  const wanted = asked.get("type") ?? "";
  for (const type of types.includes(wanted) ? [wanted] : types) {
    if (entry(known, type, id)) return { type, id };
    const renamed = entries(known, type).find(({ formerly }) => formerly?.includes(id));
    if (renamed) return { type, id: renamed.id };
  }
  return null;
}

/**
 * Asks which record is to be corrected.
 * @param {import("../shapes.js").Definition} definition
 * @param {import("../shapes.js").Known} known
 * @param {string} id that no record has
 */
function choose(definition, known, id) {
  const unknown = part("unknown");
  unknown.hidden = !id;
  unknown.textContent = fill(texts.unknown, { id });
  const field = /** @type {HTMLInputElement} */ (part("which-field"));
  const parent = /** @type {HTMLElement} */ (field.parentElement);
  const box = picker(field, texts.which, texts, {
    find: async (text) =>
      types.flatMap((type) =>
        find(known, type, text).map(({ id, name }) => ({
          label: name,
          about: definition.types[type].label,
          take: () => location.assign(`?id=${encodeURIComponent(id)}&type=${type}`),
        })),
      ),
    leave: () => undefined,
  });
  parent.append(box);
  part("which").hidden = false;
}

/**
 * @param {import("../shapes.js").Definition} definition
 * @param {import("../shapes.js").Known} known
 * @param {Keeping} keeping
 * @param {() => Draft} first the record as it is before anything is typed
 */
function begin(definition, known, keeping, first) {
  const edit = main?.dataset.editUri ?? "";
  const [repo] = edit.includes("/edit/") ? edit.split("/edit/") : [""];
  const post = { repo, mail: main?.dataset.mail ?? "" };
  const addresses = {
    page: (/** @type {string} */ type, /** @type {string} */ id) => new URL(`${sections()[type]}/${id}/`, EDITION).href,
    correct: (/** @type {string} */ type, /** @type {string} */ id) =>
      new URL(`${page.dataset.correct}?id=${encodeURIComponent(id)}&type=${type}`, document.baseURI).href,
  };
  part("body").hidden = false;
  new Proposing({ page, assets: ASSETS, definition, known, texts, post, keeping, addresses }, first);
}

/** @returns {Record<string, string>} type → first part of its pages' addresses */
function sections() {
  return JSON.parse(page.dataset.sections ?? "{}");
}

/** @returns {string} */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

part("retry").addEventListener("click", start);
start();
