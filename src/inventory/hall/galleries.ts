import type { Building, Hall, Rect, Site } from '../../model/site.ts';
import type { Things } from '../things/Things.ts';
import { ALWAYS_UNTIL, type Point } from '../things/shapes.ts';
import type { MaterialName } from '../things/materials.ts';
import { dayAt, fitOutDays, litFrom } from '../../timeline/fitOutDays.ts';
import { cutaway } from '../building/cutaway.ts';
import { MAIN_RADIUS, mainsOf, pipeHeights } from './underfloor.ts';

/** Adds switchgear to the electrical galleries, and mains and pumps to the pump galleries. */
export function addGalleries(things: Things): void {
  for (const building of things.site.buildings)
    for (const { kind, rect } of building.spaces) {
      const { x0, x1, z0, z1 } = rect;
      const halls = hallsBeside(things.site, building, rect);
      if (kind === 'electrical') {
        things
          .as('gallery', `buildings/${building.id}`)
          .ground.rect(x0, x1, z0, z1, 'worn')
          .rect(x0 + 0.1, x1 - 0.1, z0 + 0.1, z1 - 0.1, 'slab', { paint: 'concrete' });
        addSwitchgear(things, rect, halls);
      } else if (kind === 'pumps' && halls.length > 0) {
        addPumpGallery(things, building, rect, halls);
      }
    }
}

/** Most distance between a gallery and a hall that it feeds, metres. */
const BESIDE = 12;

/** The halls of a building north and south of one of its galleries. */
function hallsBeside({ halls }: Site, { id }: Building, { x0, x1, z0, z1 }: Rect): Hall[] {
  return halls.filter(
    ({ building, rect }) =>
      building === id &&
      rect.x0 < x1 &&
      rect.x1 > x0 &&
      Math.max(rect.z0 - z1, z0 - rect.z1) <= BESIDE &&
      (rect.z1 <= z0 + 1 || rect.z0 >= z1 - 1),
  );
}

/** Switchgear and UPS, metres; assumed. */
const SWITCHGEAR = { width: 5.6, height: 2.3, depth: 1.2 } as const;
const UPS = { width: 5, height: 2.1, depth: 1 } as const;
const MOST_BLOCKS = 6;
const BLOCK_PITCH = 7;

/** Least depth of a gallery with both lines of cabinets, metres. */
const BOTH_LINES = 4;

/** Adds two lines of cabinets for each hall: switchgear with a display panel, UPS with vents, and the busbars between them. */
function addSwitchgear(things: Things, { z0, z1, ...ends }: Rect, halls: readonly Hall[]): void {
  if (z1 - z0 < BOTH_LINES) return;
  const back = z0 + (z1 - z0) * 0.27;
  const front = z0 + (z1 - z0) * 0.66;
  for (const hall of halls) {
    const days = fitOutDays(things.timeline, hall, 'trays');
    const west = Math.max(hall.rect.x0, ends.x0);
    const long = Math.min(hall.rect.x1, ends.x1) - west;
    const blocks = Math.min(MOST_BLOCKS, Math.floor(long / BLOCK_PITCH));
    if (blocks < 1) continue;
    // The display panel is lit once the hall has power.
    const lit = litFrom(things.timeline, hall);
    for (let block = 0; block < blocks; block++) {
      const x = west + (block + 0.5) * BLOCK_PITCH;
      const from = dayAt(days, (block + 1) / blocks);
      const { width, height, depth } = SWITCHGEAR;
      const gear = { x, z: back, from } as const;
      const ups = { x, z: front, from } as const;
      const on = { ...gear, fine: true } as const;
      const busbar = { x: x + 1.4, y: height, z: (back + front) / 2, from } as const;
      things
        .as('switchgear')
        .box({ ...gear, size: [width, height, depth], material: 'ribbedPlant', casts: true })
        .box({ ...on, y: 1.35, size: [width - 0.5, 0.5, depth + 0.04], material: 'graphite' })
        .box({ ...on, y: 1.55, size: [width - 1, 0.07, depth + 0.08], material: 'bus', lit })
        .as('ups')
        .box({ ...ups, size: [UPS.width, UPS.height, UPS.depth], material: 'plantDark', casts: true });
      const vents = [UPS.width - 0.3, 0.9, UPS.depth + 0.04] as const;
      things
        .box({ ...ups, y: 0.2, size: vents, material: 'ribbedGraphite', fine: true })
        .as('busway')
        .box({ ...busbar, size: [0.5, 0.3, front - back], material: 'steel', fine: true });
    }
    const x = west + (blocks * BLOCK_PITCH) / 2;
    const size = [blocks * BLOCK_PITCH - 1.4, 0.25, 0.5] as const;
    things.box({ x, y: SWITCHGEAR.height + 0.3, z: back, size, material: 'steel', from: days.to });
  }
}

/** Cold and warm mains of a gallery: distance from its middle and height of their axes, x of their branches from a hall's main; metres, assumed. */
const COLD_MAIN = { off: 1.1, y: 1.68, material: 'cold', branch: -0.35 } as const;
const WARM_MAIN = { off: 1.9, y: 1.1, material: 'warm', branch: 0.35 } as const;
const GALLERY_MAIN_RADIUS = MAIN_RADIUS * 1.6;
/** Where two mains go through a wall a plate covers the hole. */
const PLATE = [0.1, 1.4, 1.6] as const;
const PUMP_ACROSS = 4.6;
/** How far a pump, and the pipes from a main, reach east or west of that; metres. */
const PUMP_REACH = 3.1;
const PIPES = 0.6;
/** Thickness of a hall's wall, and size of the plate around a pair of pipes that goes through it, metres; assumed. */
const HALL_WALL = 0.2;
const FLANGE = [1.3, 0.62, 0.2] as const;

