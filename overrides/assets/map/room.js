/** What the controls that lie over a map leave free of it. No page here: pixels only. */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box pixels from the map's top left corner */
/** @typedef {{ width: number, height: number }} Size */

/** Of the height, what must be left for the map: with less, a map as small as a stamp would show nothing at all. */
const LEAST = 0.4;

/**
 * @param {Size} size of the map
 * @param {Box[]} controls over it, each along its upper or its lower edge
 * @returns {{ top: number, bottom: number }} how much of the map lies under them at these two edges
 */
export function covered({ height }, controls) {
  let [top, bottom] = [0, 0];
  for (const box of controls) {
    if (box.top + box.bottom < height) top = Math.max(top, box.bottom);
    else bottom = Math.max(bottom, height - box.top);
  }
  return height - top - bottom < height * LEAST ? { top: 0, bottom: 0 } : { top, bottom };
}

/**
 * @param {Size} size of the map
 * @param {Box[]} controls over it
 * @param {number} padding wished for on every side of what is shown
 * @returns {{ paddingTopLeft: [number, number], paddingBottomRight: [number, number] }} as Leaflet takes them
 */
export function room(size, controls, padding) {
  const { top, bottom } = covered(size, controls);
  const free = Math.min(size.width, size.height - top - bottom);
  const most = Math.min(padding, free / 4);
  return { paddingTopLeft: [most, most + top], paddingBottomRight: [most, most + bottom] };
}
