// Lines between places, on a canvas between land and points: a thousand of them move as one picture.

import { FIELDS, paint, pieces } from "./paint.js";
import { Sheet } from "./sheet.js";

/** @typedef {import("./places.js").Line} Line */
/** @typedef {import("./paint.js").View} View */

const FEW = 300;
/** Width of a line: the first and, for each result, the second more; never above the third. */
const WEIGHT = [0.5, 0.5, 5];
const [LEAST, MOST] = [0.09, 0.32];
/** Part of the map's size painted beyond each of its edges. */
const AROUND = 0.25;
const SHARPEST = 2;

export class Lines {
  /**
   * @param {import("../map/stage.js").Stage} stage
   * @param {import("./places.js").Places} places
   */
  constructor(stage, places) {
    this.stage = stage;
    this.places = places;
    const pane = stage.map.createPane("lines");
    this.all = new Sheet(stage, pane, "rp-lines");
    this.clear = new Sheet(stage, pane, "rp-lines rp-lines--clear");
    /** @type {Float64Array} */
    this.drawn = new Float64Array();
    /** @type {import("./paint.js").Piece[]} what is painted here and now; empty where the worker paints */
    this.few = [];
    /** @type {import("./paint.js").Piece[]} those that stand out */
    this.chosen = [];
    /** @type {Worker | null | undefined} null if there can be none */
    this.worker = undefined;
    /** @type {{asked: View | null, busy: boolean}} */
    this.waiting = { asked: null, busy: false };
    /** The frame before which to paint; 0 if nothing has changed. */
    this.frame = 0;
    stage.map.on("zoomanim", (/** @type {any} */ { center, zoom }) => this.#follow(center, zoom));
    stage.map.on("zoom viewreset", () => this.#follow());
    stage.map.on("moveend", () => this.#soon());
    this.dressed = new MutationObserver(() => this.repaint());
    this.dressed.observe(document.documentElement, { attributeFilter: ["data-scheme"] });
  }

  /** @param {Line[]} lines those on the map from now on */
  show(lines) {
    this.drawn = this.#numbers(lines);
    const here = lines.length <= FEW || !this.#worker();
    this.few = here ? pieces(this.drawn) : [];
    if (!here) this.#worker()?.postMessage({ lines: this.drawn });
    this.#soon();
  }

  /** @param {Line[]} lines those that stand out from now on */
  point(lines) {
    if (!lines.length && !this.chosen.length) return;
    this.chosen = pieces(this.#numbers(lines));
    this.#standOut();
  }

  close() {
    cancelAnimationFrame(this.frame);
    this.dressed.disconnect();
    this.worker?.terminate();
    this.worker = null;
  }

  /** Paints once, however often the map moves before the next frame; until then the picture there is follows it. */
  #soon() {
    this.#follow();
    this.frame ||= requestAnimationFrame(() => this.repaint());
  }

  /** Paints the lines as the map is now. */
  repaint() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const total = this.drawn.length / FIELDS;
    const view = this.#view(Math.max(LEAST, MOST * Math.min(1, Math.sqrt(FEW / Math.max(1, total)))));
    this.#follow();
    if (this.few.length || !total) {
      this.waiting.asked = null;
      this.all.show(view, (context) => paint(context, this.few, view));
    } else {
      this.waiting.asked = view;
      this.#ask();
    }
    if (this.chosen.length) this.#standOut();
  }

  #standOut() {
    const view = this.#view(0.9);
    this.clear.show(view, (context) => paint(context, this.chosen, view));
  }

  /** @param {any} [center] @param {number} [zoom] */
  #follow(center, zoom) {
    for (const sheet of [this.all, this.clear]) sheet.follow(center, zoom);
  }

  /**
   * @param {Line[]} lines
   * @returns {Float64Array} as paint.js reads them
   */
  #numbers(lines) {
    const [thinnest, more, widest] = WEIGHT;
    return new Float64Array(
      lines.flatMap(({ french, partner, count }) => {
        const [from, to] = [this.places.all[french], this.places.all[partner]];
        return [from.lat, from.lon, to.lat, to.lon, Math.min(widest, thinnest + more * count)];
      }),
    );
  }

  /**
   * @param {number} alpha
   * @returns {View} the map and what is around it
   */
  #view(alpha) {
    const { map, container } = this.stage;
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint(size.multiplyBy(-AROUND)).round().add(map.getPixelOrigin());
    const colour = (/** @type {string} */ name) => getComputedStyle(container).getPropertyValue(name).trim();
    return {
      width: Math.ceil(size.x * (1 + 2 * AROUND)),
      height: Math.ceil(size.y * (1 + 2 * AROUND)),
      ratio: Math.min(devicePixelRatio, SHARPEST),
      scale: 2 ** map.getZoom(),
      left: corner.x,
      top: corner.y,
      colours: [colour("--rp-brand"), colour("--rp-accent")],
      alpha,
    };
  }

  /** Asks for the picture that is wanted, one at a time: the map may have moved on before it is there. */
  #ask() {
    const { asked, busy } = this.waiting;
    if (busy || !asked) return;
    this.waiting = { asked: null, busy: true };
    this.#worker()?.postMessage({ view: asked });
  }

  /** @returns {Worker | null} none where a browser has no canvas for workers */
  #worker() {
    if (this.worker !== undefined) return this.worker;
    this.worker = null;
    if (typeof OffscreenCanvas === "undefined" || typeof Worker === "undefined") return null;
    this.worker = new Worker(new URL("lines-worker.js", import.meta.url), { type: "module" });
    this.worker.onmessage = ({ data: { picture, view } }) => {
      this.waiting.busy = false;
      // Meanwhile there may be few lines, painted here.
      if (!this.few.length && this.drawn.length) {
        this.all.show(view, (context) => context.drawImage(picture, 0, 0));
      }
      picture.close();
      this.#ask();
    };
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.worker = null;
      this.few = pieces(this.drawn);
      this.repaint();
    };
    return this.worker;
  }
}
