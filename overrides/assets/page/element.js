// Elements of the page. Text of records only ever enters as text.

import { pieces } from "./raised.js";

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | undefined>} attributes those that are undefined are left out
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * The text with the endings of ordinals as exponents.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function raised(text) {
  return pieces(text).map(([piece, isRaised]) => (isRaised ? element("sup", {}, piece) : piece));
}

/**
 * The text with its matching words marked.
 * @param {[text: string, isMatch: boolean | 0 | 1][]} segments
 * @returns {(Node | string)[]}
 */
export function marked(segments) {
  return segments.flatMap(([text, isMatch]) => (isMatch ? [element("mark", {}, ...raised(text))] : raised(text)));
}

/**
 * The one element of the page's part that answers to a selector; a template without it is a mistake.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function one(root, selector) {
  const match = root.querySelector(selector);
  if (!match) throw new Error(`the page has no ${selector}`);
  return /** @type {HTMLElement} */ (match);
}

/**
 * A link that leads to another state of the page: a plain click is taken by the page itself.
 * @param {string} address `?…`, as `write` of state.js gives it
 * @param {Record<string, string | undefined>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLAnchorElement}
 */
export function step(address, attributes, ...children) {
  return element("a", { href: address || "./", "data-step": "", ...attributes }, ...children);
}
