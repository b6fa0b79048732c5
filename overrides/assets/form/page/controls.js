// One control for each kind of value. A control shows what the draft holds at its path and writes what is typed there.

import { element } from "../../page/element.js";
import { terms } from "../definition.js";
import { tidy } from "../tidy.js";
import { at, isMapping, spell } from "../value.js";
import { pointed, put } from "./draft.js";
import { picker } from "./picker.js";

/**
 * @typedef {import("./shape.js").Field} Field
 * @typedef {import("./draft.js").Path} Path
 * @typedef {import("../shapes.js").Value} Value
 *
 * @typedef {object} Desk what the controls of one record share
 * @property {import("./draft.js").Draft} draft
 * @property {import("../shapes.js").Definition} definition
 * @property {import("./shape.js").Texts} texts
 * @property {import("./offers.js").Offers} offers
 * @property {() => void} changed
 * @property {(path: string) => void} left the control was left: its mistakes may be shown
 *
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 */

const KEYBOARDS = { url: "url", email: "email", integer: "numeric", number: "decimal", date: "numeric" };

/**
 * @param {Desk} desk
 * @param {Path} path
 * @returns {string} id of the control, one in the page
 */
export function idOf(desk, path) {
  return `rp-${desk.draft.number}-${spell(path).replace(/[^\w]+/gu, "-")}`;
}

/**
 * The control of one value, and what stands around it.
 * @param {Desk} desk
 * @param {Field} field
 * @param {Path} path
 * @param {Record<string, string | undefined>} attributes
 * @returns {{ control: Control, box: HTMLElement }}
 */
export function controlOf(desk, field, path, attributes) {
  const named = { id: idOf(desk, path), name: spell(path), ...attributes };
  const value = at(desk.draft.value, path);
  const text = typeof value === "string" ? value : "";
  if (field.kind === "reference" || field.kind === "theme") return pointer(desk, field, path, named);
  if (field.kind === "term" || field.kind === "country" || field.kind === "boolean") return choice(desk, field, path, named, text);
  const control = textControl(field, named);
  control.value = text;
  listen(desk, field, control, spell(path), () => put(desk.draft.value, path, control.value));
  return { control, box: control };
}

/**
 * The control of a localized text in one language. French alone stands without its language.
 * @param {Desk} desk
 * @param {Field} field
 * @param {Path} path
 * @param {string} locale
 * @param {Record<string, string | undefined>} attributes
 * @returns {Control}
 */
export function localizedControl(desk, field, path, locale, attributes) {
  const own = locale === "fr" ? path : [...path, locale];
  const lang = locale === "fr" ? undefined : locale;
  const control = textControl(field, { id: idOf(desk, own), name: spell(own), lang, ...attributes });
  control.value = byLocale(at(desk.draft.value, path))[locale] ?? "";
  listen(desk, field, control, spell(own), () => {
    const texts = { ...byLocale(at(desk.draft.value, path)), [locale]: control.value };
    const others = Object.entries(texts).some(([name, text]) => name !== "fr" && text.trim());
    put(desk.draft.value, path, others ? texts : texts.fr ?? "");
  });
  return control;
}

/**
 * @param {Value | undefined} value
 * @returns {Record<string, string>} language → text
 */
export function byLocale(value) {
  if (typeof value === "string") return { fr: value };
  if (!isMapping(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([locale, text]) => [locale, typeof text === "string" ? text : ""]));
}

/**
 * @param {Field} field
 * @param {Record<string, string | undefined>} attributes
 * @returns {HTMLInputElement | HTMLTextAreaElement}
 */
function textControl(field, attributes) {
  if (field.long) return element("textarea", { rows: "4", ...attributes });
  const inputmode = KEYBOARDS[/** @type {keyof typeof KEYBOARDS} */ (field.kind)];
  return element("input", { type: "text", autocomplete: "off", inputmode, ...attributes });
}

