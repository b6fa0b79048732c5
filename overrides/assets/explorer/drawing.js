// Results on the map: points where they stand, lines between the places they join, the part that is searched.

import { tellApart } from "../map/overseas.js";
import { tools, views } from "../map/tools.js";
import { one } from "../page/element.js";
import { Lines } from "./lines.js";
import { printable } from "./print.js";
import { Spots } from "./spots.js";
import { plural } from "../page/texts.js";
import { Zone, corners } from "./zone.js";

/**
 * @typedef {import("./map.js").Answer} Answer
 * @typedef {import("./map.js").State} State
 * @typedef {import("./map.js").Box} Box
 *
 * @typedef {object} Acts
 * @property {(id: string) => void} choose what choosing a place does
 * @property {(box: Box | null) => void} zone what searching in a part of the map, or no longer, does
 * @property {(numbers: Set<number> | null) => void} point what pointing at a place does: which results stand there
 */

/** From Latin America to France, with room for results beside them: south-west and north-east, degrees. */
const WHOLE = [[-46, -118], [52, 12]];
const CLOSEST = 6;
const DEEPEST = 9;

export class Drawing {
  /**
   * @param {import("../map/stage.js").Stage} stage
   * @param {import("./places.js").Places} places
   * @param {import("../map/words.js").Words} words
   * @param {Record<string, any>} texts
   * @param {Acts} acts
   */
  constructor(stage, places, words, texts, { choose, zone, point }) {
    this.stage = stage;
    this.places = places;
    this.texts = texts;
    this.onpoint = point;
    /** @type {number[]} */
    this.numbers = [];
    /** @type {import("./places.js").Line[]} */
    this.threads = [];
    /** @type {any} bounds of the results that the map last looked at by itself */
    this.looked = undefined;
    this.nowhere = one(stage.figure, "[data-nowhere]");
    const whole = stage.L.latLngBounds(WHOLE);
    const bar = tools(stage, words, views(stage, words, whole));
    stage.look(whole);
    this.lines = new Lines(stage, places);
    this.spots = new Spots(stage, places, texts, {
      // The visitor is at work on the map: it stays where it is.
      choose: (id) => {
        stage.moved = true;
        choose(id);
      },
      point: (rank) => this.#point(rank),
    });
    tellApart(stage, words);
    this.zone = new Zone(stage, texts, zone);
    // Offered before the map looks elsewhere, which leaves room for the button.
    bar.addEventListener("click", () => this.zone.offer(), { capture: true });
    bar.addEventListener("click", () => (stage.moved = true));
    stage.map.on("moveend", () => stage.moved && this.zone.offer());
    stage.steer();
    this.unprint = printable(stage, () => this.lines.repaint());
  }

  /**
   * @param {Answer} answer
   * @param {State} state
   */
  show({ numbers }, { facets, zone }) {
    const { counts, lines, nowhere } = this.places.spread(numbers);
    this.numbers = numbers;
    this.threads = lines;
    this.spots.show(counts, facets.place ?? []);
    this.lines.show(lines);
    this.#outline(facets.country ?? []);
    this.nowhere.textContent = nowhere ? plural(this.texts.nowhere, nowhere) : "";
    const asked = String(zone) !== String(this.zone.box) ? zone : null;
    this.zone.show(zone);
    this.#look(asked);
  }

  /** @param {string[]} codes of the countries that are asked for */
  #outline(codes) {
    const ids = codes.map((code) => code.toLowerCase());
    this.stage.land.eachLayer((/** @type {any} */ land) => {
      land.getElement().classList.toggle("rp-land-here", ids.includes(land.feature.id));
    });
  }

  /**
   * Looks at the part that is searched, else at the results; but where the visitor looks, if some of them are there.
   * @param {Box | null} zone newly asked for
   */
  #look(zone) {
    const { stage, spots } = this;
    const seen = stage.map.getBounds();
    if (zone) {
      if (String(zone) !== String(this.zone.seen())) stage.look(stage.L.latLngBounds(corners(zone)), 8, DEEPEST);
      this.looked = undefined;
      return;
    }
    const results = spots.bounds();
    const isSeen = stage.moved || this.zone.box ? spots.some(seen) : this.looked?.equals(results);
    if (isSeen || !results.isValid()) return;
    this.looked = results;
    stage.look(results, 40, CLOSEST);
  }

  /** @param {number | null} number of the record that is pointed at in the list */
  hover(number) {
    const pairs = number === null ? [] : this.places.pairs(number);
    this.spots.point(number === null ? [] : this.places.at[number]);
    this.#standOut(pairs.map(([french, partner]) => ({ french, partner, count: 2 })));
  }

  /** @param {number | null} rank of the place that is pointed at on the map */
  #point(rank) {
    this.#standOut(rank === null ? [] : this.threads.filter(({ french, partner }) => french === rank || partner === rank));
    this.onpoint(rank === null ? null : this.places.standing(rank, this.numbers));
  }

  /** @param {import("./places.js").Line[]} lines */
  #standOut(lines) {
    this.stage.container.classList.toggle("rp-pointing", lines.length > 0);
    this.lines.point(lines);
  }

  close() {
    this.unprint();
    this.lines.close();
    this.stage.close();
  }
}
