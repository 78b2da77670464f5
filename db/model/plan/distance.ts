/** Distances on the ground, metres, between positions in WGS 84 degrees. Good for a district, not for a pole. */

export interface Position {
  readonly lat: number;
  readonly lon: number;
}

const EARTH_M = 6_371_000;
const RADIANS = Math.PI / 180;

/** Great-circle distance in metres (haversine). */
export function distanceOf(a: Position, b: Position): number {
  const lat = (b.lat - a.lat) * RADIANS;
  const lon = (b.lon - a.lon) * RADIANS;
  const half = Math.sin(lat / 2) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(lon / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Distance in metres from `point` to the straight line between `a` and `b`, reckoned on the plane that touches at `point`. */
export function distanceToLine(point: Position, a: Position, b: Position): number {
  const flat = (to: Position) => ({
    x: (to.lon - point.lon) * RADIANS * Math.cos(point.lat * RADIANS) * EARTH_M,
    y: (to.lat - point.lat) * RADIANS * EARTH_M,
  });
  const from = flat(a);
  const to = flat(b);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(from.x * dx + from.y * dy) / length));
  return Math.hypot(from.x + along * dx, from.y + along * dy);
}
