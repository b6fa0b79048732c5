/** The map's page: filters, list, panel and map, all four saying what the address says. */

import { Drawing } from "./drawing.js";
import { Answer, read, SEVERAL, write } from "./filters.js";
import { List, printable } from "./list.js";
import { Panel } from "./panel.js";
import { Pick } from "./pick.js";
import { loadWords } from "../map/words.js";
import { dataAt, load } from "../page/data.js";

/** @type {WeakMap<Element, Promise<Atlas>>} */
const opened = new WeakMap();

/** @param {HTMLElement} figure */
export async function draw(figure) {
  const root = /** @type {HTMLElement} */ (figure.closest("[data-atlas]"));
  const opening = opened.get(root) ?? Atlas.open(root);
  opened.set(root, opening);
  opening.catch(() => opened.delete(root));
  await (await opening).draw(figure);
}

class Atlas {
  /** @param {HTMLElement} root */
  static async open(root) {
    return new Atlas(root, await load(dataAt("map/atlas.json")), await loadWords());
  }

  /**
   * @param {HTMLElement} root
   * @param {import("./filters.js").Data} data
   * @param {import("../map/words.js").Words} words
   */
  constructor(root, data, words) {
    this.data = data;
    this.words = words;
    this.list = new List(root);
    this.form = /** @type {HTMLFormElement} */ (root.querySelector("[data-filters]"));
    this.picks = SEVERAL.map((name) => new Pick(this.form, name, words));
    this.theme = /** @type {HTMLSelectElement} */ (this.form.elements.namedItem("theme"));
    this.status = /** @type {HTMLElement} */ (root.querySelector("[data-status]"));
    this.panel = new Panel(root, words, { close: () => this.choose(""), open: (id) => this.choose(id) });
    /** @type {Drawing | undefined} */
    this.drawing = undefined;
    /** @type {HTMLElement | undefined} what opened the panel */
    this.opener = undefined;
    this.state = this.#asked();
    this.#listen(root);
    printable(this.list);
    this.#apply();
    root.dataset.ready = "true";
  }

  /** @param {HTMLElement} root */
  #listen(root) {
    this.form.addEventListener("change", ({ target }) => {
      this.#go({ ...this.#chosen(), lieu: this.state.lieu });
      if (target !== this.theme) this.drawing?.look(this.state);
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", (event) => {
      event.preventDefault();
      this.#go({ country: [], territory: [], theme: "", lieu: "" });
      this.drawing?.look(this.state);
    });
    root.addEventListener("keydown", ({ key, target }) => {
      const inside = target instanceof Element && target.closest("[data-panel], [data-stage]");
      if (key === "Escape" && inside && this.state.lieu) this.choose("");
    });
    addEventListener("popstate", () => {
      this.state = this.#asked();
      this.#apply();
    });
    for (const entry of this.list.entries) {
      entry.link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.choose(entry.id);
        this.drawing?.approach(entry.id);
      });
    }
  }

  #chosen() {
    const [country, territory] = this.picks.map((pick) => pick.values);
    return { country, territory, theme: this.theme.value };
  }

  /** @param {import("./filters.js").State} state what the filters say from now on, as far as there is such a thing */
  #fill(state) {
    SEVERAL.forEach((name, at) => this.picks[at].fill(state[name]));
    this.theme.value = state.theme;
    if (this.theme.selectedIndex < 0) this.theme.value = "";
  }

  /** @returns {import("./filters.js").State} what the address asks, as far as there is such a thing */
  #asked() {
    const asked = read(location.search);
    const { former, formerly } = this.data;
    this.#fill({ ...asked, territory: asked.territory.map((id) => (Object.hasOwn(formerly, id) ? formerly[id] : id)) });
    const { lieu } = asked;
    const today = Object.hasOwn(former, lieu) ? former[lieu] : lieu;
    return { ...this.#chosen(), lieu: this.list.byId.has(today) ? today : "" };
  }

  /** @param {import("./filters.js").State} state a step forward in the visitor's history */
  #go(state) {
    this.state = state;
    this.#fill(state);
    this.#apply();
    history.pushState(null, "", location.pathname + write(this.state, location.search) + location.hash);
  }

  /** @param {string} id of the place whose panel opens; none shuts it and gives the focus back */
  choose(id) {
    const before = this.state.lieu;
    const active = /** @type {HTMLElement} */ (document.activeElement);
    if (id && !this.panel.element.contains(active)) this.opener = active;
    this.#go({ ...this.state, lieu: id });
    if (id) this.panel.focus();
    else this.#giveBack(before);
  }

  /** @param {string} place whose panel has just been shut */
  #giveBack(place) {
    const { opener } = this;
    this.opener = undefined;
    if (opener?.isConnected && opener !== document.body && opener.getClientRects().length) {
      opener.focus();
    } else this.drawing?.focus(place);
  }

  /** Shows what the state says, everywhere. */
  #apply() {
    const { words, list, state, drawing } = this;
    const answer = new Answer(this.data, state);
    const shown = list.apply(answer, words);
    const total = answer.count(answer.found);
    const [initiatives, places] = [words.count("initiatives", total), words.count("places", shown.length)];
    this.status.textContent = total ? words.say("shown", { initiatives, places }) : words.say("no_answer");
    const entry = shown.find(({ id }) => id === state.lieu);
    if (entry) this.panel.show(entry, drawing?.beside(entry, shown) ?? []);
    else {
      state.lieu = "";
      this.panel.hide();
    }
    drawing?.update(shown, answer, state.lieu);
  }

  /** @param {HTMLElement} figure */
  async draw(figure) {
    this.drawing = await Drawing.open(figure, this.list, this.data, this.words, (id) => this.choose(id));
    this.#apply();
    if (this.state.lieu) this.drawing.approach(this.state.lieu);
    else this.drawing.look(this.state);
  }
}
