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
      ...ignored.map(({ name, value }) =>
        element("p", { "data-ignored": name }, fill(this.texts.ignored, { filter: this.names.texts.facet[name] ? this.names.pair(name, value) : `${name}=${value}` })),
      ),
      ...this.unknown(answer),
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
    this.said.replaceChildren(total, ...partial);
  }

  clear() {
    this.told = undefined;
    this.said.replaceChildren();
    this.notes.hidden = true;
    this.lost.hidden = true;
  }

  /**
   * @param {Answer} answer
   * @returns {HTMLElement[]} the words that no record holds
   */
  unknown({ missing }) {
    if (!missing.length) return [];
    const words = missing.map((word) => fill(this.texts.quoted, { word })).join(", ");
    return [element("p", { "data-unknown": "" }, plural(this.texts.unknown, missing.length, { words }))];
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
