/** The names of the points, once the visitor is so near that few of them are in sight. */

import { element } from "../page/element.js";
import { place } from "./labels.js";

/** Zoom from which on names are shown. */
const NEAR = 5;
/** Points in sight above which none is named: most would find no room, and which do would be chance. */
const MANY = 40;

export class Towns {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    /** @type {import("./points.js").Point[]} */
    this.points = [];
    this.pane = stage.map.createPane("towns");
    // Points have names of their own for those who do not see them.
    this.pane.setAttribute("aria-hidden", "true");
    this.waiting = 0;
    stage.map.on("zoomstart", () => this.pane.replaceChildren());
    stage.map.on("moveend zoomend resize", () => this.#soon());
    stage.map.on("unload", () => cancelAnimationFrame(this.waiting));
  }

  /** @param {import("./points.js").Point[]} points those that are shown from now on */
  show(points) {
    this.points = points;
    this.#soon();
  }

  /** A move of the map says several times that it has ended, and other words on it may come only then. */
  #soon() {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    const { stage, pane } = this;
    const { map, container } = stage;
    pane.replaceChildren();
    const seen = map.getBounds();
    const near = this.points.filter(({ marker, town }) => town && seen.contains(marker.getLatLng()));
    if (map.getZoom() < NEAR || near.length > MANY) return;
    near.sort((one, other) => other.marker.getRadius() - one.marker.getRadius());
    const names = near.map(({ town }) => element("span", { class: "rp-town" }, town ?? ""));
    pane.append(...names);
    const dots = near.map(({ marker }, at) => {
      const { x, y } = map.latLngToContainerPoint(marker.getLatLng());
      const { offsetWidth: width, offsetHeight: height } = names[at];
      return { x, y, radius: marker.getRadius(), width, height };
    });
    const words = container.querySelectorAll(".rp-name");
    const { clientWidth: width, clientHeight: height } = container;
    place(dots, { width, height }, stage.boxes([...stage.controls, ...words])).forEach((box, at) => {
      if (!box) names[at].remove();
      else stage.L.DomUtil.setPosition(names[at], map.containerPointToLayerPoint([box.left, box.top]));
    });
  }
}
