// A text field that offers what it may name: the ARIA guide's "editable combobox with list autocomplete".

import { element } from "../../page/element.js";

/**
 * @typedef {object} Choice
 * @property {string} label
 * @property {string} [about] what tells it from another of the same name
 * @property {() => void} take
 *
 * @typedef {object} Offer
 * @property {(text: string) => Promise<Choice[]>} find
 * @property {(text: string) => void} leave what was typed stays, and nothing of the list was taken
 * @property {(count: number) => string} said how many are offered, for those who do not see them
 */

const TYPING = 100;

let last = 0;

export class Combobox {
  /**
   * @param {HTMLInputElement} field
   * @param {string} label
   * @param {Offer} offer
   */
  constructor(field, label, { find, leave, said }) {
    this.field = field;
    this.find = find;
    this.leave = leave;
    this.said = said;
    this.list = element("ul", { class: "rp-combobox__list", role: "listbox", id: `rp-choices-${++last}`, "aria-label": label });
    this.status = element("span", { class: "rp-visually-hidden", role: "status" });
    this.box = element("span", { class: "rp-combobox" }, field, this.list, this.status);
    /** @type {Choice[]} */
    this.found = [];
    this.active = -1;
    this.asked = 0;
    this.timer = 0;
    this.typed = false;
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false" })) {
      field.setAttribute(name, value);
    }
    field.setAttribute("aria-haspopup", "listbox");
    field.setAttribute("aria-controls", this.list.id);
    this.show([]);
    field.addEventListener("input", () => this.wait());
    field.addEventListener("keydown", (event) => this.press(event));
    field.addEventListener("blur", () => this.quit());
    field.addEventListener("click", () => void (this.list.hidden && this.ask()));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", ({ target }) => {
      const item = target instanceof Element ? target.closest("[role=option]") : null;
      if (item) this.choose([...this.list.children].indexOf(item));
    });
  }

  wait() {
    this.typed = true;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), TYPING);
  }

  /** Asks what the text may name; an answer that comes too late is dropped. */
  async ask() {
    clearTimeout(this.timer);
    const asked = ++this.asked;
    const found = await this.find(this.field.value.trim()).catch(() => /** @type {Choice[]} */ ([]));
    if (asked !== this.asked || document.activeElement !== this.field) return;
    this.show(found);
    this.status.textContent = this.said(found.length);
  }

  /** @param {Choice[]} found */
  show(found) {
    this.found = found;
    this.list.replaceChildren(...found.map((each, place) => this.option(each, place)));
    this.list.hidden = !found.length;
    this.field.setAttribute("aria-expanded", String(found.length > 0));
    this.activate(-1);
  }

  /**
   * @param {Choice} choice
   * @param {number} place
   */
  option({ label, about }, place) {
    const more = about ? [" ", element("span", { class: "rp-combobox__about" }, about)] : [];
    return element("li", { role: "option", id: `${this.list.id}-${place}`, "aria-selected": "false" }, label, ...more);
  }

  /** @param {number} place none is active at -1 */
  activate(place) {
    this.active = place;
    [...this.list.children].forEach((item, each) => item.setAttribute("aria-selected", String(each === place)));
    if (place < 0) this.field.removeAttribute("aria-activedescendant");
    else {
      this.field.setAttribute("aria-activedescendant", this.list.children[place].id);
      this.list.children[place].scrollIntoView({ block: "nearest" });
    }
  }

  close() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.show([]);
    this.status.textContent = "";
  }

  quit() {
    this.close();
    if (!this.typed) return;
    this.typed = false;
    this.leave(this.field.value.trim());
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.isComposing) return;
    const end = this.found.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const down = event.key === "ArrowDown";
      if (this.list.hidden) void (down && this.ask());
      else this.activate(down ? (this.active < end ? this.active + 1 : -1) : this.active < 0 ? end : this.active - 1);
    } else if (event.key === "Enter") {
      // Enter never sends a form that is half written.
      if (this.active >= 0) this.choose(this.active);
      else this.quit();
    } else if (event.key === "Escape" && !this.list.hidden) this.close();
    else return;
    event.preventDefault();
  }

  /** @param {number} place */
  choose(place) {
    const choice = this.found[place];
    this.typed = false;
    this.close();
    choice.take();
  }
}
