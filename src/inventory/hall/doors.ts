import type { Hall } from '../../model/site.ts';
import { ALWAYS_UNTIL, type Point } from '../things/shapes.ts';
import type { Things } from '../things/Things.ts';

/** Sizes of a fire-rated double door and of the steps up to it, metres; assumed. */
const LEAF = { width: 1.1, height: 2.2 } as const;
const FRAME = 0.12;
const STEPS = 5;
const TREAD = 0.3;
const LANDING = { depth: 1.5, width: 3.2 } as const;
/** What is left free between a landing and the building's wall, walls included, metres. */
const BEFORE_WALL = 0.6;
/** Least depth of a landing, and least height of a floor that steps lead up to. */
const LEAST_DEPTH = 0.9;
const LEAST_HEIGHT = 0.1;
/** From the inside of a hall's wall to its middle, metres. */
const WALL_MIDDLE = 0.1;

/** Adds a double door with a sign, and steps down to the corridor, in a hall's west (`out` -1) or east (1) wall from day `from` on. */
export function addHallDoor(things: Things, hall: Hall, out: -1 | 1, from: number): void {
  things.as('door', `halls/${hall.id}`);
  const wall = (out < 0 ? hall.rect.x0 : hall.rect.x1) + out * WALL_MIDDLE;
  const z = (hall.rect.z0 + hall.rect.z1) / 2;
  const y = hall.floorY;
  // Thicker than wall and lining, so that both sides show.
  const deep = 0.34;
  const width = LEAF.width * 2 + FRAME * 2;
  const own = { x: wall, from } as const;
  things.box({ ...own, y, z, size: [deep, LEAF.height + FRAME, width], material: 'plantDark' });
  for (const side of [-1, 1]) {
    const at = z + side * (LEAF.width / 2 + 0.01);
    const glass = { material: 'skylight', fine: true, lit: 0 } as const;
    things
      .box({ ...own, y, z: at, size: [deep + 0.06, LEAF.height, LEAF.width - 0.02], material: 'plant' })
      .box({ ...own, ...glass, y: y + 1, z: at - side * 0.2, size: [deep + 0.08, 0.85, 0.3] });
    const handle = { y: y + 1.02, z: z + side * 0.12, size: [deep + 0.2, 0.06, 0.06] } as const;
    things.detail(hall.number, { ...own, ...handle, material: 'graphite' });
  }
  things.box({ ...own, y: y + 2.45, z, size: [deep, 0.2, 0.5], material: 'warm', lit: 0, fine: true });
  const outside = wall + out * 0.1;
  const { x0, x1 } = things.site.buildings.find(({ id }) => id === hall.building)!.rect;
  const room = out < 0 ? hall.rect.x0 - x0 : x1 - hall.rect.x1;
  const depth = Math.min(LANDING.depth, room - BEFORE_WALL);
  if (y < LEAST_HEIGHT || depth < LEAST_DEPTH) return;
  things.as('stairs', `halls/${hall.id}`);
  const x = outside + (out * depth) / 2;
  const steps = { x, material: 'steel', from, casts: true, fine: true } as const;
  things.box({ ...steps, z, size: [depth, y, LANDING.width] });
  for (let step = 1; step < STEPS; step++) {
    const size = [depth, y * (1 - step / STEPS), TREAD] as const;
    things.box({ ...steps, z: z + LANDING.width / 2 + (step - 0.5) * TREAD, size });
  }
  addRailing(things, [outside, outside + out * depth], z, y, from);
}

/** Heights of knee rail and handrail above the tread, and their radius, metres; assumed. */
const RAILS = [0.5, 1] as const;
const RAIL_RADIUS = 0.022;

/** Adds railings to a landing at height `y` around `z` and to its steps, which go down to the south; the wall's face and the landing's outer end are x. */
function addRailing(
  things: Things,
  [wall, outer]: readonly [wall: number, outer: number],
  z: number,
  y: number,
  from: number,
): void {
  const inner = wall + Math.sign(outer - wall) * 0.06;
  const north = z - LANDING.width / 2;
  const south = z + LANDING.width / 2;
  const foot = south + (STEPS - 1.5) * TREAD;
  /** Height of the last step. */
  const low = y / STEPS;
  const days = [from, ALWAYS_UNTIL] as const;
  const bar = (start: Point, end: Point) =>
    things.rod({ from: start, to: end, radius: RAIL_RADIUS, material: 'bus', fine: true, days });
  things.as('railing');
  for (const up of RAILS) {
    bar([inner, y + up, north], [outer, y + up, north]);
    bar([outer, y + up, north], [outer, y + up, south]);
    for (const x of [inner, outer]) bar([x, y + up, south], [x, low + up, foot]);
  }
  const posts: Point[] = [
    [inner, y, north],
    [outer, y, north],
    [outer, y, z],
    [outer, y, south],
    [inner, y, south],
    [outer, low, foot],
    [inner, low, foot],
  ];
  for (const [x, base, at] of posts) bar([x, base, at], [x, base + 1, at]);
}
