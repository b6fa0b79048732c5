// What a field that names something offers: records of the directory, new ones of the same proposal, towns, themes.

import { fill } from "../../page/texts.js";
import { name as named, plain } from "../../search/reading.js";
import { terms } from "../definition.js";
import { towns } from "../files.js";
import { entries, entry, find, rankOf } from "../known.js";
import { labelOf } from "../label.js";
import { pointed, token } from "./draft.js";
import { called } from "./shape.js";

/**
 * @typedef {import("../shapes.js").Field} Field
 * @typedef {import("../shapes.js").Definition} Definition
 * @typedef {import("../shapes.js").Known} Known
 * @typedef {import("../shapes.js").Entry} Entry
 * @typedef {import("./draft.js").Draft} Draft
 * @typedef {import("./picker.js").Choice} Choice
 *
 * @typedef {object} Makers
 * @property {() => Draft[]} drafts
 * @property {(name: string) => Draft} actor a new actor of that name, in the same proposal
 * @property {(town: import("../shapes.js").Town) => Draft} place
 */

const MOST = 8;
const SHORTEST = 2;
const LONG_NAME = 6;
const MANY_ALIKE = 4;
const FRANCE = "FR";

export class Offers {
  /**
   * @param {URL} root of assets/form/
   * @param {Definition} definition
   * @param {Known} known
   * @param {import("./shape.js").Texts} texts
   * @param {Makers} makers
   */
  constructor(root, definition, known, texts, makers) {
    this.root = root;
    this.definition = definition;
    this.known = known;
    this.texts = texts;
    this.makers = makers;
  }

  /**
   * @param {Field} field
   * @param {string} value
   * @returns {string} how people call it
   */
  label(field, value) {
    if (field.kind !== "reference") return labelOf(this.definition, this.known, field, value);
    const number = pointed(value);
    const made = this.makers.drafts().find((draft) => (number === null ? !draft.old && draft.id === value : draft.number === number));
    if (made && made.type === field.reference) return called(made.value) || this.texts.record.unnamed;
    return labelOf(this.definition, this.known, field, value);
  }

  /**
   * @param {Field} field
   * @param {string} text
   * @returns {string} the id that was meant by what was typed; what was typed if nothing is called so
   */
  meant(field, text) {
    const wanted = plain(text);
    if (field.kind === "theme") {
      const found = terms(this.definition, field).find(({ id, label }) => id === text || plain(label) === wanted);
      return found?.id ?? text;
    }
    const type = field.reference ?? "";
    const made = this.makers.drafts().find((draft) => !draft.old && draft.type === type && plain(called(draft.value)) === wanted);
    if (made) return token(made.number);
    if (entry(this.known, type, text)) return text;
    const same = entries(this.known, type).filter(({ name }) => plain(name) === wanted);
    return same.length === 1 ? same[0].id : text;
  }

  /**
   * @param {Field} field
   * @param {string} text
   * @param {Draft} draft which the field is of
   * @param {(value: string) => void} set
   * @returns {Promise<Choice[]>}
   */
  async find(field, text, draft, set) {
    if (field.kind === "theme") return this.themes(text, set);
    const type = field.reference ?? "";
    const found = text ? find(this.known, type, text, MOST) : this.usual(field);
    const here = this.made(type, text, draft).map((each) => ({
      label: called(each.value),
      about: this.texts.offer.new,
      take: () => set(token(each.number)),
    }));
    const records = found.map((each) => ({ label: each.name, about: this.about(type, each), take: () => set(each.id) }));
    /** @type {Choice[]} */
    const more = [];
    if (type === "place" && text.length >= SHORTEST) more.push(...(await this.towns(text, draft, found, set)));
    if (type === "actor" && text.length >= SHORTEST) {
      const take = () => set(token(this.makers.actor(text).number));
      more.push({ label: fill(this.texts.offer.actor, { name: text }), take });
    }
    return [...here, ...records, ...more];
  }

