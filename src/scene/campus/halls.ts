import type { Hall, Site } from '../../model/site.ts';
import type { FitOutStep, Timeline } from '../../timeline/timeline.ts';
import type { Campus } from './Campus.ts';

const WALL = 0.2;
const LINING = 0.04;
const NOMINAL_MAIN_RADIUS = 0.178;

type Element = FitOutStep['element'];

/** First and last day on which a hall gets something; from the beginning where nothing is said. */
export function fitOutDays(timeline: Timeline, hall: Hall, element: Element): { from: number; to: number } {
  const dated = timeline.fitOut.find((step) => step.hall === hall.number && step.element === element);
  return dated ?? { from: -1e4, to: -1e4 };
}

/** The day on which a share of something, 0 to 1, is there. */
function dayAt({ from, to }: { from: number; to: number }, share: number): number {
  return from + (to - from) * share;
}

/** The day on which a hall's lamps go on: with its first energized rack; never, if none is. */
export function litFrom({ fitOut }: Timeline, hall: Hall): number {
  const lights = fitOut.find((step) => step.hall === hall.number && step.element === 'lights');
  return lights?.from ?? Number.POSITIVE_INFINITY;
}

/** A hall's walls, raised floor, trays and the galleries' plant, each on its day. */
export function addHall(campus: Campus, hall: Hall): void {
  addFloor(campus, hall);
  addWalls(campus, hall);
  addTrays(campus, hall);
  addCeiling(campus, hall);
}

/** The raised floor is laid strip by strip from the north. */
function addFloor(campus: Campus, hall: Hall): void {
  const days = fitOutDays(campus.timeline, hall, 'floor');
  const { x0, x1, z0, z1 } = hall.rect;
  const strips = 21;
  for (let strip = 0; strip < strips; strip++) {
    const at = (edge: number) => z0 + ((z1 - z0) * edge) / strips;
    campus.floors.rect(x0, x1, at(strip), at(strip + 1), campus.look.floor, {
      paint: 'tiles',
      lit: litFrom(campus.timeline, hall),
      y: hall.floorY,
      days: [dayAt(days, (strip + 1) / strips), 1e6],
    });
  }
}

function addWalls(campus: Campus, hall: Hall): void {
  const { look } = campus;
  const { from, to } = fitOutDays(campus.timeline, hall, 'walls');
  const { x0, x1, z0, z1 } = hall.rect;
  const height = hall.floorY + hall.height;
  const wall = { color: look.wall, finish: 'cut', casts: true } as const;
  const step = (share: number) => dayAt({ from, to }, share);
  const x = (x0 + x1) / 2;
  const z = (z0 + z1) / 2;
  const wide = [x1 - x0 + WALL * 2, height, WALL] as const;
  const deep = [WALL, height, z1 - z0] as const;
  campus
    .box({ ...wall, x, z: z0 - WALL / 2, size: wide, from: step(0.25) })
    .box({ ...wall, x: x0 - WALL / 2, z, size: deep, from: step(0.5) })
    .box({ ...wall, x: x1 + WALL / 2, z, size: deep, from: step(0.75) })
    .box({ ...wall, x, z: z1 + WALL / 2, size: wide, from: step(1) });
  // The lining is what the hall's own lamps shine on; a hair lower, so that the cut shows one line.
  const lining = { color: look.wall, finish: 'cut', lit: litFrom(campus.timeline, hall) } as const;
  const inner = height - 0.01;
  campus
    .box({ ...lining, x, z: z0 + LINING / 2, size: [x1 - x0, inner, LINING], from: step(0.25) })
    .box({ ...lining, x: x0 + LINING / 2, z, size: [LINING, inner, z1 - z0], from: step(0.5) })
    .box({ ...lining, x: x1 - LINING / 2, z, size: [LINING, inner, z1 - z0], from: step(0.75) })
    .box({ ...lining, x, z: z1 - LINING / 2, size: [x1 - x0, inner, LINING], from: step(1) });
  // Fire-rated double doors at the middle of both long corridors' walls.
  for (const side of [x0 - WALL, x1 + WALL])
    campus.box({ x: side, y: hall.floorY, z, size: [0.08, 2.4, 2.4], color: look.plantDark, from: step(1) });
}

/** Fibre over the fronts of a row, power over its rears. */
function addTrays(campus: Campus, hall: Hall): void {
  const { look } = campus;
  const days = fitOutDays(campus.timeline, hall, 'trays');
  hall.rows.forEach((row, rowIndex) => {
    const from = dayAt(days, (rowIndex + 1) / hall.rows.length);
    const south = row.heading === 0;
    for (const tray of hall.trays) {
      if (tray.kind === 'light') continue;
      const fibre = tray.kind === 'fibre';
      const inset = fibre ? 0.2 : row.depth - 0.45;
      campus.box({
        x: row.x0 + row.width / 2,
        y: hall.floorY + tray.y,
        z: south ? row.z0 + row.depth - inset : row.z0 + inset,
        size: [row.width, fibre ? 0.1 : 0.16, fibre ? 0.3 : 0.12],
        color: fibre ? look.roadLine : look.steel,
        lit: litFrom(campus.timeline, hall),
        from,
      });
    }
  });
}

