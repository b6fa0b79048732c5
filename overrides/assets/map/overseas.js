/** French territories of the region, told apart: ringed where they are too small to be seen, and named. */

const ANTILLES = ["gp", "mq", "mf", "bl"];
const APART = 5.2;

/**
 * @param {import("./stage.js").Stage} stage
 * @param {import("./words.js").Words} words
 */
export function tellApart(stage, words) {
  const { L, map } = stage;
  const far = L.layerGroup();
  const near = L.layerGroup();
  const antilles = L.latLngBounds([]);
  stage.land.eachLayer((/** @type {any} */ land) => {
    const id = land.feature.id;
    if (!(id in words.overseas)) return;
    const area = land.getBounds();
    const islands = ANTILLES.includes(id);
    if (islands) antilles.extend(area);
    const ring = L.circleMarker(area.getCenter(), { radius: islands ? 5 : 9, className: "rp-ring", interactive: false });
    if (islands) far.addLayer(ring);
    label(near, area, words.overseas[id]);
    if (!islands) label(far, area, words.overseas[id]);
  });
  if (antilles.isValid()) label(far, antilles, words.say("antilles"));

  /** @param {any} group @param {any} area @param {string} name */
  function label(group, area, name) {
    const at = L.latLng(area.getCenter().lat, area.getEast());
    const options = { permanent: true, direction: "right", offset: [4, 0], className: "rp-name", interactive: false };
    group.addLayer(L.tooltip(options).setLatLng(at).setContent(stage.label(name)));
  }

  const choose = () => {
    const close = map.getZoom() >= APART;
    map.removeLayer(close ? far : near);
    map.addLayer(close ? near : far);
  };
  map.on("zoomend", choose);
  choose();
}
