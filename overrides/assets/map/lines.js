/** Lines between places: great circles that run from the colour of France to that of its partners. */

import { greatCircle } from "./arc.js";

const SVG = "http://www.w3.org/2000/svg";

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
 * Paints lines on the map, whichever way they run.
 * @param {import("./stage.js").Stage} stage
 * @param {any[]} lines the French end first
 */
export function paint(stage, lines) {
  for (const line of lines) {
    const way = line.getLatLngs();
    const [from, to] = [way[0], way[way.length - 1]];
    const { width, height } = line.getElement().getBBox();
    // A drawing without width or height takes no gradient at all.
    if (width < 1 || height < 1) continue;
    line.setStyle({ color: `url(#${gradient(stage, to.lng < from.lng, to.lat < from.lat)})` });
  }
}

/**
 * @param {import("./stage.js").Stage} stage
 * @param {boolean} west whether the partner lies to the west
 * @param {boolean} south
 * @returns {string} id of the gradient from the French colour to the partner's
 */
function gradient(stage, west, south) {
  const id = `rp-arc-${south ? "south" : "north"}-${west ? "west" : "east"}`;
  const drawing = /** @type {SVGElement} */ (stage.container.querySelector(".leaflet-overlay-pane svg"));
  if (drawing.querySelector(`#${id}`)) return id;
  const made = document.createElementNS(SVG, "linearGradient");
  const [x, y] = [west ? 1 : 0, south ? 0 : 1];
  for (const [name, value] of Object.entries({ id, x1: x, y1: y, x2: 1 - x, y2: 1 - y })) {
    made.setAttribute(name, String(value));
  }
  for (const [offset, side] of [["0", "french"], ["1", "partner"]]) {
    const stop = document.createElementNS(SVG, "stop");
    stop.setAttribute("offset", offset);
    stop.setAttribute("class", `rp-arc-${side}`);
    made.append(stop);
  }
  const defs = document.createElementNS(SVG, "defs");
  defs.append(made);
  drawing.prepend(defs);
  return id;
}
