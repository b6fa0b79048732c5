// The page: address → question → answer → what is shown. The only module that touches the history.

import { Explorer } from "../search/explorer.js";
import { loadStemmer } from "../search/library.js";
import { Source } from "../search/source.js";
import { know, question, write } from "../search/state.js";
import { ask, choose, left } from "./choices.js";
import { dataAt, heal, load } from "../page/data.js";
import { one } from "../page/element.js";
import { loadModule } from "../page/module.js";
import { Facets } from "./facets.js";
import { inWords } from "./filters.js";
import { Names } from "./names.js";
import { Results } from "./results.js";
import { suggest } from "./suggest.js";

/** @typedef {import("../search/state.js").State} State */

const TYPING = 150;
const PATIENCE = 300;
const RESTING = 250;

const edition = dataAt("../../");
const page = one(document, "[data-search]");
const part = (/** @type {string} */ name) => one(page, `[data-${name}]`);
const form = /** @type {HTMLFormElement} */ (part("form"));
const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const [heading, loading, failure, main] = [part("heading"), part("loading"), part("failure"), part("main")];
const texts = /** @type {import("./shapes.js").Texts} */ (JSON.parse(part("texts").textContent ?? ""));
const { title } = document;
know(JSON.parse(part("asked").textContent ?? ""));

let state = question(location.search).state;
/** Number of the last question: an answer to an earlier one comes too late. */
let asked = 0;
/** Whether what is typed next begins a new step of the history: the letters of one query are one step. */
let settled = true;
let typing = 0;
let resting = 0;

/** @typedef {{ explorer: Explorer, names: Names, facets: Facets, results: Results }} Open */
/** @type {Promise<Open> | undefined} */
let opening;
/** @type {Promise<import("./ground.js").Ground> | undefined} what tells of a commune, loaded after the results */
let telling;
/** @type {Promise<import("./take.js").Take> | undefined} what leads away with the results, loaded after them */
let taking;

/** @returns {Promise<Open>} the page alive, once its first file is here; a failure is tried again the next time */
function open() {
  opening ??= enliven();
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}

/** @returns {Promise<Open>} */
async function enliven() {
  const files = dataAt("search/");
  const explorer = await Explorer.open(new Source(files, load), () => loadStemmer(files));
  const names = new Names(explorer.values, texts, explorer.core.worded);
  const change = (/** @type {(state: State) => State} */ made) => go(made(state));
  const facets = new Facets(part("filters"), explorer.core, names, (made) => go(made(state), { facet: true }));
  const results = new Results(page, { edition, names, explorer, change });
  suggest(field, part("suggestions"), names, {
    find: (text) => explorer.suggest(text),
    pick: (suggestion) => {
      if ("url" in suggestion) location.assign(new URL(suggestion.url, edition));
      else {
        const { facet, value } = suggestion;
        // The words that the filter stands for have done their work.
        go(ask(choose(state, facet, value), left(field.value, names.all(facet, value))));
      }
    },
  });
  return { explorer, names, facets, results };
}

/**
 * Goes to another state: a new step of the history, unless it is the query being typed.
 * @param {State} next
 * @param {{ typed?: boolean, facet?: boolean }} [how]
 */
function go(next, { typed = false, facet = false } = {}) {
  clearTimeout(typing);
  const address = `${location.pathname}${write(next)}`;
  const isNew = address !== location.pathname + location.search;
  if (isNew && typed && !settled) history.replaceState(history.state, "", address);
  else if (isNew) {
    rest();
    history.pushState({ scroll: scrollY }, "", address);
  }
  settled = !typed;
  const more = next.shown > state.shown;
  state = next;
  if (!typed) field.value = next.q;
  return run({ facet, more, top: isNew && !typed && !more });
}

/**
 * Answers what the address asks and shows it; says so if that takes long, and if it fails.
 * @param {{ facet?: boolean, more?: boolean, top?: boolean, scroll?: number }} [how]
 */
