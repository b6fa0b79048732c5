// Drafts: what is written stays in this browser until it is erased, and goes nowhere else. Each has a key of its own, and
// each tab its own draft.

import { readKept } from "./kept.js";

/**
 * @typedef {import("./draft.js").Draft} Draft
 * @typedef {import("./kept.js").Kept} Kept
 * @typedef {{ key: string, kept: Kept | null, text: string }} Found a draft, as it is kept; `kept`: none if unreadable
 */

const PREFIX = "repertoire-proposition:";
const RESTING = 400;

export class Keeping {
  /**
   * @param {string[]} names of what is written: a type, or the record that is corrected, and what it was called before
   * @param {import("../shapes.js").Definition} definition
   */
  constructor(names, definition) {
    this.names = names.map((name) => PREFIX + name);
    this.name = this.names[0];
    this.definition = definition;
    this.works = true;
    this.timer = 0;
    /** What is still to be written. @type {(() => void) | null} */
    this.pending = null;
    /** The published text that the correction began with. @type {import("../shapes.js").Mapping | undefined} */
    this.base = undefined;
    /** What both changed and nobody has chosen yet. @type {import("../merge.js").Both[]} */
    this.both = [];
    const own = attempt(() => sessionStorage.getItem(this.name));
    /** Key of this tab's draft. */
    this.key = own ?? this.fresh();
    // A tab that was doubled shares the key of the other: whoever sees the other write goes on under a key of its own.
    addEventListener("storage", ({ key, newValue }) => {
      if (key === this.key && newValue !== null) this.take(this.fresh());
    });
    addEventListener("pagehide", () => this.flush());
  }

  /** @returns {string} a key that no draft has */
  fresh() {
    const random = Math.random().toString(36).slice(2, 8);
    return `${this.name}#${Date.now().toString(36)}${random}`;
  }

  /** @param {string} key of the draft that this tab goes on with */
  take(key) {
    this.key = key;
    attempt(() => sessionStorage.setItem(this.name, key));
  }

  /** @returns {Kept | null} what this tab wrote before, as far as it can be read */
  read() {
    const own = this.found().find(({ key }) => key === this.key);
    // What can't be read stays where it is: what is written from now on has another key.
    if (own && !own.kept) this.take(this.fresh());
    return own?.kept ?? null;
  }

  /** @returns {Found[]} the drafts of other tabs and visits, and those that can't be read; the newest first */
  others() {
    return this.found().filter(({ key, kept }) => key !== this.key || !kept);
  }

  /** @returns {Found[]} */
  found() {
    const keys = attempt(() => Object.keys(localStorage)) ?? [];
    // The first versions of the form had one key for each name.
    const own = keys.filter((key) => this.names.includes(key.split("#")[0]));
    const found = own.map((key) => {
      const text = localStorage.getItem(key) ?? "";
      return { key, text, kept: readKept(text, this.definition) };
    });
    return found.sort((one, other) => ((one.kept?.date ?? "") < (other.kept?.date ?? "") ? 1 : -1));
  }

  /**
   * @param {() => Draft[]} drafts asked once the person rests
   * @param {(works: boolean) => void} told
   */
  write(drafts, told) {
    clearTimeout(this.timer);
    this.pending = () => {
      const kept = { date: new Date().toISOString(), drafts: drafts(), base: this.base, both: this.both };
      this.works = attempt(() => (localStorage.setItem(this.key, JSON.stringify(kept)), true)) ?? false;
      if (this.works) this.take(this.key);
      told(this.works);
    };
    this.timer = window.setTimeout(() => this.flush(), RESTING);
  }

  /** Writes what is still to be written, now. */
  flush() {
    clearTimeout(this.timer);
    this.pending?.();
    this.pending = null;
  }

  /** @param {string} key */
  drop(key) {
    attempt(() => localStorage.removeItem(key));
  }

  erase() {
    clearTimeout(this.timer);
    this.pending = null;
    this.drop(this.key);
    attempt(() => sessionStorage.removeItem(this.name));
  }
}

/**
 * @template T
 * @param {() => T} act with what the browser keeps, which it may refuse altogether
 * @returns {T | null} none if it does
 */
function attempt(act) {
  try {
    return act();
  } catch {
    return null;
  }
}
