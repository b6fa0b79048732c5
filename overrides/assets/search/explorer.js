// The whole question answered: words, facets, order, and what results show.

import { address } from "./address.js";
import { complete } from "./complete.js";
import { Engine } from "./engine.js";
import { answering, explain } from "./explain.js";
import { factsOf } from "./facts.js";
import { standing } from "./places.js";
import { learn } from "./reading.js";
import { select } from "./select.js";
import { sorted } from "./sort.js";
import { FACETS, know, narrows, question } from "./state.js";
import { decades } from "./tally.js";
import { valuesOf } from "./values.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./explain.js").Segments} Segments
 * @typedef {import("./values.js").Value} Value
 *
 * @typedef {object} Cells what the table shows, beside the title
 * @property {string} where
 * @property {string[]} themes
 * @property {string} when
 * @property {string} status
 * @property {string} state id of the status
 * @property {string} verified
 * @property {string[]} who takes part, gives or asks; empty of an actor, which is itself
 *
 * @typedef {object} Shown
 * @property {number} number
 * @property {string} type
 * @property {string} id
 * @property {string} url from the edition's root
 * @property {string} name its title as plain text
 * @property {string} [lang]
 * @property {string} [summaryLang]
 * @property {Cells} cells
 *
 * @typedef {Shown & import("./explain.js").Sight} Result
 *
 * @typedef {object} Answer
 * @property {State} state
 * @property {number} total
 * @property {number[]} numbers every record that answers, in order
 * @property {Result[]} results the first of them
 * @property {Record<string, Record<string, number>> | null} counts facet → value → results; `period` by decade. None yet
 *   in a first answer that did not need the facts
 * @property {boolean} partial true if no record holds all the words: these hold most
 * @property {string[]} missing words that no record holds, as typed
 * @property {{ typed: string, as: string }[]} readings words that no record holds, as typed, and as they are read
 * @property {boolean} wordless whether something is typed, but no word
 * @property {string[]} suggestions queries that would find something
 * @property {{ facet: string, total: number }[]} lift what to lift to find something; `q` for the words
 */

/** Files of texts that are fetched at once at most. */
const TOGETHER = 40;

export class Explorer {
  /**
   * @param {import("./source.js").Source} source
   * @param {() => Promise<(word: string) => string>} stemmer
   * @returns {Promise<Explorer>}
   */
  static async open(source, stemmer) {
    return new Explorer(source, await source.core(), stemmer);
  }

  /**
   * @param {import("./source.js").Source} source
   * @param {import("./shapes.js").Core} core
   * @param {() => Promise<(word: string) => string>} stemmer
   */
  constructor(source, core, stemmer) {
    this.source = source;
    this.core = core;
    know(core.asked);
    learn(core.typed);
    this.engine = new Engine(source, core, core.stemmed ? stemmer : async () => (word) => word);
    this.decades = decades(core.years);
    /** Facet → its values, in the order of their numbers. @type {Record<string, Value[]>} */
    this.values = valuesOf(core);
    /** Facet → value → its number. @type {Record<string, Map<string, number>>} */
    this.numbers = Object.fromEntries(
      Object.entries(this.values).map(([facet, values]) => [facet, new Map(values.map(({ id }, at) => [id, at]))]),
    );
    /** @type {Promise<import("./facts.js").Facts> | undefined} */
    this.reading = undefined;
  }

  /** @returns {Promise<import("./facts.js").Facts>} */
  facts() {
    this.reading ??= this.source.columns().then((columns) => factsOf(columns, this.core));
    this.reading.catch(() => (this.reading = undefined));
    return this.reading;
  }

  /**
   * The question an address asks, without what the directory does not know, and what that is.
   * @param {string} search
   * @returns {Promise<{ state: State, unknown: { name: string, value: string }[] }>}
   */
  async read(search) {
    const { state, unknown } = question(search);
    const facets = { ...state.facets };
    for (const facet of FACETS) {
      if (!facets[facet]) continue;
      const asked = await this.#today(facet, facets[facet] ?? []);
      const isKnown = await this.#knows(facet);
      const known = asked.filter(isKnown);
      unknown.push(...asked.filter((value) => !isKnown(value)).map((value) => ({ name: facet, value })));
      if (known.length) facets[facet] = known;
      else delete facets[facet];
    }
    const { taxonomy } = state;
    const isTaxonomy = !taxonomy || this.core.taxonomies.some(([id]) => id === taxonomy);
    if (!isTaxonomy) unknown.push({ name: "taxonomy", value: taxonomy });
    return { state: { ...state, facets, taxonomy: isTaxonomy ? taxonomy : "" }, unknown };
  }

