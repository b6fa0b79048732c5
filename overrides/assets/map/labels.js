/** Where names stand beside their points without lying over one another. No page here: pixels only. */

/** @typedef {import("./room.js").Box} Box */

/**
 * @typedef {object} Dot a point and the size of its name
 * @property {number} x
 * @property {number} y
 * @property {number} radius
 * @property {number} width
 * @property {number} height
 */

/** Pixels between a point and its name. */
const GAP = 3;

/**
 * @param {Dot[]} dots the most important first: it is named before the others
 * @param {import("./room.js").Size} size of the map
 * @param {Box[]} taken where no name may stand
 * @returns {(Box | null)[]} where the name of each stands; null for those that find no room
 */
export function place(dots, size, taken) {
  const names = [...taken];
  return dots.map((dot) => {
    const isSame = (/** @type {Dot} */ { x, y }) => x === dot.x && y === dot.y;
    const others = dots.filter((each) => !isSame(each)).map(({ x, y, radius }) => around(x, y, radius, radius));
    // Of several at one point, each is named beside the widest.
    const radius = Math.max(...dots.filter(isSame).map((each) => each.radius));
    const isFree = (/** @type {Box} */ box) => inside(box, size) && ![...names, ...others].some((each) => meet(box, each));
    const found = sides({ ...dot, radius }).find(isFree) ?? null;
    if (found) names.push(found);
    return found;
  });
}

/**
 * @param {Dot} dot
 * @returns {Box[]} to its right, its left, above and below it
 */
function sides({ x, y, radius, width, height }) {
  const [across, along] = [radius + GAP + width / 2, radius + height / 2];
  return [[across, 0], [-across, 0], [0, -along], [0, along]].map(([right, down]) =>
    around(x + right, y + down, width / 2, height / 2),
  );
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} across
 * @param {number} along
 * @returns {Box}
 */
function around(x, y, across, along) {
  return { left: x - across, right: x + across, top: y - along, bottom: y + along };
}

/**
 * @param {Box} box
 * @param {import("./room.js").Size} size
 */
function inside({ left, top, right, bottom }, { width, height }) {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

/**
 * @param {Box} one
 * @param {Box} other
 */
function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
