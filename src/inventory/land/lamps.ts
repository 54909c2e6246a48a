import { isWithin } from '../../model/rect.ts';
import { parkingLamps } from './landscape.ts';
import { padDay } from '../yard/yard.ts';
import { pool } from '../things/shapes.ts';
import type { Things } from '../things/Things.ts';

/** Lamp posts: height, size of the head, distance between posts, distance from a building's south wall; metres, assumed. */
const POLE = 8;
const HEAD = [1.5, 0.18, 0.5] as const;
const PITCH = 50;
const AWAY = 17;
/** A lamp's pool of light on the ground: reach in metres, and brightness in its middle; assumed. */
const POOL = { reach: 19, light: 'lamp', strength: 0.8 } as const;

/** Adds lamp posts around buildings, in car parks and around yards. */
export function addLamps(things: Things): void {
  const { site } = things;
  for (const { rect } of site.buildings) {
    for (let x = rect.x0 + PITCH / 2; x < rect.x1; x += PITCH) addLamp(things, x, rect.z1 + AWAY);
    for (let z = rect.z0 + PITCH / 2; z < rect.z1; z += PITCH) addLamp(things, rect.x1 + 8, z);
  }
  for (const { rect, places } of site.zones)
    for (const across of places > 0 ? parkingLamps(rect, places) : [])
      for (let x = rect.x0 + PITCH / 2; x < rect.x1; x += PITCH) addLamp(things, x, rect.z0 + across);
  addYardLamps(things);
  addRoadLamps(things);
}

/** Distance between lamps along roads outside the site, from the middle of the road, and how far from the site they stand, metres; assumed. */
const ROAD = { pitch: 55, beside: 2, around: 950 } as const;

/** Adds lamp posts along roads outside the site, where they lead past it. */
function addRoadLamps(things: Things): void {
  const { edge, landscape } = things.site;
  for (const { line, width } of landscape.roads)
    for (let at = 1; at < line.length; at++) {
      const [x0, z0] = line[at - 1]!;
      const [x1, z1] = line[at]!;
      const length = Math.hypot(x1 - x0, z1 - z0);
      const [ux, uz] = [(x1 - x0) / length, (z1 - z0) / length];
      const off = width / 2 + ROAD.beside;
      for (let along = ROAD.pitch / 2; along < length; along += ROAD.pitch) {
        const [x, z] = [x0 + ux * along - uz * off, z0 + uz * along + ux * off];
        if (isWithin(edge, x, z, ROAD.around) && !isWithin(edge, x, z)) addLamp(things, x, z, { fine: true });
      }
    }
}

/** Adds lamp posts along one longer side of every yard zone, from the day on which its pad is poured. */
function addYardLamps(things: Things): void {
  for (const { id, kind, rect } of things.site.zones) {
    const from = padDay(things, id);
    if (kind === 'lawn' || kind === 'parking' || from === Number.POSITIVE_INFINITY) continue;
    const { x0, x1, z0, z1 } = rect;
    const wide = x1 - x0 > z1 - z0;
    const [start, end] = wide ? [x0, x1] : [z0, z1];
    for (let at = start + PITCH / 2; at < end; at += PITCH)
      addLamp(things, wide ? at : x1 + 1.6, wide ? z1 + 1.6 : at, { from });
  }
}

/** Adds a lamp post and its light on the ground. From high above, the head of a `fine` one is drawn alone. */
function addLamp(
  things: Things,
  x: number,
  z: number,
  { from, fine }: { from?: number; fine?: boolean } = {},
): void {
  const since = from === undefined ? {} : { from };
  things.glows.push({ ...pool(x, z, POOL.reach, POOL.light, POOL.strength), ...since });
  const post = { x, z, size: [0.16, POLE, 0.16], material: 'plantDark', casts: true, ...since } as const;
  things
    .as('lamp')
    .box({ ...post, ...(fine && { fine }) })
    .box({ x, y: POLE, z, size: HEAD, material: 'lamp', lit: 0, ...since });
}
