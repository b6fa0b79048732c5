// The column of filters. It keeps its elements: an answer only changes numbers, ticks and order.

import { choose, during } from "./choices.js";
import { element, one } from "../page/element.js";
import { Facet } from "./facet.js";
import { Period } from "./period.js";

/** @typedef {import("../search/state.js").State} State */

const PERIOD = "period";
const TERRITORY = "territory";

export class Facets {
  /**
   * @param {HTMLElement} root
   * @param {import("../search/shapes.js").Core} core
   * @param {import("./names.js").Names} names
   * @param {(made: (state: State) => State) => void} change
   */
  constructor(root, core, names, change) {
    /** The facet the visitor is at: its values do not move under the pointer. */
    this.held = "";
    this.first = core.taxonomies[0]?.[0] ?? "";
    this.level = /** @type {HTMLSelectElement} */ (one(root, "[data-level]"));
    this.level.append(...core.tiers.map(([value, name]) => element("option", { value }, name)));
    this.level.addEventListener("change", () => this.facets.find(({ name }) => name === TERRITORY)?.turn(this.level.value));
    /** @param {string} facet @param {(state: State) => State} made */
    const at = (facet, made) => {
      this.held = facet;
      change(made);
    };
    /** @type {Facet[]} */
    this.facets = [];
    for (const found of root.querySelectorAll("details[data-facet-box]")) {
      const box = /** @type {HTMLDetailsElement} */ (found);
      const name = box.dataset.facetBox ?? "";
      if (name === PERIOD) {
        this.period = new Period(box, core.years, names.texts, (from, to) => at(PERIOD, (state) => during(state, from, to)));
        continue;
      }
      this.facets.push(
        new Facet(box, name, names, core.ordered.includes(name), (value, wanted) =>
          at(name, (state) => choose(state, name, value, wanted)),
        ),
      );
    }
    this.taxonomy = /** @type {HTMLSelectElement} */ (one(root, "[data-taxonomy]"));
    this.taxonomy.addEventListener("change", () => {
      const { value } = this.taxonomy;
      change((state) => ({ ...state, taxonomy: value === this.first ? "" : value }));
    });
  }

  /**
   * @param {State} state
   * @param {Record<string, Record<string, number>>} counts facet → value → results
   */
  show(state, counts) {
    const taxonomy = state.taxonomy || this.first;
    this.taxonomy.value = taxonomy;
    for (const facet of this.facets) {
      const held = facet.name === this.held || facet.root.contains(document.activeElement);
      const chosen = state.facets[facet.name] ?? [];
      const part = { theme: taxonomy, [TERRITORY]: this.level.value }[facet.name] ?? "";
      facet.show(chosen, counts[facet.name] ?? {}, held, part);
    }
    this.period?.show(state, counts[PERIOD] ?? {});
  }
}
