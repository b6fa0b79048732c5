// The least page that searches with Pagefind: its own functions, the first results, nothing else.

/** Written beside by Pagefind. */
const pagefind = await import(new URL("pagefind/pagefind.js", import.meta.url).href);

/** Results shown at first: as many as ours. */
const SHOWN = 20;
/** Milliseconds of silence after a key before searching: as ours. Pagefind loads its pieces without waiting for that. */
const PAUSE = 150;

/** @typedef {{ url: string, excerpt: string, meta: { title: string } }} Found */

const field = /** @type {HTMLInputElement} */ (document.querySelector("input[name=q]"));
const total = /** @type {HTMLElement} */ (document.querySelector("[data-total]"));
const list = /** @type {HTMLElement} */ (document.querySelector("[data-results]"));

/**
 * @param {Found} found
 * @returns {HTMLLIElement}
 */
function entry(found) {
  const link = document.createElement("a");
  link.href = found.url;
  link.textContent = found.meta.title;
  const excerpt = document.createElement("p");
  excerpt.innerHTML = found.excerpt; // escaped by Pagefind, but for its <mark>
  const made = document.createElement("li");
  made.append(link, excerpt);
  return made;
}

let asked = 0;

/** @param {number} pause */
async function run(pause) {
  const question = ++asked;
  const query = field.value.trim();
  const answer = await pagefind.debouncedSearch(query, {}, pause);
  if (!answer || question !== asked) return; // another key came
  /** @type {Found[]} */
  const first = await Promise.all(answer.results.slice(0, SHOWN).map((/** @type {any} */ each) => each.data()));
  if (question !== asked) return;
  list.replaceChildren(...first.map(entry));
  total.textContent = String(answer.results.length);
  list.dataset.query = query;
}

field.value = new URLSearchParams(location.search).get("q") ?? "";
field.addEventListener("input", () => run(PAUSE));
await pagefind.init();
if (field.value) await run(0);
document.documentElement.dataset.searchReady = "true";
