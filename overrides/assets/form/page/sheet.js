// The factsheet as the site will show it, from what is written so far. Texts enter as text.

import { element } from "../../page/element.js";
import { fields } from "../definition.js";
import { isMapping } from "../value.js";
import { LEDES, NAMES, called, french } from "./shape.js";

/**
 * @typedef {import("../shapes.js").Field} Field
 * @typedef {import("../shapes.js").Value} Value
 * @typedef {(field: Field, value: string) => string} Named how the page calls a value
 */

const APART = [...NAMES, ...LEDES, "sources", "status", "scope", "added", "formerly", "not_duplicate_of", "verified", "note"];
const BADGES = ["status", "scope"];
const KICKERS = ["modality", "kind", "side"];

/**
 * @param {import("../shapes.js").Definition} definition
 * @param {import("./shape.js").Texts} texts
 * @param {string} type
 * @param {import("../shapes.js").Mapping} value
 * @param {Named} named
 * @returns {HTMLElement}
 */
export function factsheet(definition, texts, type, value, named) {
  const has = fields(definition, type).filter(({ key }) => value[key] !== undefined);
  const said = (/** @type {string[]} */ keys) => keys.flatMap((key) => has.filter((field) => field.key === key));
  const term = (/** @type {Field} */ field) => inWords(field, value[field.key], named);
  const kicker = [definition.types[type].label, ...said(KICKERS).map(term)].join(" · ");
  /** @type {HTMLElement[]} */
  const parts = [element("p", { class: "rp-kicker" }, kicker), element("h3", { class: "rp-preview__title" }, typeset(called(value)) || "…")];
  for (const field of said(LEDES)) parts.push(...paragraphs(french(value[field.key])).map((text) => element("p", { class: "rp-lede" }, text)));
  const badges = said(BADGES).map((field) => element("span", { class: "rp-badge" }, badge(field, value[field.key], named)));
  if (badges.length) parts.push(element("p", { class: "rp-badges" }, ...badges));
  const facts = has.filter(({ key }) => !APART.includes(key) && !(KICKERS.includes(key) && key !== "kind"));
  const status = has.filter(({ key, fields: inside }) => key === "status" && inside);
  const lines = [...facts, ...status].map((field) =>
    element("div", {}, element("dt", {}, field.label), element("dd", {}, ...shown(field, value[field.key], named))),
  );
  if (lines.length) parts.push(element("dl", { class: "rp-facts" }, ...lines));
  if (typeof value.note === "string") parts.push(element("p", { class: "rp-note" }, value.note));
  const sources = Array.isArray(value.sources) ? value.sources : [];
  if (sources.length) {
    parts.push(element("h4", {}, texts.preview.sources), element("ul", { class: "rp-sources" }, ...sources.map(source)));
  }
  if (value.verified === undefined) parts.push(element("p", { class: "rp-verified" }, texts.preview.unverified));
  return element("div", {}, ...parts);
}

/**
 * @param {string} text
 * @returns {string} with the spaces of French punctuation made unbreakable, as the site does
 */
function typeset(text) {
  return text.replace(/(?<=\S) (?=[:;?!»](?:\s|$))|(?<=«) /gu, "\u00a0");
}

/** @param {string} text */
function paragraphs(text) {
  return text.split(/\n+/u).filter((part) => part.trim()).map(typeset);
}

/** @param {Value} each */
function source(each) {
  if (!isMapping(each)) return element("li", { class: "rp-source" });
  const said = (/** @type {string} */ key) => (typeof each[key] === "string" ? String(each[key]) : "");
  const title = said("title") || said("url") || "…";
  const address = /^https?:\/\//u.test(said("url")) ? said("url") : "";
  const about = [said("year") && ` (${said("year")})`, said("detail") && ` — ${said("detail")}`].filter(Boolean).join("");
  return element(
    "li",
    { class: "rp-source" },
    address ? element("a", { href: address, rel: "noopener", target: "_blank" }, title) : title,
    element("span", { class: "rp-soft" }, about),
    ...(said("supports") ? [element("span", { class: "rp-source__supports" }, said("supports"))] : []),
  );
}

/**
 * @param {Field} field
 * @param {Value} value
 * @param {Named} named
 * @returns {string}
 */
function badge(field, value, named) {
  const state = field.fields?.find(({ key }) => key === "state");
  if (state && isMapping(value)) return inWords(state, value.state ?? "", named);
  return inWords(field, value, named);
}

/**
 * @param {Field} field
 * @param {Value} value
 * @param {Named} named
 * @returns {(Node | string)[]}
 */
function shown(field, value, named) {
  if (field.kind === "theme" && Array.isArray(value)) {
    const chips = value.map((each) => element("li", {}, element("span", { class: "rp-chip" }, named(field, String(each)))));
    return [element("ul", { class: "rp-chips" }, ...chips)];
  }
  if (field.kind === "url" && typeof value === "string" && /^https?:\/\//u.test(value)) {
    return [element("a", { href: value, rel: "noopener", target: "_blank" }, value)];
  }
  if (Array.isArray(value) && field.fields) {
    return value.flatMap((each, at) => [...(at ? [element("br", {})] : []), inWords({ ...field, many: false }, each, named)]);
  }
  return [inWords(field, value, named)];
}

/**
 * @param {Field} field
 * @param {Value} value
 * @param {Named} named
 * @returns {string} the value in one line
 */
function inWords(field, value, named) {
  if (typeof value === "string") return typeset(named(field, value));
  if (Array.isArray(value)) return value.map((each) => inWords({ ...field, many: false }, each, named)).join(", ");
  if (field.kind === "localized") return typeset(french(value));
  if (field.kind === "period") return [value.start, value.end].map((date) => (date ? String(date) : "…")).join(" – ");
  const inside = (field.fields ?? []).filter(({ key }) => value[key] !== undefined);
  return inside.map((each) => inWords(each, value[each.key], named)).join(", ");
}
