// One facet: its values with their counts, to choose from.

import { fold } from "../search/fold.js";
import { element, one } from "../page/element.js";
import { sought } from "./names.js";
import { fill, plural } from "../page/texts.js";

/**
 * @typedef {object} Entry a value on the page
 * @property {import("../search/explorer.js").Value} value
 * @property {string} names what a search among the values compares
 * @property {HTMLLIElement} item
 * @property {HTMLInputElement} box
 * @property {HTMLElement} number
 * @property {number} count
 * @property {number} place among the values of the facet, which the build has put in order
 */

/** Values shown before "all" is asked for. One more is shown rather than a button that would show it. */
const FEW = 8;
/** The facet whose values are of several levels. */
const TERRITORY = "territory";
/** Facets with more values have a field to search them. */
const MANY = 12;

export class Facet {
  /**
   * @param {HTMLDetailsElement} root
   * @param {string} name
   * @param {import("./names.js").Names} names
   * @param {boolean} ordered whether its values have an order of their own; else they come by count
   * @param {(value: string, wanted: boolean) => void} choose
   */
  constructor(root, name, names, ordered, choose) {
    this.root = root;
    this.name = name;
    this.ordered = ordered;
    this.texts = names.texts;
    /** Whose values are in sight, of a facet whose values are of several taxonomies or levels. */
    this.part = "";
    this.all = false;
    this.empty = false;
    this.chosen = one(root, "[data-chosen]");
    this.entries = (names.facets.get(name) ?? []).map(entry);
    this.list = element("ul", { class: "rp-facet__values" }, ...this.entries.filter(isMain).map(({ item }) => item));
    this.overseas = this.entries.every(isMain) ? undefined : this.group();
    this.more = button();
    this.none = button();
    const set = one(root, "fieldset");
    this.field = this.entries.length > MANY ? this.search(set, names.facet(name)) : null;
    this.lost = element("p", { class: "rp-facet__lost", role: "status" });
    set.append(this.list, ...(this.overseas ?? []), this.lost, this.more, this.none);
    set.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === "checkbox") choose(target.value, target.checked);
    });
    this.more.addEventListener("click", () => {
      this.all = !this.all;
      this.unfold();
    });
    this.none.addEventListener("click", () => {
      this.empty = !this.empty;
      this.unfold();
    });
  }

  /**
   * The French territories under a title of their own.
   * @returns {[title: HTMLElement, list: HTMLUListElement]}
   */
  group() {
    const id = `rp-overseas-${this.name}`;
    const items = this.entries.filter((each) => !isMain(each)).map(({ item }) => item);
    return [
      element("p", { class: "rp-facet__group", id }, this.texts.overseas),
      element("ul", { class: "rp-facet__values", "aria-labelledby": id }, ...items),
    ];
  }

  /**
   * A field to search the values.
   * @param {HTMLElement} set
   * @param {string} label
   * @returns {HTMLInputElement}
   */
  search(set, label) {
    const name = fill(this.texts.find, { facet: label });
    const field = element("input", {
      type: "search",
      class: "rp-facet__search",
      "aria-label": name,
      placeholder: this.texts.find_here,
      autocomplete: "off",
      spellcheck: "false",
    });
    set.append(field);
    field.addEventListener("input", () => this.unfold());
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !field.value) return;
      event.preventDefault(); // it would shut the sheet too
      field.value = "";
      this.unfold();
    });
    return field;
  }

  /**
   * Shows counts and choices.
   * @param {readonly string[]} chosen
   * @param {Record<string, number>} counts
   * @param {boolean} held whether the visitor is at it: then its values keep their places
   * @param {string} [part] the taxonomy, or the level of territories, whose values are shown
   */
  show(chosen, counts, held, part = "") {
    for (const each of this.entries) {
      const count = counts[each.value.id] ?? 0;
      if (each.count !== count) {
        each.count = count;
        each.number.textContent = each.number.dataset.count = String(count);
        each.item.classList.toggle("rp-facet__nothing", !count);
      }
      each.box.checked = chosen.includes(each.value.id);
    }
    this.chosen.hidden = !chosen.length;
    this.chosen.textContent = chosen.length ? plural(this.texts.chosen, chosen.length) : "";
    if (chosen.length && !held) this.root.open = true;
    if (!held && !this.ordered) this.sort();
    const keep = held && this.part === part;
    this.part = part;
    this.unfold(keep);
  }

  /** @param {string} part the level whose values are wanted in sight from now on */
  turn(part) {
    this.part = part;
    this.all = false;
    this.unfold();
  }

  /** Chosen values first, then by count, then in the order of the build; countries outside the region last. */
  sort() {
    const sorted = [...this.entries].sort(
      (a, b) =>
        Number(b.box.checked) - Number(a.box.checked) ||
        Number(a.value.apart ?? false) - Number(b.value.apart ?? false) ||
        b.count - a.count ||
        a.place - b.place,
    );
    if (sorted.every((each, at) => each === this.entries[at])) return;
    this.entries = sorted;
    this.list.append(...sorted.filter(isMain).map(({ item }) => item));
    this.overseas?.[1].append(...sorted.filter((each) => !isMain(each)).map(({ item }) => item));
  }

  /**
   * Shows the values that are wanted, and what leads to the others.
   * @param {boolean} [keep] whether those in sight stay
   */
  unfold(keep = false) {
    const words = fold(this.field?.value ?? "");
    // Who types a name may not know of what level that territory is.
    const everywhere = words && this.name === TERRITORY;
    const isHere = (/** @type {Entry} */ { box, value }) => box.checked || (value.part ?? this.part) === this.part;
    const here = this.entries.filter((each) => everywhere || isHere(each));
    const full = here.filter(({ box, count }) => count || box.checked);
    const main = full.filter(isMain);
    const long = main.length > FEW + 1;
    // Territories are few, and would never be among the first: they are in sight from the start.
    const few = new Set(long && !this.all ? [...main.slice(0, FEW), ...full.filter((each) => !isMain(each))] : full);
    const wanted = (/** @type {Entry} */ each) =>
      words
        ? each.names.includes(` ${words}`)
        : few.has(each) || each.box.checked || (this.empty && !each.count) || (keep && !each.item.hidden);
    const shown = new Set(here.filter(wanted));
    for (const each of this.entries) each.item.hidden = !shown.has(each);
    for (const part of this.overseas ?? []) part.hidden = [...shown].every(isMain);
    this.lost.textContent = words && !shown.size ? this.texts.find_none : "";
    const { show_all, show_fewer, show_empty } = this.texts;
    offer(this.more, long && !words, this.all, this.all ? show_fewer : fill(show_all, { count: full.length }));
    const empty = here.length - full.length;
    offer(this.none, empty > 0 && !words, this.empty, plural(show_empty, empty));
  }
}

/** @param {Entry} entry @returns {boolean} whether it stands among most of the facet's values */
function isMain({ value }) {
  return !value.overseas;
}

/**
 * @param {import("../search/explorer.js").Value} value
 * @param {number} place
 * @returns {Entry}
 */
function entry(value, place) {
  const box = element("input", { type: "checkbox", value: value.id });
  const number = element("span", { class: "rp-facet__count", "data-count": "" });
  const label = element("label", {}, box, element("span", { class: "rp-facet__label" }, value.label), " ", number);
  const item = element("li", { "data-value": value.id }, label);
  return { value, names: sought(value), item, box, number, count: -1, place };
}

/** @returns {HTMLButtonElement} */
function button() {
  return element("button", { type: "button", class: "rp-facet__more" });
}

/**
 * @param {HTMLButtonElement} made
 * @param {boolean} useful
 * @param {boolean} expanded
 * @param {string} text
 */
function offer(made, useful, expanded, text) {
  made.hidden = !useful;
  made.setAttribute("aria-expanded", String(expanded));
  made.textContent = text;
}
