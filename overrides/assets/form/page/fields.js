// Fields as a person fills them in: label, help, control, and below it room for what is wrong.

import { element } from "../../page/element.js";
import { fill } from "../../page/texts.js";
import { byLocale, controlOf, idOf, localizedControl } from "./controls.js";
import { at, spell } from "../value.js";
import { blank, put } from "./draft.js";

/**
 * @typedef {import("../shapes.js").Field} Field
 * @typedef {import("./draft.js").Path} Path
 * @typedef {import("./controls.js").Desk} Desk
 */

const ROWS = /** @type {Record<string, number>} */ ({ participations: 2, sources: 1, countries: 1 });

/**
 * A section's fields but for house-keeping; the core stands open, the others are folded.
 * @param {Desk} desk
 * @param {import("../shapes.js").TypeOfRecord["sections"][number]} section
 * @returns {HTMLElement | null} none if there is nothing to ask
 */
export function drawSection(desk, { name, title, fields }) {
  const asked = fields.filter(({ house }) => !house);
  if (!asked.length) return null;
  const drawn = asked.map((field) => drawField(desk, field, [field.key]));
  if (name === "core") return element("section", { class: "rp-form__core", "data-section": name }, element("h3", {}, title), ...drawn);
  const open = asked.some(({ key }) => !blank(desk.draft.value[key])) ? "" : undefined;
  return element("details", { class: "rp-fold", "data-section": name, open }, element("summary", {}, title), ...drawn);
}

/**
 * @param {Desk} desk
 * @param {Field} field
 * @param {Path} path
 * @returns {HTMLElement}
 */
export function drawField(desk, field, path) {
  const drawn = field.many ? many(desk, field, path) : field.fields ? group(desk, field, path, field.label) : single(desk, field, path);
  if (field.only_for) {
    drawn.dataset.onlyFor = field.only_for;
    drawn.dataset.key = field.key;
  }
  return drawn;
}

/**
 * Where the mistakes of a field are told.
 * @param {Desk} desk
 * @param {Path} path
 */
function room(desk, path) {
  return element("div", { class: "rp-ask__wrong", id: `${idOf(desk, path)}-wrong`, "data-wrong": spell(path) });
}

/**
 * @param {Desk} desk
 * @param {Field} field
 * @param {Path} path
 */
function help(desk, field, path) {
  const { example } = field;
  const shown = example && !["term", "theme", "country", "reference", "boolean"].includes(field.kind);
  return element(
    "p",
    { class: "rp-ask__help", id: `${idOf(desk, path)}-help` },
    field.help ?? "",
    ...(field.kind === "reference" || field.kind === "theme" ? [" ", desk.texts.ask.pick] : []),
    ...(shown ? [" ", element("span", { class: "rp-soft" }, fill(desk.texts.ask.example, { example }))] : []),
  );
}

/**
 * @param {Desk} desk
 * @param {Field} field
 */
function mark(desk, field) {
  const needed = field.required || field.needed_for;
  return needed ? [" ", element("span", { class: "rp-ask__required" }, desk.texts.ask.required)] : [];
}

/**
 * @param {Desk} desk
 * @param {Field} field
 * @param {Path} path
 */
function single(desk, field, path) {
  const id = idOf(desk, path);
  const attributes = { "aria-describedby": `${id}-help ${id}-wrong`, "aria-required": field.required ? "true" : undefined };
  const label = element("label", { for: id }, field.label, ...mark(desk, field));
  /** @type {HTMLElement[]} */
  const parts = [label, help(desk, field, path)];
  if (field.kind === "localized") {
    parts.push(localizedControl(desk, field, path, "fr", attributes), room(desk, path));
    const rest = languages(desk, field, path);
    if (rest) parts.push(rest);
  } else parts.push(controlOf(desk, field, path, attributes).box, room(desk, path));
  return element("div", { class: "rp-ask", "data-ask": spell(path) }, ...parts);
}

/**
 * The same text in other languages: for what a page shows first, and wherever a record has some.
 * @param {Desk} desk
 * @param {Field} field
 * @param {Path} path
 */
