// Whether the proposal can be sent; if not, what is still to be done, in words and links.

import { element, one } from "../../page/element.js";
import { fill } from "../../page/texts.js";
import { fieldOf } from "../definition.js";
import { goTo, sentence } from "./mistakes.js";

/**
 * @typedef {object} Wrong
 * @property {import("./record.js").RecordForm} form which it is in
 * @property {import("../shapes.js").Problem} problem
 * @property {string} path in the form
 *
 * @typedef {object} State
 * @property {Wrong[]} wrong
 * @property {boolean} wanted whether the person tried to send
 * @property {boolean} unchanged
 * @property {HTMLInputElement} consent
 *
 * @typedef {{ right: boolean, where: HTMLElement }} Verdict `where`: what tells why not
 */

/**
 * @param {HTMLElement} page
 * @param {import("./shape.js").Texts} texts
 * @param {import("../shapes.js").Definition} definition
 * @param {State} state
 * @returns {Verdict}
 */
export function verdict(page, texts, definition, { wrong, wanted, unchanged, consent }) {
  const errors = wrong.filter(({ problem }) => problem.severity === "error");
  const missing = !consent.checked;
  const count = errors.length + Number(missing);
  const asked = texts.hand["consent-missing"];
  const attributes = { class: "rp-wrong rp-wrong--error", "data-error-for": "consent", "data-code": "consent" };
  one(page, "[data-wrong=consent]").replaceChildren(...(wanted && missing ? [element("p", attributes, asked)] : []));
  const told = (/** @type {Wrong} */ { form, problem, path }) => {
    const label = fieldOf(definition, form.desk.draft.type, path)?.label;
    const parts = [form.desk.draft.number ? form.heading.textContent : "", label ?? "", sentence(problem.message)];
    return link(parts.filter(Boolean).join(" · "), () => form.mistakes.target(path));
  };
  const items = errors.map(told);
  if (missing) items.push(link(asked, () => consent));
  const summary = one(page, "[data-summary]");
  summary.hidden = !wanted || !count;
  const title = fill(texts.hand.wrong[count === 1 ? "one" : "other"], { count });
  summary.replaceChildren(...(summary.hidden ? [] : [element("h3", {}, title), element("ul", {}, ...items)]));
  const remarks = wrong.filter((each) => !errors.includes(each));
  const right = remarks.length ? fill(texts.hand.warned[remarks.length === 1 ? "one" : "other"], { count: remarks.length }) : texts.hand.right;
  const said = one(page, "[data-verdict]");
  const text = unchanged ? texts.hand.unchanged : count ? "" : right;
  if (said.textContent !== text) said.textContent = text;
  one(page, "[data-remarks]").replaceChildren(...(text === right ? remarks.map(told) : []));
  return { right: !count && !unchanged, where: summary.hidden ? said : summary };
}

/**
 * @param {string} label
 * @param {() => HTMLElement} target
 */
function link(label, target) {
  const made = element("a", { href: "#rp-hand" }, label);
  made.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(target());
  });
  return element("li", {}, made);
}
