// What is wrong, beside its field.

import { element } from "../../page/element.js";

/**
 * @typedef {object} Mistake
 * @property {string} code
 * @property {string} path in the form
 * @property {string} message
 * @property {string} repair
 * @property {"error" | "warning"} severity
 */

/**
 * A problem in the words of the form: those of the check speak to people who write files.
 * @param {import("./shape.js").Texts} texts
 * @param {import("../shapes.js").Problem} problem
 * @returns {import("../shapes.js").Problem}
 */
export function told({ mistake }, problem) {
  return { ...problem, ...mistake[problem.code] };
}

/** The mistakes of one record's form. */
export class Mistakes {
  /** @param {HTMLElement} form */
  constructor(form) {
    this.form = form;
    /** Paths that were left after a change: theirs may be told. @type {Set<string>} */
    this.left = new Set();
    /** Whether all are told: the person wanted to send. */
    this.all = false;
  }

  /**
   * @param {Mistake[]} mistakes
   */
  show(mistakes) {
    const told = mistakes.filter(({ path }) => this.all || [...this.left].some((left) => within(path, left)));
    /** @type {Map<HTMLElement, Mistake[]>} */
    const rooms = new Map([...this.form.querySelectorAll("[data-wrong]")].map((room) => [/** @type {HTMLElement} */ (room), []]));
    for (const mistake of told) rooms.get(this.room(mistake.path) ?? this.form)?.push(mistake);
    for (const [room, found] of rooms) {
      const before = room.textContent;
      const after = found.map(({ message, repair }) => `${message} ${repair}`).join("");
      if (before !== after) room.replaceChildren(...found.map(paragraph));
      this.mark(room.dataset.wrong ?? "", found);
    }
  }

  /**
   * @param {string} path
   * @param {Mistake[]} found
   */
  mark(path, found) {
    const control = this.control(path);
    if (!control) return;
    if (found.some(({ severity }) => severity === "error")) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }

  /**
   * @param {string} path
   * @returns {HTMLElement | null} where its mistakes are told: its own room, else that of what holds it
   */
  room(path) {
    for (let at = path; ; at = outer(at)) {
      const found = this.form.querySelector(`[data-wrong="${CSS.escape(at)}"]`);
      if (found || !at) return /** @type {HTMLElement | null} */ (found);
    }
  }

  /**
   * @param {string} path
   * @returns {HTMLElement | null}
   */
  control(path) {
    return this.form.querySelector(`[name="${CSS.escape(path)}"]`);
  }

  /**
   * @param {string} path
   * @returns {HTMLElement} what to go to in order to repair it
   */
  target(path) {
    for (let at = path; at; at = outer(at)) {
      const own = this.control(at);
      if (own) return own;
      const asked = this.form.querySelector(`[data-ask="${CSS.escape(at)}"]`);
      const found = asked?.querySelector("input, select, textarea, button");
      if (found) return /** @type {HTMLElement} */ (found);
    }
    return this.form.querySelector("input, select, textarea") ?? this.form;
  }
}

/**
 * Goes to an element, whatever folds it.
 * @param {HTMLElement} target
 */
export function goTo(target) {
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  target.focus();
  target.scrollIntoView({ block: "center" });
}

/** @param {Mistake} mistake */
function paragraph({ code, path, message, repair, severity }) {
  const attributes = { class: `rp-wrong rp-wrong--${severity}`, "data-error-for": path, "data-code": code };
  return element("p", attributes, element("strong", {}, sentence(message)), " ", element("span", {}, repair));
}

/**
 * @param {string} message
 * @returns {string} as a sentence of its own
 */
export function sentence(message) {
  const text = message[0].toLocaleUpperCase("fr") + message.slice(1);
  return /[.?!…]$/u.test(text) ? text : `${text}.`;
}

/**
 * @param {string} path
 * @returns {string} of what holds it
 */
function outer(path) {
  return path.replace(/(^|\.)[^.[\]]+$|\[\d+\]$/u, "");
}

/**
 * @param {string} path
 * @param {string} outside
 */
function within(path, outside) {
  return path === outside || (path.startsWith(outside) && ".[".includes(path[outside.length]));
}
