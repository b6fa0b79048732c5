/** Points one can reach: with a mouse, a finger, or the arrow keys once the Tab key has led to the map. */

import { Towns } from "./towns.js";

/**
 * @typedef {object} Point
 * @property {any} marker Leaflet circle marker, on the map
 * @property {string} group its country
 * @property {() => string} name what a screen reader says
 * @property {() => void} choose what the Enter key or a click does
 * @property {string} [town] what is written beside it once it is near
 */

const FINGER = 22;
const MOUSE = 6;
const CLOSE = 4;
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The points of one map: one stop of the Tab key, then arrows in the order of the list beside the map. */
export class Points {
  /**
   * @param {import("./stage.js").Stage} stage
   * @param {Point[]} points in the order of the list
   * @param {"button" | "link"} role
   */
  constructor(stage, points, role) {
    this.stage = stage;
    this.points = points;
    this.shown = points;
    this.current = 0;
    points.forEach((point) => {
      const element = this.element(point);
      element.setAttribute("role", role);
      element.addEventListener("focus", () => this.#focused(point));
      point.marker.on("click", (/** @type {any} */ event) => {
        stage.L.DomEvent.stopPropagation(event);
        point.choose();
      });
    });
    stage.container.addEventListener("keydown", (event) => this.#key(event));
    stage.map.on("click", (/** @type {any} */ event) => {
      const reach = event.originalEvent.pointerType === "mouse" ? MOUSE : FINGER;
      this.#nearest(event.layerPoint, reach)?.choose();
    });
    stage.map.on("zoomend", () => this.scale());
    this.towns = new Towns(stage);
    this.refresh(points);
  }

  /**
   * @param {Point} point
   * @returns {SVGElement}
   */
  element(point) {
    return point.marker.getElement();
  }

  /** @param {Point[]} shown those that can be reached from now on */
  refresh(shown) {
    const before = this.shown[this.current];
    this.shown = shown;
    this.current = Math.max(0, shown.indexOf(before));
    const reachable = new Set(shown);
    for (const point of this.points) {
      this.element(point).classList.toggle("rp-off", !reachable.has(point));
      this.element(point).setAttribute("tabindex", point === shown[this.current] ? "0" : "-1");
      this.element(point).setAttribute("aria-label", point.name());
    }
    this.scale();
    this.towns.show(shown);
  }

  /** Points grow a little with the zoom; ``size`` is their radius in the middle of the range. */
  scale() {
    this.stage.container.classList.toggle("rp-close", this.stage.map.getZoom() >= CLOSE);
    const factor = Math.min(1.25, Math.max(0.5, 0.3 + 0.14 * this.stage.map.getZoom()));
    for (const { marker } of this.points) marker.setRadius((marker.size ??= marker.getRadius()) * factor);
  }

  /** @param {Point} point that takes the focus; if it is no longer shown, the one that the Tab key leads to */
  focus(point) {
    const reached = this.shown.includes(point) ? point : this.shown[this.current];
    if (reached) this.element(reached).focus({ preventScroll: true });
  }

  /** @param {Point} point */
  #focused(point) {
    this.element(this.shown[this.current])?.setAttribute("tabindex", "-1");
    this.current = this.shown.indexOf(point);
    this.element(point).setAttribute("tabindex", "0");
    this.stage.reveal(point.marker.getLatLng());
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const point = this.shown[this.current];
    if (!point || event.target !== this.element(point) || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === "Enter" || key === " ") point.choose();
    else if (key === "+" || key === "-") this.stage.zoom(key === "+" ? 1 : -1, point.marker.getLatLng());
    else {
      const next = this.#next(key, point);
      if (next === undefined) return;
      if (next) this.focus(next);
    }
    event.preventDefault();
  }

  /**
   * @param {string} key
   * @param {Point} point
   * @returns {Point | null | undefined} where the key leads; null at the end; undefined for another key
   */
  #next(key, point) {
    const { shown, current } = this;
    if (key in STEPS) return shown[current + STEPS[/** @type {keyof typeof STEPS} */ (key)]] ?? null;
    if (key === "Home") return shown[0];
    if (key === "End") return shown[shown.length - 1];
    if (key === "PageDown") return shown.find(({ group }, at) => at > current && group !== point.group) ?? null;
    if (key !== "PageUp") return undefined;
    const before = shown.slice(0, current).reverse().find(({ group }) => group !== point.group);
    return before ? shown.find(({ group }) => group === before.group) ?? null : shown[0];
  }

  /**
   * @param {any} where pixels
   * @param {number} reach pixels
   * @returns {Point | undefined} the nearest point within reach: the one that was meant
   */
  #nearest(where, reach) {
    const { map } = this.stage;
    let [nearest, least] = [/** @type {Point | undefined} */ (undefined), reach];
    for (const point of this.shown) {
      const { marker } = point;
      const far = map.latLngToLayerPoint(marker.getLatLng()).distanceTo(where) - marker.getRadius();
      if (far < least) [nearest, least] = [point, far];
    }
    return nearest;
  }
}
