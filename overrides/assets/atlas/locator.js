/** A small map: the places listed beside it, and the lines that join them. */

import { greatCircle } from "../map/arc.js";
import { REGION } from "../map/areas.js";
import { paint } from "../map/lines.js";
import { tellApart } from "../map/overseas.js";
import { Points } from "../map/points.js";
import { Stage } from "../map/stage.js";
import { tools } from "../map/tools.js";
import { loadWords } from "../map/words.js";

const CLOSEST = 6.5;

/** @param {HTMLElement} figure */
export async function draw(figure) {
  const [stage, words] = await Promise.all([Stage.open(figure), loadWords()]);
  const { L, map } = stage;
  const entries = /** @type {HTMLElement[]} */ ([...figure.querySelectorAll("[data-lat]")]);
  const where = entries.map(({ dataset }) => L.latLng(Number(dataset.lat), Number(dataset.lon)));
  const { area, closest } = scope(stage, where);
  tools(stage, words, []);
  stage.look(area, where.length > 1 ? 40 : 24, closest);
  const lines = JSON.parse(figure.dataset.lines || "[]").map((/** @type {[number, number]} */ [from, to]) => {
    const ends = entries[from].dataset.french === undefined ? [to, from] : [from, to];
    const [start, end] = ends.map((at) => where[at]);
    const way = greatCircle([start.lat, start.lng], [end.lat, end.lng]);
    const options = { className: "rp-arc rp-arc--clear", weight: 2, interactive: false, smoothFactor: 0.3 };
    return L.polyline(way, options).addTo(map);
  });
  paint(stage, lines);
  tellApart(stage, words);
  const points = entries.map((entry, at) => point(stage, entry, where[at]));
  if (points.length) new Points(stage, points, "link");
  stage.steer();
}

/**
 * @param {Stage} stage
 * @param {any[]} where
 * @returns {{area: any, closest: number}} what to look at: the country the figure names, else the places
 */
function scope(stage, where) {
  const { country } = stage.figure.dataset;
  const area = stage.L.latLngBounds(where);
  stage.land.eachLayer((/** @type {any} */ land) => {
    if (land.feature.id !== country) return;
    land.getElement().classList.add("rp-land-here");
    land.bringToFront();
    area.extend(land.getBounds());
  });
  if (!area.isValid()) return { area: stage.L.latLngBounds(REGION), closest: CLOSEST };
  return { area, closest: country ? 7 : CLOSEST };
}

/**
 * @param {Stage} stage
 * @param {HTMLElement} entry of the list
 * @param {any} at
 * @returns {import("../map/points.js").Point}
 */
function point(stage, entry, at) {
  const { french, near } = entry.dataset;
  const className = `rp-at-${french === undefined ? "partner" : "french"}${near === undefined ? "" : "-near"}`;
  const marker = stage.L.circleMarker(at, { radius: 8, className, fill: true }).addTo(stage.map);
  const name = (entry.textContent ?? "").replace(/\s+/g, " ").trim();
  marker.bindTooltip(stage.label(name), { direction: "top", className: "rp-tip" });
  const link = /** @type {HTMLAnchorElement} */ (entry.querySelector("a"));
  const town = (link.textContent ?? "").trim();
  return { marker, group: "", name: () => name, choose: () => location.assign(link.href), town };
}
