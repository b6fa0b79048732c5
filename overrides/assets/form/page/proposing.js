// A proposal being written: its records, what is wrong with them, what they will look like, and its way out.

import { element, one } from "../../page/element.js";
import { fill } from "../../page/texts.js";
import { check, similar } from "../rules/check.js";
import { propose } from "../id.js";
import { spell } from "../value.js";
import { file } from "../known.js";
import { told as inWords } from "../message.js";
import { withOrigin } from "../origin.js";
import { placeOf } from "../place.js";
import { write } from "../yaml.js";
import { compact, pointed } from "./draft.js";
import { Hand } from "./hand.js";
import { catchUp, tell } from "./meanwhile.js";
import { goTo, told } from "./mistakes.js";
import { Offers } from "./offers.js";
import { RecordForm } from "./record.js";
import { called } from "./shape.js";
import { factsheet } from "./sheet.js";
import { show, when } from "./shelf.js";
import { verdict } from "./verdict.js";

/**
 * @typedef {import("./draft.js").Draft} Draft
 * @typedef {import("../shapes.js").Value} Value
 *
 * @typedef {object} Given
 * @property {HTMLElement} page
 * @property {URL} assets
 * @property {import("../shapes.js").Definition} definition
 * @property {import("../shapes.js").Known} known
 * @property {import("./shape.js").Texts} texts
 * @property {import("./hand.js").Post} post
 * @property {import("./keeping.js").Keeping} keeping
 * @property {{ page: (type: string, id: string) => string, correct: (type: string, id: string) => string }} addresses
 */

const RESTING = 60;

export class Proposing {
  /**
   * @param {Given} given
   * @param {() => Draft} first
   */
  constructor(given, first) {
    this.given = given;
    const { page, texts, definition, known, keeping } = given;
    this.records = one(page, "[data-records]");
    this.consent = /** @type {HTMLInputElement} */ (one(page, "[name=consent]"));
    this.hand = new Hand(one(page, "[data-hand]"), texts, given.post, () => this.ready());
    const makers = {
      drafts: () => this.drafts,
      actor: (/** @type {string} */ name) => this.add("actor", { name }),
      place: (/** @type {import("../shapes.js").Town} */ town) => this.add("place", placeOf(town).value),
    };
    this.offers = new Offers(given.assets, definition, known, texts, makers);
    /** Draft's number → its form. @type {Map<number, RecordForm>} */
    this.forms = new Map();
    this.wanted = false;
    this.timer = 0;
    /** @type {import("./verdict.js").Wrong[]} */
    this.wrong = [];
    this.unchanged = false;
    const start = first();
    /** What is published of the main record, if it exists. @type {import("../shapes.js").Mapping | null} */
    this.published = start.old ? compact(start.value, () => "").value : null;
    this.original = this.published && write(definition, start.type, this.published);
    /** @type {Draft[]} the main record first */
    this.drafts = [start];
    const kept = keeping.read();
    keeping.base = start.old ? structuredClone(start.value) : undefined;
    if (!kept || !this.resume(kept, start)) this.draw(start);
    this.tell(kept ? fill(texts.draft.found, { date: when(kept.date) }) : texts.draft.kept);
    show(one(page, "[data-shelf]"), keeping, texts);
    one(page, "[data-erase]").addEventListener("click", () => this.erase());
    this.consent.addEventListener("change", () => this.judge());
    this.judge();
  }

  /**
   * Goes on with what was written before, and with what was published since.
   * @param {import("./kept.js").Kept} kept
   * @param {Draft} start the main record without it
   * @returns {boolean} whether it could be drawn; if not, it stays on the shelf
   */
  resume(kept, start) {
    const { page, definition, texts, keeping } = this.given;
    const [main] = kept.drafts;
    try {
      const found = start.old && main.old ? catchUp(main, kept.base, start.value) : { taken: [], both: [], unbased: false };
      // Without a text to compare with, none is made up: what differs is told every time.
      if (found.unbased) keeping.base = undefined;
      if (main.old) main.id = start.id; // the record may have another id since
      const again = new Set(found.both.map(({ path }) => spell(path)));
      keeping.both = [...(kept.both ?? []).filter(({ path }) => !again.has(spell(path))), ...found.both];
      this.drafts = kept.drafts;
      for (const draft of this.drafts) this.draw(draft);
      tell(one(page, "[data-meanwhile]"), main, { ...found, both: keeping.both }, {
        definition,
        texts,
        label: (field, value) => this.offers.label(field, value),
        chosen: (both) => {
          keeping.both = keeping.both.filter((each) => each !== both);
          this.forms.get(0)?.draw();
          this.changed();
        },
      });
      return true;
    } catch (error) {
      console.error(error);
      keeping.take(keeping.fresh());
      this.drafts = [start];
      this.forms.clear();
      this.records.replaceChildren();
      return false;
    }
  }