  /**
   * @param {string} facet
   * @param {string[]} values
   * @returns {Promise<string[]>} the same by the ids that records have today
   */
  async #today(facet, values) {
    const { former = {} } = facet === "place" ? await this.source.map() : { former: this.core.former[facet] };
    return [...new Set(values.map((value) => (Object.hasOwn(former, value) ? former[value] : value)))];
  }

  /** @param {string} facet @returns {Promise<(value: string) => boolean>} */
  async #knows(facet) {
    if (facet !== "place") return (value) => this.numbers[facet].has(value);
    const { places } = await this.source.map();
    const ids = new Set(places.map((/** @type {[string]} */ [id]) => id));
    return (value) => ids.has(value);
  }

  /**
   * The answer; first, if the facts are not here and not needed for them, one with the results alone.
   * @param {State} state
   * @returns {AsyncGenerator<Answer, void, void>}
   */
  async *answers(state) {
    const found = state.q ? await this.engine.search(state.q) : null;
    if (found && !this.reading && !state.sort && !narrows({ ...state, q: "" }) && found.hits.length) {
      yield this.#answer(state, found, found.hits.map(({ record }) => record), null);
    }
    const { numbers, counts } = await this.#select(state, found);
    yield this.#answer(state, found, numbers, counts);
  }

  /**
   * The whole answer.
   * @param {State} state
   * @returns {Promise<Answer>}
   */
  async answer(state) {
    let last;
    for await (const answer of this.answers(state)) last = answer;
    return /** @type {Answer} */ (last);
  }

  /**
   * Every record that answers, in order.
   * @param {State} state
   * @returns {Promise<number[]>}
   */
  async selection(state) {
    return (await this.#select(state, state.q ? await this.engine.search(state.q) : null)).numbers;
  }

  /**
   * @param {State} state
   * @param {import("./engine.js").Found | null} found
   */
  async #select(state, found) {
    const facts = await this.facts();
    const ranked = found ? this.#once(found.hits) : facts.type.keys();
    const sizes = Object.fromEntries(Object.entries(this.values).map(([facet, { length }]) => [facet, length]));
    const selection = select(facts, ranked, await this.#choice(state), sizes, this.decades);
    /** @type {Record<string, Record<string, number>>} */
    const counts = {};
    for (const [facet, values] of Object.entries(selection.counts)) {
      const names = facet === "period" ? this.decades.map(String) : this.values[facet].map(({ id }) => id);
      counts[facet] = Object.fromEntries(names.map((name, at) => [name, values[at]]));
    }
    return { numbers: sorted(selection.found, facts, state), counts };
  }

  /**
   * @param {import("./engine.js").Hit[]} hits
   * @returns {number[]} their records, without the places whose name an authority among them bears that stands there
   */
  #once(hits) {
    const records = hits.map(({ record }) => record);
    const found = new Set(records);
    const same = new Set(this.core.bearers.flatMap(([place, bearer]) => (found.has(bearer) ? [place] : [])));
    return records.filter((record) => !same.has(record));
  }

  /**
   * @param {State} state
   * @returns {Promise<import("./against.js").Choice>}
   */
  async #choice({ facets, from, to, zone }) {
    /** @type {import("./against.js").Choice["chosen"]} */
    const chosen = {};
    for (const [facet, values] of Object.entries(facets)) {
      if (facet === "place" || !values?.length) continue;
      chosen[facet] = new Set(values.map((value) => this.numbers[facet].get(value) ?? -1));
    }
    const { place = [] } = facets;
    const stands = place.length || zone ? standing(await this.source.map(), place, zone) : undefined;
    return { chosen, from, to, stands };
  }

  /**
   * @param {State} state
   * @param {import("./engine.js").Found | null} found
   * @param {number[]} numbers
   * @param {Answer["counts"]} counts
   * @returns {Promise<Answer>}
   */
  async #answer(state, found, numbers, counts) {
    const hits = new Map(found?.hits.map((hit) => [hit.record, hit]));
    const answers = found ? answering(found, this.engine.index) : new Map();
    const shown = numbers.slice(0, state.shown);
    const texts = await this.texts(shown);
    const missing = found ? found.words.filter((_, at) => !found.ways[at].size).map(({ written }) => written) : [];
    return {
      state,
      total: numbers.length,
      numbers,
      results: shown.map((number, at) => {
        const sight = explain(texts[at], this.core.labels, hits.get(number) ?? null, found, answers);
        return { ...this.#shown(number, texts[at]), ...sight };
      }),
      counts,
      partial: found?.partial ?? false,
      missing,
      readings: (found?.readings ?? []).map(({ word, as }) => ({
        typed: /** @type {import("./engine.js").Found} */ (found).words[word].written,
        as: this.engine.index.written.get(as) ?? as,
      })),
      wordless: found?.wordless ?? false,
      suggestions: found && (missing.length || !found.hits.length) ? await this.engine.suggest(state.q, found) : [],
      lift: numbers.length ? [] : await this.#lift(state, found),
    };
  }

  /**
   * What the table and lists show of a record.
   * @param {number} number
   * @param {import("./shapes.js").Text} text
   * @returns {Shown}
   */
  #shown(number, text) {
    const labels = (text.labels ?? []).map((at) => this.core.labels[at]);
    const of = (/** @type {string} */ kind) => labels.filter(([each]) => each === kind).map(([, , label]) => label);
    const where = of("country");
    const state = labels.find(([kind]) => kind === "statuses");
    return {
      number,
      type: text.type,
      id: text.id,
      url: address(this.core.types[text.type], text.id),
      name: text.title,
      lang: text.lang,
      summaryLang: text.summaryLang,
      cells: {
        who: text.type === "actor" ? [] : (text.own ?? []).filter(([kind]) => kind === "actor").map(([, name]) => name),
        where: (where.length ? where : of("groupings")).join(", "),
        // Two taxonomies may call a theme the same.
        themes: [...new Set(of("theme"))],
        when: text.when ?? "",
        status: state?.[2] ?? "",
        state: state?.[1] ?? "",
        verified: text.verified ?? "",
      },
    };
  }

  /**
   * The texts of these records, in their order.
   * @param {number[]} numbers
   * @returns {Promise<import("./shapes.js").Text[]>}
   */
  async texts(numbers) {
    const { step } = this.core;
    const wanted = [...new Set(numbers.map((number) => Math.floor(number / step)))];
    /** @type {Map<number, import("./shapes.js").Text[]>} */
    const files = new Map();
    for (let at = 0; at < wanted.length; at += TOGETHER) {
      await Promise.all(wanted.slice(at, at + TOGETHER).map(async (file) => files.set(file, (await this.source.texts(file)).texts)));
    }
    return numbers.map((number) => /** @type {any} */ (files.get(Math.floor(number / step)))[number % step]);
  }

  /**
   * What to lift from a question that finds nothing: each alone, and how many records would then answer.
   * @param {State} state
   * @param {import("./engine.js").Found | null} found
   * @returns {Promise<Answer["lift"]>}
   */
  async #lift(state, found) {
    const lifts = [
      ...FACETS.filter((facet) => state.facets[facet]?.length).map((facet) => ({ facet, state: without(state, facet) })),
      ...(state.from !== null || state.to !== null ? [{ facet: "period", state: { ...state, from: null, to: null } }] : []),
      ...(state.zone ? [{ facet: "zone", state: { ...state, zone: null } }] : []),
    ];
    const tried = await Promise.all(
      lifts.map(async (each) => ({ facet: each.facet, total: (await this.#select(each.state, found)).numbers.length })),
    );
    if (state.q && lifts.length) {
      const { numbers } = await this.#select({ ...state, q: "", sort: "" }, null);
      tried.push({ facet: "q", total: numbers.length });
    }
    return tried.filter(({ total }) => total > 0);
  }

  /**
   * What a text being typed may mean: values of facets, and names of records.
   * @param {string} text
   * @returns {Promise<import("./complete.js").Completion[]>}
   */
  suggest(text) {
    return complete(this, text);
  }
}

/**
 * @param {State} state
 * @param {string} facet
 * @returns {State}
 */
function without(state, facet) {
  return { ...state, facets: { ...state.facets, [facet]: [] } };
}
