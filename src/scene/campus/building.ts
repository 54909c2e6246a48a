import type { Building, Rect } from '../../model/site.ts';
import type { Campus } from './Campus.ts';
import { cutaway } from './cutaway.ts';
import { addAnnex, addDocks, addWallTrim } from './facade.ts';
import { addLoftRoof, addParapet, addWingRoof } from './roof.ts';
import { addColumns, addSection, ROOF } from './section.ts';

const WALL = 0.35;
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
    addSection(campus, building, open);
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
  addParapet(campus, wing, building);
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
}