function languages(desk, field, path) {
  const has = Object.keys(byLocale(at(desk.draft.value, path))).filter((locale) => locale !== "fr");
  if (path.length > 1 && !has.length) return null;
  const offered = desk.definition.locales.slice(1);
  const locales = [...offered, ...has.filter((locale) => !offered.includes(locale))];
  const drawn = locales.map((locale) => {
    const own = [...path, locale];
    const words = desk.texts.ask.locale;
    const label = fill(words[locale] ?? words.other, { label: field.label, locale });
    const control = localizedControl(desk, field, path, locale, { "aria-describedby": `${idOf(desk, own)}-wrong` });
    return element("div", { class: "rp-ask", "data-ask": spell(own) }, element("label", { for: control.id }, label), control, room(desk, own));
  });
  const open = has.length ? "" : undefined;
  return element("details", { class: "rp-ask__more", open }, element("summary", {}, desk.texts.ask.languages), ...drawn);
}

/**
 * A group of fields: those asked at once, the others folded.
 * @param {Desk} desk
 * @param {Field} field
 * @param {Path} path
 * @param {string} legend
 * @param {Node[]} [tools] what stands at its end
 */
function group(desk, field, path, legend, tools = []) {
  const inside = field.fields ?? [];
  const first = inside.some(({ core }) => core) ? inside.filter(({ core }) => core) : inside;
  const rest = inside.filter((each) => !first.includes(each));
  const single = typeof path[path.length - 1] === "string";
  const parts = first.map((each) => drawField(desk, each, [...path, each.key]));
  if (rest.length) {
    const open = rest.some(({ key }) => !blank(at(desk.draft.value, [...path, key]))) ? "" : undefined;
    const folded = rest.map((each) => drawField(desk, each, [...path, each.key]));
    parts.push(element("details", { class: "rp-ask__more", open }, element("summary", {}, desk.texts.ask.more), ...folded));
  }
  return element(
    "fieldset",
    { class: "rp-ask rp-group", "data-ask": spell(path) },
    element("legend", {}, legend, ...(single ? mark(desk, field) : [])),
    ...(single ? [help(desk, field, path)] : []),
    room(desk, path),
    element("div", { class: "rp-group__fields" }, ...parts),
    ...tools,
  );
}

/**
 * A list: its rows, and a way to add one.
 * @param {Desk} desk
 * @param {Field} field
 * @param {Path} path
 */
function many(desk, field, path) {
  const rows = element("ol", { class: "rp-rows" });
  const label = fill(desk.texts.ask.add, { label: field.label.toLocaleLowerCase("fr") });
  const add = element("button", { type: "button", class: "rp-control", "data-add": spell(path) }, label);
  const length = () => {
    const found = at(desk.draft.value, path);
    return Array.isArray(found) ? found.length : 0;
  };
  const draw = () => {
    const count = length();
    rows.replaceChildren(...Array.from({ length: count }, (_, place) => row(desk, field, [...path, place], remove)));
  };
  /** @param {number} place */
  const remove = (place) => {
    put(desk.draft.value, [...path, place], undefined);
    draw();
    add.focus();
    desk.changed();
  };
  const grow = () => put(desk.draft.value, [...path, length()], field.fields ? {} : "");
  add.addEventListener("click", () => {
    grow();
    draw();
    /** @type {HTMLElement | null} */ (rows.querySelector(":scope > li:last-child :is(input, select, textarea)"))?.focus();
    desk.changed();
  });
  const first = field.core && path.length === 1 ? (ROWS[field.key] ?? 1) : 0;
  if (!desk.draft.old) while (length() < first) grow();
  draw();
  return element(
    "fieldset",
    { class: "rp-ask rp-many", "data-ask": spell(path) },
    element("legend", {}, field.label, ...mark(desk, field)),
    help(desk, field, path),
    room(desk, path),
    rows,
    add,
  );
}

/**
 * @param {Desk} desk
 * @param {Field} field
 * @param {Path} path
 * @param {(place: number) => void} remove
 */
function row(desk, field, path, remove) {
  const place = Number(path[path.length - 1]);
  const label = fill(desk.texts.ask.item, { label: field.label, number: place + 1 });
  const name = fill(desk.texts.ask["remove-item"], { label });
  const button = element("button", { type: "button", class: "rp-ask__remove", "aria-label": name }, desk.texts.ask.remove);
  button.addEventListener("click", () => remove(place));
  if (field.fields) return element("li", {}, group(desk, field, path, label, [button]));
  const described = { "aria-label": label, "aria-describedby": `${idOf(desk, path)}-wrong` };
  const one = { ...field, required: true };
  const box = field.kind === "localized" ? localizedControl(desk, one, path, "fr", described) : controlOf(desk, one, path, described).box;
  return element("li", { class: "rp-rows__one" }, element("span", { class: "rp-rows__value" }, box, button), room(desk, path));
}
