// A search in a frame of another site: its results as a list or a map, and a link to all of them.

import { Explorer } from "../search/explorer.js";
import { loadStemmer } from "../search/library.js";
import { Source } from "../search/source.js";
import { EMPTY, write } from "../search/state.js";
import { dataAt, heal, load } from "../page/data.js";
import { one } from "../page/element.js";
import { inWords } from "./filters.js";
import { shownIn } from "./frame.js";
import { entry } from "./list.js";
import { Mapped } from "./mapped.js";
import { Names } from "./names.js";
import { plural } from "../page/texts.js";

/**
 * @typedef {import("../search/state.js").State} State
 * @typedef {import("../search/explorer.js").Answer} Answer
 */

const PATIENCE = 300;

const edition = dataAt("../../");
const page = one(document, "[data-embed]");
const part = (/** @type {string} */ name) => one(page, `[data-${name}]`);
const texts = /** @type {import("./shapes.js").Texts} */ (JSON.parse(part("texts").textContent ?? ""));
const [said, list, failure] = [part("status"), part("results"), part("failure")];
const whole = /** @type {HTMLAnchorElement} */ (part("whole"));
const map = one(page, "[data-view=map]");
const title = part("words").textContent ?? "";

/** @type {{ explorer: Explorer, names: Names } | undefined} */
let open;
/** @type {State} */
let state;
/** @type {Mapped | undefined} */
let drawing;
/** Number of the last question: an answer to an earlier one comes too late. */
let asked = 0;

async function start() {
  const slow = setTimeout(() => (said.textContent = texts.loading), PATIENCE);
  failure.hidden = true;
  try {
    if (!open) {
      const files = dataAt("search/");
      const explorer = await Explorer.open(new Source(files, load), () => loadStemmer(files));
      open = { explorer, names: new Names(explorer.values, texts, explorer.core.worded) };
      ({ state } = await explorer.read(location.search));
      state = { ...state, shown: shownIn(location.search) };
    }
    await show(open.explorer, open.names);
  } catch (error) {
    await failed(error);
    said.textContent = "";
  } finally {
    clearTimeout(slow);
  }
}

/** @param {unknown} error */
async function failed(error) {
  console.error(error);
  await heal();
  failure.hidden = false;
  page.dataset.shown = "true";
}

/**
 * @param {Explorer} explorer
 * @param {Names} names
 */
async function show(explorer, names) {
  const question = ++asked;
  delete document.documentElement.dataset.searchReady;
  await names.learnPlaces(explorer.source, state);
  const answer = await explorer.answer(state);
  if (question !== asked) return;
  const words = inWords(state, names);
  part("words").textContent = words || title;
  const total = document.createElement("strong");
  total.dataset.total = String(answer.total);
  total.textContent = answer.total ? plural(texts.total, answer.total) : texts.none;
  said.replaceChildren(total, ...(answer.partial ? [` ${texts.partial}`] : []));
  list.replaceChildren(...answer.results.map((result) => outward(entry(result, texts, edition))));
  whole.search = write({ ...state, shown: EMPTY.shown });
  whole.textContent = answer.total > answer.results.length ? plural(texts.embed.all, answer.total) : texts.embed.whole;
  page.dataset.shown = "true";
  if (state.view === "map") draw(explorer, answer).catch(failed);
  document.documentElement.dataset.searchReady = "true";
}

/**
 * @param {Explorer} explorer
 * @param {Answer} answer
 */
async function draw(explorer, answer) {
  map.hidden = false;
  drawing ??= new Mapped(page, map, texts, explorer, (next) => change(next(state)));
  await drawing.show(answer, state);
}

/**
 * Another question in the same frame: the history is the site's around it.
 * @param {State} next
 */
function change(next) {
  state = { ...next, shown: state.shown };
  start();
}

/**
 * The entry with links that leave the frame as it is.
 * @param {HTMLElement} made
 * @returns {HTMLElement}
 */
function outward(made) {
  for (const link of made.querySelectorAll("a")) Object.assign(link, { target: "_blank", rel: "noopener" });
  return made;
}

part("retry").addEventListener("click", () => start());
start();
