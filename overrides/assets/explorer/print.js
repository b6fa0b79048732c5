// A map on paper: as wide as the sheet, showing what it shows on the screen.

/** Width and height in pixels that fit between the margins of a sheet, A4 or Letter. */
const SHEET = ["560px", "420px"];

/**
 * @param {import("../map/stage.js").Stage} stage
 * @param {() => void} repaint what is only painted when there is time
 * @returns {() => void} ends it
 */
export function printable({ map, container }, repaint) {
  /** @type {[center: any, zoom: number, bounds: any] | undefined} what the screen shows, while it is printed */
  let screen;
  const size = (/** @type {string} */ width, /** @type {string} */ height) => {
    Object.assign(container.style, { width, height, aspectRatio: height && "auto", maxHeight: height && "none" });
    map.invalidateSize({ animate: false, pan: false });
  };
  const ends = new AbortController();
  const before = () => {
    if (!container.clientWidth || screen) return;
    screen = [map.getCenter(), map.getZoom(), map.getBounds()];
    size(SHEET[0], SHEET[1]);
    const snap = map.options.zoomSnap;
    map.options.zoomSnap = 0;
    map.fitBounds(screen[2], { animate: false });
    map.options.zoomSnap = snap;
    repaint();
  };
  const after = () => {
    if (!screen) return;
    size("", "");
    map.setView(screen[0], screen[1], { animate: false });
    screen = undefined;
  };
  addEventListener("beforeprint", before, { signal: ends.signal });
  addEventListener("afterprint", after, { signal: ends.signal });
  return () => ends.abort();
}