  /** @param {string} text */
  tell(text) {
    const said = one(this.given.page, "[data-draft-said]");
    if (said.textContent !== text) said.textContent = text;
  }

  erase() {
    if (!window.confirm(this.given.texts.draft.sure)) return;
    this.given.keeping.erase();
    location.reload();
  }

  /** @param {Draft} draft */
  draw(draft) {
    const { definition, texts, addresses } = this.given;
    const main = draft.number === 0;
    const desk = { draft, definition, texts, offers: this.offers, changed: () => this.changed(), left: (/** @type {string} */ path) => this.left(draft, path) };
    const form = new RecordForm(desk, {
      drop: main ? null : () => this.drop(draft),
      sources: main || draft.type === "place" ? null : () => this.drafts[0].value.sources,
      ...addresses,
    });
    this.forms.set(draft.number, form);
    this.records.append(form.root);
  }

  /**
   * A new record beside the main one.
   * @param {string} type
   * @param {import("../shapes.js").Mapping} value
   * @returns {Draft}
   */
  add(type, value) {
    const number = Math.max(...this.drafts.map((draft) => draft.number)) + 1;
    const { added } = this.drafts.find(({ old }) => !old)?.value ?? {};
    const now = new Date().toLocaleDateString("sv-SE");
    const draft = { type, id: "", old: false, number, value: { ...value, added: value.added ?? added ?? now } };
    this.drafts.push(draft);
    this.draw(draft);
    return draft;
  }

  /**
   * Takes a new record out, and what pointed to it.
   * @param {Draft} dropped
   */
  drop(dropped) {
    this.drafts = this.drafts.filter((draft) => draft !== dropped);
    this.forms.get(dropped.number)?.root.remove();
    this.forms.delete(dropped.number);
    for (const draft of this.drafts) {
      draft.value = /** @type {import("../shapes.js").Mapping} */ (without(draft.value, dropped.number));
      this.forms.get(draft.number)?.draw();
    }
    this.forms.get(0)?.heading.focus();
    this.changed();
  }

