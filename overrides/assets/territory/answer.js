// The answer on the page: territory by territory, the nearest first; then who does something near by.

import { element } from "../page/element.js";
import { figure, fill, plural } from "../page/texts.js";
import { neighbours, steps } from "./nearness.js";

/**
 * @typedef {import("../page/texts.js").Plural} Plural
 * @typedef {import("./nearness.js").Step} Step
 * @typedef {import("./nearness.js").Item} Item
 * @typedef {import("./nearness.js").Place} Place
 * @typedef {import("./nearness.js").Deeds} Deeds
 *
 * @typedef {object} Texts section `near.script` of the edition's catalog
 * @property {Plural} found
 * @property {string} none
 * @property {string} where
 * @property {string} where_title
 * @property {string} departement
 * @property {string} part
 * @property {Plural} initiatives
 * @property {Plural} actors
 * @property {string} idle
 * @property {string} nothing
 * @property {string} list
 * @property {Plural} all
 * @property {string} near
 * @property {string} near_note
 * @property {string} kilometres
 * @property {string} missing
 * @property {string} propose
 * @property {string} copy
 * @property {string} copied
 * @property {string} by_hand
 * @property {string} address
 * @property {string} unknown
 * @property {string} failed
 * @property {Record<string, string>} level
 */

export class Answer {
  /**
   * @param {HTMLElement} box
   * @param {Texts} texts
   * @param {URL} edition its root
   */
  constructor(box, texts, edition) {
    this.box = box;
    this.texts = texts;
    this.edition = edition;
  }

  clear() {
    this.box.replaceChildren();
    this.box.hidden = true;
  }

  /** @param {string} text that says why there is no answer */
  fail(text) {
    this.box.replaceChildren(element("p", { class: "rp-note" }, text));
    this.box.hidden = false;
  }

  /**
   * @param {string} title
   * @param {Place | null} place null: a département alone
   * @param {Deeds} deeds of its département
   */
  show(title, place, deeds) {
    const { texts } = this;
    const found = steps(place, deeds);
    /** @type {Set<Item>} what is told of a nearer territory is not told again */
    const told = new Set();
    const near = place && !found[0].initiatives ? neighbours(place, deeds) : [];
    this.box.replaceChildren(
      element("h3", { class: "rp-near__title" }, title),
      element("ol", { class: "rp-near__steps", "aria-label": texts.list }, ...found.map((each) => this.step(each, told))),
      ...(near.length ? [element("h4", {}, texts.near), element("p", { class: "rp-soft" }, texts.near_note)] : []),
      ...(near.length ? [element("ul", { class: "rp-list", "data-near-neighbours": "" }, ...near.map((each) => this.neighbour(each)))] : []),
      ...this.acts(),
    );
    this.box.hidden = false;
  }

  /**
   * @param {Step} step
   * @param {Set<Item>} told
   * @returns {HTMLLIElement}
   */
  step({ level, name, page, initiatives, actors, items }, told) {
    const { texts } = this;
    const fresh = items.filter((item) => !told.has(item));
    for (const item of fresh) told.add(item);
    const counts = [
      ...(initiatives ? [plural(texts.initiatives, initiatives)] : []),
      ...(actors ? [plural(texts.actors, actors)] : []),
      ...(actors && !initiatives ? [texts.idle] : []),
    ];
    const isIdle = !counts.length;
    return element(
      "li",
      { class: isIdle ? "rp-near__step rp-near__step--idle" : "rp-near__step", "data-near-level": level },
      element(
        "div",
        {},
        element("p", { class: "rp-near__level" }, texts.level[level]),
        element("p", { class: "rp-near__name" }, page ? this.link(page, name) : name),
        element("p", { class: "rp-near__count" }, isIdle ? texts.nothing : counts.join(", ")),
      ),
      element(
        "div",
        {},
        ...(fresh.length ? [element("ul", { class: "rp-near__items" }, ...fresh.map((item) => this.item(item)))] : []),
        ...(initiatives > fresh.length ? [element("p", {}, this.link(page, plural(texts.all, initiatives, { name }), "rp-more"))] : []),
      ),
    );
  }

  /**
   * @param {Item} item
   * @returns {HTMLLIElement}
   */
  item([title, page, line, themes, lang]) {
    const link = this.link(page, title);
    if (lang) link.lang = lang;
    return element("li", {}, link, element("span", { class: "rp-near__line" }, [line, themes].filter(Boolean).join(" · ")));
  }

  /**
   * @param {{ neighbour: import("./nearness.js").Neighbour, kilometres: number }} near
   * @returns {HTMLLIElement}
   */
  neighbour({ neighbour: [, name, page, , , initiatives, countries, themes], kilometres }) {
    const { texts } = this;
    const told = [fill(texts.kilometres, { count: figure(Math.round(kilometres)) }), plural(texts.initiatives, initiatives), countries, themes];
    return element(
      "li",
      { class: "rp-entry" },
      this.link(page, name, "rp-entry__title"),
      element("span", { class: "rp-entry__line" }, ...told.filter(Boolean).map((text) => element("span", {}, text))),
    );
  }

  /** @returns {HTMLElement[]} what can be done with the answer */
  acts() {
    const { texts } = this;
    const address = element("input", { type: "text", readonly: "", "data-near-address": "" });
    return [
      element(
        "p",
        { class: "rp-near__acts" },
        element("button", { type: "button", class: "rp-control", "data-near-copy": "" }, texts.copy),
        element("span", {}, texts.missing, " ", this.link(this.box.dataset.propose ?? "", texts.propose)),
      ),
      element("label", { hidden: "" }, element("span", {}, texts.address), " ", address),
      element("p", { class: "rp-soft", role: "status", "data-near-copied": "" }),
    ];
  }

  /**
   * @param {string} page from the edition's root
   * @param {string} text
   * @param {string} [name] class
   * @returns {HTMLAnchorElement}
   */
  link(page, text, name) {
    return element("a", { href: new URL(page, this.edition).href, class: name }, text);
  }
}
