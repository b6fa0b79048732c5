/** Great circles: the shortest way between two points of the globe. */

/** @typedef {[number, number]} LatLng degrees north, degrees east */

const RADIANS = Math.PI / 180;

/**
 * @param {LatLng} point
 * @returns {[number, number, number]} the same as a vector of length 1
 */
function vector([lat, lon]) {
  const [phi, lambda] = [lat * RADIANS, lon * RADIANS];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/**
 * @param {LatLng} from
 * @param {LatLng} to
 * @param {number} [degrees] between two points, at most
 * @param {number} [least] steps, however near the ends are
 * @returns {LatLng[]} points of the great circle from one to the other; longitudes run on past 180 rather than jump
 */
export function greatCircle(from, to, degrees = 1, least = 2) {
  const [a, b] = [vector(from), vector(to)];
  const cosine = a.reduce((sum, value, axis) => sum + value * b[axis], 0);
  const angle = Math.acos(Math.min(1, Math.max(-1, cosine)));
  const sine = Math.sin(angle);
  if (sine < 1e-9) return [from, to];
  const steps = Math.max(least, Math.ceil(angle / (degrees * RADIANS)));
  /** @type {LatLng[]} */
  const points = [from];
  for (let step = 1; step < steps; step += 1) {
    const [p, q] = [Math.sin(angle * (1 - step / steps)) / sine, Math.sin((angle * step) / steps) / sine];
    const [x, y, z] = a.map((value, axis) => p * value + q * b[axis]);
    points.push([Math.atan2(z, Math.hypot(x, y)) / RADIANS, near(Math.atan2(y, x) / RADIANS, points)]);
  }
  points.push([to[0], near(to[1], points)]);
  return points;
}

/**
 * @param {number} lon
 * @param {LatLng[]} points
 * @returns {number} the longitude, turned so that it is nearest to the last point's
 */
function near(lon, points) {
  const last = points[points.length - 1][1];
  return lon + 360 * Math.round((last - lon) / 360);
}
