// The map of the results, loaded when it is first asked for.

import { loadModule } from "../page/module.js";
import { PAGE } from "../search/state.js";
import { choose } from "./choices.js";

/**
 * @typedef {import("../search/explorer.js").Answer} Answer
 * @typedef {import("../search/explorer.js").Explorer} Explorer
 * @typedef {import("../search/state.js").State} State
 */

export class Mapped {
  /**
   * @param {HTMLElement} page that holds the list, which the map is linked to
   * @param {HTMLElement} root
   * @param {any} texts
   * @param {Explorer} explorer
   * @param {(next: (now: State) => State) => void} change
   */
  constructor(page, root, texts, explorer, change) {
    this.page = page;
    this.root = root;
    this.texts = texts;
    this.explorer = explorer;
    this.change = change;
    /** @type {Promise<import("./map.js").MapView> | undefined} */
    this.opening = undefined;
    /** @type {Answer | undefined} */
    this.asked = undefined;
  }

  /**
   * Shows these results, unless others are asked for before the map is there.
   * @param {Answer} answer
   * @param {State} state
   */
  async show(answer, state) {
    this.asked = answer;
    this.opening ??= this.open();
    this.opening.catch(() => (this.opening = undefined));
    const view = await this.opening;
    if (this.asked === answer) view.show(answer, state);
  }

  async open() {
    const [{ MapView }, { link }] = await Promise.all([
      loadModule(new URL("./map.js", import.meta.url), () => import("./map.js")),
      loadModule(new URL("./linked.js", import.meta.url), () => import("./linked.js")),
    ]);
    const view = await MapView.open(this.root, this.texts, {
      explorer: this.explorer,
      choose: (/** @type {string} */ id) =>
        this.change((now) => choose(now, "place", id, !now.facets.place?.includes(id))),
      zone: (/** @type {State["zone"]} */ zone) => this.change((now) => ({ ...now, zone, shown: PAGE })),
    });
    link(this.page, view);
    return view;
  }
}
