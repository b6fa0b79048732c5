// Paints thousands of lines away from the page, which stays free to move.

import { paint, pieces } from "./paint.js";

/**
 * @typedef {object} Task
 * @property {Float64Array} [lines] what to draw from now on
 * @property {import("./paint.js").View} [view] the picture that is wanted
 */

const scope = /** @type {any} */ (globalThis);

/** @type {import("./paint.js").Piece[]} */
let drawn = [];

scope.onmessage = (/** @type {MessageEvent<Task>} */ { data: { lines, view } }) => {
  if (lines) drawn = pieces(lines);
  if (!view) return;
  const canvas = new OffscreenCanvas(Math.ceil(view.width * view.ratio), Math.ceil(view.height * view.ratio));
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas to paint on");
  paint(context, drawn, view);
  const picture = canvas.transferToImageBitmap();
  scope.postMessage({ picture, view }, [picture]);
};
