import type { Building, Rect } from '../../model/site.ts';
import { hallsOf } from '../../layout/parcels.ts';
import { isWithin } from '../../model/rect.ts';
import { litFrom } from '../../timeline/fitOutDays.ts';
import { scatter } from '../things/scatter.ts';
import type { Things } from '../things/Things.ts';
import type { MaterialName } from '../things/materials.ts';
import type { SubjectKind } from '../things/subject.ts';

const WALL = 0.35;
const PARAPET = 0.6;
/** Metal cap of a parapet: height, and overhang on each side, metres. */
const COPING = { height: 0.08, over: 0.12 } as const;
/** Sizes of things on the roof: along x, up, along z, metres; assumed. */
const ROOFTOP_UNIT = [5.6, 2, 2.4] as const;
const DUCT = [0.9, 0.7, 6] as const;
const SMOKE_VENT = [1.8, 0.5, 1.8] as const;
const STRIP = [1.7, 0.35, 11] as const;
const VENTILATOR = [2.6, 1.5, 2.2] as const;
const SKYLIGHT = [1.6, 0.35, 4.8] as const;
/** Share of a closed part's skylights under which lamps are on at night, and how many differ; assumed. */
const LIT = 0.3;
const SKYLIGHTS = 97;

type Size = readonly [number, number, number];

/** Adds the parapet and its coping around a closed part's roof, except along a cut edge. */
export function addParapet(things: Things, { x0, x1, z0, z1 }: Rect, { eave, rect }: Building): void {
  const [x, z] = [(x0 + x1) / 2, (z0 + z1) / 2];
  const edges: [number, number, number, number][] = [
    [x, z0 + WALL / 2, x1 - x0, WALL],
    [x, z1 - WALL / 2, x1 - x0, WALL],
  ];
  if (x0 === rect.x0) edges.push([x0 + WALL / 2, z, WALL, z1 - z0]);
  if (x1 === rect.x1) edges.push([x1 - WALL / 2, z, WALL, z1 - z0]);
  const wider = COPING.over * 2;
  things.as('wall');
  for (const [ex, ez, width, depth] of edges) {
    const size = [width + wider, COPING.height, depth + wider] as const;
    things
      .box({ x: ex, y: eave, z: ez, size: [width, PARAPET, depth], material: 'wall' })
      .box({ x: ex, y: eave + PARAPET, z: ez, size, material: 'steel' });
  }
}

/** Adds skylights, smoke vents, rooftop units with ducts and expansion joints to a closed part's roof, bay by bay. */
export function addWingRoof(things: Things, building: Building, wing: Rect): void {
  const { bayX, bayZ, eave, rect } = building;
  const on = (kind: SubjectKind, x: number, z: number, size: Size, material: MaterialName, lit?: number) => {
    if (x - size[0] / 2 < wing.x0 + 1 || x + size[0] / 2 > wing.x1 - 1) return;
    things.as(kind).box({ x, y: eave, z, size, material, ...(lit !== undefined && { lit }) });
  };
  const chances = scatter(`skylights ${building.id}`, SKYLIGHTS);
  let skylights = 0;
  let column = 0;
  for (let x = rect.x0 + bayX / 2; x < rect.x1; x += bayX) {
    if (x < wing.x0 || x > wing.x1) continue;
    const strips = column++ % 2 === 0;
    let row = 0;
    for (let z = rect.z0 + bayZ; z < rect.z1 - 1; z += bayZ, row++)
      if (strips) {
        const isLit = chances[skylights++ % SKYLIGHTS]! < LIT;
        on('skylight', x, z, STRIP, 'rooflight', isLit ? 0 : Number.POSITIVE_INFINITY);
      } else if (row % 2 === 0) on('vent', x, z, SMOKE_VENT, 'paper');
      else if (row % 4 === 1) {
        on('rooftop-unit', x, z, ROOFTOP_UNIT, 'fans');
        on('rooftop-unit', x + 1, z + ROOFTOP_UNIT[2] / 2 + DUCT[2] / 2, DUCT, 'steel');
      }
  }
  // Expansion joints every fourth bay.
  const size = [wing.x1 - wing.x0 - WALL * 2, 0.1, 0.5] as const;
  const joint = { x: (wing.x0 + wing.x1) / 2, y: eave, size, material: 'steel' } as const;
  for (let z = rect.z0 + bayZ * 4; z < rect.z1 - 1; z += bayZ * 4)
    things.as('roof').box({ ...joint, z: z + bayZ / 2 });
}

/** Adds ventilators and skylights to the part of the roof that can be removed; a skylight is lit as the hall below it is. */
export function addLoftRoof(things: Things, { bayX, bayZ, eave, rect }: Building, part: Rect): void {
  const halls = hallsOf(things.site);
  const litAt = (x: number, z: number) => {
    const hall = halls.find((each) => isWithin(each.rect, x, z));
    return hall ? litFrom(things.timeline, hall) : Number.POSITIVE_INFINITY;
  };
  for (let z = rect.z0 + bayZ; z < rect.z1 - 1; z += bayZ * 2)
    for (let x = rect.x0 + bayX; x < rect.x1 - 1; x += bayX * 2) {
      if (x - 2 < part.x0 || x + bayX > part.x1) continue;
      const own = { y: eave, cutaway: 'roof' } as const;
      things.as('vent').box({ ...own, x, z, size: VENTILATOR, material: 'plant' });
      const between = { x: x + bayX / 2, z: z + bayZ / 2 };
      const lit = litAt(between.x, between.z);
      things.as('skylight').box({ ...own, ...between, size: SKYLIGHT, material: 'rooflight', lit });
    }
}
