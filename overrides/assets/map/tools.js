/** Buttons of a map: zoom, views, and a detailed background that is only asked for on demand. */

import { element } from "../page/element.js";
import { CARIBBEAN, GUIANAS } from "./areas.js";

const ZOOMS = [
  { key: "zoom_in", sign: "+", steps: 1 },
  { key: "zoom_out", sign: "−", steps: -1 },
];
const DETAILED = 17;

/**
 * @param {import("./stage.js").Stage} stage
 * @param {import("./words.js").Words} words
 * @param {any} whole Leaflet bounds
 * @returns {[string, any][]} what a map of the whole can look at
 */
export function views(stage, words, whole) {
  const { L } = stage;
  return [
    [words.say("view_whole"), whole],
    [words.say("view_caribbean"), L.latLngBounds(CARIBBEAN)],
    [words.say("view_guianas"), L.latLngBounds(GUIANAS)],
    [words.say("view_france"), stage.outline("fr").getBounds()],
  ];
}

/**
 * @param {import("./stage.js").Stage} stage
 * @param {import("./words.js").Words} words
 * @param {[string, any][]} views names of what to look at, and where that is
 * @returns {HTMLElement} the bar that holds them
 */
export function tools(stage, words, views) {
  const bar = element("div", { class: "rp-map__tools", role: "group", "aria-label": words.say("tools") });
  for (const { key, sign, steps } of ZOOMS) {
    const attributes = { type: "button", class: "rp-map__button rp-map__zoom", "aria-label": words.say(key) };
    const button = element("button", attributes, sign);
    button.addEventListener("click", () => stage.zoom(steps));
    bar.append(button);
  }
  for (const [name, area] of views) {
    const button = element("button", { type: "button", class: "rp-map__button" }, name);
    button.addEventListener("click", () => stage.look(area));
    bar.append(button);
  }
  stage.container.before(bar);
  stage.controls.push(bar);
  stage.container.parentElement?.after(...background(stage, words));
  return bar;
}

/**
 * @param {import("./stage.js").Stage} stage
 * @param {import("./words.js").Words} words
 * @returns {HTMLElement[]} the button for a detailed background, with what pressing it means; nothing if the site
 *   names no tile server
 */
function background(stage, words) {
  const address = /** @type {HTMLElement | null} */ (document.querySelector("[data-tiles]"))?.dataset.tiles;
  if (!address) return [];
  const host = new URL(address.replace(/[{}]/g, ""), document.baseURI).host;
  const button = element("button", { type: "button", class: "rp-map__button" }, words.say("tiles_show"));
  const note = element("span", {}, words.say("tiles_note", { host }));
  const { map, figure, L } = stage;
  const { maxZoom, zoomSnap } = map.options;
  const layer = L.tileLayer(address, { maxZoom: DETAILED, referrerPolicy: "strict-origin-when-cross-origin" });
  button.addEventListener("click", () => {
    const show = !map.hasLayer(layer);
    map.options.zoomSnap = show ? 1 : zoomSnap;
    map.setMaxZoom(show ? DETAILED : maxZoom);
    if (show) map.setZoom(Math.round(map.getZoom()), { animate: false });
    if (show) map.addLayer(layer);
    else map.removeLayer(layer);
    figure.classList.toggle("rp-map--tiles", show);
    button.textContent = words.say(show ? "tiles_hide" : "tiles_show");
    note.replaceChildren(show ? credit(words) : words.say("tiles_note", { host }));
  });
  return [element("p", { class: "rp-map__tiles" }, button, " ", note)];
}

/**
 * @param {import("./words.js").Words} words
 * @returns {Node} whose work the background is
 */
function credit(words) {
  return element("a", { href: "https://www.openstreetmap.org/copyright", rel: "noopener" }, words.say("tiles_credit"));
}
