// Rules on personal data: the directory publishes services' mailboxes and forms, never a person's. The twin of
// `generator/check/people.py`, with its patterns.

import { entry } from "../known.js";
import { pattern } from "../pattern.js";
import { at, isMapping, texts } from "../value.js";
import { isPersonal } from "./mailboxes.js";
import { found, namesOf, walk } from "./proposed.js";

/** @typedef {import("../shapes.js").Finding} Finding */
/** @typedef {import("../shapes.js").Mapping} Mapping */
/** @typedef {import("../shapes.js").Step} Step */
/** @typedef {import("./proposed.js").World} World */
/** @typedef {import("./proposed.js").Draft} Draft */

/** Kinds of value that are no text to the model. */
const NO_TEXT = ["date", "integer", "number", "boolean"];

/**
 * E-mail addresses and telephone numbers in texts, and a person's mailbox given as contact.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function personalData(world, draft) {
  const { definition } = world;
  /** @type {Finding[]} */
  const wrong = [];
  const warn = (/** @type {string} */ code, /** @type {Step[]} */ steps, /** @type {string} */ value) =>
    wrong.push(found(draft, code, steps, { value }, "warning"));
  const mailbox = draft.type === "actor" ? at(draft.value, "contact.email") : undefined;
  if (typeof mailbox === "string" && isPersonal(definition.mailboxes, mailbox, borne(world, draft))) {
    warn("personal-email", ["contact", "email"], mailbox);
  }
  for (const [steps, text] of written(draft)) {
    const contact = steps.length === 2 && steps[0] === "contact" && steps[1] === "email";
    const email = contact ? null : pattern(definition.patterns.email).exec(text);
    if (email) warn("email-in-text", steps, email[0]);
    const phone = /^https?:\/\//.test(text) ? null : pattern(definition.patterns.phone, "i").exec(text);
    if (phone) warn("phone-in-text", steps, phone[0]);
  }
  return wrong;
}

/**
 * What the actor and its place are called, by their ids too: a mailbox may bear any of it.
 * @param {World} world
 * @param {Draft} draft
 * @returns {string[]}
 */
function borne({ known, drafts }, { id, value }) {
  const place = String(value.place ?? "");
  const proposed = drafts.find((each) => each.type === "place" && each.id === place);
  const there = entry(known, "place", place);
  const called = (/** @type {Mapping} */ named) => ["name", "native_name"].flatMap((key) => texts(named[key]));
  return [
    id, ...called(value), ...namesOf(value), place, ...(proposed ? called(proposed.value) : []),
    ...(there ? [there.name, ...(there.other ?? [])] : []),
  ];
}

/**
 * Every text of the draft, and where; of a localized text, each language.
 * @param {Draft} draft
 * @returns {Generator<[Step[], string]>}
 */
function* written(draft) {
  yield [["id"], draft.id];
  for (const { field, steps, value } of walk(draft.value, draft.fields)) {
    if (NO_TEXT.includes(field.kind)) continue;
    if (typeof value === "string") yield [field.kind === "localized" ? [...steps, "fr"] : steps, value];
    else if (field.kind === "localized" && isMapping(value)) {
      for (const [locale, text] of Object.entries(value)) yield [[...steps, locale], String(text)];
    }
  }
}
