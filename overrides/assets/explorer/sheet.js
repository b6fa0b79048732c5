// A canvas that lies on the map and moves with it.

/** @typedef {import("./paint.js").View} View */

export class Sheet {
  /**
   * @param {import("../map/stage.js").Stage} stage
   * @param {HTMLElement} pane
   * @param {string} name class of the canvas
   */
  constructor(stage, pane, name) {
    this.stage = stage;
    this.canvas = document.createElement("canvas");
    this.canvas.className = `leaflet-zoom-animated ${name}`;
    this.canvas.setAttribute("aria-hidden", "true");
    /** @type {{zoom: number, left: number, top: number}} where the picture lies in the world of its zoom, in pixels */
    this.picture = { zoom: 0, left: 0, top: 0 };
    pane.append(this.canvas);
  }

  /**
   * @param {View} view
   * @param {(context: CanvasRenderingContext2D) => void} draw on the empty canvas
   */
  show({ width, height, ratio, scale, left, top }, draw) {
    const { canvas } = this;
    const context = canvas.getContext("2d");
    if (!context) return;
    canvas.width = Math.ceil(width * ratio); // also empties it
    canvas.height = Math.ceil(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    draw(context);
    this.picture = { zoom: Math.log2(scale), left, top };
    this.follow();
  }

  /**
   * Lies where the picture belongs, on the map as it is or as it is about to be.
   * @param {any} [center]
   * @param {number} [zoom]
   */
  follow(center, zoom) {
    const { L, map } = this.stage;
    const to = zoom ?? map.getZoom();
    const grown = 2 ** (to - this.picture.zoom);
    const at = L.point(this.picture.left * grown, this.picture.top * grown).subtract(this.#origin(center, to));
    L.DomUtil.setTransform(this.canvas, at, grown);
  }

  /**
   * @param {any} center where the map is going; nowhere if none
   * @param {number} zoom
   * @returns {any} where the map's panes will begin, in pixels of the world of that zoom
   */
  #origin(center, zoom) {
    const { L, map } = this.stage;
    if (!center) return map.getPixelOrigin();
    const moved = L.DomUtil.getPosition(map.getPane("mapPane"));
    return map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(moved).round();
  }
}
