/** The panel that says what is at a place: the list's own entry, shown beside the map. */

import { element } from "../page/element.js";
import { says } from "../page/wider.js";

/** @typedef {import("./list.js").Entry} Entry */

export class Panel {
  /**
   * @param {HTMLElement} root
   * @param {import("../map/words.js").Words} words
   * @param {{close: () => void, open: (id: string) => void}} actions
   */
  constructor(root, words, { close, open }) {
    this.element = /** @type {HTMLElement} */ (root.querySelector("[data-panel]"));
    this.title = /** @type {HTMLElement} */ (this.element.querySelector("[data-panel-title]"));
    this.body = /** @type {HTMLElement} */ (this.element.querySelector("[data-panel-body]"));
    this.words = words;
    this.open = open;
    this.element.querySelector("[data-panel-close]")?.addEventListener("click", close);
  }

  /**
   * @param {Entry} entry
   * @param {Entry[]} others at the very same point
   */
  show(entry, others) {
    const { words } = this;
    this.title.textContent = entry.name;
    const country = says(entry.name, entry.countryName) ? [] : [entry.countryName, " · "];
    const line = element("p", { class: "rp-panel__where" }, ...country, entry.amount(words));
    this.body.replaceChildren(line);
    if (entry.near) this.body.append(element("p", { class: "rp-panel__near" }, entry.near));
    for (const records of entry.element.querySelectorAll("[data-kind]:not([hidden])")) {
      this.body.append(records.cloneNode(true));
    }
    if (!entry.items.some((item) => !item.element.hidden)) this.body.append(element("p", {}, words.say("nothing")));
    if (others.length) {
      const buttons = others.map((other) => {
        const button = element("button", { type: "button", class: "rp-map__button" }, other.name);
        button.addEventListener("click", () => this.open(other.id));
        return button;
      });
      this.body.append(element("p", { class: "rp-panel__same" }, words.say("same_point"), " ", ...buttons));
    }
    this.element.hidden = false;
  }

  hide() {
    this.element.hidden = true;
  }

  focus() {
    this.title.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
  }
}
