import type { Things } from '../things/Things.ts';
import { BUSHING, type Unit } from './yardUnits.ts';

/** The portal behind each transformer that carries its conductors, metres; assumed. */
const HEIGHT = 13;
const SPAN = 12;
const POST = 0.5;
const BEHIND = 14;
const PHASE = 3;
const INSULATOR = 1.8;

/** Adds a portal with three strings of insulators, and a conductor from each to a bushing of the transformer. */
export function addGantry(things: Things, { x, z, size, days }: Unit): void {
  things.as('gantry');
  const own = { material: 'steel', from: days[0], until: days[1], casts: true } as const;
  const back = z - BEHIND;
  const beam = HEIGHT - 1;
  for (const side of [-SPAN / 2, SPAN / 2])
    things.box({ ...own, x: x + side, z: back, size: [POST, HEIGHT, POST] });
  things.box({ ...own, x, y: beam, z: back, size: [SPAN, 0.7, 0.7], material: 'ribbedSteel' });
  for (const phase of [-1, 0, 1]) {
    const top = [x + phase * PHASE, beam, back] as const;
    const low = [top[0], beam - INSULATOR, back] as const;
    things.as('gantry').rod({ from: top, to: low, radius: 0.16, material: 'warm', days });
    things.as('conductor').rod({
      from: low,
      to: [x + phase * BUSHING * size.x, size.y, z],
      radius: 0.045,
      material: 'graphite',
      days,
    });
  }
}
