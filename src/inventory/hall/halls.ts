import type { Hall } from '../../model/site.ts';
import { ALWAYS_UNTIL, lightAround } from '../things/shapes.ts';
import type { Things } from '../things/Things.ts';
import { cutaway } from '../building/cutaway.ts';
import { addHallDoor } from './doors.ts';
import { dayAt, fitOutDays, litFrom } from '../../timeline/fitOutDays.ts';
import { lampLines } from './lampLines.ts';
import { addTrays } from './trays.ts';
import { addUnderfloor, around, openingsOf } from './underfloor.ts';

const WALL = 0.2;
const LINING = 0.04;
/** Light around a hall that is cut open: reach in metres, and brightness; assumed. */
const SPILL = { reach: 17, light: 'hall', strength: 0.4 } as const;
/** Overlap of neighbouring parts of a floor, metres, to avoid visible cracks. */
const SEAM = 0.002;

/** Adds a hall: pipes under the floor, floor, walls, trays, ceiling, and the light around it, each from the day on which it is built. */
export function addHall(things: Things, hall: Hall): void {
  addUnderfloor(things, hall);
  addFloor(things, hall);
  addWalls(things, hall);
  addTrays(things, hall);
  addCeiling(things, hall);
  addSpill(things, hall);
}

/** Adds the light around a hall that is cut open, from the day on which its lamps are on. */
function addSpill({ glows, site, timeline }: Things, hall: Hall): void {
  const { x0, x1, z0, z1 } = hall.rect;
  const from = litFrom(timeline, hall);
  const source = { u0: x0 - WALL, u1: x1 + WALL, v0: z0 - WALL, v1: z1 + WALL };
  glows.push(...lightAround({ onto: 'ground', source, ...SPILL, from }));
  const building = site.buildings.find(({ id }) => id === hall.building);
  const open = building && cutaway(site, building);
  if (!open) return;
  // Also on the walls of the building's closed parts, where they are near.
  for (const [wall, near, out] of [
    [open.x0, x0, 1],
    [open.x1, x1, -1],
  ] as const)
    if (Math.abs(near - wall) < SPILL.reach * 1.5)
      glows.push({
        onto: 'alongX',
        at: wall + out * 0.06,
        source: { u0: z0, u1: z1, v0: hall.floorY, v1: hall.floorY + 2 },
        within: { u0: z0 - SPILL.reach, u1: z1 + SPILL.reach, v0: 0, v1: building.eave - 1 },
        reach: SPILL.reach,
        light: SPILL.light,
        strength: SPILL.strength / 2,
        from,
      });
}

/** Adds the raised floor, laid strip by strip from the north, without its openings. */
function addFloor(things: Things, hall: Hall): void {
  const days = fitOutDays(things.timeline, hall, 'floor');
  const { x0, x1, z0, z1 } = hall.rect;
  const holes = openingsOf(hall).map(({ rect }) => rect);
  const strips = 21;
  const lamps = lampLines(hall)?.z;
  things.as('floor', `halls/${hall.id}`);
  for (let strip = 0; strip < strips; strip++) {
    const at = (edge: number) => z0 + ((z1 - z0) * edge) / strips;
    for (const part of around({ x0, x1, z0: at(strip), z1: at(strip + 1) }, holes))
      things.floors.rect(part.x0 - SEAM, part.x1 + SEAM, part.z0 - SEAM, part.z1 + SEAM, 'floor', {
        paint: 'tiles',
        lit: litFrom(things.timeline, hall),
        lamps,
        y: hall.floorY,
        days: [dayAt(days, (strip + 1) / strips), ALWAYS_UNTIL],
      });
  }
}

function addWalls(things: Things, hall: Hall): void {
  const days = fitOutDays(things.timeline, hall, 'walls');
  const { x0, x1, z0, z1 } = hall.rect;
  const height = hall.floorY + hall.height;
  const wall = { material: 'wall', cutaway: 'cut', casts: true } as const;
  const step = (share: number) => dayAt(days, share);
  const [x, z] = [(x0 + x1) / 2, (z0 + z1) / 2];
  things.as('hall-wall', `halls/${hall.id}`);
  const wide = [x1 - x0 + WALL * 2, height, WALL] as const;
  const deep = [WALL, height, z1 - z0] as const;
  things
    .box({ ...wall, x, z: z0 - WALL / 2, size: wide, from: step(0.25) })
    .box({ ...wall, x: x0 - WALL / 2, z, size: deep, from: step(0.5) })
    .box({ ...wall, x: x1 + WALL / 2, z, size: deep, from: step(0.75) })
    .box({ ...wall, x, z: z1 + WALL / 2, size: wide, from: step(1) });
  // Walls shade the raised floor between them, too.
  for (const [size, at, share] of [
    [wide, { x, z: z0 - WALL / 2 }, 0.25],
    [deep, { x: x0 - WALL / 2, z }, 0.5],
    [deep, { x: x1 + WALL / 2, z }, 0.75],
    [wide, { x, z: z1 + WALL / 2 }, 1],
  ] as const)
    things.floorCasters.push({
      ...at,
      y: hall.floorY,
      size: [size[0], hall.height, size[2]],
      raised: true,
      from: step(share),
    });
  // Only the lining is lit by the hall's lamps. It is a little lower than the wall, so that the cut shows a single line.
  const lining = { material: 'wall', cutaway: 'cut', lit: litFrom(things.timeline, hall) } as const;
  const inner = height - 0.01;
  things
    .box({ ...lining, x, z: z0 + LINING / 2, size: [x1 - x0, inner, LINING], from: step(0.25) })
    .box({ ...lining, x: x0 + LINING / 2, z, size: [LINING, inner, z1 - z0], from: step(0.5) })
    .box({ ...lining, x: x1 - LINING / 2, z, size: [LINING, inner, z1 - z0], from: step(0.75) })
    .box({ ...lining, x, z: z1 - LINING / 2, size: [x1 - x0, inner, LINING], from: step(1) });
  for (const out of [-1, 1] as const) addHallDoor(things, hall, out, step(1));
}

/** Adds the ceiling, and a line of lamps over every cold aisle. */
function addCeiling(things: Things, hall: Hall): void {
  const { x0, x1, z0, z1 } = hall.rect;
  const walls = fitOutDays(things.timeline, hall, 'walls');
  const own = { cutaway: 'ceiling', lit: litFrom(things.timeline, hall), from: walls.to } as const;
  const [x, z] = [(x0 + x1) / 2, (z0 + z1) / 2];
  const ceiling = { ...own, size: [x1 - x0, 0.2, z1 - z0], material: 'wall' } as const;
  things.as('ceiling', `halls/${hall.id}`).box({ ...ceiling, x, y: hall.floorY + hall.height, z });
  const light = hall.trays.find((tray) => tray.kind === 'light');
  if (!light) return;
  things.as('light', `halls/${hall.id}`);
  for (const { kind, rect } of hall.aisles)
    if (kind === 'cold') {
      const at = { x: (rect.x0 + rect.x1) / 2, y: hall.floorY + light.y, z: (rect.z0 + rect.z1) / 2 };
      things.box({ ...own, ...at, size: [rect.x1 - rect.x0, 0.08, 0.14], material: 'ceilingLamp' });
    }
}
