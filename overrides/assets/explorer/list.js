// The results as a list.

import { element, marked } from "../page/element.js";
import { fill } from "../page/fill.js";
import { typeName } from "./names.js";

/**
 * @typedef {import("../search/explorer.js").Result} Result
 * @typedef {import("./shapes.js").Texts} Texts
 */

/**
 * One result as an entry of the list.
 * @param {Result} result
 * @param {Texts} texts
 * @param {URL} root of the edition
 * @returns {HTMLLIElement}
 */
export function entry(result, texts, root) {
  const { cells } = result;
  const link = element("a", { href: new URL(result.url, root).href, lang: result.lang }, ...marked(result.title));
  const type = element("span", { class: `rp-badge rp-badge--${result.type}` }, typeName(texts, result.type));
  const context = element("p", { class: "rp-result__context" }, type);
  if (result.context.length) context.append(" ", element("span", {}, ...marked(result.context)));
  if (cells.status) context.append(" ", element("span", { class: `rp-badge rp-badge--${cells.state}` }, cells.status));
  const made = element("li", {
    class: "rp-result",
    "data-id": result.id,
    "data-type": result.type,
    "data-number": String(result.number),
  });
  made.append(element("h3", { class: "rp-result__title" }, link), context);
  if (result.summary) {
    made.append(element("p", { class: "rp-result__summary", lang: result.summaryLang }, ...marked(result.summary)));
    if (result.summaryLang) {
      const names = new Intl.DisplayNames([document.documentElement.lang], { type: "language" });
      made.append(element("p", { class: "rp-soft" }, fill(texts.foreign, { language: names.of(result.summaryLang) ?? "" })));
    }
  }
  if (result.why.length || result.missing.length) made.append(reasons(result, texts));
  return made;
}

/**
 * Why this is a result, where it cannot be seen above; and what it lacks.
 * @param {Result} result
 * @param {Texts} texts
 * @returns {HTMLElement}
 */
function reasons({ why, missing }, texts) {
  const parts = why.map(({ kind, text }) =>
    element("span", { "data-why": kind }, `${texts.why[kind] ?? texts.why.kind} `, ...marked(text)),
  );
  if (missing.length) {
    parts.push(element("span", { "data-missing": "" }, `${texts.missing} `, element("s", {}, missing.join(", "))));
  }
  return element("p", { class: "rp-result__why" }, ...parts.flatMap((part, at) => (at ? [" ", part] : [part])));
}

/** A list that only adds what is new at its end, so that the visitor's place in it is kept. */
export class List {
  /**
   * @param {HTMLElement} list
   * @param {(result: Result) => HTMLElement} made
   */
  constructor(list, made) {
    this.list = list;
    this.made = made;
    /** @type {string} what the entries answer to */
    this.question = "";
  }

  /**
   * @param {Result[]} results
   * @param {string} question entries of the same question, in the same order, stay
   * @returns {HTMLElement | undefined} the first of those added to what was there
   */
  show(results, question) {
    const children = /** @type {HTMLCollectionOf<HTMLElement>} */ (this.list.children);
    const kept = question === this.question && children.length <= results.length ? children.length : 0;
    const added = results.slice(kept).map(this.made);
    this.question = question;
    if (kept) this.list.append(...added);
    else this.list.replaceChildren(...added);
    return kept ? added[0] : undefined;
  }

  clear() {
    this.question = "";
    this.list.replaceChildren();
  }
}
