import { isWithin } from '../../model/rect.ts';
import type { Aisle, Hall, Rect } from '../../model/site.ts';
import { ALWAYS_UNTIL } from '../things/shapes.ts';
import type { Things } from '../things/Things.ts';
import { dayAt, fitOutDays, litFrom } from '../../timeline/fitOutDays.ts';

/** Side of a floor tile, metres. The grid of tiles starts at the origin of the site frame, as the painted lines do. */
export const TILE = 0.6;
const TILE_THICKNESS = 0.04;
/** Outer radii of a main (DN350) and a branch (DN150), derived from the heat load; metres. */
export const MAIN_RADIUS = 0.178;
const BRANCH_RADIUS = 0.084;
/** From a floor down to the axis of a branch, and from there to that of a main, at least; and the lowest floor with pipes; metres. */
const UNDER_FLOOR = 0.134;
const UNDER_BRANCH = 0.272;
const LOWEST = 0.59;
/** Half the distance between the axes of a supply pipe and its return, metres. */
const MAIN_APART = 0.35;
const BRANCH_APART = 0.13;
/** A supply pipe and its return: side, and material. */
const PAIR = [
  [-1, 'cold'],
  [1, 'warm'],
] as const;

/** A place where floor tiles are lifted to show the pipes. Site frame, metres. */
export interface Opening {
  rect: Rect;
  /** Middle of the pile of lifted tiles beside it. */
  stack: { x: number; z: number };
}

/** Heights of the axes of mains and branches under a floor, metres; assumed. */
export function pipeHeights({ floorY }: Hall): readonly [main: number, branch: number] {
  const branch = Math.min(0.62, floorY - UNDER_FLOOR);
  return [Math.min(0.32, branch - UNDER_BRANCH), branch];
}

const toTile = (metres: number) => Math.round(metres / TILE) * TILE;
const middleX = ({ rect }: Aisle) => (rect.x0 + rect.x1) / 2;
const isLong = ({ rect }: Aisle) => rect.z1 - rect.z0 > rect.x1 - rect.x0;

/**
 * The x of every pair of mains, which run under side and centre aisles, from west to east; site frame, metres, assumed. None where no
 * rack takes water, or where the floor is too low for them.
 */
export function mainsOf(hall: Hall): number[] {
  if (!hall.takesWater || hall.floorY < LOWEST) return [];
  const sides = hall.aisles
    .filter((aisle) => aisle.kind === 'side' && isLong(aisle))
    .map((aisle) => toTile(middleX(aisle)));
  const centres = hall.aisles
    .filter((aisle) => aisle.kind === 'centre' && isLong(aisle))
    .flatMap((aisle) => [-TILE, TILE].map((side) => toTile(middleX(aisle)) + side));
  return [...sides, ...centres].sort((a, b) => a - b);
}

/** The openings in a hall's floor: one over a main in an outer aisle, one over a main in the centre aisle. Assumed. */
export function openingsOf(hall: Hall): Opening[] {
  const openings: Opening[] = [];
  const { z0, z1 } = hall.rect;
  const mains = mainsOf(hall);
  const outer = mains.at(-1);
  if (outer === undefined) return openings;
  const over = (x: number, share: number, stackAt: number) => {
    const west = toTile(x - TILE);
    const north = toTile(z0 + (z1 - z0) * share);
    openings.push({
      rect: { x0: west, x1: west + 2 * TILE, z0: north, z1: north + 4 * TILE },
      stack: { x: x + stackAt, z: north + 4 * TILE + 0.5 },
    });
  };
  over(outer, 0.42, -0.3);
  if (mains.length > 2) over(mains[1]!, 0.55 + 0.03 * (hall.number % 4), -0.3);
  return openings;
}

/** The parts of a rectangle that are left when others are cut out of it. */
export function around(rect: Rect, holes: readonly Rect[]): Rect[] {
  let parts = [rect];
  for (const hole of holes)
    parts = parts.flatMap((part) => {
      const x0 = Math.max(part.x0, hole.x0);
      const x1 = Math.min(part.x1, hole.x1);
      const z0 = Math.max(part.z0, hole.z0);
      const z1 = Math.min(part.z1, hole.z1);
      if (x0 >= x1 || z0 >= z1) return [part];
      return [
        { ...part, z1: z0 },
        { ...part, z0: z1 },
        { x0: part.x0, x1: x0, z0, z1 },
        { x0: x1, x1: part.x1, z0, z1 },
      ].filter((left) => left.x1 - left.x0 > 1e-6 && left.z1 - left.z0 > 1e-6);
    });
  return parts;
}

