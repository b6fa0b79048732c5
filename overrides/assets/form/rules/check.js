// Everything wrong with a proposal, said as `repertoire check` says it of the same files.

import { controlPath } from "../definition.js";
import { circles, formerIds, idsInside, keysOfKinds, mainThemes, participations, sources, statuses } from "./records.js";
import { dates } from "./dates.js";
import { alike, nearDuplicates } from "./duplicates.js";
import { links } from "./links.js";
import { personalData } from "./people.js";
import { found, world as made } from "./proposed.js";
import { namesBorne, supportedKeys, unsaid } from "./said.js";
import { seats, states } from "./seats.js";
import { structure } from "./structure.js";
import { tenses } from "./tense.js";
import { keywords, tracked } from "./texts.js";
import { matches } from "../pattern.js";
import { prune, spell } from "../value.js";
import { meant, message, repair } from "../wording.js";
import { write } from "../yaml.js";

/** @typedef {import("../shapes.js").Definition} Definition */
/** @typedef {import("../shapes.js").Entry} Entry */
/** @typedef {import("../shapes.js").Finding} Finding */
/** @typedef {import("../shapes.js").Known} Known */
/** @typedef {import("../shapes.js").Problem} Problem */
/** @typedef {import("../shapes.js").Proposal} Proposal */
/** @typedef {import("./proposed.js").World} World */
/** @typedef {import("./proposed.js").Draft} Draft */

/** Every rule that looks at records whose structure is right. */
const RULES = [
  sources, statuses, keysOfKinds, mainThemes, participations, formerIds, idsInside, circles, supportedKeys, namesBorne,
  unsaid, dates, states, seats,
  personalData, tracked, keywords, tenses, nearDuplicates,
];

/** Code → the control that shows what is said of the whole record. */
const SHOWN = /** @type {Record<string, string>} */ ({ "missing-source": "sources", "bad-file-name": "id" });

/** What is said of the form of a text, unless something else knows what it fails to name. */
const BLUNT = ["bad-id", "bad-country"];

/**
 * What is wrong with the files that the proposal would be, record by record, in the order of their fields: what is
 * not filled in is not written, and so no mistake.
 * @param {Definition} definition
 * @param {Known} known
 * @param {Proposal} proposal
 * @returns {Problem[]}
 */
export function check(definition, known, proposal) {
  return verdict(definition, known, filled(proposal));
}

/**
 * The same of records whose keys without a value count, as those of a file do.
 * @param {Definition} definition
 * @param {Known} known
 * @param {Proposal} proposal
 * @returns {Problem[]}
 */
export function verdict(definition, known, proposal) {
  const world = made(definition, known, proposal);
  const wrong = world.drafts.map((draft) => {
    const mistakes = structure(world, draft);
    draft.valid = !mistakes.length;
    return [...size(world, draft), ...mistakes];
  });
  const findings = world.drafts.flatMap((draft, at) => [
    ...wrong[at], ...links(world, draft), ...(draft.valid ? RULES.flatMap((rule) => rule(world, draft)) : []),
  ]);
  return sharpest(definition, findings)
    .map((finding) => ({ finding, place: placeOf(world, finding) }))
    .sort((one, other) => one.finding.record - other.finding.record || one.place - other.place)
    .map(({ finding }) => told(world, finding));
}

/**
 * Records that a new one looks like, as the check tells them; while it is being filled in.
 * @param {Definition} definition
 * @param {Known} known
 * @param {Proposal} proposal
 * @param {number} index of the record in the proposal
 * @returns {Entry[]}
 */
export function similar(definition, known, proposal, index) {
  const world = made(definition, known, filled(proposal));
  return alike(world, world.drafts[index]).map(({ entry }) => entry);
}

/**
 * @param {Proposal} proposal
 * @returns {Proposal}
 */
function filled({ records }) {
  return { records: records.map((record) => ({ ...record, value: prune(record.value) })) };
}

/**
 * Files whose name or size no file may have.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Finding[]}
 */
function size({ definition }, draft) {
  const { limits, patterns } = definition;
  /** @type {Finding[]} */
  const wrong = [];
  if (!matches(patterns.id, draft.id) || draft.id.length > limits.id) {
    wrong.push(found(draft, "bad-file-name", [], { id: draft.id }));
  }
  const bytes = new TextEncoder().encode(write(definition, draft.type, draft.value)).length;
  if (bytes > limits.bytes) wrong.push(found(draft, "file-too-big", [], { limit: String(limits.bytes >> 10) }));
  return wrong;
}

/**
 * Each mistake told once: not the form of a text where a rule knows what it fails to name, and not the absence of a
 * key that is there under a wrong name.
 * @param {Definition} definition
 * @param {Finding[]} findings
 * @returns {Finding[]}
 */
function sharpest(definition, findings) {
  const at = (/** @type {Finding} */ each, steps = each.steps) => `${each.record} ${spell(steps)}`;
  const known = new Set(findings.filter((each) => !BLUNT.includes(each.code)).map((each) => at(each)));
  const misnamed = new Set(
    findings.filter((each) => each.code === "unknown-key").flatMap(
      (each) => meant(definition, each).slice(0, 1).map((key) => at(each, [...each.steps.slice(0, -1), key]))));
  return findings.filter((each) =>
    !(BLUNT.includes(each.code) && known.has(at(each))) && !(each.code === "missing-key" && misnamed.has(at(each))));
}

/**
 * @param {World} world
 * @param {Finding} finding
 * @returns {number}
 */
function placeOf(world, { record, steps }) {
  return world.drafts[record].fields.findIndex((field) => field.key === steps[0]);
}

/**
 * @param {World} world
 * @param {Finding} finding
 * @returns {Problem}
 */
function told({ definition, drafts }, finding) {
  const { record, code, steps, severity, args } = finding;
  const path = spell(steps);
  const control = SHOWN[code] ?? controlPath(definition, drafts[record].type, path);
  return {
    record, code, path, control, severity, args,
    message: message(definition, finding), repair: repair(definition, finding),
  };
}
