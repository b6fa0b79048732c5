/** Parts of the world that maps look at: south-west and north-east, degrees, latitudes first as Leaflet wants them. */

export const CARIBBEAN = [[9.5, -86], [24, -58]];
/** The plateau from Guyana to Amapá, the mouth of the Amazon included. */
export const GUIANAS = [[-1.5, -61.4], [8.6, -48.4]];
/** Latin America and the Caribbean. */
export const REGION = [[-46, -104], [32, -34]];
export const EVERYWHERE = [[-90, -720], [90, 720]];
/** The region and France. */
export const WHOLE = [[-46, -104], [51, 8]];
