// The places of the results as points of the map, that one can reach by mouse, finger and keyboard.

import { Points } from "../map/points.js";
import { fill, plural } from "../page/texts.js";
import { once } from "../page/wider.js";

/** Radius in pixels: the first, and the second times √results more. */
const RADIUS = [2.6, 1.5];
/** Pixels of the larger of two points at one place that the smaller leaves free. */
const RIM = 3;

export class Spots {
  /**
   * @param {import("../map/stage.js").Stage} stage
   * @param {import("./places.js").Places} places
   * @param {Record<string, any>} texts
   * @param {object} ways
   * @param {(id: string) => void} ways.choose what choosing a place does
   * @param {(rank: number | null) => void} ways.point what pointing at one does; null when it ends
   */
  constructor(stage, places, texts, { choose, point }) {
    this.stage = stage;
    this.texts = texts;
    this.places = places.all;
    /** @type {number[]} */
    this.counts = this.places.map(() => 0);
    stage.map.createPane("points");
    const usual = places.spread([...places.at.keys()]).counts;
    // The small ones lie on top, and stay there: to move an element would take the focus from it.
    const order = [...this.places.keys()].sort((a, b) => usual[b] - usual[a] || a - b);
    /** @type {any[]} rank → marker */
    this.markers = [];
    for (const rank of order) this.markers[rank] = this.#marker(rank, point);
    /** @type {number[][]} ranks of places at the very same point, the lowest first */
    this.piles = piles(order, this.places);
    /** @type {import("../map/points.js").Point[]} */
    this.points = this.markers.map((marker, rank) => ({
      marker,
      group: this.places[rank].code,
      town: this.places[rank].name,
      name: () => this.#name(rank),
      choose: () => {
        this.reachable.focus(this.points[rank]);
        choose(this.places[rank].id);
      },
    }));
    this.reachable = new Points(stage, this.points, "button");
  }

  /**
   * @param {number} rank
   * @param {(rank: number | null) => void} point
   */
  #marker(rank, point) {
    const { lat, lon, french, exact } = this.places[rank];
    const className = `rp-at-${french ? "french" : "partner"}${exact ? "" : "-near"}`;
    const { L, map, label } = this.stage;
    const marker = L.circleMarker([lat, lon], { radius: RADIUS[0], className, fill: true, pane: "points" }).addTo(map);
    marker.bindTooltip(() => label(this.#name(rank)), { direction: "top", className: "rp-tip" });
    marker.on("mouseover", () => point(rank));
    marker.on("mouseout", () => point(null));
    const element = /** @type {SVGElement} */ (marker.getElement());
    element.addEventListener("focus", () => point(rank));
    element.addEventListener("blur", () => point(null));
    return marker;
  }

  /** @param {number} rank */
  #name(rank) {
    const { name, country } = this.places[rank];
    const [said, wider] = once(name, country);
    const place = wider ? fill(this.texts.within, { name, country }) : said;
    return fill(this.texts.point, { place, count: plural(this.texts.results, this.counts[rank]) });
  }

  /**
   * @param {number[]} counts rank → results
   * @param {string[]} chosen ids of the places that are asked for
   */
  show(counts, chosen) {
    this.counts = counts;
    const [least, per] = RADIUS;
    for (const pile of this.piles) {
      let above = 0;
      for (const rank of pile.filter((each) => counts[each]).reverse()) {
        above = Math.max(least + per * Math.sqrt(counts[rank]), above && above + RIM);
        this.markers[rank].size = above;
      }
    }
    this.markers.forEach((marker, rank) => {
      const pressed = chosen.includes(this.places[rank].id);
      marker.getElement().classList.toggle("rp-chosen", pressed);
      marker.getElement().setAttribute("aria-pressed", String(pressed));
    });
    this.reachable.refresh(this.points.filter((_, rank) => counts[rank]));
  }

  /** @param {number[]} ranks of the places that stand out from now on */
  point(ranks) {
    this.markers.forEach((marker, rank) => marker.getElement().classList.toggle("rp-here", ranks.includes(rank)));
  }

  /** @returns {any} Leaflet bounds of the places shown */
  bounds() {
    const shown = this.markers.filter((_, rank) => this.counts[rank]);
    return this.stage.L.latLngBounds(shown.map((marker) => marker.getLatLng()));
  }

  /**
   * @param {any} area Leaflet bounds
   * @returns {boolean} whether a place is shown there
   */
  some(area) {
    return this.markers.some((marker, rank) => this.counts[rank] && area.contains(marker.getLatLng()));
  }
}

/**
 * @param {number[]} order ranks of places
 * @param {import("./places.js").Place[]} places
 * @returns {number[][]} those of the same point together, in that order
 */
function piles(order, places) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (const rank of order) {
    const point = `${places[rank].lat} ${places[rank].lon}`;
    const pile = found.get(point);
    if (pile) pile.push(rank);
    else found.set(point, [rank]);
  }
  return [...found.values()];
}
