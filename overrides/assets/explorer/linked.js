// Entries of the list and points of the map: what is pointed at on one side stands out on the other.

/**
 * @param {HTMLElement} page what holds the list, whose entries say their records' numbers
 * @param {import("./map.js").MapView} view
 * @returns {() => void} ends it
 */
export function link(page, view) {
  const ends = new AbortController();
  const listen = (/** @type {string} */ name, /** @type {(event: Event) => void} */ act) =>
    page.addEventListener(name, act, { signal: ends.signal });
  /** @type {number | null} */
  let pointed = null;
  const point = (/** @type {EventTarget | null} */ target) => {
    const entry = target instanceof Element ? target.closest("[data-results] > [data-number]") : null;
    const number = entry instanceof HTMLElement ? Number(entry.dataset.number) : null;
    if (number !== pointed) view.hover((pointed = number));
  };
  for (const name of ["mouseover", "focusin"]) listen(name, ({ target }) => point(target));
  listen("mouseleave", () => point(null));
  listen("focusout", (event) => point(/** @type {FocusEvent} */ (event).relatedTarget));
  view.onhover = (numbers) => mark(page, numbers);
  return () => {
    ends.abort();
    view.onhover = () => {};
    view.hover(null);
    mark(page, null);
  };
}

/**
 * @param {HTMLElement} page
 * @param {Set<number> | null} numbers of the records to mark; none if null
 */
function mark(page, numbers) {
  for (const entry of page.querySelectorAll("[data-results] > [data-number]")) {
    const number = Number(/** @type {HTMLElement} */ (entry).dataset.number);
    entry.classList.toggle("rp-there", numbers?.has(number) ?? false);
  }
}
