// The names of records and of what they are filed under, folded when they are first asked for.

import { fold } from "./fold.js";

const BRACKETS = /\s*\([^)]*\)/gu;
/** What stands in brackets after a name and is an acronym: no space, two capitals. */
const ACRONYM = /\((?=[^)\s]*\p{Lu}[^)\s]*\p{Lu})([^)\s]*)\)/gu;

export class Names {
  /** @param {import("./engine.js").Data} data */
  constructor(data) {
    this.data = data;
    /** @type {Map<number, string[]>} */
    this.records = new Map();
    /** @type {Map<number, string[]>} */
    this.labels = new Map();
  }

  /**
   * Names of a record: its title, other and former names, all without brackets, and acronyms.
   * @param {number} at place in the documents
   * @returns {string[]}
   */
  of(at) {
    let found = this.records.get(at);
    if (!found) {
      const { title, names = [] } = this.data.documents[at];
      const all = [title, ...names.map(([, text]) => text)];
      const acronyms = all.flatMap((name) => [...name.matchAll(ACRONYM)].map((match) => match[1]));
      found = [...all.map((name) => name.replace(BRACKETS, "")), ...acronyms].map(fold);
      this.records.set(at, found);
    }
    return found;
  }

  /**
   * @param {number} at place in the labels
   * @returns {string[]}
   */
  ofLabel(at) {
    let found = this.labels.get(at);
    if (!found) {
      const [, , ...names] = this.data.labels[at];
      found = names.map((name) => fold(name.replace(BRACKETS, "")));
      this.labels.set(at, found);
    }
    return found;
  }

  /**
   * Whether the record bears just that name.
   * @param {number} at
   * @param {string} phrase folded
   * @returns {boolean}
   */
  are(at, phrase) {
    return this.of(at).includes(phrase);
  }

  /**
   * Whether the words stand together in a name of the record, or of what it is filed under.
   * @param {number} at
   * @param {string} phrase folded
   * @returns {boolean}
   */
  hold(at, phrase) {
    const holds = (/** @type {string} */ name) => ` ${name} `.includes(` ${phrase} `);
    const labels = this.data.documents[at].labels ?? [];
    return this.of(at).some(holds) || labels.some((label) => this.ofLabel(label).some(holds));
  }
}
