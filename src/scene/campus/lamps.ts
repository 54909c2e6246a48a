import { parkingLamps } from './landscape.ts';
import { padDay } from './yard.ts';
import { pool } from '../ground/glows.ts';
import type { Campus } from './Campus.ts';

/** Lamps along the way around a building and between parked cars, metres; assumed. */
const POLE = 8;
const HEAD = [1.5, 0.18, 0.5] as const;
const PITCH = 50;
const AWAY = 17;
/** How far a lamp's pool of light reaches on the ground, metres, and how bright it is in its middle; assumed. */
const POOL = { reach: 19, color: '#ffc27a', strength: 0.8 } as const;

/** Poles whose heads glow at night. */
export function addLamps(campus: Campus): void {
  const { site } = campus;
  for (const { rect } of site.buildings) {
    for (let x = rect.x0 + PITCH / 2; x < rect.x1; x += PITCH) addLamp(campus, x, rect.z1 + AWAY);
    for (let z = rect.z0 + PITCH / 2; z < rect.z1; z += PITCH) addLamp(campus, rect.x1 + 8, z);
  }
  for (const { zone: id, places } of site.parking) {
    const zone = site.zones.find((candidate) => candidate.id === id);
    if (!zone) continue;
    const { x0, x1, z0 } = zone.rect;
    for (const across of parkingLamps(zone.rect, places))
      for (let x = x0 + PITCH / 2; x < x1; x += PITCH) addLamp(campus, x, z0 + across);
  }
  addYardLamps(campus);
}

/** Along the longer sides of a yard that is laid out later, from the day on which its ground is. */
function addYardLamps(campus: Campus): void {
  for (const { id, kind, rect } of campus.site.zones) {
    const from = padDay(campus, id);
    if (kind === 'lawn' || kind === 'parking' || from === Number.POSITIVE_INFINITY) continue;
    const { x0, x1, z0, z1 } = rect;
    const wide = x1 - x0 > z1 - z0;
    const [start, end] = wide ? [x0, x1] : [z0, z1];
    for (let at = start + PITCH / 2; at < end; at += PITCH)
      addLamp(campus, wide ? at : x1 + 1.6, wide ? z1 + 1.6 : at, from);
  }
}

function addLamp(campus: Campus, x: number, z: number, from?: number): void {
  const { look } = campus;
  const since = from === undefined ? {} : { from };
  campus
    .box({ x, z, size: [0.16, POLE, 0.16], color: look.plantDark, casts: true, ...since })
    .box({ x, y: POLE, z, size: HEAD, color: look.paper, lit: 0, finish: 'glow', ...since });
  campus.glows.push({ ...pool(x, z, POOL.reach, POOL.color, POOL.strength), ...since });
}