  /**
   * @param {string} type
   * @param {string} text
   * @param {Draft} draft
   * @returns {Draft[]} new records of the proposal
   */
  made(type, text, draft) {
    const others = this.makers.drafts().filter((each) => each !== draft && !each.old && each.type === type);
    return others.filter((each) => called(each.value) && rankOf(plain(called(each.value)), named(text)) < Infinity);
  }

  /**
   * @param {import("../shapes.js").Proposed} record
   * @param {Entry[]} alike what the check would tell
   * @returns {Entry[]} these, and the records that bear the very name, or one that begins so
   */
  resembling({ type, id, value }, alike) {
    const name = plain(called(value));
    if (name.length < LONG_NAME) return alike;
    const compared = Array.isArray(value.not_duplicate_of) ? value.not_duplicate_of : [];
    const same = find(this.known, type, name, MOST).filter(
      (each) => each.id !== id && !compared.includes(each.id) && [each.name, ...(each.other ?? [])].some((other) => rankOf(plain(other), name) < 2),
    );
    return [...new Map([...alike, ...same].map((each) => [each.id, each])).values()].slice(0, MANY_ALIKE);
  }

  /**
   * @param {Field} field
   * @returns {Entry[]} what is offered before anything is typed
   */
  usual(field) {
    if (field.reference !== "actor" || field.key !== "network") return [];
    return entries(this.known, "actor").filter(({ kind }) => kind === "network");
  }

  /**
   * @param {string} type
   * @param {Entry} each
   * @returns {string}
   */
  about(type, each) {
    const { vocabularies } = this.definition;
    const kinds = type === "actor" ? vocabularies["actor-kinds"] : undefined;
    const kind = kinds?.terms.find(({ id }) => id === each.kind)?.label;
    const country = each.territory ?? each.country;
    const where = country && (this.definition.countries.find(({ id }) => id === country)?.label ?? country);
    return [kind, each.subdivision, where].filter(Boolean).join(", ");
  }

  /**
   * @param {string} text
   * @param {Draft} draft
   * @param {Entry[]} found
   * @param {(value: string) => void} set
   * @returns {Promise<Choice[]>} places that the directory has not yet
   */
  async towns(text, draft, found, set) {
    const { country, territory, countries } = draft.value;
    const said = [territory, country, ...(Array.isArray(countries) ? [...countries, FRANCE] : [])];
    const asked = [...new Set(said.filter((each) => typeof each === "string" && each))].map(String);
    const answers = await Promise.all(
      (asked.length ? asked : [FRANCE]).map((code) => towns(this.root, this.known, code, text).catch(() => [])),
    );
    const there = new Set(found.map((each) => `${each.country} ${plain(each.name)}`));
    /** @type {Set<string>} */
    const offered = new Set();
    const others = answers.flat().filter((town) => {
      if (there.has(`${town.country} ${plain(town.name)}`)) return false;
      const key = `${town.country} ${town.insee || town.geonames} ${town.level}`;
      return !offered.has(key) && offered.add(key);
    });
    return others.slice(0, MOST).map((town) => ({
      label: town.called ? `${town.name} (${town.called})` : town.name,
      about: [town.subdivision, this.texts.offer.town].filter(Boolean).join(", "),
      take: () => set(token(this.makers.place(town).number)),
    }));
  }

  /**
   * @param {string} text
   * @param {(value: string) => void} set
   * @returns {Choice[]}
   */
  themes(text, set) {
    const wanted = plain(text);
    const found = this.definition.taxonomies.flatMap((taxonomy) =>
      taxonomy.terms.map((term) => {
        const names = [term.label, ...(term.synonyms ?? []), term.id].map(plain);
        return { term, about: taxonomy.label, rank: wanted ? Math.min(...names.map((name) => rankOf(name, wanted))) : 0 };
      }),
    );
    const kept = found.filter(({ rank }) => rank < Infinity).sort((a, b) => a.rank - b.rank);
    return kept.map(({ term, about }) => ({ label: term.label, about, take: () => set(term.id) }));
  }
}
