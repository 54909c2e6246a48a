import { pool } from '../ground/glows.ts';
import type { Campus } from './Campus.ts';

/** Lamps along the way around a building and between parked cars, metres; assumed. */
const POLE = 8;
const HEAD = [1.5, 0.18, 0.5] as const;
const PITCH = 44;
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
  for (const { zone: id } of site.parking) {
    const zone = site.zones.find((candidate) => candidate.id === id);
    if (!zone) continue;
    const { x0, x1, z0 } = zone.rect;
    for (const across of [3.5, 24])
      for (let x = x0 + PITCH / 2; x < x1; x += PITCH) addLamp(campus, x, z0 + across);
  }
}

function addLamp(campus: Campus, x: number, z: number): void {
  const { look } = campus;
  campus
    .box({ x, z, size: [0.16, POLE, 0.16], color: look.plantDark, casts: true })
    .box({ x, y: POLE, z, size: HEAD, color: look.paper, lit: 0, finish: 'glow' });
  campus.glows.push(pool(x, z, POOL.reach, POOL.color, POOL.strength));
}
