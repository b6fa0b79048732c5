/** The picture on the home page: every place and every line; it leads to the map itself. */

import { bend, paint, reach } from "../map/lines.js";
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
  const area = reach(stage, lines);
  stage.look(area, 20);
  lines.addTo(stage.map);
  paint(stage, lines.getLayers());
  points.addTo(stage.map);
  points.eachLayer((/** @type {any} */ point) => point.setRadius(point.getRadius() * SMALLER));
  tellApart(stage, words);
}