  changed() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.judge(), RESTING);
    const { keeping, texts } = this.given;
    keeping.write(
      () => this.drafts,
      (works) => this.tell(works ? texts.draft.kept : texts.draft.refused),
    );
  }

  /**
   * @param {Draft} draft
   * @param {string} path
   */
  left(draft, path) {
    this.forms.get(draft.number)?.mistakes.left.add(path);
    this.changed();
  }

  /** @returns {{ records: import("../shapes.js").Proposed[], places: Map<string, string>[] }} as `drafts`, in their order */
  proposal() {
    const { definition, known } = this.given;
    /** @type {Map<number, string>} */
    const ids = new Map();
    const id = (/** @type {number} */ number) => ids.get(number) ?? "";
    const order = [...this.drafts].sort((a, b) => rank(a) - rank(b));
    for (const draft of order) {
      const taken = [...ids.entries()].filter(([number]) => this.type(number) === draft.type).map(([, each]) => each);
      const proposed = draft.id || propose(definition, known, draft.type, compact(draft.value, id).value, taken);
      ids.set(draft.number, proposed);
      this.forms.get(draft.number)?.named(proposed);
    }
    const made = this.drafts.map((draft) => compact(draft.value, id));
    const values = made.map(({ value }, at) => (this.published && !at ? withOrigin(this.published, value) : value));
    const records = this.drafts.map(({ type, number, old }, at) => ({ type, id: id(number), value: values[at], existing: old }));
    return { records, places: made.map(({ places }) => places) };
  }

  /** @param {number} number */
  type(number) {
    return this.drafts.find((draft) => draft.number === number)?.type;
  }

  /** Everything that follows from what is typed. */
  judge() {
    clearTimeout(this.timer);
    const { definition, known, page, texts } = this.given;
    const { records, places } = this.proposal();
    // What has no name yet has no id either: that the name is missing is enough.
    const problems = check(definition, known, { records }).filter(({ path, record }) => path !== "id" || records[record].id || called(records[record].value));
    this.wrong = problems.map((problem) => ({
      problem: told(texts, problem),
      form: /** @type {RecordForm} */ (this.forms.get(this.drafts[problem.record].number)),
      path: places[problem.record].get(problem.path) ?? this.nearest(places[problem.record], problem.path),
    }));
    this.drafts.forEach((draft, at) => {
      const form = /** @type {RecordForm} */ (this.forms.get(draft.number));
      form.mistakes.all = this.wanted || draft.old;
      form.mistakes.show(this.wrong.filter((each) => each.form === form).map(({ problem, path }) => ({ ...problem, path })));
      form.resembles(draft.old ? [] : this.offers.resembling(records[at], similar(definition, known, { records }, at)));
      form.fit();
    });
    for (const each of this.records.querySelectorAll("[data-points]")) each.dispatchEvent(new Event("renamed"));
    const labelled = (/** @type {import("../shapes.js").Field} */ field, /** @type {string} */ value) => this.offers.label(field, this.back(records, field, value));
    const words = { letter: texts.letter, change: texts.change, locale: texts.ask.locale };
    const files = records.map(({ type, id, value, existing }) => {
      const name = called(value) || texts.title[type];
      const said = inWords(definition, words, { type, name, value, published: existing ? this.published : null }, labelled);
      return { path: file(definition, type, id || "…"), name, text: write(definition, type, value), old: existing ?? false, said };
    });
    const [main] = records;
    const sheet = factsheet(definition, texts, main.type, main.value, labelled);
    one(page, "[data-sheet]").replaceChildren(called(main.value) ? sheet : element("p", { class: "rp-soft" }, texts.preview.empty));
    one(page, "[data-file-list]").replaceChildren(
      ...files.flatMap(({ path, text }) => [
        element("p", { class: "rp-preview__path" }, element("code", {}, path)),
        element("pre", { "data-yaml": "", "data-file": path, tabindex: "0", "aria-label": path }, text),
      ]),
    );
    this.hand.update(order(files, this.drafts));
    this.unchanged = files.length === 1 && files[0].text === this.original;
    this.tellVerdict();
  }

  /** @returns {import("./verdict.js").Verdict} */
  tellVerdict() {
    const { page, texts, definition } = this.given;
    const { wrong, wanted, unchanged } = this;
    return verdict(page, texts, definition, { wrong, wanted, unchanged, consent: this.consent });
  }

  /**
   * @param {Map<string, string>} places
   * @param {string} path of what is missing
   * @returns {string} where it would stand in the form
   */
  nearest(places, path) {
    const [, holder, last] = /^(.*?)(\.?[^.[\]]*|\[\d+\])$/u.exec(path) ?? ["", "", ""];
    if (!holder) return path;
    return `${places.get(holder) ?? this.nearest(places, holder)}${last}`;
  }

  /**
   * @param {import("../shapes.js").Proposed[]} records
   * @param {import("../shapes.js").Field} field
   * @param {string} value
   * @returns {string} an id as the drafts hold it, if it is that of a new record
   */
  back(records, field, value) {
    const at = field.kind === "reference" ? records.findIndex(({ type, id, existing }) => !existing && type === field.reference && id === value) : -1;
    return at < 0 ? value : `new:${this.drafts[at].number}`;
  }

  /** @returns {boolean} whether all is right; what is not is shown */
  ready() {
    this.wanted = true;
    this.judge();
    const { right, where } = this.tellVerdict();
    if (!right) goTo(where);
    return right;
  }

}

/** @param {Draft} draft */
function rank({ number, type }) {
  return number === 0 ? 2 : type === "place" ? 0 : 1;
}

/**
 * @template T
 * @param {T[]} files
 * @param {Draft[]} drafts
 * @returns {T[]} those that others cite first
 */
function order(files, drafts) {
  return files.map((each, at) => ({ each, rank: rank(drafts[at]) })).sort((a, b) => a.rank - b.rank).map(({ each }) => each);
}

/**
 * @param {Value} value
 * @param {number} number
 * @returns {Value} the same, empty where it pointed to that record
 */
function without(value, number) {
  if (typeof value === "string") return pointed(value) === number ? "" : value;
  if (Array.isArray(value)) return /** @type {Value} */ (/** @type {unknown} */ (value.map((each) => without(each, number))));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, without(each, number)]));
}
