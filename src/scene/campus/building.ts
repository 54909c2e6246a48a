import type { Building, Rect } from '../../model/site.ts';
import type { Campus } from './Campus.ts';
import { cutaway } from './cutaway.ts';
import { addAnnex, addDocks, addWallTrim } from './facade.ts';
import { addLoftRoof, addParapet, addWingRoof } from './roof.ts';

const WALL = 0.35;
const ROOF = 0.5;

/** Shell of a building: cladding, roof with what stands on it, columns, offices. Sizes beyond the outline are assumed. */
export function addBuilding(campus: Campus, building: Building): void {
  const { look } = campus;
  const open = cutaway(campus.site, building);
  const { rect } = building;
  campus.ground.rect(rect.x0 - 3, rect.x1 + 3, rect.z0 - 3, rect.z1 + 3, look.road);
  campus.ground.rect(rect.x0, rect.x1, rect.z0, rect.z1, look.slab, { paint: 'columns' });
  for (const wing of wings(rect, open)) addWing(campus, building, wing);
  if (open) {
    addOpenMiddle(campus, building, open);
    addColumns(campus, building, open);
  }
  for (const annex of building.annexes) addAnnex(campus, annex.rect, annex.height);
  addDocks(campus, building, open);
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
  addWingRoof(campus, building, wing);
  addWallTrim(campus, building, wing);
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
  addLoftRoof(campus, building, open);
  addSection(campus, building, open);
}

/** What a section leaves of the roof that is taken off: its dark edge, and the beams' stumps, at the parts that keep theirs. */
function addSection(campus: Campus, { bayZ, eave, rect }: Building, open: Rect): void {
  const { look } = campus;
  const stump = { color: look.plantDark, size: [2.6, 0.9, 0.3] as const, y: eave - ROOF - 0.9 };
  for (const [x, out] of [
    [open.x0, 1],
    [open.x1, -1],
  ] as const) {
    if (x <= rect.x0 || x >= rect.x1) continue;
    for (let z = open.z0 + bayZ; z < open.z1 - 1; z += bayZ)
      campus.box({ ...stump, x: x + out * 1.3, z, fine: true });
    campus.box({
      x: x + out * 0.2,
      y: eave - ROOF,
      z: (open.z0 + open.z1) / 2,
      size: [0.4, ROOF, open.z1 - open.z0],
      color: look.graphite,
    });
  }
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
      campus.box({ x, z, size: [0.42, clear, 0.42], color: campus.look.steel, finish: 'cut' });
    }
}
