// What a record may be made of: keys, kinds of value, lengths, forms. The twin of `generator/files/decode.py`.

import { closest } from "../close.js";
import { isChecked, isRor, isSiret } from "../codes.js";
import { matches, pattern } from "../pattern.js";
import { isWords } from "../tidy.js";
import { isMapping } from "../value.js";
import { impossible } from "./dates.js";
import { found, walk } from "./proposed.js";
import { isAddress } from "./url.js";

/** @typedef {import("../shapes.js").Definition} Definition */
/** @typedef {import("../shapes.js").Field} Field */
/** @typedef {import("../shapes.js").Finding} Finding */
/** @typedef {import("../shapes.js").Step} Step */
/** @typedef {import("../shapes.js").Value} Value */
/** @typedef {import("./proposed.js").World} World */
/** @typedef {import("./proposed.js").Draft} Draft */

/** The form of an integer, as the model reads a text. */
const INTEGER = /^\s*[+-]?\d+(?:_\d+)*(?:\.0*)?\s*$/;
const NUMBER = /^\s*[+-]?(?:\d+(?:_\d+)*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/**
 * Everything that keeps the draft from being a record.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function structure({ definition }, draft) {
  /** @type {Finding[]} */
  const wrong = [];
  const { id, ...values } = draft.value;
  if (id !== undefined) wrong.push(found(draft, "id-in-file", ["id"], { id: draft.id }));
  const blank = [...blanks(values)];
  for (const steps of blank) wrong.push(found(draft, "empty-value", steps));
  const misshapen = [...codes(values, draft.fields)];
  for (const { steps, args } of misshapen) wrong.push(found(draft, "bad-format", steps, args));
  const told = [...blank, ...misshapen.map(({ steps }) => steps)];
  const inside = (/** @type {Step[]} */ steps) => told.some((each) => each.every((step, at) => step === steps[at]));
  group(definition, values, draft.fields, [], (code, steps, args) => {
    // What is empty or of another kind has been told already.
    if (!inside(steps)) wrong.push(found(draft, code, steps, args));
  });
  return wrong;
}

/**
 * Keys and items with nothing behind them: absent is not empty.
 * @param {Value} value
 * @param {Step[]} [above]
 * @returns {Generator<Step[]>}
 */
function* blanks(value, above = []) {
  if (typeof value === "string") {
    if (!value.trim()) yield above;
    return;
  }
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  if (!inside.length && above.length) yield above;
  for (const [key, each] of inside) yield* blanks(each, [...above, key]);
}

/**
 * Codes that have not the form of the record's kind.
 * @param {import("../shapes.js").Mapping} values
 * @param {Field[]} inside
 * @returns {Generator<{steps: Step[], args: Record<string, string>}>}
 */
function* codes(values, inside) {
  for (const { field, steps, value } of walk(values, inside)) {
    const shape = field.shapes?.find(([kind]) => kind === values[field.shaped_by ?? ""]);
    if (shape && typeof value === "string" && value && !matches(shape[2], value)) yield { steps, args: { value, shape: shape[1] } };
  }
}

/** @typedef {(code: string, steps: Step[], args?: Record<string, string | undefined>) => unknown} Tell */

/**
 * @param {Definition} definition
 * @param {import("../shapes.js").Mapping} value
 * @param {Field[]} inside
 * @param {Step[]} above
 * @param {Tell} tell
 */
function group(definition, value, inside, above, tell) {
  const known = inside.map((field) => field.key);
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) {
      tell("unknown-key", [...above, key], { key, known: known.join(", "), suggestion: closest(key, known, definition.limits.close) });
    }
  }
  for (const field of inside) {
    const steps = [...above, field.key];
    const content = value[field.key];
    if (content === undefined) {
      // A record without sources is another matter: a rule tells it.
      if (field.required && !(field.key === "sources" && !above.length)) tell("missing-key", steps);
    } else if (!field.many) one(definition, content, field, steps, tell);
    else if (!Array.isArray(content)) tell("wrong-type", steps, { expected: "list", value: short(definition, content) });
    else content.forEach((item, at) => one(definition, item, field, [...steps, at], tell));
  }
}

/**
 * @param {Definition} definition
 * @param {Value} value
 * @param {Field} field
 * @param {Step[]} steps
 * @param {Tell} tell
 */