/** Adds a hall's mains, and what is visible through every opening in its floor. */
export function addUnderfloor(things: Things, hall: Hall): void {
  const { x0, x1, z0, z1 } = hall.rect;
  const floor = fitOutDays(things.timeline, hall, 'floor');
  const pipes = fitOutDays(things.timeline, hall, 'pipes');
  const lit = litFrom(things.timeline, hall);
  // Seen through an opening, the slab is dark once the walls stand.
  const walls = fitOutDays(things.timeline, hall, 'walls');
  things
    .as('plenum', `halls/${hall.id}`)
    .ground.rect(x0, x1, z0, z1, 'graphite', { days: [walls.to, ALWAYS_UNTIL] });
  const mains = mainsOf(hall);
  const [y] = pipeHeights(hall);
  things.as('pipe');
  mains.forEach((x, mainIndex) => {
    const days = [dayAt(pipes, (mainIndex + 1) / mains.length), ALWAYS_UNTIL] as const;
    for (const [side, material] of PAIR) {
      const main = { radius: MAIN_RADIUS, material, days, lit, fine: true } as const;
      const at = x + side * MAIN_APART;
      things.rod({ from: [at, y, z0 + 0.05], to: [at, y, z1 - 0.05], ...main });
    }
  });
  for (const opening of openingsOf(hall)) addOpening(things, hall, opening, floor.to, pipes.to, lit);
}

/** Adds what an opening in the floor shows: branches, pedestals and the floor's edge; its lifted tiles, and a barrier around it. */
function addOpening(
  things: Things,
  hall: Hall,
  { rect, stack }: Opening,
  from: number,
  pipesFrom: number,
  lit: number,
): void {
  const { x0, x1, z0, z1 } = rect;
  const y = hall.floorY;
  const middle = z0 + (z1 - z0) * 0.62;
  const [west, east] = [Math.max(hall.rect.x0 + 0.5, x0 - 2), Math.min(hall.rect.x1 - 0.5, x1 + 2)];
  const days = [pipesFrom, ALWAYS_UNTIL] as const;
  const [, branch] = pipeHeights(hall);
  things.as('pipe');
  for (const [side, material] of PAIR) {
    const z = middle + side * BRANCH_APART;
    const pipe = { radius: BRANCH_RADIUS, material, days, lit, fine: true } as const;
    things.rod({ from: [west, branch, z], to: [east, branch, z], ...pipe });
  }
  const pile = (Math.round(((x1 - x0) * (z1 - z0)) / TILE ** 2) / 2) * TILE_THICKNESS;
  things.as('tiles', `halls/${hall.id}`);
  const tiles = { ...stack, size: [TILE, pile / 2, TILE], material: 'floor', fine: true, from, lit } as const;
  things.box({ ...tiles, y, heading: 0.1 }).box({ ...tiles, y: y + pile / 2, heading: -0.07 });
  things.floorCasters.push({ ...stack, y, size: [TILE, pile, TILE], raised: true, from });
  addBarrier(things, hall, rect, from, lit);
  addPedestals(things, hall, rect, from, lit);
}

/** Adds a board across the far end of an opening, and posts with a chain along its other sides. */
function addBarrier(things: Things, hall: Hall, { x0, x1, z0, z1 }: Rect, from: number, lit: number): void {
  const { floorY: y, number } = hall;
  const own = { material: 'bus', from, lit } as const;
  const gap = 0.1;
  things.as('barrier');
  things.box({ ...own, fine: true, x: (x0 + x1) / 2, y: y + 0.62, z: z0 - gap, size: [x1 - x0, 0.3, 0.03] });
  for (const x of [x0 + 0.03, x1 - 0.03]) {
    for (const z of [z0 - gap, z1 - 0.03])
      things.detail(number, { ...own, x, y, z, size: [0.04, 0.95, 0.04] });
    things.detail(number, { ...own, x, y: y + 0.86, z: (z0 + z1) / 2, size: [0.015, 0.025, z1 - z0] });
  }
}

/** Adds the floor's pedestals that are visible through an opening, and the floor's edge around it. */
function addPedestals(things: Things, hall: Hall, { x0, x1, z0, z1 }: Rect, from: number, lit: number): void {
  const { id, floorY: y, number, rect } = hall;
  const own = { material: 'steel', from, lit } as const;
  const reach = 2 * TILE;
  things.as('pedestal');
  for (let x = x0 - reach; x < x1 + reach + 0.01; x += TILE)
    for (let z = z0 - reach; z < z1 + reach + 0.01; z += TILE)
      if (isWithin(rect, x, z))
        things.detail(number, { ...own, x, z, size: [0.04, y - TILE_THICKNESS, 0.04] });
  things.as('floor', `halls/${id}`);
  const rim = { ...own, material: 'plantDark', y: y - TILE_THICKNESS } as const;
  const t = 0.03;
  for (const z of [z0 + t / 2, z1 - t / 2])
    things.detail(number, { ...rim, x: (x0 + x1) / 2, z, size: [x1 - x0, TILE_THICKNESS, t] });
  for (const x of [x0 + t / 2, x1 - t / 2])
    things.detail(number, { ...rim, x, z: (z0 + z1) / 2, size: [t, TILE_THICKNESS, z1 - z0] });
}
