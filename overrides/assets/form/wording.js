// Mistakes in the sentences of `repertoire check` (`generator/words/wording.py`), from the same catalog.

import { fold } from "../search/fold.js";
import { fieldOf, fields } from "./definition.js";
import { pattern } from "./pattern.js";

/** @typedef {import("./shapes.js").Definition} Definition */
/** @typedef {import("./shapes.js").Finding} Finding */

/** Details that hold a country code, to be read as a name. */
const COUNTRIES = ["country", "other_country"];

/**
 * What is wrong, in one sentence; with what was probably meant, if anyone knows.
 * @param {Definition} definition
 * @param {Finding} finding
 * @returns {string}
 */
export function message(definition, finding) {
  const { report, problem } = definition.problems;
  const said = say(definition, problem[finding.code].message, finding);
  const choices = meant(definition, finding).map((each) => fill(report.quoted, { value: visible(definition, each) }));
  return choices.length ? fill(report.meant, { message: said, choices: choices.join(report.or) }) : said;
}

/**
 * How to repair it, in one sentence; with the values allowed if they are few, or else the keys.
 * @param {Definition} definition
 * @param {Finding} finding
 * @returns {string}
 */
export function repair(definition, finding) {
  const { report, problem } = definition.problems;
  const said = say(definition, problem[finding.code].repair, finding);
  if (finding.code === "unknown-key" && !meant(definition, finding).length) {
    return fill(report.known, { repair: said, known: finding.args.known });
  }
  const allowed = listed(finding, "allowed");
  return allowed.length ? fill(report.allowed, { repair: said, allowed: allowed.join(", ") }) : said;
}

/**
 * What was probably meant: what the rule found, or the key that a French word stands for.
 * @param {Definition} definition
 * @param {Finding} finding
 * @returns {string[]}
 */
export function meant(definition, finding) {
  if (finding.code !== "unknown-key") return listed(finding, "suggestion");
  const { type, steps, args } = finding;
  const typed = fold(args.key);
  const above = steps.slice(0, -1);
  const beside = above.some((step) => typeof step === "string")
    ? fieldOf(definition, type, above)?.fields ?? [] : fields(definition, type);
  const french = beside.filter((each) => [each.name ?? "", definition.names[each.key]].map(fold).includes(typed));
  return french.length ? french.map((each) => each.key) : listed(finding, "suggestion");
}

/**
 * The values of a detail that holds several.
 * @param {Finding} finding
 * @param {string} name
 * @returns {string[]}
 */
function listed(finding, name) {
  const found = finding.args[name];
  return found ? found.split("\n") : [];
}

/**
 * The text on one line, without characters that no one sees.
 * @param {Definition} definition
 * @param {string} text
 * @returns {string}
 */
function visible(definition, text) {
  return text.split("\n").join(" ").replace(
    pattern(definition.patterns.forbidden, "g"),
    (found) => `\\u${Number(found.codePointAt(0)).toString(16).padStart(4, "0")}`,
  );
}

/**
 * The catalog's sentence, its holes filled with what the finding knows.
 * @param {Definition} definition
 * @param {string} sentence
 * @param {Finding} finding
 * @returns {string}
 */
function say(definition, sentence, finding) {
  const { problems } = definition;
  const { report } = problems;
  const args = Object.fromEntries(
    Object.entries(finding.args).map(([name, value]) => [name, visible(definition, value)]));
  // A localized text ends with its language, which is no key.
  const field = fieldOf(definition, finding.type, finding.steps);
  const last = String(finding.steps.filter((step) => typeof step === "string").at(-1) ?? "");
  const typed = args.key ?? field?.key ?? last;
  const french = field ? field.name ?? definition.names[field.key] : typed;
  /** @type {Record<string, string>} */
  const filled = { ...args, typed, key: keyOf(definition, typed, french) };
  for (const name of COUNTRIES) if (name in args) filled[name] = country(definition, args[name]);
  if ("type" in args) filled.none = problems.type[args.type];
  if ("expected" in args) {
    filled.expected = problems.expected[args.expected].what;
    filled.repair = problems.expected[args.expected].repair;
    filled.instead = args.value ? fill(report.instead, { value: args.value }) : "";
  }
  if (finding.code === "bad-format") filled.format = field?.forms?.[args.shape ?? ""] ?? field?.form ?? "";
  return fill(sentence, filled);
}

/**
 * The key as it is typed, with its sense in French where that is another word.
 * @param {Definition} definition
 * @param {string} typed
 * @param {string} french
 * @returns {string}
 */
function keyOf(definition, typed, french) {
  const { report } = definition.problems;
  return french === typed ? fill(report.quoted, { value: typed }) : fill(report.key, { value: typed, name: french });
}

/**
 * @param {Definition} definition
 * @param {string} code
 * @returns {string}
 */
function country(definition, code) {
  const [name] = definition.countryNames[code] ?? [];
  return name ? fill(definition.problems.report.country, { name, code }) : code;
}

/**
 * The sentence with its holes filled.
 * @param {string} sentence
 * @param {Record<string, string>} holes
 * @returns {string}
 */
export function fill(sentence, holes) {
  return sentence.replace(/\{(\w+)\}/g, (hole, name) => holes[name] ?? hole);
}
