// On a narrow screen the filters stand in a sheet over the page, on a wide one beside the results: the same elements.

import { element, one } from "./element.js";
import { figure, fill, plural } from "./texts.js";

/** As in tools.css. */
const WIDE = matchMedia("(min-width: 60rem)");

export class Drawer {
  /**
   * @param {HTMLElement} page
   * @param {{ filter: string, filter_chosen: string, see: import("./texts.js").Plural }} texts
   */
  constructor(page, texts) {
    this.texts = texts;
    this.filters = one(page, "[data-filters]");
    this.opener = one(page, "[data-open-sheet]");
    this.dialog = /** @type {HTMLDialogElement} */ (one(page, "[data-sheet]"));
    this.body = one(this.dialog, "[data-sheet-body]");
    this.see = one(this.dialog, "[data-see]");
    this.home = element("span", { hidden: "" });
    this.filters.before(this.home);
    if (!WIDE.matches) for (const box of this.filters.querySelectorAll("details")) box.open = false;
    this.opener.addEventListener("click", () => this.open());
    for (const button of this.dialog.querySelectorAll("[data-close-sheet]")) {
      button.addEventListener("click", () => this.dialog.close());
    }
    this.dialog.addEventListener("click", ({ target }) => {
      if (target === this.dialog) this.dialog.close(); // beside the sheet
    });
    this.dialog.addEventListener("close", () => this.home.after(this.filters));
    WIDE.addEventListener("change", () => this.dialog.close());
  }

  open() {
    this.body.append(this.filters);
    this.dialog.showModal();
  }

  /**
   * @param {number} total results
   * @param {number} count filters in use
   */
  show(total, count) {
    const { filter, filter_chosen, see } = this.texts;
    this.opener.textContent = count ? fill(filter_chosen, { count: figure(count) }) : filter;
    this.see.textContent = plural(see, total);
  }
}
