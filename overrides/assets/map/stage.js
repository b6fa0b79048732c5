/** A map's stage: Leaflet, the sea and the land drawn by Folium, and what every map does alike. */

import { dataAt } from "../page/data.js";
import { loadModule } from "../page/module.js";
import { EVERYWHERE, WHOLE } from "./areas.js";
import { room } from "./room.js";

const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

/** @type {Promise<any> | undefined} */
let leaflet;

/** @returns {Promise<any>} Leaflet, loaded once for the page */
function load() {
  leaflet ??= Promise.all([
    added("link", { rel: "stylesheet", href: dataAt("map/leaflet/leaflet.css").href }),
    added("script", { src: dataAt("map/leaflet/leaflet.js").href }),
  ])
    .then(() => {
      const { L } = /** @type {any} */ (window);
      if (still) {
        L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false });
      }
      return L;
    })
    .catch((error) => {
      leaflet = undefined;
      throw error;
    });
  return leaflet;
}

/**
 * @param {"link" | "script"} tag
 * @param {Record<string, string>} attributes
 * @returns {Promise<void>} settled when the file is there; first in the head, so that the site's own styles win
 */
function added(tag, attributes) {
  return new Promise((resolve, reject) => {
    const made = Object.assign(document.createElement(tag), attributes);
    made.onload = () => resolve();
    made.onerror = () => {
      made.remove();
      reject(new Error(`cannot load ${attributes.href ?? attributes.src}`));
    };
    document.head.prepend(made);
  });
}

/** The map of one figure. */
export class Stage {
  /**
   * @param {HTMLElement} figure
   * @param {Promise<unknown>} [ready] what else must be there before anything is drawn
   * @returns {Promise<Stage>} with sea and land, looking at the whole area
   */
  static async open(figure, ready) {
    const [L, base] = await Promise.all([load(), loadModule(dataAt("map/base.js")), ready]);
    const container = /** @type {HTMLElement} */ (figure.querySelector("[data-stage]"));
    return new Stage(L, figure, container, base.default(L, container));
  }

  /**
   * @param {any} L
   * @param {HTMLElement} figure
   * @param {HTMLElement} container
   * @param {{map: any, land: any}} base
   */
  constructor(L, figure, container, { map, land }) {
    this.L = L;
    this.figure = figure;
    this.container = container;
    this.map = map;
    this.land = land;
    /** What lies over the map: nothing is shown under it. @type {Element[]} */
    this.controls = [];
    /** Whether the visitor has chosen where to look. */
    this.moved = false;
    /** @type {[any, number, number] | undefined} */
    this.view = undefined;
    map.on("dragstart dblclick", () => (this.moved = true));
    // Whole pixels would make long lines tremble.
    map.latLngToLayerPoint = (/** @type {any} */ at) => map.project(L.latLng(at)).subtract(map.getPixelOrigin());
    this.sized = new ResizeObserver(() => this.#resized());
    this.sized.observe(container);
  }

  /** Takes the map away. */
  close() {
    this.sized.disconnect();
    this.map.remove();
  }

  #resized() {
    // Hidden for now: it will be shown as it was.
    if (!this.container.clientWidth) return;
    this.map.invalidateSize({ animate: false, pan: !this.moved });
    if (!this.moved && this.view) this.look(...this.view);
  }

  /**
   * @param {string} id of a country, in small letters
   * @returns {any} its outline; undefined if the land has none
   */
  outline(id) {
    return this.land.getLayers().find((/** @type {any} */ land) => land.feature.id === id);
  }

  /** @param {any[]} markers @returns {any} Leaflet bounds of what they cover; the whole area if there are none */
  span(markers) {
    return this.L.latLngBounds(markers.length ? markers.map((marker) => marker.getLatLng()) : WHOLE);
  }

  /**
   * @param {Iterable<Element>} elements
   * @returns {import("./room.js").Box[]} where those that can be seen are on the map
   */
  boxes(elements) {
    const frame = this.container.getBoundingClientRect();
    return [...elements].map((each) => each.getBoundingClientRect()).filter(({ height }) => height).map((box) => ({
      left: box.left - frame.left,
      top: box.top - frame.top,
      right: box.right - frame.left,
      bottom: box.bottom - frame.top,
    }));
  }

  /** @param {number} padding wished for on every side @returns {ReturnType<typeof room>} */
  #room(padding) {
    const { clientWidth: width, clientHeight: height } = this.container;
    return room({ width, height }, this.boxes(this.controls), padding);
  }

  /**
   * Shows the area as large as it fits beside the controls, and again whenever the map changes size until the visitor moves it.
   * @param {any} area Leaflet bounds
   * @param {number} [padding] pixels left free around it
   * @param {number} [closest] deepest zoom
   */
  look(area, padding = 24, closest = 8) {
    this.view = [area, padding, closest];
    this.moved = false;
    const { options } = this.map;
    const { zoomSnap, maxBounds } = options;
    // The map's own limits would push the area back under the controls.
    Object.assign(options, { zoomSnap: 0, maxBounds: this.L.latLngBounds(EVERYWHERE) });
    this.map.fitBounds(area, { animate: false, ...this.#room(padding), maxZoom: closest });
    Object.assign(options, { zoomSnap, maxBounds });
  }

  /**
   * Goes near a place and stays there.
   * @param {any} at
   * @param {number} zoom
   */
  approach(at, zoom) {
    this.moved = true;
    this.map.setView(at, zoom, { animate: false });
  }

  /**
   * Moves as little as needed for the place to be seen well.
   * @param {any} at
   */
  reveal(at) {
    this.moved = true;
    this.map.panInside(at, { ...this.#room(48), animate: !still });
  }

  /**
   * @param {number} steps towards the ground
   * @param {any} [around] the place that keeps still; the middle if none
   */
  zoom(steps, around) {
    const { map } = this;
    this.moved = true;
    map.setZoomAround(around ?? map.getCenter(), map.getZoom() + steps * map.options.zoomDelta, { animate: !still });
  }

  /**
   * Lets a mouse drag and zoom, and two fingers too; one finger keeps scrolling the page, and so does the wheel
   * until the map has been clicked or the control key is held.
   */
  steer() {
    const { map, container } = this;
    let clicked = false;
    if (!matchMedia("(pointer: coarse)").matches) {
      map.dragging.enable();
      map.doubleClickZoom.enable();
    }
    map.on("click", () => (clicked = true));
    container.addEventListener("pointerleave", () => (clicked = false));
    this.figure.addEventListener(
      "wheel",
      (event) => {
        const free = event.ctrlKey || event.metaKey || clicked;
        map.scrollWheelZoom[free && container.contains(/** @type {Node} */ (event.target)) ? "enable" : "disable"]();
        if (free) this.moved = true;
      },
      { capture: true, passive: true },
    );
    container.addEventListener("touchstart", ({ touches }) => (this.moved ||= touches.length > 1), { passive: true });
  }

  /**
   * @param {string} text
   * @returns {HTMLElement} the text as Leaflet shows it: never as HTML
   */
  label(text) {
    const made = document.createElement("span");
    made.textContent = text;
    return made;
  }
}