function one(definition, value, field, steps, tell) {
  const wrongType = (/** @type {string} */ expected) => tell("wrong-type", steps, { expected, value: short(definition, value) });
  switch (field.kind) {
    case "group":
    case "period":
      if (isMapping(value)) group(definition, value, field.fields ?? [], steps, tell);
      else wrongType(typeof steps[steps.length - 1] === "number" ? "mappings" : "mapping");
      break;
    case "localized":
      if (Array.isArray(value)) wrongType("localized");
      else localized(definition, value, field, steps, tell);
      break;
    case "date":
      if (typeof value !== "string" || !matches(field.pattern ?? "", value)) {
        tell("bad-date", steps, { value: short(definition, value) });
      } else if (impossible(value, definition.limits)) tell("impossible-date", steps, { value: short(definition, value) });
      break;
    case "integer":
    case "number":
      if (typeof value !== "string" || !(field.kind === "integer" ? INTEGER : NUMBER).test(value)) wrongType(field.kind);
      else range(definition, Number(value.replaceAll("_", "")), value, field, steps, tell);
      break;
    case "boolean":
      if (typeof value !== "string" || !/^(true|false|yes|no|on|off|[tfyn01])$/i.test(value)) wrongType("boolean");
      break;
    default:
      if (typeof value === "string") text(definition, value, field, steps, tell);
      else wrongType("text");
  }
}

/**
 * @param {Definition} definition
 * @param {string} value
 * @param {Field} field
 * @param {Step[]} steps
 * @param {Tell} tell
 */
function text(definition, value, field, steps, tell) {
  const isId = ["id", "reference", "term", "theme"].includes(field.kind);
  const long = field.longest !== undefined && [...value].length > field.longest;
  const args = { value: short(definition, value) };
  if (pattern(definition.patterns.forbidden).test(value)) hidden(definition, value, steps, tell);
  else if (value !== value.normalize("NFC")) tell("decomposed-character", steps, args);
  else if (isBroken(value, field)) tell("line-break", steps);
  else if (long && !isId) tell("too-long", steps, { ...args, limit: String(field.longest) });
  else if (isId && (long || !matches(field.pattern ?? "", value))) tell("bad-id", steps, args);
  else if (field.kind === "url" && !isAddress(value, field.pattern ?? "")) tell("bad-url", steps, args);
  else if (field.code === "siren" && isSiret(value)) tell("siret-for-siren", steps, { value, siren: value.slice(0, 9) });
  else if (field.pattern && !matches(field.pattern, value)) {
    tell(field.kind === "country" ? "bad-country" : "bad-format", steps, args);
  } else if (field.code && !hasRightFigures(field.code, value)) tell("bad-check-digit", steps, args);
}

/**
 * Whether the figures that check the others are right, of a code that has some.
 * @param {string} name
 * @param {string} code
 * @returns {boolean}
 */
function hasRightFigures(name, code) {
  if (name === "ror") return isRor(code);
  return name === "wikidata" || !/^[0-9]{9}$/.test(code) || isChecked(code);
}

/**
 * Whether the value stands on several lines where one is wanted.
 * @param {string} value
 * @param {Field} field
 * @returns {boolean}
 */
function isBroken(value, field) {
  return isWords(field) && !field.long && value.trim().includes("\n");
}

/**
 * @param {Definition} definition
 * @param {Exclude<Value, Value[]>} value
 * @param {Field} field
 * @param {Step[]} steps
 * @param {Tell} tell
 */
function localized(definition, value, field, steps, tell) {
  const texts = typeof value === "string" ? { fr: value } : value;
  let told = false;
  for (const [locale, each] of Object.entries(texts)) {
    const here = [...steps, locale];
    /** @type {Tell} */
    const note = (...mistake) => ((told = true), tell(...mistake));
    if (typeof each === "string") text(definition, each, { ...field, kind: "text" }, here, note);
    else note("wrong-type", here, { expected: "text", value: "" });
  }
  const strange = Object.keys(texts).find((locale) => !matches(definition.patterns.locale, locale));
  if (strange !== undefined && !told) tell("bad-locale", [...steps, strange], { value: short(definition, strange) });
}

/**
 * @param {Definition} definition
 * @param {number} number
 * @param {string} value
 * @param {Field} field
 * @param {Step[]} steps
 * @param {Tell} tell
 */
function range(definition, number, value, { minimum = -Infinity, maximum = Infinity }, steps, tell) {
  const limit = number < minimum ? minimum : number > maximum ? maximum : undefined;
  if (limit !== undefined) tell("out-of-range", steps, { value: short(definition, value), limit: String(limit) });
}

/**
 * @param {Definition} definition
 * @param {string} value
 * @param {Step[]} steps
 * @param {Tell} tell
 */
function hidden({ patterns }, value, steps, tell) {
  const [character] = pattern(patterns.forbidden).exec(value) ?? [""];
  const spelled = `U+${Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0")}`;
  const code = pattern(patterns.copied).test(character) ? "copied-character" : "forbidden-character";
  tell(code, steps, { character: spelled });
}

/**
 * The value as a message quotes it: one line, and not too long.
 * @param {Definition} definition
 * @param {Value} value
 * @returns {string}
 */
function short({ limits }, value) {
  const text = typeof value === "string" ? value.split(/\s+/u).filter(Boolean).join(" ") : "";
  const letters = [...text];
  return letters.length <= limits.quoted ? text : `${letters.slice(0, limits.quoted - 1).join("")}…`;
}
