// What a visitor takes away of the results: their link, files of them, a frame for another site.

import { copy } from "../page/copy.js";
import { heal } from "../page/data.js";
import { edition } from "../page/edition.js";
import { one } from "../page/element.js";
import { inWords } from "./filters.js";
import { code, framed } from "./frame.js";
import { file, nameOf } from "./selection.js";
import { plural } from "../page/texts.js";
import { write } from "../search/state.js";

/**
 * @typedef {import("../search/state.js").State} State
 * @typedef {import("./selection.js").Form} Form
 *
 * @typedef {object} Ways
 * @property {() => State} state of the screen
 * @property {import("../search/explorer.js").Explorer} explorer
 * @property {import("./names.js").Names} names
 */

export class Take {
  /**
   * @param {HTMLElement} root which holds what `panel` of templates/take.jinja writes
   * @param {import("./shapes.js").Texts} texts
   * @param {Ways} ways
   */
  constructor(root, texts, ways) {
    this.root = root;
    this.texts = texts.take;
    this.ways = ways;
    this.mail = /** @type {HTMLAnchorElement} */ (one(root, "[data-mail]"));
    this.said = one(root, "[data-take-said]");
    this.address = /** @type {HTMLInputElement} */ (one(root, "[data-address]"));
    this.code = /** @type {HTMLTextAreaElement} */ (one(root, "[data-frame-code]"));
    this.preview = /** @type {HTMLAnchorElement} */ (one(root, "[data-frame-preview]"));
    this.frame = /** @type {HTMLDetailsElement} */ (one(root, "[data-frame]"));
    this.page = new URL(this.preview.href);
    root.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button && "print" in button.dataset) print();
      if (button?.dataset.file) this.#download(button, /** @type {Form} */ (button.dataset.file));
      if (button?.dataset.copy === "link") this.#copy(this.address, this.texts.copied_link);
      if (button?.dataset.copy === "code") this.#copy(this.code, this.texts.copied_code);
    });
    this.frame.addEventListener("toggle", () => this.refresh());
    this.frame.addEventListener("input", () => this.refresh());
    root.hidden = false;
    this.refresh();
  }

  /** Follows the state of the screen: to be called after each change of it. */
  refresh() {
    const state = this.ways.state();
    const { href } = new URL(write(state) || "./", location.href);
    if (this.address.value !== href) {
      this.address.value = href;
      one(this.root, "[data-by-hand]").hidden = true;
      this.said.textContent = "";
    }
    const subject = [document.title, inWords(state, this.ways.names)].filter(Boolean).join(" – ");
    this.mail.href = `mailto:?${new URLSearchParams({ subject, body: href }).toString().replaceAll("+", "%20")}`;
    if (!this.frame.open) return;
    const wanted = this.#frame();
    const address = framed(state, wanted, this.page);
    const title = [this.texts.frame, inWords(state, this.ways.names)].filter(Boolean).join(" – ");
    this.code.value = code(address, title, wanted);
    this.preview.href = address.href;
  }

  /** @returns {import("./frame.js").Frame} as the visitor wants it; what makes no sense is as it was at first */
  #frame() {
    const number = (/** @type {string} */ name) => {
      const field = /** @type {HTMLInputElement} */ (one(this.frame, `[data-frame-${name}]`));
      const isNumber = field.value !== "" && field.checkValidity();
      return isNumber ? Math.round(field.valueAsNumber) : Number(field.defaultValue) || null;
    };
    const view = /** @type {HTMLSelectElement} */ (one(this.frame, "[data-frame-view]")).value;
    return {
      view: view === "map" ? "map" : "list",
      width: number("width"),
      height: /** @type {number} */ (number("height")),
      shown: /** @type {number} */ (number("shown")),
    };
  }

  /**
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   * @param {string} done
   */
  async #copy(field, done) {
    this.refresh();
    this.said.textContent = (await copy(field)) ? done : this.texts.by_hand;
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {Form} form
   */
  async #download(button, form) {
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    this.said.textContent = this.texts.preparing;
    try {
      const { explorer, names } = this.ways;
      const state = this.ways.state();
      const [rows, numbers] = await Promise.all([explorer.source.rows(), explorer.selection(state)]);
      const { text, type, count } = file(form, rows, numbers, state, edition());
      // Two files of one ending, for two programs: one must not take the place of the other.
      const begin = form === "spreadsheets" ? this.texts.file_spreadsheets : this.texts.file;
      const name = nameOf(form, begin, inWords(state, names), rows.about.as_of);
      save(name, new Blob([text], { type: `${type};charset=utf-8` }));
      this.said.textContent = plural(this.texts.done, count, { file: name });
    } catch (error) {
      console.error(error);
      await heal();
      this.said.textContent = this.texts.failed;
    } finally {
      button.removeAttribute("aria-disabled");
    }
  }
}

/**
 * @param {string} name
 * @param {Blob} content
 */
function save(name, content) {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
