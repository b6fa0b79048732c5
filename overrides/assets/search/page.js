// The results page: field → search → list, with the query in the address.

import { Client } from "./client.js";
import { fill, plural } from "./texts.js";
import { entry, suggestions } from "./view.js";

/** @typedef {import("./engine.js").Answer} Answer */

const STEP = 20;
const TYPING = 150;
const PATIENCE = 300;

const root = new URL("../../", import.meta.url);
const page = /** @type {HTMLElement} */ (document.querySelector("[data-search]"));
const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (page.querySelector(`[data-${name}]`));
const form = /** @type {HTMLFormElement} */ (part("form"));
const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const [status, advice, list, more, failure, browse] = ["status", "advice", "results", "more", "failure", "browse"].map(part);
const texts = /** @type {import("./texts.js").Texts} */ (JSON.parse(part("texts").textContent ?? ""));

let client = new Client();
let shown = STEP;
/** Number of the last question: an answer to an earlier one comes too late. */
let asked = 0;
/** Whether the next change of the query is worth a step back in the browser's history. */
let settled = false;
let typing = 0;

const title = document.title;
const inAddress = () => new URLSearchParams(location.search).get("q") ?? "";
const inField = () => field.value.trim();

/** Puts the query and the number of results shown in the address and its history. */
function remember() {
  const query = inField();
  const state = { shown };
  if (query === inAddress()) {
    history.replaceState(state, "");
    return;
  }
  const address = new URL(location.href);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  if (settled) history.pushState(state, "", address);
  else history.replaceState(state, "", address);
  settled = false;
}

/** Asks for what the field holds and shows it; says so if that takes long, and if it fails. */
async function run() {
  const question = ++asked;
  const query = inField();
  document.title = query ? `${query} – ${title}` : title;
  const slow = setTimeout(() => {
    if (question === asked) status.textContent = texts.loading;
  }, PATIENCE);
  failure.hidden = true;
  try {
    if (query) {
      const answer = await client.search(query, shown);
      if (question === asked) show(answer);
    } else {
      await client.load();
      if (question === asked) clear();
    }
    document.documentElement.dataset.searchReady = "true";
  } catch (error) {
    console.error(error);
    if (question === asked) {
      clear();
      failure.hidden = false;
    }
  } finally {
    clearTimeout(slow);
  }
}

function clear() {
  status.textContent = "";
  advice.hidden = true;
  list.replaceChildren();
  delete list.dataset.query;
  more.hidden = true;
  browse.hidden = false;
}

/** @param {Answer} answer */
function show(answer) {
  const total = document.createElement("strong");
  total.dataset.total = String(answer.total);
  total.textContent = answer.total ? plural(texts.total, answer.total) : texts.none;
  status.replaceChildren(total, ...(answer.partial ? [` ${texts.partial}`] : []));
  showAdvice(answer);
  list.replaceChildren(...answer.results.map((result) => entry(result, texts, root)));
  list.dataset.query = answer.query;
  const left = answer.total - answer.results.length;
  more.hidden = left <= 0;
  more.textContent = plural(texts.more, Math.min(left, STEP));
  browse.hidden = answer.total > 0;
}

/** @param {Answer} answer */
function showAdvice(answer) {
  const { unknown, suggestions: queries } = answer;
  advice.hidden = !unknown.length && !queries.length;
  const words = unknown.map((word) => fill(texts.quoted, { word })).join(", ");
  advice.replaceChildren(
    ...(unknown.length && answer.total ? [plural(texts.unknown, unknown.length, { words }), " "] : []),
    ...(queries.length ? suggestions(queries, texts) : []),
  );
}

/** @param {string} query */
function search(query) {
  clearTimeout(typing);
  field.value = query;
  shown = STEP;
  remember();
  settled = true;
  run();
}

field.addEventListener("input", () => {
  clearTimeout(typing);
  typing = window.setTimeout(() => {
    shown = STEP;
    remember();
    run();
  }, TYPING);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  search(inField());
});

advice.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  field.focus();
  search(link.dataset.suggestion ?? "");
});

list.addEventListener("click", () => {
  settled = true;
});

more.addEventListener("click", async () => {
  const first = list.children.length;
  shown += STEP;
  remember();
  await run();
  list.children[first]?.querySelector("a")?.focus();
});

part("retry").addEventListener("click", () => {
  client.close();
  client = new Client();
  run();
});

/** Takes the query from the address: on arrival, and when the visitor goes back or forth. */
function arrive() {
  clearTimeout(typing);
  field.value = inAddress();
  shown = history.state?.shown ?? STEP;
  settled = Boolean(field.value);
  run();
}

addEventListener("popstate", arrive);
arrive();
