// The search field as a combobox: filters and records that the words may mean, picked with arrows, Enter or a click.
// The pattern is the ARIA guide's "editable combobox with list autocomplete", manual selection.

import { element } from "../page/element.js";

/**
 * @typedef {import("../search/complete.js").Completion} Completion
 *
 * @typedef {object} Ways
 * @property {(text: string) => Promise<Completion[]>} find what a text may mean
 * @property {(suggestion: Completion) => void} pick
 */

const TYPING = 120;

export class Suggest {
  /**
   * @param {HTMLInputElement} field
   * @param {HTMLElement} list
   * @param {import("./names.js").Names} names
   * @param {Ways} ways
   */
  constructor(field, list, names, { find, pick }) {
    this.field = field;
    this.list = list;
    this.names = names;
    this.find = find;
    this.pick = pick;
    /** @type {Completion[]} */
    this.found = [];
    this.active = -1;
    this.asked = 0;
    this.timer = 0;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-haspopup", "listbox");
    field.setAttribute("aria-controls", list.id);
    this.close();
    field.addEventListener("input", () => this.wait());
    field.addEventListener("keydown", (event) => this.press(event));
    field.addEventListener("blur", () => this.close());
    // The focus stays in the field while the pointer is at the list.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => {
      const item = target instanceof Element ? target.closest("[role=option]") : null;
      if (item) this.choose([...this.list.children].indexOf(item));
    });
  }

  get open() {
    return !this.list.hidden;
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), TYPING);
  }

  /** Asks what the field may mean; an answer that comes too late is dropped. */
  async ask() {
    clearTimeout(this.timer);
    const asked = ++this.asked;
    const text = this.field.value.trim();
    /** @type {Completion[]} */
    let found = [];
    try {
      if (text) found = await this.meant(text);
    } catch {
      found = []; // the results below tell of a download that failed
    }
    if (asked === this.asked && document.activeElement === this.field) this.show(found);
  }

  /**
   * @param {string} text
   * @returns {Promise<Completion[]>} the filters that it, or else its last word, may mean; then the other records
   */
  async meant(text) {
    const whole = await this.find(text);
    let filters = whole.filter((each) => "facet" in each);
    const last = text.split(/\s+/u).pop() ?? "";
    if (!filters.length && last !== text) filters = (await this.find(last)).filter((each) => "facet" in each);
    const wanted = new Set(filters.map(({ facet, label }) => `${facet}/${label}`));
    return [...filters, ...whole.filter((each) => "url" in each && !wanted.has(`${each.type}/${each.title}`))];
  }

  /** @param {Completion[]} found */
  show(found) {
    this.found = found;
    this.list.replaceChildren(...found.map((each, at) => this.option(each, at)));
    this.list.hidden = !found.length;
    this.field.setAttribute("aria-expanded", String(found.length > 0));
    this.activate(-1);
  }

  close() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.show([]);
  }

  /**
   * @param {Completion} suggestion
   * @param {number} at
   * @returns {HTMLLIElement}
   */
  option(suggestion, at) {
    const [kind, text] =
      "facet" in suggestion
        ? [this.names.facet(suggestion.facet), suggestion.label]
        : [this.names.texts.types[suggestion.type], suggestion.title];
    return element(
      "li",
      {
        role: "option",
        id: `${this.list.id}-${at}`,
        "aria-selected": "false",
        "data-suggests": "facet" in suggestion ? "filter" : "record",
        lang: "lang" in suggestion ? suggestion.lang : undefined,
      },
      element("span", { class: "rp-suggestion__kind" }, kind),
      " ",
      element("span", { class: "rp-suggestion__text" }, text),
    );
  }

  /** @param {number} at none is active at -1 */
  activate(at) {
    this.active = at;
    [...this.list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
    if (at < 0) this.field.removeAttribute("aria-activedescendant");
    else {
      this.field.setAttribute("aria-activedescendant", this.list.children[at].id);
      this.list.children[at].scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.isComposing) return;
    const last = this.found.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const down = event.key === "ArrowDown";
      if (this.open) this.activate(down ? (this.active < last ? this.active + 1 : -1) : this.active < 0 ? last : this.active - 1);
      else if (down) this.ask();
    } else if (event.key === "Enter" && this.active >= 0) this.choose(this.active);
    else if (event.key === "Escape" && this.open) this.close();
    else {
      if (event.key === "Enter") this.close();
      return;
    }
    event.preventDefault();
  }

  /** @param {number} at */
  choose(at) {
    const suggestion = this.found[at];
    this.close();
    this.pick(suggestion);
  }
}
