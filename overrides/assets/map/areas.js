/** Parts of the world that maps look at: south-west and north-east, degrees, latitudes first as Leaflet wants them. */

export const CARIBBEAN = [[9.5, -86], [24, -58]];
/** Latin America and the Caribbean. */
export const REGION = [[-46, -104], [32, -34]];
/** The region and France. */
export const WHOLE = [[-46, -104], [51, 8]];
