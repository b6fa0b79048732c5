// What is said of an answer beside its results: how many, what is missing, what to try instead.

import { PAGE, write } from "../search/state.js";
import { ask, lift } from "./choices.js";
import { element, step } from "../page/element.js";
import { filters } from "./filters.js";
import { fill, plural } from "../page/texts.js";

/**
 * @typedef {import("../search/state.js").State} State
 * @typedef {import("../search/explorer.js").Answer} Answer
 */

export class Notes {
  /**
   * @param {{ said: HTMLElement, notes: HTMLElement, lost: HTMLElement }} parts the total, notes above the results,
   *   and what only stands there when nothing is found
   * @param {import("./names.js").Names} names
   */
  constructor({ said, notes, lost }, names) {
    this.said = said;
    /** @type {string | undefined} the question whose total was told */
    this.told = undefined;
    this.notes = notes;
    this.lost = lost;
    this.names = names;
    this.texts = names.texts;
  }

  /**
   * @param {State} state
   * @param {Answer} answer
   * @param {{ name: string, value: string }[]} ignored what the address asks for and is not known
   */
  show(state, answer, ignored) {
    const question = write({ ...state, taxonomy: "", view: "list", sort: "", shown: PAGE });
    if (this.told !== question) this.tell(answer);
    this.told = question;
    const notes = [
      ...this.readings(state, answer),
      ...ignored.map(({ name, value }) =>
        element("p", { "data-ignored": name }, fill(this.texts.ignored, { filter: this.names.texts.facet[name] ? this.names.pair(name, value) : `${name}=${value}` })),
      ),
      ...this.instead(state, answer),
      ...this.lift(state, answer),
    ];
    this.notes.replaceChildren(...notes);
    this.notes.hidden = !notes.length;
    this.lost.hidden = answer.total > 0;
  }

  /**
   * Says how many results there are: once for each question, as it is read aloud.
   * @param {Answer} answer
   */
  tell(answer) {
    const total = element("strong", { "data-total": String(answer.total) });
    total.textContent = answer.total ? plural(this.texts.total, answer.total) : this.texts.none;
    const partial = answer.partial ? [" ", element("span", { "data-partial": "" }, this.texts.partial)] : [];
    this.said.replaceChildren(...this.first(answer), total, ...partial);
  }

  clear() {
    this.told = undefined;
    this.said.replaceChildren();
    this.notes.hidden = true;
    this.lost.hidden = true;
  }

  /**
   * @param {Answer} answer
   * @returns {(HTMLElement | string)[]} what is to be known before the number of results: that nothing was asked, which
   *   words no record holds, and what is answered instead
   */
  first({ state, missing, readings, wordless }) {
    /** @type {(HTMLElement | string)[]} */
    const said = [];
    const say = (/** @type {string} */ name, /** @type {string} */ text) => said.push(element("span", { [`data-${name}`]: "" }, text), " ");
    if (wordless) say("wordless", this.texts.wordless);
    if (missing.length) {
      const words = missing.map((word) => fill(this.texts.quoted, { word })).join(", ");
      say("unknown", plural(this.texts.unknown, missing.length, { words }));
    }
    if (readings.length) {
      say("read", fill(this.texts.read, { text: readings.reduce((text, { typed, as }) => text.replace(typed, as), state.q) }));
    }
    return said;
  }

  /**
   * @param {State} state
   * @param {Answer} answer
   * @returns {HTMLElement[]} how words were read that no record holds, and the way back to them
   */
  readings(state, { readings }) {
    if (!readings.length) return [];
    const told = readings.map(({ typed, as }) => fill(this.texts.reading, { typed, as })).join(" ");
    // In quotes no other form of a word will do.
    const exactly = readings.reduce((text, { typed }) => text.replace(typed, `"${typed}"`), state.q);
    const words = readings.map(({ typed }) => typed).join(" ");
    const back = step(write(ask(state, exactly)), { "data-exactly": "" }, fill(this.texts.exactly, { words }));
    return [element("p", { "data-readings": "" }, told, " ", back)];
  }

  /**
   * @param {State} state
   * @param {Answer} answer
   * @returns {HTMLElement[]} other words to try
   */
  instead(state, { suggestions }) {
    if (!suggestions.length) return [];
    const links = suggestions.map((words) => step(write(ask(state, words)), { "data-suggestion": words }, words));
    return [element("p", {}, this.texts.try, ...links.flatMap((link, at) => [at ? ", " : " ", link]))];
  }

  /**
   * @param {State} state
   * @param {Answer} answer
   * @returns {HTMLElement[]} the filters whose removal would give results
   */
  lift(state, answer) {
    if (!answer.lift.length) return [];
    const used = filters(state, this.names);
    const links = answer.lift.map(({ facet, total }) => {
      const filter = used.filter((each) => each.facet === facet).map(({ text }) => text).join(", ");
      const text = fill(this.texts.without, { filter, total: plural(this.texts.total, total) });
      return element("li", {}, step(write(lift(state, facet)), { "data-lift": facet }, text));
    });
    return [element("p", {}, this.texts.lift), element("ul", {}, ...links)];
  }
}
