// The part of the map that is searched: offered when the visitor has moved, framed while it is asked for.

import { element } from "../page/element.js";

/** @typedef {import("../search/state.js").Box} Box */

export class Zone {
  /**
   * @param {import("../map/stage.js").Stage} stage
   * @param {Record<string, any>} texts
   * @param {(box: Box | null) => void} choose what searching in a part, or no longer, does
   */
  constructor(stage, texts, choose) {
    this.stage = stage;
    /** @type {Box | null} what is searched */
    this.box = null;
    /** @type {any} its frame, while there is one */
    this.frame = undefined;
    const button = (/** @type {string} */ text) =>
      element("button", { type: "button", class: "rp-map__button", hidden: "" }, text);
    this.here = button(texts.search_here);
    this.lift = button(texts.lift);
    this.here.addEventListener("click", () => choose(this.seen()));
    this.lift.addEventListener("click", () => choose(null));
    const bar = element("div", { class: "rp-zone" }, this.here, this.lift);
    stage.container.after(bar);
    stage.controls.push(bar);
  }

  /** Offers to search where the map now looks. */
  offer() {
    this.here.hidden = false;
  }

  /** @param {Box | null} box what is searched */
  show(box) {
    if (String(box) === String(this.box)) return;
    const { L, map } = this.stage;
    this.box = box;
    this.frame?.remove();
    const style = { className: "rp-zone__frame", interactive: false, pane: "points" };
    this.frame = box && L.rectangle(corners(box), style).addTo(map).bringToBack();
    // One button takes the place of the other, and the focus.
    const active = document.activeElement;
    const [gone, come] = box ? [this.here, this.lift] : [this.lift, this.here];
    come.hidden = false;
    if (active === gone) come.focus();
    gone.hidden = true;
  }

  /** @returns {Box} what the map shows, in hundredths of a degree */
  seen() {
    const seen = this.stage.map.getBounds();
    const degrees = (/** @type {number} */ value, /** @type {number} */ most) =>
      Math.max(-most, Math.min(most, Math.round(value * 100) / 100));
    const [west, east] = [seen.getWest(), seen.getEast()].map((lon) => degrees(lon, 180));
    const [south, north] = [seen.getSouth(), seen.getNorth()].map((lat) => degrees(lat, 90));
    return [west, south, east, north];
  }
}

/**
 * @param {Box} box
 * @returns {[[number, number], [number, number]]} south-west and north-east, latitudes first as Leaflet wants them
 */
export function corners([west, south, east, north]) {
  return [[south, west], [north, east]];
}
