// The map view: loaded when it is first opened, then always showing the last answer.

import { attempt } from "../map/attempt.js";
import { Stage } from "../map/stage.js";
import { loadWords } from "../map/words.js";
import { Drawing } from "./drawing.js";
import { one } from "../page/element.js";
import { Places } from "./places.js";

/**
 * @typedef {import("../search/state.js").State} State
 * @typedef {import("../search/state.js").Box} Box
 * @typedef {{ numbers: number[] }} Answer what a map shows of an answer: the numbers of all its records
 *
 * @typedef {object} Ways
 * @property {{ source: { map: () => Promise<import("./places.js").Data> } }} explorer
 * @property {(id: string) => void} choose what choosing a place does
 * @property {(box: Box | null) => void} zone what searching in a part of the map, or no longer, does
 */

export class MapView {
  /**
   * @param {HTMLElement} root which holds what `stage` of templates/explorer-map.jinja writes
   * @param {import("./shapes.js").Texts} texts
   * @param {Ways} ways
   * @returns {Promise<MapView>} drawn; or, if it could not be loaded, saying so and offering to try again
   */
  static async open(root, texts, ways) {
    const view = new MapView(root, texts, ways);
    await attempt(one(root, "[data-wait]"), () => view.#load());
    return view;
  }

  /**
   * @param {HTMLElement} root
   * @param {import("./shapes.js").Texts} texts
   * @param {Ways} ways
   */
  constructor(root, texts, ways) {
    this.root = root;
    this.blank = root.cloneNode(true);
    this.texts = texts.map;
    this.ways = ways;
    this.closed = false;
    /** @type {Drawing | undefined} */
    this.drawing = undefined;
    /** @type {[Answer, State] | undefined} what was shown last, or is to be shown once there is a map */
    this.shown = undefined;
    /** @type {(numbers: Set<number> | null) => void} told which records stand at the place that is pointed at */
    this.onhover = () => {};
  }

  async #load() {
    const figure = one(this.root, "figure");
    const ready = Promise.all([loadWords(), this.ways.explorer.source.map()]);
    const stage = await Stage.open(figure, ready.then(() => visible(figure)));
    const [words, data] = await ready;
    if (this.closed) return;
    this.drawing = new Drawing(stage, new Places(data), words, this.texts, {
      choose: this.ways.choose,
      zone: this.ways.zone,
      point: (numbers) => this.onhover(numbers),
    });
    if (this.shown) this.drawing.show(...this.shown);
    this.root.dataset.ready = "true";
  }

  /**
   * @param {Answer} answer
   * @param {State} state
   */
  show(answer, state) {
    this.shown = [answer, state];
    this.drawing?.show(answer, state);
  }

  /** @param {number | null} number of the record whose places and lines stand out; none if null */
  hover(number) {
    this.drawing?.hover(number);
  }

  /** Leaves the root as it was before the map was opened. */
  close() {
    this.closed = true;
    this.drawing?.close();
    this.drawing = undefined;
    delete this.root.dataset.ready;
    this.root.replaceChildren(...this.blank.cloneNode(true).childNodes);
  }
}

/**
 * @param {HTMLElement} box
 * @returns {Promise<void>} settled when it is on the page: a map needs to know its size
 */
function visible(box) {
  return new Promise((resolve) => {
    const watch = new ResizeObserver(() => {
      if (!box.clientWidth) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(box);
  });
}
