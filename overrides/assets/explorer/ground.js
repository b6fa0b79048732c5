// What is said above the results where a commune's name or code is asked for and none of them is its own record: what all
// that it lies in does.

import { dataAt, load } from "../page/data.js";
import { element } from "../page/element.js";
import { fill, plural } from "../page/texts.js";
import { Communes } from "../territory/communes.js";
import { departementOf, steps } from "../territory/nearness.js";
import { exactly } from "../territory/rank.js";
import { asked, letters } from "../territory/typed.js";

/**
 * @typedef {import("../territory/nearness.js").Step} Step
 * @typedef {import("../territory/rank.js").Row} Row
 * @typedef {{ url: string }} Result
 */

/** Milliseconds without another question after which this one is looked up. */
const RESTING = 300;
/** How many results are the first ones. */
const FIRST = 10;
/** How many communes of one name, or of one postal code, are told. */
const MOST = 3;
/** No commune's name has more letters. */
const LONGEST = 60;

export class Ground {
  /**
   * @param {HTMLElement} box
   * @param {import("./shapes.js").GroundTexts} texts
   * @param {URL} edition its root
   */
  constructor(box, texts, edition) {
    this.box = box;
    this.texts = texts;
    this.edition = edition;
    this.communes = new Communes(dataAt("territories/"), load);
    this.told = "";
    this.timer = 0;
  }

  /**
   * @param {string} text that was asked
   * @param {Result[]} results
   */
  show(text, results) {
    clearTimeout(this.timer);
    if (text !== this.told) this.box.hidden = true;
    this.told = text;
    if (!letters(text) || text.length > LONGEST) return;
    this.timer = window.setTimeout(async () => {
      const urls = results.slice(0, FIRST).map(({ url }) => url);
      const said = await this.of(text, urls).catch(() => []);
      if (text !== this.told) return;
      this.box.replaceChildren(...said);
      this.box.hidden = !said.length;
    }, RESTING);
  }

  /**
   * @param {string} text
   * @param {string[]} urls of the first results
   * @returns {Promise<HTMLElement[]>} what is said
   */
  async of(text, urls) {
    const wanted = letters(text);
    const departement = await this.communes.departement(text);
    if (departement?.code.toLowerCase() === wanted) return this.departement(departement.code, urls);
    const { code, name } = asked(text);
    if (code && name) return [];
    const found = await this.communes.find(text);
    const rows = (code ? found : exactly(found, wanted)).slice(0, MOST);
    const said = await Promise.all(rows.map((row) => this.commune(row, urls)));
    return said.flat();
  }

  /**
   * @param {string} code
   * @param {string[]} urls
   */
  async departement(code, urls) {
    const deeds = await this.communes.deeds(code);
    const [first] = steps(null, deeds);
    if (urls.includes(deeds.wide[0][3])) return [];
    return [element("p", { "data-ground": first.id }, fill(this.texts.code, { code }), " ", ...this.named(first), ".")];
  }

  /**
   * @param {Row} row
   * @param {string[]} urls
   * @returns {Promise<HTMLElement[]>}
   */
  async commune([name, code, , former], urls) {
    const { texts } = this;
    const [place, deeds, { departements }] = await Promise.all([this.communes.place(code), this.communes.deedsOf(code), this.communes.index()]);
    if (!place) return [];
    const [own, ...wider] = steps(place, deeds);
    if (own.page && urls.includes(own.page)) return [];
    const where = fill(texts.where, { name, where: departements[departementOf(code)] });
    const active = wider.filter(({ initiatives, actors }) => initiatives || actors);
    return [
      element(
        "p",
        { "data-ground": own.id },
        ...(former ? [fill(texts.former, { former, name }), " "] : []),
        ...this.own(own, where),
        " ",
        active.length ? texts.within : texts.nothing,
        ...active.flatMap((step, at) => [at ? ", " : " ", ...this.named(step)]),
        ...(active.length ? [". "] : [" "]),
        element("a", { href: new URL(`./?commune=${code}`, this.edition).href }, texts.see),
      ),
    ];
  }

  /**
   * @param {Step} own the commune
   * @param {string} where its name and its département's
   * @returns {(Node | string)[]}
   */
  own({ page, initiatives }, where) {
    const { texts } = this;
    if (!page) return [fill(texts.none, { where })];
    const link = element("a", { href: new URL(page, this.edition).href }, where);
    return page.includes("?") ? [plural(texts.some, initiatives, { where })] : [texts.has, " ", link, "."];
  }

  /**
   * @param {Step} step
   * @returns {(Node | string)[]} the territory, and how many initiatives there are
   */
  named({ name, page, initiatives }) {
    const link = element("a", { href: new URL(page, this.edition).href }, name);
    return [link, " (", plural(this.texts.initiatives, initiatives), ")"];
  }
}
