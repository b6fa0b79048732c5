// Rules on time: what ends after it begins, and a history that goes forward. The twin of `generator/check/dates.py`.

import { at, isMapping } from "../value.js";
import { found, items, walk } from "./proposed.js";

/** @typedef {import("../shapes.js").Finding} Finding */
/** @typedef {import("../shapes.js").Mapping} Mapping */
/** @typedef {import("../shapes.js").Step} Step */
/** @typedef {import("../shapes.js").Value} Value */
/** @typedef {import("./proposed.js").World} World */
/** @typedef {import("./proposed.js").Draft} Draft */

/**
 * Whether no calendar holds the date.
 * @param {string} text 2024, 2024-05 or 2024-05-17
 * @param {Record<string, number>} limits
 * @returns {boolean}
 */
export function impossible(text, limits) {
  const [year, month, day] = text.split("-").map(Number);
  if (year < limits.firstYear || year > limits.lastYear) return true;
  if (month !== undefined && (month < 1 || month > 12)) return true;
  return day !== undefined && (day < 1 || day > lastDay(year, month));
}

/**
 * @param {number} year
 * @param {number} month
 * @returns {number}
 */
function lastDay(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * The earliest or latest day that the date can mean, as a text that sorts.
 * @param {string} date
 * @param {"first" | "last"} end
 * @returns {string}
 */
function day(date, end) {
  const [year, month, exact] = date.split("-");
  if (exact) return date;
  if (end === "first") return `${year}-${month ?? "01"}-01`;
  const last = month ?? "12";
  return `${year}-${last}-${lastDay(Number(year), Number(last))}`;
}

/**
 * Periods that end before they begin, agreements signed after their end, statuses that go back.
 * @param {World} _
 * @param {Draft} draft
 * @returns {Finding[]}
 */
export function dates(_, draft) {
  /** @type {Finding[]} */
  const wrong = [];
  const value = draft.value;
  const after = (/** @type {Step[]} */ steps, /** @type {Value | undefined} */ earlier) => {
    const later = at(value, steps);
    if (typeof earlier === "string" && typeof later === "string" && day(later, "last") < day(earlier, "first")) {
      wrong.push(found(draft, "dates-out-of-order", steps, { value: later, earlier }));
    }
  };
  for (const { field, steps, value: period } of walk(value, draft.fields)) {
    if (field.kind === "period" && isMapping(period)) after([...steps, "end"], period.start);
  }
  if (draft.type === "initiative") {
    items(value.frames).forEach((frame, place) => {
      const [signed, end] = [at(frame, "signed"), at(frame, "period.end")];
      if (typeof signed === "string" && typeof end === "string" && day(signed, "first") > day(end, "last")) {
        wrong.push(found(draft, "signed-after-end", ["frames", place, "signed"], { value: signed, end }));
      }
    });
    history(value, after);
  }
  if (draft.type === "instrument") {
    items(value.sessions).forEach((session, place) => after(["sessions", place, "closes"], at(session, "opens")));
  }
  if (draft.type === "call") after(["expires"], value.date);
  return wrong;
}

/**
 * @param {Mapping} value
 * @param {(steps: Step[], earlier: Value | undefined) => void} after
 */
function history(value, after) {
  /** @type {Step[][]} */
  const path = items(at(value, "status.history")).map((_, place) => ["status", "history", place, "since"]);
  if (at(value, "status.since") !== undefined) path.push(["status", "since"]);
  path.slice(1).forEach((steps, place) => after(steps, at(value, path[place])));
  after(["status", "review_after"], at(value, "status.since"));
}