/** Least depth of a gallery that has pipes and pumps, metres. */
const LEAST_DEPTH = 10.4;

/** Adds cold and warm mains along a pump gallery, and a branch with a pump for each main of a hall beside it. */
function addPumpGallery(things: Things, building: Building, rect: Rect, halls: readonly Hall[]): void {
  const { z0, z1 } = rect;
  if (z1 - z0 < LEAST_DEPTH || !halls.some(({ takesWater }) => takesWater)) return;
  const middle = (z0 + z1) / 2;
  const from = dayAt(fitOutDays(things.timeline, halls[0]!, 'pipes'), 0.6);
  // Beside all halls of a building the mains go on into its closed parts.
  const isWhole = things.site.halls.every((hall) => hall.building !== building.id || halls.includes(hall));
  const { x0, x1 } = (isWhole && cutaway(things.site, building)) || rect;
  // One length for each pair of halls that face each other, which light it.
  const lengths = Math.ceil(halls.length / 2);
  const joint = (at: number) => x0 + ((x1 - x0) * at) / lengths;
  const plate = { y: (COLD_MAIN.y + WARM_MAIN.y - PLATE[1]) / 2, size: PLATE, material: 'steel' } as const;
  for (const side of [-1, 1]) {
    const between = middle + (side * (COLD_MAIN.off + WARM_MAIN.off)) / 2;
    for (const x of [x0 + PLATE[0] / 2, x1 - PLATE[0] / 2])
      things.as('pipe').box({ ...plate, x, z: between, from, fine: true });
    for (const { off, y, material } of [COLD_MAIN, WARM_MAIN]) {
      const z = middle + side * off;
      const main = { radius: GALLERY_MAIN_RADIUS, material, days: [from, ALWAYS_UNTIL] } as const;
      things.as('pipe');
      for (let at = 0; at < lengths; at++)
        things.rod({ from: [joint(at), y, z], to: [joint(at + 1), y, z], ...main });
      things.as('pipe-support');
      const under = [0.25, y - GALLERY_MAIN_RADIUS, 0.7] as const;
      for (let x = x0 + 6; x < x1; x += 12)
        things.box({ x, z, size: under, material: 'plantDark', from, casts: true, fine: true });
    }
  }
  for (const hall of halls) addHallPumps(things, hall, rect);
}

function addHallPumps(things: Things, hall: Hall, { x0, x1, z0, z1 }: Rect): void {
  const middle = (z0 + z1) / 2;
  const towards = hall.rect.z1 <= z0 + 1 ? -1 : 1;
  const pipes = fitOutDays(things.timeline, hall, 'pipes');
  const wall = towards < 0 ? hall.rect.z1 : hall.rect.z0;
  const mains = mainsOf(hall).filter((x) => x > x0 + PIPES && x < x1 - PIPES);
  const [low] = pipeHeights(hall);
  mains.forEach((x, mainIndex) => {
    const from = dayAt(pipes, (mainIndex + 1) / mains.length);
    const days = [from, ALWAYS_UNTIL] as const;
    things.as('pipe');
    for (const { off, y, material, branch } of [COLD_MAIN, WARM_MAIN]) {
      const rod = (from: Point, to: Point) => things.rod({ from, to, radius: MAIN_RADIUS, material, days });
      const at = x + branch;
      const under = middle + towards * off;
      // Down from the gallery's main, then along the floor to the hall's wall.
      rod([at, y, under], [at, low - MAIN_RADIUS, under]);
      rod([at, low, under], [at, low, wall + towards * 0.6]);
    }
    things.box({ x, z: wall - towards * HALL_WALL, size: [...FLANGE], material: 'steel', fine: true, from });
    // The pumps of the two mains in a centre aisle stand back to back.
    const usual = mains[mainIndex + 1] !== undefined && mains[mainIndex + 1]! - x < 2 ? -1 : 1;
    const away = [usual, -usual].find((side) => x + side * PUMP_REACH > x0 && x + side * PUMP_REACH < x1);
    if (away) addPump(things, x + away, away, middle + towards * PUMP_ACROSS, towards, days);
  });
}

/** Adds a pump on its base: motor, volute, and the pipe up to the main. Sizes are assumed. */
function addPump(
  things: Things,
  x: number,
  away: number,
  z: number,
  towards: number,
  days: readonly [number, number],
): void {
  const rod = (from: Point, to: Point, radius: number, material: MaterialName) =>
    things.rod({ from, to, radius, material, days, fine: true });
  const base = { material: 'steel', fine: true, from: days[0], casts: true } as const;
  things.as('pump').box({ x: x + away * 0.9, z, size: [2.2, 0.3, 1], ...base });
  rod([x + away * 0.7, 0.72, z], [x + away * 1.95, 0.72, z], 0.34, 'plantDark');
  rod([x + away * 0.05, 0.78, z], [x + away * 0.5, 0.78, z], 0.44, 'cold');
  rod([x + away * 0.28, 0.78, z], [x + away * 0.28, COLD_MAIN.y + 0.1, z], 0.14, 'cold');
  const over = x + away * 0.28;
  things.as('pipe');
  const header = z - towards * (PUMP_ACROSS - COLD_MAIN.off);
  rod([over, COLD_MAIN.y, z + towards * 0.14], [over, COLD_MAIN.y, header], 0.14, 'cold');
}