async function run({ facet = false, more = false, top = false, scroll } = {}) {
  const number = ++asked;
  delete document.documentElement.dataset.searchReady;
  const slow = setTimeout(() => busy(true), PATIENCE);
  failure.hidden = true;
  try {
    const { explorer, names, facets, results } = await open();
    const { state: known, unknown } = await explorer.read(location.search);
    await names.learnPlaces(explorer.source, known);
    for await (const answer of explorer.answers(known)) {
      if (number !== asked) return;
      state = known;
      const added = results.show(known, answer, unknown);
      page.dataset.shown = "true";
      results.mapping.catch(missed);
      if (answer.counts) {
        if (!facet) facets.held = "";
        facets.show(known, answer.counts);
        part("filters").dataset.shown = "true";
      }
      if (answer.results) ground(known.q, answer.results);
      if (more) added?.querySelector("a")?.focus();
    }
    const words = inWords(known, names);
    document.title = words ? `${words} – ${title}` : title;
    document.documentElement.dataset.searchReady = "true";
    take(explorer, names);
    if (scroll !== undefined) scrollTo(0, scroll);
    else if (top && main.getBoundingClientRect().top < 0) main.scrollIntoView();
  } catch (error) {
    console.error(error);
    if (number === asked) await renew();
    if (number === asked) fail();
  } finally {
    clearTimeout(slow);
    if (number === asked) busy(false);
  }
}

/**
 * Lets the visitor take the results away. Without it they are still there to read: a failure is tried again next time.
 * @param {Explorer} explorer
 * @param {Names} names
 */
function take(explorer, names) {
  const loaded = () => loadModule(new URL("./take.js", import.meta.url), () => import("./take.js"));
  taking ??= loaded().then(({ Take }) => new Take(part("take"), texts, { state: () => state, explorer, names }));
  taking.then((found) => found.refresh()).catch(() => {
    taking = undefined;
    heal();
  });
}

/**
 * Tells of the commune that was asked for, once the results are there; without it they are as they are.
 * @param {string} text
 * @param {{ url: string }[]} results
 */
function ground(text, results) {
  const loaded = () => loadModule(new URL("./ground.js", import.meta.url), () => import("./ground.js"));
  telling ??= loaded().then(({ Ground }) => new Ground(part("told"), texts.ground, edition));
  telling.then((found) => found.show(text, results)).catch(() => {
    telling = undefined;
  });
}

/** @param {boolean} isBusy */
function busy(isBusy) {
  loading.hidden = !isBusy;
  loading.textContent = isBusy ? texts.loading : "";
  main.setAttribute("aria-busy", String(isBusy));
}

/** @param {unknown} error that kept the map from being there */
async function missed(error) {
  console.error(error);
  await heal();
  failure.hidden = false;
}

/** If the site was renewed under the page, the fresh one goes on where this one was: in the field, with what it holds. */
function renew() {
  if (field === document.activeElement) {
    const address = `${location.pathname}${write(ask(state, field.value.trim()))}`;
    history.replaceState({ ...history.state, typing: true }, "", address);
  }
  return heal();
}

async function fail() {
  failure.hidden = false;
  page.dataset.shown = part("filters").dataset.shown = "true";
  (await opening?.catch(() => undefined))?.results.clear();
}

field.addEventListener("input", () => {
  clearTimeout(typing);
  typing = window.setTimeout(() => go(ask(state, field.value.trim()), { typed: true }), TYPING);
});
field.addEventListener("blur", () => {
  settled = true;
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(ask(state, field.value.trim()));
  // The keyboard of a phone hides the results.
  if (matchMedia("(pointer: coarse)").matches) field.blur();
});

page.addEventListener("click", async (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.dataset.step === undefined) {
    settled = true;
    return;
  }
  event.preventDefault();
  await go(question(link.search).state);
  if (!link.isConnected && document.activeElement === document.body) heading.focus({ preventScroll: true });
});

part("retry").addEventListener("click", () => run());

// The browser restores the place in the page before the results are there: it is kept and restored here.
history.scrollRestoration = "manual";
function rest() {
  clearTimeout(resting);
  if (history.state?.scroll !== scrollY) history.replaceState({ scroll: scrollY }, "");
}
addEventListener("scroll", () => {
  clearTimeout(resting);
  resting = window.setTimeout(rest, RESTING);
});
addEventListener("pagehide", rest);

/** Takes the question from the address: on arrival, and when the visitor goes back or forth. */
function arrive() {
  clearTimeout(typing);
  clearTimeout(resting);
  ({ state } = question(location.search));
  settled = true;
  // What was typed while the page was loading counts.
  if (field !== document.activeElement || !field.value) field.value = state.q;
  if (history.state?.typing) field.focus();
  run({ scroll: history.state?.scroll });
}

addEventListener("popstate", () => {
  field.value = "";
  arrive();
});
addEventListener("beforeprint", () => {
  const address = document.querySelector(".rp-address");
  if (address) address.textContent = location.href;
});
arrive();
