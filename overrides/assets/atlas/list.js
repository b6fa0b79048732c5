/** The list beside the map: the same places, by country. It obeys the same filters and lends the panel its words. */

/** @typedef {import("./filters.js").Answer} Answer */

/** @typedef {{element: HTMLElement, numbers: number[] | undefined}} Item a link to a record, and its initiatives */

/** A place of the list. */
export class Entry {
  /**
   * @param {HTMLElement} element
   * @param {string} country
   * @param {string} countryName
   */
  constructor(element, country, countryName) {
    this.element = element;
    this.country = country;
    this.countryName = countryName;
    this.id = element.dataset.place ?? "";
    this.link = /** @type {HTMLAnchorElement} */ (element.querySelector("[data-show]"));
    this.name = (this.link.textContent ?? "").trim();
    this.near = element.querySelector("[data-near]")?.textContent ?? "";
    this.total = /** @type {HTMLElement} */ (element.querySelector("[data-count]"));
    this.count = 0;
    /** @type {Item[]} */
    this.items = [...element.querySelectorAll("[data-record]")].map((item) => ({
      element: /** @type {HTMLElement} */ (item),
      numbers: numbers(/** @type {HTMLElement} */ (item).dataset.record),
    }));
  }

  /**
   * @param {Answer} answer
   * @param {import("../map/words.js").Words} words
   * @returns {boolean} whether the place is shown
   */
  apply(answer, words) {
    const shown = answer.shows(this.id, this.country);
    this.element.hidden = !shown;
    if (!shown) return false;
    this.count = answer.count(answer.data.places[this.id]);
    this.total.textContent = this.amount(words);
    for (const { element, numbers } of this.items) {
      element.hidden = !answer.all && (numbers?.length ? !answer.has(numbers) : Boolean(answer.theme));
    }
    for (const kind of this.element.querySelectorAll("[data-kind]")) {
      /** @type {HTMLElement} */ (kind).hidden = !kind.querySelector("[data-record]:not([hidden])");
    }
    return true;
  }

  /** @param {import("../map/words.js").Words} words */
  amount(words) {
    return words.count("initiatives", this.count);
  }
}

/**
 * @param {string} [text] numbers with spaces between
 * @returns {number[] | undefined} undefined for a record that is not tied to initiatives
 */
function numbers(text) {
  return text === undefined || text === "-" ? undefined : text.split(" ").filter(Boolean).map(Number);
}

/** The whole list. */
export class List {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.groups = [...root.querySelectorAll("details[data-country]")].map((group) => {
      const element = /** @type {HTMLDetailsElement} */ (group);
      const code = element.dataset.country ?? "";
      const name = (element.querySelector("[data-name]")?.textContent ?? "").trim();
      const total = /** @type {HTMLElement} */ (element.querySelector("summary [data-count]"));
      const acting = numbers(element.dataset.initiatives) ?? [];
      const places = [...element.querySelectorAll("[data-place]")];
      const entries = places.map((place) => new Entry(/** @type {HTMLElement} */ (place), code, name));
      return { element, code, total, acting, entries };
    });
    this.parts = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-part]")]);
    this.entries = this.groups.flatMap(({ entries }) => entries);
    this.byId = new Map(this.entries.map((entry) => [entry.id, entry]));
  }

  /**
   * @param {Answer} answer
   * @param {import("../map/words.js").Words} words
   * @returns {Entry[]} the places that are shown, in order
   */
  apply(answer, words) {
    const shown = [];
    for (const group of this.groups) {
      const here = group.entries.filter((entry) => entry.apply(answer, words));
      shown.push(...here);
      const isAsked = answer.country.includes(group.code);
      group.element.hidden = !here.length && !isAsked && !answer.has(group.acting);
      group.total.textContent = words.count("initiatives", answer.count(group.acting));
      group.element.open = isAsked;
    }
    for (const part of this.parts) part.hidden = !part.querySelector("details[data-country]:not([hidden])");
    return shown;
  }
}

/**
 * Opens every country for printing, and shuts them again.
 * @param {List} list
 */
export function printable(list) {
  /** @type {Set<HTMLDetailsElement>} */
  const shut = new Set();
  addEventListener("beforeprint", () => {
    for (const { element } of list.groups) if (!element.open) shut.add(element);
    for (const element of shut) element.open = true;
  });
  addEventListener("afterprint", () => {
    for (const element of shut) element.open = false;
    shut.clear();
  });
}