/** The ceiling, and over every cold aisle a line of light that burns from the day on which the hall is energized. */
function addCeiling(campus: Campus, hall: Hall): void {
  const { look } = campus;
  const { x0, x1, z0, z1 } = hall.rect;
  const walls = fitOutDays(campus.timeline, hall, 'walls');
  campus.box({
    x: (x0 + x1) / 2,
    y: hall.floorY + hall.height,
    z: (z0 + z1) / 2,
    size: [x1 - x0, 0.2, z1 - z0],
    color: look.wall,
    finish: 'ceiling',
    lit: litFrom(campus.timeline, hall),
    from: walls.to,
  });
  const light = hall.trays.find((tray) => tray.kind === 'light');
  if (!light) return;
  for (const { kind, rect } of hall.aisles)
    if (kind === 'cold')
      campus.box({
        x: (rect.x0 + rect.x1) / 2,
        y: hall.floorY + light.y,
        z: (rect.z0 + rect.z1) / 2,
        size: [rect.x1 - rect.x0, 0.08, 0.14],
        color: look.paper,
        finish: 'lamp',
        lit: litFrom(campus.timeline, hall),
        from: walls.to,
      });
}

/** Switchgear in the electrical galleries, mains and pumps in the pump gallery, and the way out to the cooling yard. */
export function addGalleries(campus: Campus): void {
  const { site, look } = campus;
  for (const building of site.buildings)
    for (const space of building.spaces) {
      const { x0, x1, z0, z1 } = space.rect;
      const hall = site.halls.find(
        (candidate) =>
          candidate.rect.x0 < x1 && candidate.rect.x1 > x0 && Math.abs(candidate.rect.z0 - z0) < 80,
      );
      if (space.kind === 'electrical') {
        campus.ground.rect(x0, x1, z0, z1, look.lawn).rect(x0 + 0.1, x1 - 0.1, z0 + 0.1, z1 - 0.1, look.slab);
        addSwitchgear(campus, space.rect, hallsBeside(site, z0, z1));
      } else if (space.kind === 'pumps' && hall) {
        addPumpGallery(campus, space.rect);
      }
    }
}

/** Metres between a gallery and the halls that it feeds, at most. */
const BESIDE = 12;

function hallsBeside(site: Site, z0: number, z1: number): Hall[] {
  return site.halls.filter(({ rect }) => Math.max(rect.z0 - z1, z0 - rect.z1) <= BESIDE);
}

/** Two lines of cabinets along each hall: switchgear behind, UPS in front. Sizes assumed. */
function addSwitchgear(
  campus: Campus,
  { z0, z1 }: { x0: number; x1: number; z0: number; z1: number },
  halls: readonly Hall[],
): void {
  const { look } = campus;
  for (const hall of halls) {
    const { from, to } = fitOutDays(campus.timeline, hall, 'trays');
    for (let block = 0; block < 6; block++) {
      const x = hall.rect.x0 + 3.5 + block * 7;
      const start = dayAt({ from, to }, (block + 1) / 6);
      campus
        .box({
          x,
          z: z0 + (z1 - z0) * 0.27,
          size: [5.6, 2.3, 1.2],
          color: look.plantDark,
          finish: 'ribbed',
          from: start,
          casts: true,
        })
        .box({
          x,
          z: z0 + (z1 - z0) * 0.66,
          size: [5, 2.1, 1],
          color: look.plant,
          finish: 'ribbed',
          from: start,
          casts: true,
        });
    }
  }
}

/** Cold and warm mains along the gallery with a branch to each hall, and a pair of pumps for it. */
function addPumpGallery(
  campus: Campus,
  { x0, x1, z0, z1 }: { x0: number; x1: number; z0: number; z1: number },
): void {
  const { look, site } = campus;
  const middle = (z0 + z1) / 2;
  const firstHall = site.halls[0];
  if (!firstHall) return;
  const main = fitOutDays(campus.timeline, firstHall, 'pipes');
  const days: [number, number] = [dayAt(main, 0.6), 1e6];
  const radius = NOMINAL_MAIN_RADIUS * 1.6;
  for (const [offset, color] of [
    [-1.9, look.cold],
    [-1.1, look.warm],
    [1.1, look.cold],
    [1.9, look.warm],
  ] as const)
    campus.rods.push({
      from: [x0, 1.1, middle + offset],
      to: [x1, 1.1, middle + offset],
      radius,
      color,
      days,
    });
  for (const hall of site.halls) {
    const towards = hall.rect.z1 <= z0 + 1 ? -1 : hall.rect.z0 >= z1 - 1 ? 1 : 0;
    if (!towards) continue;
    const pipes = fitOutDays(campus.timeline, hall, 'pipes');
    const wall = towards < 0 ? hall.rect.z1 : hall.rect.z0;
    for (let main4 = 0; main4 < 4; main4++) {
      const x = hall.rect.x0 + ((main4 + 0.5) / 4) * (hall.rect.x1 - hall.rect.x0);
      const stand: [number, number] = [dayAt(pipes, (main4 + 1) / 4), 1e6];
      for (const [dx, color, offset] of [
        [-0.35, look.cold, 1.1],
        [0.35, look.warm, 1.9],
      ] as const)
        campus.rods.push({
          from: [x + dx, 0.45, middle + towards * offset],
          to: [x + dx, 0.45, wall],
          radius: NOMINAL_MAIN_RADIUS,
          color,
          days: stand,
        });
      campus.box({
        x: x + 2,
        z: middle + towards * 4.6,
        size: [1.9, 1.3, 1],
        color: look.plant,
        from: stand[0],
        casts: true,
      });
      campus.rods.push({
        from: [x + 1.4, 0.8, middle + towards * 4.6],
        to: [x + 3.3, 0.8, middle + towards * 4.6],
        radius: 0.32,
        color: look.plantDark,
        days: stand,
      });
    }
  }
}
