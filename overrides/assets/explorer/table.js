// The results as a table: a row each, its columns sorted by their heads.

import { element, marked, raised } from "../page/element.js";
import { List } from "./list.js";
import { typeName } from "./names.js";

/**
 * @typedef {import("../search/explorer.js").Result} Result
 * @typedef {import("../search/state.js").State} State
 */

/** Types of records that nobody verifies: terms of a vocabulary. */
const UNVERIFIED = ["theme"];
/** Themes shown in a cell, or names. */
const FEW = 3;

/**
 * @param {Result} result
 * @param {string[]} themes those to show
 * @param {import("./shapes.js").Texts} texts
 * @param {URL} root of the edition
 * @returns {HTMLTableRowElement}
 */
export function row({ cells, ...result }, themes, texts, root) {
  const link = element("a", { href: new URL(result.url, root).href, lang: result.lang }, ...marked(result.title));
  const cell = (/** @type {string} */ name, /** @type {string} */ text) =>
    element("td", { "data-cell": name }, ...raised(text));
  return element(
    "tr",
    { "data-id": result.id, "data-type": result.type, "data-number": String(result.number) },
    element("th", { scope: "row", class: "rp-table__title" }, link),
    cell("who", some(cells.who)),
    cell("type", typeName(texts, result.type)),
    cell("where", cells.where),
    cell("themes", some(themes)),
    cell("start", cells.when),
    cell("status", cells.status),
    cell("verified", cells.verified || (UNVERIFIED.includes(result.type) ? "" : texts.verified.never)),
  );
}

/**
 * @param {string[]} names
 * @returns {string} the first few, and how many more there are
 */
function some(names) {
  return names.slice(0, FEW).join(", ") + (names.length > FEW ? ` +${names.length - FEW}` : "");
}

export class Table {
  /**
   * @param {HTMLTableElement} table
   * @param {import("./names.js").Names} names
   * @param {URL} root of the edition
   * @param {(sort: string) => void} sort
   */
  constructor(table, names, root, sort) {
    const main = names.themes();
    this.heads = [.../** @type {NodeListOf<HTMLElement>} */ (table.querySelectorAll("th[data-sort]"))];
    this.body = /** @type {HTMLElement} */ (table.tBodies[0]);
    // A record is classified several times over: the first taxonomy is enough here.
    const themes = (/** @type {Result} */ { cells }) => cells.themes.filter((each) => main.has(each));
    this.rows = new List(this.body, (result) => row(result, themes(result), names.texts, root));
    for (const head of this.heads) {
      head.querySelector("button")?.addEventListener("click", () => {
        const { sort: name = "" } = head.dataset;
        // A date is first sought from the latest; a second click turns the order round.
        const first = head.dataset.first ?? name;
        const second = first === name ? `-${name}` : name;
        sort(this.sorted === first ? second : first);
      });
    }
  }

  /**
   * @param {Result[]} results
   * @param {string} question
   * @param {State} state
   * @returns {HTMLElement | undefined} the first row added to those that were there
   */
  show(results, question, { sort }) {
    this.sorted = sort;
    for (const head of this.heads) {
      const { sort: name } = head.dataset;
      if (sort === name) head.setAttribute("aria-sort", "ascending");
      else if (sort === `-${name}`) head.setAttribute("aria-sort", "descending");
      else head.removeAttribute("aria-sort");
    }
    return this.rows.show(results, question);
  }
}
