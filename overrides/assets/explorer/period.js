// The facet of years: two fields, and the decades with their counts.

import { element, one } from "../page/element.js";
import { fill, plural } from "../page/texts.js";

/** @typedef {import("../search/state.js").State} State */

const DECADE = 10;

export class Period {
  /**
   * @param {HTMLDetailsElement} root
   * @param {[number, number] | null} years first and last that a record names
   * @param {import("./shapes.js").Texts} texts
   * @param {(from: number | null, to: number | null) => void} choose
   */
  constructor(root, years, texts, choose) {
    this.root = root;
    this.texts = texts;
    this.choose = choose;
    this.chosen = one(root, "[data-chosen]");
    this.wrong = one(root, "[data-wrong]");
    this.from = /** @type {HTMLInputElement} */ (one(root, "[data-from]"));
    this.to = /** @type {HTMLInputElement} */ (one(root, "[data-to]"));
    /** @type {{ year: number, item: HTMLLIElement, button: HTMLButtonElement, number: HTMLElement }[]} */
    this.decades = [];
    if (years) {
      const first = Math.floor(years[0] / DECADE) * DECADE;
      for (let year = first; year <= years[1]; year += DECADE) this.decades.push(this.decade(year));
    }
    const list = element("ul", { class: "rp-facet__values" }, ...this.decades.map(({ item }) => item));
    one(root, "fieldset").append(list);
    for (const field of [this.from, this.to]) {
      field.addEventListener("change", () => this.read());
      field.addEventListener("keydown", ({ key }) => key === "Enter" && this.read());
    }
  }

  /** @param {number} year */
  decade(year) {
    const number = element("span", { class: "rp-facet__count", "data-count": "" });
    const button = element(
      "button",
      { type: "button", class: "rp-facet__decade", "aria-pressed": "false" },
      element("span", { class: "rp-facet__label" }, fill(this.texts.period.decade, { year })),
      " ",
      number,
    );
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-pressed") === "true") this.choose(null, null);
      else this.choose(year, year + DECADE - 1);
    });
    return { year, item: element("li", { "data-value": String(year) }, button), button, number };
  }

  /** Takes the years from the fields: what is not a year is said, not guessed. */
  read() {
    const [from, to] = [this.from, this.to].map((field) => (field.value ? Number(field.value) : null));
    const backwards = from !== null && to !== null && from > to;
    const odd = ![this.from, this.to].every((field) => field.checkValidity());
    this.tell(odd ? this.texts.period.odd : backwards ? this.texts.period.backwards : "");
    if (!odd && !backwards) this.choose(from, to);
  }

  /** @param {string} text */
  tell(text) {
    this.wrong.textContent = text;
    for (const field of [this.from, this.to]) field.setAttribute("aria-invalid", String(Boolean(text)));
  }

  /**
   * @param {State} state
   * @param {Record<string, number>} counts decade, by its first year, → results
   */
  show({ from, to }, counts) {
    if (document.activeElement !== this.from) this.from.value = from === null ? "" : String(from);
    if (document.activeElement !== this.to) this.to.value = to === null ? "" : String(to);
    this.tell("");
    const used = from !== null || to !== null;
    this.chosen.hidden = !used;
    this.chosen.textContent = used ? plural(this.texts.chosen, 1) : "";
    if (used) this.root.open = true;
    for (const { year, item, button, number } of this.decades) {
      const count = counts[year] ?? 0;
      const pressed = from === year && to === year + DECADE - 1;
      number.textContent = number.dataset.count = String(count);
      button.setAttribute("aria-pressed", String(pressed));
      item.hidden = !count && !pressed && button !== document.activeElement;
    }
  }
}
