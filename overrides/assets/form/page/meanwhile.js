// What was published while a draft of a correction lay: taken over, told, and to choose from where both changed the same.

import { element } from "../../page/element.js";
import { fill } from "../../page/texts.js";
import { fieldOf } from "../definition.js";
import { merge, same } from "../merge.js";
import { at, isMapping, spell } from "../value.js";
import { put } from "./draft.js";

/**
 * @typedef {import("../shapes.js").Mapping} Mapping
 * @typedef {import("../shapes.js").Value} Value
 * @typedef {import("./draft.js").Draft} Draft
 *
 * @typedef {object} Ways
 * @property {import("../shapes.js").Definition} definition
 * @property {import("./shape.js").Texts} texts
 * @property {(field: import("../shapes.js").Field, value: string) => string} label how people call a value
 * @property {(both: import("../merge.js").Both) => void} chosen the draft holds what was chosen, and is to be drawn anew
 */

/**
 * Puts what was published since into the draft.
 * @param {Draft} draft of an existing record
 * @param {Mapping | undefined} base the text it began with; unknown of drafts of the first versions
 * @param {Mapping} now as it is published
 * @returns {{ taken: string[], both: import("../merge.js").Both[], unbased: boolean }}
 */
export function catchUp(draft, base, now) {
  if (!base) return { taken: [], both: [], unbased: !same(draft.value, now) };
  const { value, taken, both } = merge(base, draft.value, now);
  draft.value = value;
  return { taken, both, unbased: false };
}

/**
 * @param {HTMLElement} box
 * @param {Draft} draft
 * @param {ReturnType<typeof catchUp>} found
 * @param {Ways} ways
 */
export function tell(box, draft, { taken, both, unbased }, ways) {
  const { definition, texts } = ways;
  const { draft: words } = texts;
  const name = (/** @type {import("../shapes.js").Step[]} */ path) => fieldOf(definition, draft.type, path)?.label ?? spell(path);
  const said = [];
  if (unbased) said.push(element("p", {}, words.unbased));
  if (taken.length) {
    said.push(element("p", { "data-taken": "" }, fill(words.taken, { fields: taken.map((key) => name([key])).join(", ") })));
  }
  if (both.length) {
    said.push(element("p", {}, words.both), ...both.map((each) => choice(draft, each, name(each.path), ways)));
  }
  box.replaceChildren(...said);
  box.hidden = !said.length;
}

/**
 * @param {Draft} draft
 * @param {import("../merge.js").Both} both
 * @param {string} label
 * @param {Ways} ways
 * @returns {HTMLFieldSetElement}
 */
function choice(draft, both, label, { definition, texts, label: called, chosen }) {
  const { path, mine, theirs } = both;
  const { draft: words } = texts;
  const field = fieldOf(definition, draft.type, path);
  const shown = (/** @type {Value | undefined} */ value) => inWords(value, (text) => (field ? called(field, text) : text)) || words.nothing;
  // The group or list itself: rows may have moved when the person chooses.
  const holder = /** @type {Mapping} */ (at(draft.value, path.slice(0, -1)) ?? draft.value);
  const take = (/** @type {Value | undefined} */ value) => () => {
    put(holder, path.slice(-1), structuredClone(value));
    chosen(both);
  };
  const buttons = [[words.mine, mine], [words.theirs, theirs]].map(([text, value], place) => {
    const id = `${spell(path)}-${place}`;
    const radio = element("input", { type: "radio", name: `both-${spell(path)}`, id, ...(place ? { checked: "" } : {}) });
    radio.addEventListener("click", take(/** @type {Value | undefined} */ (value)));
    const one = /** @type {Value | undefined} */ (value);
    return element("p", { class: "rp-ask__check" }, radio, element("label", { for: id }, `${text} `, element("q", {}, shown(one))));
  });
  return element("fieldset", { class: "rp-both" }, element("legend", {}, label), ...buttons);
}

/**
 * @param {Value | undefined} value
 * @param {(text: string) => string} called
 * @returns {string}
 */
function inWords(value, called) {
  if (value === undefined) return "";
  if (typeof value === "string") return called(value);
  if (Array.isArray(value)) return value.map((each) => inWords(each, called)).filter(Boolean).join(", ");
  return isMapping(value) ? Object.values(value).map((each) => inWords(each, called)).filter(Boolean).join(", ") : "";
}
