// Drafts: what is written stays in this browser until it is erased, and goes nowhere else.

/**
 * @typedef {import("./draft.js").Draft} Draft
 * @typedef {{ date: string, drafts: Draft[] }} Kept
 */

const PREFIX = "repertoire-proposition:";
const RESTING = 400;

export class Keeping {
  /** @param {string} name of what is written: a type, or the record that is corrected */
  constructor(name) {
    this.key = PREFIX + name;
    this.works = true;
    this.timer = 0;
  }

  /** @returns {Kept | null} what was written before */
  read() {
    try {
      const text = localStorage.getItem(this.key);
      const found = text ? JSON.parse(text) : null;
      return found && Array.isArray(found.drafts) && found.drafts.length ? found : null;
    } catch {
      return null;
    }
  }

  /**
   * @param {() => Draft[]} drafts asked once the person rests
   * @param {(works: boolean) => void} told
   */
  write(drafts, told) {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      try {
        localStorage.setItem(this.key, JSON.stringify({ date: new Date().toISOString(), drafts: drafts() }));
        this.works = true;
      } catch {
        this.works = false;
      }
      told(this.works);
    }, RESTING);
  }

  erase() {
    clearTimeout(this.timer);
    try {
      localStorage.removeItem(this.key);
    } catch {
      // A browser that keeps nothing has nothing to erase.
    }
  }
}
