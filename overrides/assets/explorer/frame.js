// The code that shows a search on another site. Pure.

import { EMPTY, write } from "../search/state.js";

/**
 * @typedef {import("../search/state.js").State} State
 *
 * @typedef {object} Frame
 * @property {"list" | "map"} view
 * @property {number | null} width in pixels; all there is if null
 * @property {number} height in pixels
 * @property {number} shown results
 */

/** Results that a frame shows if its address does not say. */
export const SHOWN = 10;
const MOST = 100;

/**
 * The address of the page in the frame.
 * @param {State} state
 * @param {Pick<Frame, "view" | "shown">} frame
 * @param {URL} page `/integrer/`
 * @returns {URL}
 */
export function framed(state, { view, shown }, page) {
  const address = new URL(page);
  address.search = write({ ...state, view, taxonomy: EMPTY.taxonomy, shown: EMPTY.shown });
  // A frame may show fewer results than the search page ever does.
  if (shown !== SHOWN) address.searchParams.set("shown", String(shown));
  address.search = address.search.replaceAll("%2C", ",");
  return address;
}

/**
 * How many results a frame shows.
 * @param {string} search its address's part after the question mark
 * @returns {number}
 */
export function shownIn(search) {
  const text = new URLSearchParams(search).get("shown") ?? "";
  const number = /^\d{1,4}$/u.test(text) ? Number(text) : SHOWN;
  return Math.min(Math.max(number, 1), MOST);
}

/**
 * The code to paste.
 * @param {URL} address
 * @param {string} title
 * @param {Frame} frame
 * @returns {string}
 */
export function code(address, title, { width, height }) {
  const attributes = {
    src: address.href,
    title,
    width: width === null ? "100%" : String(width),
    height: String(height),
    style: "border: 0; max-width: 100%",
    loading: "lazy",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${written.join(" ")}></iframe>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