/**
 * @param {Desk} desk
 * @param {Field} field
 * @param {Control} control
 * @param {string} path
 * @param {() => void} write
 */
function listen(desk, field, control, path, write) {
  let changed = false;
  const said = element("span", { class: "rp-ask__tidied rp-soft", role: "status" });
  control.addEventListener("input", () => {
    changed = true;
    write();
    desk.changed();
  });
  control.addEventListener("blur", () => {
    if (!changed) return;
    const { text, done } = tidy(desk.definition, field, control.value);
    said.textContent = done.map((act) => desk.texts.tidied[act]).join(" ");
    if (done.length) {
      control.value = text;
      write();
      desk.changed();
      control.after(said);
    } else said.remove();
    desk.left(path);
  });
}

/**
 * A value out of a short list.
 * @param {Desk} desk
 * @param {Field} field
 * @param {Path} path
 * @param {Record<string, string | undefined>} named
 * @param {string} text
 */
function choice(desk, field, path, named, text) {
  const { texts, definition } = desk;
  const control = element("select", named, element("option", { value: "" }, texts.ask[field.required ? "choose" : "none"]));
  /** @type {Map<string, string>} */
  const meanings = new Map();
  const option = (/** @type {import("../shapes.js").Term} */ { id, label, definition }) => {
    if (definition) meanings.set(id, definition);
    return element("option", { value: id }, label);
  };
  if (field.kind === "country") {
    const near = definition.countries.filter(({ id, listed }) => listed || id === "FR").sort((a, b) => Number(b.id === "FR") - Number(a.id === "FR"));
    const far = definition.countries.filter(({ id, listed }) => !listed && id !== "FR");
    for (const [label, terms] of /** @type {const} */ ([[texts.ask.listed, near], [texts.ask.others, far]])) {
      control.append(element("optgroup", { label }, ...terms.map(option)));
    }
  } else if (field.kind === "boolean") {
    control.append(...["true", "false"].map((id) => option({ id, label: texts.ask[id === "true" ? "yes" : "no"] })));
  } else control.append(...terms(definition, field).map(option));
  if (text && ![...control.options].some(({ value }) => value === text)) control.append(element("option", { value: text }, text));
  control.value = text;
  const meaning = element("span", { class: "rp-ask__meaning rp-soft" }, meanings.get(text) ?? "");
  control.addEventListener("input", () => {
    meaning.textContent = meanings.get(control.value) ?? "";
    put(desk.draft.value, path, control.value);
    desk.changed();
    desk.left(spell(path));
  });
  return { control, box: element("span", { class: "rp-ask__choice" }, control, meaning) };
}

/**
 * A value that names something: another record, or a theme.
 * @param {Desk} desk
 * @param {Field} field
 * @param {Path} path
 * @param {Record<string, string | undefined>} named
 */
function pointer(desk, field, path, named) {
  const control = element("input", { type: "text", ...named });
  const held = () => String(at(desk.draft.value, path) ?? "");
  const shown = () => (held() ? desk.offers.label(field, held()) : "");
  const rest = element("a", { class: "rp-ask__new" }, desk.texts.record.complete);
  const tell = () => {
    const number = pointed(held());
    rest.hidden = number === null;
    rest.href = `#rp-record-${number}`;
    control.value = shown();
  };
  const set = (/** @type {string} */ value) => {
    put(desk.draft.value, path, value);
    tell();
    desk.changed();
    desk.left(spell(path));
  };
  tell();
  const box = picker(control, field.label, desk.texts, {
    find: (typed) => desk.offers.find(field, typed === shown() ? "" : typed, desk.draft, set),
    leave: (typed) => set(typed && typed === shown() ? held() : typed && desk.offers.meant(field, typed)),
  });
  // A new record may take another name while it is written.
  control.addEventListener("renamed", () => {
    if (document.activeElement !== control) tell();
  });
  control.dataset.points = "";
  box.append(rest);
  return { control, box };
}
