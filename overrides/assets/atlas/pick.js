/** Values to tick, under one line that says which are. */

export class Pick {
  /**
   * @param {HTMLFormElement} form
   * @param {string} name as the address names it; a page may lack what nothing can be picked of
   * @param {import("../map/words.js").Words} words
   */
  constructor(form, name, words) {
    this.words = words;
    this.box = /** @type {HTMLDetailsElement | null} */ (form.querySelector(`[data-pick="${name}"]`));
    this.said = /** @type {HTMLElement | null} */ (this.box?.querySelector("[data-picked]") ?? null);
    this.every = this.said?.textContent ?? "";
    this.ticks = [...(this.box?.querySelectorAll("input") ?? [])].map((input) => ({
      input,
      item: /** @type {HTMLElement} */ (input.closest("li")),
      name: (input.parentElement?.textContent ?? "").trim(),
    }));
    /** What has no initiative is offered only while it is asked for. */
    this.bare = new Set(this.ticks.filter(({ item }) => item.hidden));
    this.box?.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#shut(true);
    });
    // It lies over the map: it goes when the visitor goes elsewhere.
    this.box?.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.box?.contains(relatedTarget)) this.#shut(false);
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (!this.box?.contains(/** @type {Node} */ (target))) this.#shut(false);
    });
  }

  /** @param {boolean} back whether the focus goes back to the line */
  #shut(back) {
    if (!this.box?.open) return;
    this.box.open = false;
    if (back) this.box.querySelector("summary")?.focus();
  }

  /** @returns {string[]} what is ticked, in the order of the page */
  get values() {
    return this.ticks.filter(({ input }) => input.checked).map(({ input }) => input.value);
  }

  /** @param {string[]} values what is ticked from now on; what is not offered is left out */
  fill(values) {
    for (const { input } of this.ticks) input.checked = values.includes(input.value);
    for (const { input, item } of this.bare) item.hidden = !input.checked;
    for (const title of this.box?.querySelectorAll("p") ?? []) {
      title.hidden = !title.nextElementSibling?.querySelector("li:not([hidden])");
    }
    const chosen = this.ticks.filter(({ input }) => input.checked);
    const [first] = chosen;
    if (!this.said) return;
    if (chosen.length > 1) this.said.textContent = this.words.count("chosen", chosen.length);
    else this.said.textContent = first ? first.name : this.every;
  }
}
