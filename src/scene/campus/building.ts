import type { Building, Rect } from '../../model/site.ts';
import type { Campus } from './Campus.ts';
import { cutaway } from './cutaway.ts';

const WALL = 0.35;
const ROOF = 0.5;
const PARAPET = 0.6;

/** Shell of a building: cladding, roof with what stands on it, columns, offices. Sizes beyond the outline are assumed. */
export function addBuilding(campus: Campus, building: Building): void {
  const { look } = campus;
  const open = cutaway(campus.site, building);
  const { rect, eave } = building;
  campus.ground.rect(rect.x0 - 3, rect.x1 + 3, rect.z0 - 3, rect.z1 + 3, look.road);
  campus.ground.rect(rect.x0, rect.x1, rect.z0, rect.z1, look.slab, { paint: 'columns' });
  for (const wing of wings(rect, open)) addWing(campus, building, wing);
  if (open) {
    addOpenMiddle(campus, building, open);
    addColumns(campus, building, open);
  }
  for (const annex of building.annexes) addAnnex(campus, annex.rect, annex.height);
  addDocks(campus, building, open, eave);
}

/** The parts of the outline to the west and the east of the opening. */
function wings(rect: Rect, open: Rect | undefined): Rect[] {
  if (!open) return [rect];
  return [
    { ...rect, x1: open.x0 },
    { ...rect, x0: open.x1 },
  ].filter((wing) => wing.x1 - wing.x0 > 1);
}

function addWing(campus: Campus, building: Building, wing: Rect): void {
  const { look } = campus;
  const { eave } = building;
  const width = wing.x1 - wing.x0;
  const depth = wing.z1 - wing.z0;
  const x = (wing.x0 + wing.x1) / 2;
  const z = (wing.z0 + wing.z1) / 2;
  campus.box({
    x,
    z,
    size: [width, eave - ROOF, depth],
    color: look.wall,
    finish: 'shell',
    casts: true,
  });
  campus.box({ x, y: eave - ROOF, z, size: [width, ROOF, depth], color: look.roof, finish: 'seams' });
  addParapet(campus, wing, eave);
  addRoofUnits(campus, building, wing, 'plain');
}

function addParapet(campus: Campus, { x0, x1, z0, z1 }: Rect, eave: number): void {
  const { look } = campus;
  const rim = { color: look.wall, y: eave } as const;
  campus
    .box({ ...rim, x: (x0 + x1) / 2, z: z0 + WALL / 2, size: [x1 - x0, PARAPET, WALL] })
    .box({ ...rim, x: (x0 + x1) / 2, z: z1 - WALL / 2, size: [x1 - x0, PARAPET, WALL] })
    .box({ ...rim, x: x0 + WALL / 2, z: (z0 + z1) / 2, size: [WALL, PARAPET, z1 - z0] })
    .box({ ...rim, x: x1 - WALL / 2, z: (z0 + z1) / 2, size: [WALL, PARAPET, z1 - z0] });
}

/** Ventilators and skylights in the rhythm of the bays. */
function addRoofUnits(
  campus: Campus,
  { bayX, bayZ, eave, rect }: Building,
  part: Rect,
  finish: 'plain' | 'roof',
): void {
  const { look } = campus;
  for (let z = rect.z0 + bayZ; z < rect.z1 - 1; z += bayZ * 2)
    for (let x = rect.x0 + bayX; x < rect.x1 - 1; x += bayX * 2) {
      if (x - 2 < part.x0 || x + bayX > part.x1) continue;
      campus.box({ x, y: eave, z, size: [2.6, 1.5, 2.2], color: look.plant, finish }).box({
        x: x + bayX / 2,
        y: eave,
        z: z + bayZ / 2,
        size: [1.6, 0.35, 4.8],
        color: look.skylight,
        finish,
      });
    }
}

