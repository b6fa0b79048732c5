// The form of one record: its sections, what looks like it, and its place in the proposal.

import { element } from "../../page/element.js";
import { fill } from "../../page/texts.js";
import { fields } from "../definition.js";
import { strings } from "../value.js";
import { blank, put } from "./draft.js";
import { drawSection } from "./fields.js";
import { Mistakes } from "./mistakes.js";
import { NAMES, called } from "./shape.js";

/**
 * @typedef {import("./controls.js").Desk} Desk
 * @typedef {{ id: string, name: string }} Alike
 *
 * @typedef {object} Acts what can be done with the record as a whole; those of a new one beside the main one only
 * @property {(() => void) | null} drop
 * @property {(() => import("../shapes.js").Value | undefined) | null} sources those of the main record
 * @property {(type: string, id: string) => string} page address of an existing record
 * @property {(type: string, id: string) => string} correct address of the form that corrects it
 */

/** The key that tells look-alikes apart. */
const APART = "not_duplicate_of";

export class RecordForm {
  /**
   * @param {Desk} desk
   * @param {Acts} acts
   */
  constructor(desk, acts) {
    this.desk = desk;
    this.acts = acts;
    this.heading = element("h2", { tabindex: "-1" });
    this.form = element("form", { "data-proposal": desk.draft.type, novalidate: "", autocomplete: "off" });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.root = element("section", { class: "rp-record", id: `rp-record-${desk.draft.number}` }, this.heading, ...this.tools(), this.form);
    this.mistakes = new Mistakes(this.form);
    this.alike = element("div", { class: "rp-alike", role: "status" });
    this.id = element("input", { type: "text", name: "id", id: `rp-${desk.draft.number}-own-id`, spellcheck: "false" });
    this.id.addEventListener("input", () => {
      desk.draft.id = this.id.value.trim();
      desk.changed();
    });
    this.draw();
  }

  /** Draws all the fields anew. */
  draw() {
    const { draft, definition } = this.desk;
    const top = element("div", { class: "rp-ask__wrong", "data-wrong": "" });
    this.form.replaceChildren(top, ...definition.types[draft.type].sections.flatMap((section) => drawSection(this.desk, section) ?? []));
    const name = NAMES.map((key) => this.form.querySelector(`[data-ask="${key}"]`)).find(Boolean);
    name?.after(this.alike);
    if (!draft.old) this.form.append(this.identity());
    this.fit();
  }

  /** The name of the file to be. */
  identity() {
    const { record } = this.desk.texts;
    const label = element("label", { for: this.id.id }, record.id);
    const about = element("p", { class: "rp-ask__help", id: `${this.id.id}-help` }, record["id-help"]);
    this.id.setAttribute("aria-describedby", about.id);
    const wrong = element("div", { class: "rp-ask__wrong", "data-wrong": "id" });
    return element(
      "details",
      { class: "rp-fold" },
      element("summary", {}, record.id),
      element("div", { class: "rp-ask", "data-ask": "id" }, label, about, this.id, wrong),
    );
  }

  /** @returns {Node[]} what stands above a new record beside the main one */
  tools() {
    const { drop, sources } = this.acts;
    const { record } = this.desk.texts;
    if (!drop) return [];
    const button = (/** @type {string} */ label, /** @type {() => void} */ act) => {
      const made = element("button", { type: "button", class: "rp-control" }, label);
      made.addEventListener("click", act);
      return made;
    };
    const take = () => {
      const found = sources?.();
      if (found === undefined || blank(found)) return;
      put(this.desk.draft.value, ["sources"], structuredClone(found));
      this.draw();
      this.desk.changed();
    };
    return [
      element("p", { class: "rp-soft" }, record.help, " ", element("a", { href: "#rp-record-0" }, record.back)),
      element("p", { class: "rp-record__tools" }, ...(sources ? [button(record.sources, take)] : []), button(record.drop, drop)),
    ];
  }

  /** Shows the fields that suit the record's kind, and any other that is filled in, since it must be emptied. */
  fit() {
    const { draft, texts } = this.desk;
    for (const each of this.form.querySelectorAll("[data-only-for]")) {
      const { onlyFor, key } = /** @type {HTMLElement} */ (each).dataset;
      /** @type {HTMLElement} */ (each).hidden = draft.value.kind !== onlyFor && blank(draft.value[key ?? ""]);
    }
    const name = called(draft.value);
    const title = texts.record[draft.type] && this.acts.drop ? fill(texts.record[draft.type], { name: name || texts.record.unnamed }) : texts.title[draft.type];
    this.heading.textContent = draft.old ? fill(texts.correcting, { name }) : title;
  }

  /** @param {string} id that the file will have */
  named(id) {
    if (document.activeElement !== this.id) this.id.value = id;
  }

  /**
   * What looks like the record: maybe it exists.
   * @param {Alike[]} found
   */
  resembles(found) {
    const { type, old } = this.desk.draft;
    const others = old ? [] : this.others();
    const shown = [...others, "", ...found.map(({ id }) => id)].join(" ");
    if (this.alike.dataset.shown === shown) return;
    this.alike.dataset.shown = shown;
    const { alike } = this.desk.texts;
    const items = found.map(({ id, name }) => {
      const other = element("button", { type: "button", class: "rp-control", "data-different": id }, alike.different);
      other.addEventListener("click", () => this.tellApart([...others, id]));
      return element(
        "li",
        {},
        element("strong", {}, name),
        " ",
        element("a", { href: this.acts.page(type, id), target: "_blank", rel: "noopener" }, alike.see),
        " ",
        element("a", { href: this.acts.correct(type, id) }, alike.correct),
        " ",
        other,
      );
    });
    const told = found.length ? [element("p", {}, alike.title), element("ul", {}, ...items)] : [];
    this.alike.replaceChildren(...others.map((id) => this.noted(id)), ...told);
  }

  /**
   * @param {string} id of an existing record that a person has told apart from this one
   * @returns {HTMLElement} that says so; no field does
   */
  noted(id) {
    const { draft, definition, offers, texts } = this.desk;
    const field = fields(definition, draft.type).find(({ key }) => key === APART);
    const undo = element("button", { type: "button", class: "rp-control" }, texts.alike.undo);
    undo.addEventListener("click", () => this.tellApart(this.others().filter((each) => each !== id)));
    return element("p", {}, fill(texts.alike.noted, { name: field ? offers.label(field, id) : id }), " ", undo);
  }

  /** @returns {string[]} ids of the existing records that were told apart from this one */
  others() {
    return strings(this.desk.draft.value[APART]).filter((id) => !blank(id));
  }

  /** @param {string[]} ids of existing records that are other ones */
  tellApart(ids) {
    put(this.desk.draft.value, [APART], ids);
    this.desk.changed();
    // The button that was pressed goes.
    /** @type {HTMLElement | null | undefined} */ (this.alike.previousElementSibling?.querySelector("input, textarea"))?.focus();
  }
}
