/** The atlas as drawn by Folium, made to follow the filters: points, lines and shades. */

import { bend, paint } from "../map/lines.js";
import { tellApart } from "../map/overseas.js";
import { Points } from "../map/points.js";
import { Stage } from "../map/stage.js";
import { tools, views } from "../map/tools.js";
import { dataAt } from "../page/data.js";
import { loadModule } from "../page/module.js";
import { once } from "../page/wider.js";

/** @typedef {import("./list.js").Entry} Entry */
/** @typedef {import("../map/points.js").Point} Point */

const SHADES = ["rp-land-0", "rp-land-1", "rp-land-2", "rp-land-3", "rp-land-4"];
const CLOSE = 6;

export class Drawing {
  /**
   * @param {HTMLElement} figure
   * @param {import("./list.js").List} list
   * @param {import("./filters.js").Data} data
   * @param {import("../map/words.js").Words} words
   * @param {(id: string) => void} choose what choosing a place does
   */
  static async open(figure, list, data, words, choose) {
    const [stage, layers] = await Promise.all([
      Stage.open(figure),
      loadModule(dataAt("map/layers.js")),
    ]);
    return new Drawing(stage, layers.default(stage.L), list, data, words, choose);
  }

  /**
   * @param {Stage} stage
   * @param {{lines: any, points: any}} layers
   * @param {import("./list.js").List} list
   * @param {import("./filters.js").Data} data
   * @param {import("../map/words.js").Words} words
   * @param {(id: string) => void} choose
   */
  constructor(stage, { lines, points }, list, data, words, choose) {
    this.stage = stage;
    this.lines = lines;
    this.data = data;
    /** @type {Map<string, Point>} */
    this.points = new Map();
    bend(lines);
    const done = points.getLayers().filter((/** @type {any} */ { feature }) => feature.properties.n);
    /** Where anything is done at all. */
    this.whole = stage.span(done);
    tools(stage, words, views(stage, words, this.whole));
    stage.look(this.whole);
    lines.addTo(stage.map);
    paint(stage, lines.getLayers());
    points.addTo(stage.map);
    tellApart(stage, words);
    points.eachLayer((/** @type {any} */ marker) => {
      const entry = list.byId.get(marker.feature.id);
      if (entry) this.points.set(entry.id, this.#point(marker, entry, words, choose));
    });
    this.reachable = new Points(stage, this.#of(list.entries), "button");
    stage.steer();
  }

  /**
   * @param {any} marker
   * @param {Entry} entry
   * @param {import("../map/words.js").Words} words
   * @param {(id: string) => void} choose
   * @returns {Point}
   */
  #point(marker, entry, words, choose) {
    const count = () => entry.amount(words);
    const tip = () => this.stage.label(`${entry.name} · ${count()}`);
    marker.bindTooltip(tip, { direction: "top", className: "rp-tip" });
    const point = {
      marker,
      group: entry.country,
      town: entry.name,
      name: () => words.say("point", { place: within(entry, words), count: count() }),
      choose: () => {
        this.reachable.focus(point);
        choose(entry.id);
      },
    };
    return point;
  }

  /**
   * @param {Entry[]} entries
   * @returns {Point[]}
   */
  #of(entries) {
    return entries.flatMap(({ id }) => this.points.get(id) ?? []);
  }

  /**
   * @param {Entry[]} shown places, in order
   * @param {import("./filters.js").Answer} answer
   * @param {string} chosen place whose panel is open, or none
   */
  update(shown, answer, chosen) {
    const [least, per] = this.data.radius;
    for (const { id, count } of shown) {
      const point = this.points.get(id);
      if (point) point.marker.size = least + per * Math.sqrt(count);
    }
    this.reachable.refresh(this.#of(shown));
    for (const [id, point] of this.points) point.marker.getElement().classList.toggle("rp-chosen", id === chosen);
    this.stage.container.classList.toggle("rp-choosing", Boolean(chosen));
    this.#thread(answer, chosen);
    this.#shade(answer);
  }

  /** @param {import("./filters.js").Answer} answer @param {string} chosen */
  #thread(answer, chosen) {
    const [thinnest, more, widest] = this.data.weight;
    this.lines.eachLayer((/** @type {any} */ line) => {
      const at = Number(line.feature.id);
      const count = answer.count(this.data.lines[at]);
      const { classList } = line.getElement();
      classList.toggle("rp-off", !count);
      classList.toggle("rp-arc--clear", Boolean(chosen) && this.data.ends[at].includes(chosen));
      if (count) line.setStyle({ weight: Math.min(widest, thinnest + more * count) });
    });
  }

  /** @param {import("./filters.js").Answer} answer */
  #shade(answer) {
    const shades = answer.shades();
    this.stage.land.eachLayer((/** @type {any} */ land) => {
      const { classList } = land.getElement();
      if (!SHADES.some((shade) => classList.contains(shade))) return;
      classList.remove(...SHADES);
      classList.add(SHADES[shades.get(land.feature.id) ?? 0]);
    });
  }

  /**
   * @param {Entry} entry
   * @param {Entry[]} shown
   * @returns {Entry[]} the other places drawn at the very same point
   */
  beside(entry, shown) {
    const at = this.points.get(entry.id)?.marker.getLatLng();
    return shown.filter(({ id }) => id !== entry.id && at && this.points.get(id)?.marker.getLatLng().equals(at));
  }

  /**
   * Looks at the countries asked for, whose places are to be told apart; else at all that is shown.
   * @param {import("./filters.js").State} state
   */
  look({ country }) {
    const { stage, reachable } = this;
    const lands = country.flatMap((code) => stage.outline(code.toLowerCase()) ?? []);
    if (lands.length) stage.look(stage.L.featureGroup(lands).getBounds(), 24, CLOSE);
    else if (reachable.shown.length) stage.look(stage.span(reachable.shown.map(({ marker }) => marker)));
    else stage.look(this.whole);
  }

  /** @param {string} id of the place to bring into sight */
  approach(id) {
    const point = this.points.get(id);
    if (point) this.stage.approach(point.marker.getLatLng(), CLOSE);
  }

  /** @param {string} id of the place whose point takes the focus */
  focus(id) {
    const point = this.points.get(id);
    if (point) this.reachable.focus(point);
  }
}

/**
 * @param {Entry} entry
 * @param {import("../map/words.js").Words} words
 * @returns {string} the place and its country, said once if one tells the other
 */
function within({ name, countryName: country }, words) {
  const [said, wider] = once(name, country);
  return wider ? words.say("within", { name, country }) : said;
}
