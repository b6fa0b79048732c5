// The filters in use, above the results: each can be lifted.

import { write } from "../search/state.js";
import { nothing } from "./choices.js";
import { element, one, step } from "../page/element.js";
import { filters } from "./filters.js";

/** @typedef {import("../search/state.js").State} State */

export class Chips {
  /**
   * @param {HTMLElement} page
   * @param {import("./names.js").Names} names
   * @param {HTMLElement} next where the focus goes when the last filter is lifted
   */
  constructor(page, names, next) {
    this.names = names;
    this.next = next;
    this.root = one(page, "[data-chips]");
    this.list = one(this.root, "ul");
    /** One beside the chips, one at the foot of the sheet. */
    this.clear = /** @type {HTMLAnchorElement[]} */ ([...page.querySelectorAll("a[data-clear]")]);
  }

  /**
   * @param {State} state
   * @returns {number} filters in use, words aside
   */
  show(state) {
    const found = filters(state, this.names);
    const count = found.filter(({ facet }) => facet !== "q").length;
    const within = this.root.contains(document.activeElement);
    const at = [...this.root.querySelectorAll("a")].findIndex((link) => link === document.activeElement);
    this.root.hidden = !found.length;
    // The words stand in the field already: alone they need no chip, except on paper.
    this.root.classList.toggle("rp-print-only", !count);
    this.list.replaceChildren(
      ...found.map(({ facet, value, text, without }) =>
        element(
          "li",
          {},
          step(
            write(without),
            { class: "rp-filter", "data-filter": facet, "data-of": value },
            element("span", { class: "rp-visually-hidden" }, `${this.names.texts.lift_filter} `),
            text,
          ),
        ),
      ),
    );
    for (const link of this.clear) link.href = write(nothing(state)) || "./";
    if (within) {
      const left = count ? [...this.list.querySelectorAll("a")] : [];
      (left[Math.min(at, left.length - 1)] ?? this.next).focus();
    }
    return count;
  }
}
