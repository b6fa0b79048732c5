// An answer on the page: as a list, a table or a map, with what is said of it.

import { PAGE, VIEWS, write } from "../search/state.js";
import { Chips } from "./chips.js";
import { Drawer } from "../page/drawer.js";
import { one } from "../page/element.js";
import { List, entry } from "./list.js";
import { Mapped } from "./mapped.js";
import { Notes } from "./notes.js";
import { Table } from "./table.js";
import { figure, plural } from "../page/texts.js";

/**
 * @typedef {import("../search/state.js").State} State
 * @typedef {import("../search/explorer.js").Answer} Answer
 *
 * @typedef {object} Ways
 * @property {URL} edition its root
 * @property {import("./names.js").Names} names
 * @property {import("../search/explorer.js").Explorer} explorer
 * @property {(made: (state: State) => State) => void} change
 */

export class Results {
  /**
   * @param {HTMLElement} page
   * @param {Ways} ways
   */
  constructor(page, { edition, names, explorer, change }) {
    const part = (/** @type {string} */ name) => one(page, `[data-${name}]`);
    this.texts = names.texts;
    this.map = new Mapped(page, one(page, "[data-view=map]"), this.texts, explorer, change);
    /** Settles when the map shows the answer; at once in the other views. */
    this.mapping = Promise.resolve();
    this.views = VIEWS.map((view) => ({ view, box: one(page, `[data-view=${view}]`), link: one(page, `[data-to-view=${view}]`) }));
    this.found = part("found");
    this.reach = part("reach");
    this.reached = part("reached");
    this.more = part("more");
    this.sorts = /** @type {HTMLSelectElement} */ (part("sorts"));
    this.list = new List(one(page, "[data-view=list]"), (result) => entry(result, this.texts, edition));
    const table = /** @type {HTMLTableElement} */ (one(page, "[data-view=table] table"));
    this.table = new Table(table, names, edition, (sort) => change((state) => ({ ...state, sort, shown: PAGE })));
    this.chips = new Chips(page, names, part("heading"));
    this.notes = new Notes({ said: part("said"), notes: part("notes"), lost: part("lost") }, names);
    this.drawer = new Drawer(page, this.texts);
    this.sorts.addEventListener("change", () => {
      const sort = this.sorts.value;
      change((state) => ({ ...state, sort, shown: PAGE }));
    });
    this.more.addEventListener("click", () => change((state) => ({ ...state, shown: state.shown + PAGE })));
  }

  /**
   * @param {State} state
   * @param {Answer} answer
   * @param {{ name: string, value: string }[]} ignored what the address asks for and is not known
   * @returns {HTMLElement | undefined} the first of the results added to those that were there
   */
  show(state, answer, ignored) {
    const filters = this.chips.show(state);
    this.notes.show(state, answer, ignored);
    this.drawer.show(answer.total, filters);
    this.lead(state);
    this.mapping = state.view === "map" ? this.map.show(answer, state) : Promise.resolve();
    const rest = answer.total - answer.results.length;
    this.reach.hidden = rest <= 0;
    this.reached.textContent = plural(this.texts.reach, answer.total, { shown: figure(answer.results.length) });
    this.more.textContent = plural(this.texts.more, Math.min(rest, PAGE));
    // Entries stay where only more of them are asked for.
    const question = write({ ...state, shown: PAGE, view: "list" });
    return state.view === "table" ? this.table.show(answer.results, question, state) : this.list.show(answer.results, question);
  }

  /**
   * Shows the view asked for, and what leads to others.
   * @param {State} state
   */
  lead(state) {
    this.found.dataset.shows = state.view;
    for (const { view, box, link } of this.views) {
      const here = view === state.view;
      // On the map, the list says the same beside it.
      box.hidden = !here && !(view === "list" && state.view === "map");
      /** @type {HTMLAnchorElement} */ (link).href = write({ ...state, view, shown: PAGE }) || "./";
      if (here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const inTable = state.view === "table";
    this.list.list.toggleAttribute("data-results", !inTable);
    this.table.rows.list.toggleAttribute("data-results", inTable);
    (inTable ? this.list : this.table.rows).clear();
    const [usual] = this.sorts.options;
    usual.text = state.q ? this.texts.sort.relevance : this.texts.sort.default;
    this.sorts.value = state.sort;
  }

  /** Nothing is known: the question could not be answered. */
  clear() {
    this.notes.clear();
    this.list.clear();
    this.table.rows.clear();
    this.reach.hidden = true;
  }
}
