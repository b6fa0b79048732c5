// A text field with a list of what it may mean: the ARIA guide's "editable combobox with list autocomplete", manual
// selection. Picked with arrows and Enter, a click or a finger; a click on the field opens the list again.

/**
 * @template Choice
 * @typedef {object} Ways
 * @property {(text: string) => Promise<Choice[]>} find what a text may mean
 * @property {(choice: Choice) => HTMLElement} draw the choice as an item of the list
 * @property {(choice: Choice) => void} take
 * @property {(text: string) => void} [leave] what was typed stays, and nothing of the list was taken; then Enter never
 *   sends the form that the field is in
 * @property {(count: number | null) => void} [announce] tells those who do not see the list how many choices it shows;
 *   null: it is closed
 */

/** Milliseconds without a key after which the text is looked up. */
const RESTING = 100;

/** @template Choice */
export class Combobox {
  /**
   * @param {HTMLInputElement} field
   * @param {HTMLElement} list a `listbox` with an id and a label
   * @param {Ways<Choice>} ways
   */
  constructor(field, list, ways) {
    this.field = field;
    this.list = list;
    this.ways = ways;
    /** @type {Choice[]} */
    this.choices = [];
    /** Place of the choice that Enter takes; -1 if none is active. */
    this.active = -1;
    /** Number of the last question: an answer to an earlier one comes too late. */
    this.asked = 0;
    this.timer = 0;
    /** Whether what stands in the field was typed there and not yet left or replaced by a choice. */
    this.typed = false;
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-controls": list.id };
    for (const [name, value] of Object.entries(roles)) field.setAttribute(name, value);
    this.show([]);
    field.addEventListener("input", () => this.wait());
    field.addEventListener("keydown", (event) => this.press(event));
    field.addEventListener("blur", () => this.quit());
    field.addEventListener("click", () => {
      if (!this.open) this.ask();
    });
    // The focus stays in the field while the pointer is at the list.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => {
      const item = target instanceof Element ? target.closest("[role=option]") : null;
      if (item) this.choose([...list.children].indexOf(item));
    });
  }

  get open() {
    return !this.list.hidden;
  }

  wait() {
    this.typed = true;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), RESTING);
  }

  /** Asks what the text may mean; an answer that comes too late is dropped. */
  async ask() {
    clearTimeout(this.timer);
    const number = ++this.asked;
    // A download that failed offers nothing.
    const choices = await this.ways.find(this.field.value.trim()).catch(() => /** @type {Choice[]} */ ([]));
    if (number !== this.asked || document.activeElement !== this.field) return;
    this.show(choices);
    this.ways.announce?.(choices.length);
  }

  /** @param {Choice[]} choices */
  show(choices) {
    this.choices = choices;
    this.list.replaceChildren(...choices.map((choice, place) => this.option(choice, place)));
    this.list.hidden = !choices.length;
    this.field.setAttribute("aria-expanded", String(choices.length > 0));
    this.activate(-1);
  }

  close() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.show([]);
    this.ways.announce?.(null);
  }

  /**
   * @param {Choice} choice
   * @param {number} place
   */
  option(choice, place) {
    const item = this.ways.draw(choice);
    item.id = `${this.list.id}-${place}`;
    item.setAttribute("role", "option");
    return item;
  }

  /** @param {number} place of the choice that Enter takes; none at -1 */
  activate(place) {
    this.active = place;
    const items = [...this.list.children];
    items.forEach((item, at) => item.setAttribute("aria-selected", String(at === place)));
    if (place < 0) this.field.removeAttribute("aria-activedescendant");
    else {
      this.field.setAttribute("aria-activedescendant", items[place].id);
      items[place].scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  /** Closes the list and leaves the field as it was typed. */
  quit() {
    this.close();
    if (!this.typed) return;
    this.typed = false;
    this.ways.leave?.(this.field.value.trim());
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.move(event.key === "ArrowDown");
    else if (event.key === "Enter" && this.active >= 0) this.choose(this.active);
    else if (event.key === "Escape" && this.open) this.close();
    else if (event.key === "Enter") {
      this.quit();
      if (!this.ways.leave) return;
    } else return;
    event.preventDefault();
  }

  /**
   * Goes to the next choice or the one before; from the last, or from the first, back to the field.
   * @param {boolean} down
   */
  move(down) {
    const last = this.choices.length - 1;
    if (this.open) this.activate(down ? (this.active < last ? this.active + 1 : -1) : this.active < 0 ? last : this.active - 1);
    else if (down) this.ask();
  }

  /** @param {number} place */
  choose(place) {
    const choice = this.choices[place];
    this.typed = false;
    this.close();
    this.ways.take(choice);
  }
}
