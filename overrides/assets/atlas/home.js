/** The picture on the home page: every place and every line; it leads to the map itself. */

import { bend, paint } from "../map/lines.js";
import { tellApart } from "../map/overseas.js";
import { Stage } from "../map/stage.js";
import { loadWords } from "../map/words.js";
import { dataAt } from "../page/data.js";
import { loadModule } from "../page/module.js";

const SMALLER = 0.62;

/** @param {HTMLElement} figure */
export async function draw(figure) {
  const [stage, words, layers] = await Promise.all([
    Stage.open(figure),
    loadWords(),
    loadModule(dataAt("map/layers.js")),
  ]);
  const { lines, points } = layers.default(stage.L);
  bend(lines);
  points.eachLayer((/** @type {any} */ point) => point.feature.properties.n || points.removeLayer(point));
  const call = figure.querySelector(".rp-map__call .rp-button");
  if (call) stage.controls.push(call);
  stage.look(stage.span(points.getLayers()), 20);
  lines.addTo(stage.map);
  paint(stage, lines.getLayers());
  points.addTo(stage.map);
  points.eachLayer((/** @type {any} */ point) => point.setRadius(point.getRadius() * SMALLER));
  tellApart(stage, words);
}
