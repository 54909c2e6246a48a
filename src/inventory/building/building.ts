import type { Building, Rect } from '../../model/site.ts';
import type { Things } from '../things/Things.ts';
import { cutaway } from './cutaway.ts';
import { addAnnex, addDocks, addWallTrim } from './facade.ts';
import { addLoftRoof, addParapet, addWingRoof } from './roof.ts';
import { addColumns, addSection, ROOF } from './section.ts';

/** Thickness of outer walls, metres; assumed. */
const WALL = 0.35;

/** Adds a building: walls, roof and rooftop plant, columns, offices, docks. Sizes other than the outline are assumed. */
export function addBuilding(things: Things, building: Building): void {
  const open = cutaway(things.site, building);
  const { rect } = building;
  const of = `buildings/${building.id}`;
  things.as('building', of).ground.rect(rect.x0, rect.x1, rect.z0, rect.z1, 'slab', { paint: 'columns' });
  for (const wing of wings(rect, open)) addWing(things, building, wing);
  if (open) {
    addOpenMiddle(things, building, open);
    addSection(things, building, open);
    addColumns(things, building, open);
  }
  for (const annex of building.annexes) addAnnex(things, annex.rect, annex.height);
  addDocks(things, building, open);
}

/** The closed parts of the outline, west and east of the opening. */
function wings(rect: Rect, open: Rect | undefined): Rect[] {
  if (!open) return [rect];
  return [
    { ...rect, x1: open.x0 },
    { ...rect, x0: open.x1 },
  ].filter((wing) => wing.x1 - wing.x0 > 1);
}

function addWing(things: Things, building: Building, wing: Rect): void {
  const { eave } = building;
  const [width, depth] = [wing.x1 - wing.x0, wing.z1 - wing.z0];
  const [x, z] = [(wing.x0 + wing.x1) / 2, (wing.z0 + wing.z1) / 2];
  const of = `buildings/${building.id}`;
  const walls = { material: 'wall', cutaway: 'hollow', casts: true } as const;
  things
    .as('wall', of)
    .box({ ...walls, x, z, size: [width, eave - ROOF, depth] })
    .as('roof', of)
    .box({ x, y: eave - ROOF, z, size: [width, ROOF, depth], material: 'roofing' });
  addParapet(things, wing, building);
  addWingRoof(things, building, wing);
  addWallTrim(things, building, wing);
}

function addOpenMiddle(things: Things, building: Building, open: Rect): void {
  const { eave } = building;
  const width = open.x1 - open.x0;
  const [x, z] = [(open.x0 + open.x1) / 2, (open.z0 + open.z1) / 2];
  const wall = { material: 'facade', cutaway: 'cut', casts: true } as const;
  const of = `buildings/${building.id}`;
  things
    .as('wall', of)
    .box({ ...wall, x, z: open.z0 + WALL / 2, size: [width, eave, WALL] })
    .box({ ...wall, x, z: open.z1 - WALL / 2, size: [width, eave, WALL] });
  if (open.x0 <= building.rect.x0)
    things.box({ ...wall, x: open.x0 + WALL / 2, z, size: [WALL, eave, open.z1 - open.z0] });
  if (open.x1 >= building.rect.x1)
    things.box({ ...wall, x: open.x1 - WALL / 2, z, size: [WALL, eave, open.z1 - open.z0] });
  const size = [width, ROOF, open.z1 - open.z0] as const;
  things.as('roof', of).box({ x, y: eave - ROOF, z, size, material: 'roof', cutaway: 'roof' });
  addLoftRoof(things, building, open);
}
