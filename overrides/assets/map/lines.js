/** Lines between places: great circles that run from the colour of France to that of its partners. */

import { greatCircle } from "./arc.js";

const SVG = "http://www.w3.org/2000/svg";
const PAINT = "rp-arc-paint";

/**
 * Bends straight lines into great circles. Their first point is the French one.
 * @param {any} lines layer of lines, not yet on the map
 */
export function bend(lines) {
  lines.eachLayer((/** @type {any} */ line) => {
    const [from, to] = line.getLatLngs();
    line.setLatLngs(greatCircle([from.lat, from.lng], [to.lat, to.lng]));
  });
}

/**
 * Puts the paint of lines into the map's drawing.
 * @param {import("./stage.js").Stage} stage with at least one line on it
 */
export function paint(stage) {
  const drawing = stage.container.querySelector(".leaflet-overlay-pane svg");
  if (!drawing || drawing.querySelector(`#${PAINT}`)) return;
  const gradient = document.createElementNS(SVG, "linearGradient");
  // France lies to the north-east of its partners: the paint follows that diagonal.
  for (const [name, value] of Object.entries({ id: PAINT, x1: "1", y1: "0", x2: "0", y2: "1" })) {
    gradient.setAttribute(name, value);
  }
  for (const [offset, side] of [["0", "french"], ["1", "partner"]]) {
    const stop = document.createElementNS(SVG, "stop");
    stop.setAttribute("offset", offset);
    stop.setAttribute("class", `rp-arc-${side}`);
    gradient.append(stop);
  }
  const defs = document.createElementNS(SVG, "defs");
  defs.append(gradient);
  drawing.prepend(defs);
}

/**
 * @param {import("./stage.js").Stage} stage
 * @param {any} lines
 * @returns {any} what the lines' ends cover, else the whole area from Latin America to France
 */
export function reach(stage, lines) {
  const bounds = lines.getBounds();
  return bounds.isValid() ? bounds : stage.L.latLngBounds([-46, -104], [51, 8]);
}
