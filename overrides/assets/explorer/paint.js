// Draws lines on any canvas, in the page or in a worker. No page here.

import { greatCircle } from "../map/arc.js";

/**
 * @typedef {object} Piece a part of a line that has one colour
 * @property {number} shade which, from the French end on
 * @property {number} weight pixels
 * @property {Float64Array} way x and y of its points, in pixels of a world 256 wide
 * @property {[west: number, north: number, east: number, south: number]} box what it covers, in the same
 *
 * @typedef {object} View what a picture shows
 * @property {number} width pixels of the page, as all below
 * @property {number} height
 * @property {number} ratio pixels of the screen for one of the page
 * @property {number} scale how many times the world is wider than 256
 * @property {number} left of the picture, from the left of the world
 * @property {number} top
 * @property {[french: string, partner: string]} colours
 * @property {number} alpha
 */

/** Numbers that say a line: latitude and longitude of its French end, the same of the other, weight. */
export const FIELDS = 5;
const SHADES = 6;
/** Degrees of a great circle drawn as straight, at most. */
const STEP = 2.5;
const WORLD = 256;

/**
 * @param {ArrayLike<number>} lines each as many numbers as `FIELDS` tells
 * @returns {Piece[]} in the order they are drawn: the thin ones first, so that the thick ones stay visible
 */
export function pieces(lines) {
  /** @type {Piece[]} */
  const found = [];
  for (let at = 0; at < lines.length; at += FIELDS) {
    const points = greatCircle([lines[at], lines[at + 1]], [lines[at + 2], lines[at + 3]], STEP, SHADES);
    const way = projected(points);
    const steps = points.length - 1;
    for (let shade = 0; shade < SHADES; shade += 1) {
      const [from, to] = [Math.floor((shade * steps) / SHADES), Math.floor(((shade + 1) * steps) / SHADES)];
      const part = way.subarray(2 * from, 2 * to + 2);
      if (to > from) found.push({ shade, weight: lines[at + 4], way: part, box: boxOf(part) });
    }
  }
  return found.sort((a, b) => a.weight - b.weight);
}

/**
 * @param {import("../map/arc.js").LatLng[]} points
 * @returns {Float64Array} x and y of each, as Mercator's projection puts them in a world 256 wide
 */
function projected(points) {
  const found = new Float64Array(2 * points.length);
  points.forEach(([lat, lon], at) => {
    const sine = Math.sin((lat * Math.PI) / 180);
    found[2 * at] = WORLD * (lon / 360 + 0.5);
    found[2 * at + 1] = WORLD * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
  });
  return found;
}

/**
 * @param {Float64Array} way
 * @returns {Piece["box"]}
 */
function boxOf(way) {
  /** @type {Piece["box"]} */
  const box = [way[0], way[1], way[0], way[1]];
  for (let at = 2; at < way.length; at += 2) {
    box[0] = Math.min(box[0], way[at]);
    box[1] = Math.min(box[1], way[at + 1]);
    box[2] = Math.max(box[2], way[at]);
    box[3] = Math.max(box[3], way[at + 1]);
  }
  return box;
}

/**
 * @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Context
 *
 * @param {Context} context of an empty canvas
 * @param {Piece[]} drawn
 * @param {View} view
 */
export function paint(context, drawn, { width, height, ratio, scale, left, top, colours, alpha }) {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.globalAlpha = alpha;
  context.lineJoin = "round";
  const inks = mixed(context, colours);
  for (const { shade, weight, way, box } of drawn) {
    if (box[2] * scale - left < -weight || box[0] * scale - left > width + weight) continue;
    if (box[3] * scale - top < -weight || box[1] * scale - top > height + weight) continue;
    context.beginPath();
    context.moveTo(way[0] * scale - left, way[1] * scale - top);
    for (let at = 2; at < way.length; at += 2) context.lineTo(way[at] * scale - left, way[at + 1] * scale - top);
    context.lineWidth = weight;
    context.strokeStyle = inks[shade];
    context.stroke();
  }
}

/**
 * @param {Context} context
 * @param {View["colours"]} colours
 * @returns {Context["strokeStyle"][]} from the one to the other; the nearer of the two where colours cannot be mixed
 */
function mixed(context, [french, partner]) {
  return Array.from({ length: SHADES }, (_, shade) => {
    const part = shade / (SHADES - 1);
    context.strokeStyle = part < 0.5 ? french : partner;
    context.strokeStyle = `color-mix(in srgb, ${partner} ${Math.round(100 * part)}%, ${french})`;
    return context.strokeStyle;
  });
}