function addOpenMiddle(campus: Campus, building: Building, open: Rect): void {
  const { look } = campus;
  const { eave } = building;
  const width = open.x1 - open.x0;
  const x = (open.x0 + open.x1) / 2;
  const wall = { color: look.wall, finish: 'facade', casts: true } as const;
  campus
    .box({ ...wall, x, z: open.z0 + WALL / 2, size: [width, eave, WALL] })
    .box({ ...wall, x, z: open.z1 - WALL / 2, size: [width, eave, WALL] });
  if (open.x0 <= building.rect.x0)
    campus.box({ ...wall, x: open.x0 + WALL / 2, z: 0, size: [WALL, eave, open.z1 - open.z0] });
  if (open.x1 >= building.rect.x1)
    campus.box({ ...wall, x: open.x1 - WALL / 2, z: 0, size: [WALL, eave, open.z1 - open.z0] });
  campus.box({
    x,
    y: eave - ROOF,
    z: (open.z0 + open.z1) / 2,
    size: [width, ROOF, open.z1 - open.z0],
    color: look.roof,
    finish: 'roof',
  });
  addRoofUnits(campus, building, open, 'roof');
}

/** Columns on the bays' grid, outside of the halls only: no real grid is known, and these bays would meet racks. */
function addColumns(campus: Campus, building: Building, open: Rect): void {
  const { bayX, bayZ, clear, rect } = building;
  const { halls } = campus.site;
  const margin = 0.8;
  for (let x = rect.x0 + bayX; x < rect.x1 - 1; x += bayX)
    for (let z = rect.z0 + bayZ; z < rect.z1 - 1; z += bayZ) {
      if (x <= open.x0 || x >= open.x1) continue;
      const inHall = halls.some(
        ({ rect: hall }) =>
          x > hall.x0 - margin && x < hall.x1 + margin && z > hall.z0 - margin && z < hall.z1 + margin,
      );
      if (inHall) continue;
      campus.box({ x, z, size: [0.42, clear, 0.42], color: campus.look.steel, finish: 'cut', casts: true });
    }
}

function addAnnex(campus: Campus, { x0, x1, z0, z1 }: Rect, height: number): void {
  const { look } = campus;
  const x = (x0 + x1) / 2;
  const z = (z0 + z1) / 2;
  campus
    .box({ x, z, size: [x1 - x0, height, z1 - z0], color: look.wall, casts: true })
    .box({
      x,
      y: height * 0.28,
      z,
      size: [x1 - x0 + 0.1, height * 0.22, z1 - z0 + 0.1],
      color: look.plantDark,
    })
    .box({
      x,
      y: height * 0.66,
      z,
      size: [x1 - x0 + 0.1, height * 0.2, z1 - z0 + 0.1],
      color: look.plantDark,
    })
    .box({ x, y: height, z, size: [x1 - x0 + 0.5, 0.35, z1 - z0 + 0.5], color: look.roof })
    .box({ x: x0 - 2, y: 2.8, z, size: [4, 0.25, 6], color: look.roof, casts: true });
}

/** Dock doors with canopies along the closed parts of the long walls, one in every bay. */
function addDocks(campus: Campus, { rect, bayX }: Building, open: Rect | undefined, eave: number): void {
  const { look } = campus;
  for (let x = rect.x0 + bayX / 2; x < rect.x1; x += bayX) {
    if (open && x > open.x0 - 2 && x < open.x1 + 2) continue;
    for (const [z, out] of [
      [rect.z1, 1],
      [rect.z0, -1],
    ] as const) {
      campus
        .box({ x, y: 1.1, z: z + out * 0.06, size: [3, 3.2, 0.12], color: look.plantDark })
        .box({ x, y: 4.5, z: z + out * 0.9, size: [4.2, 0.18, 1.8], color: look.steel })
        .box({ x, z: z + out * 0.25, size: [3.4, 1.1, 0.5], color: look.graphite });
    }
    campus.box({ x, y: eave * 0.72, z: rect.z1 + 0.04, size: [9, 1.2, 0.08], color: look.plantDark });
  }
}
