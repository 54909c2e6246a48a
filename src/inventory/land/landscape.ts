import { PARKING, parkingPlan } from '../../model/parking.ts';
import { isWithin } from '../../model/rect.ts';
import type { Rect, Site } from '../../model/site.ts';
import type { Things } from '../things/Things.ts';
import { addFields, addHedge, addLawn } from './fields.ts';
import { scatter } from '../things/scatter.ts';

/** Radius of the ground around the site, metres. */
const GROUND_REACH = 9000;
/** Share of parking places with a car; assumed. */
const TAKEN = 0.1;

/** Adds the ground: fields, the site's lawn, roads, lawns, car parks. It must come first, because later ground covers it. */
export function addLand(things: Things): void {
  const { site, ground } = things;
  const { x0, x1, z0, z1 } = site.edge;
  things.as('land');
  ground.disc((x0 + x1) / 2, (z0 + z1) / 2, GROUND_REACH, 'ground', 48, { paint: 'grass' });
  addFields(things);
  things.as('lawn', 'edge');
  ground.rect(x0, x1, z0, z1, 'lawn', { paint: 'grass' }).outline(x0, x1, z0, z1, 1.2, 'roadLine');
  let dashes = 0;
  site.landscape.roads.forEach((road, roadIndex) => {
    things.as('road', `landscape/roads/${roadIndex}`);
    ground.strip(road.line, road.width + 1.2, 'roadLine');
    ground.strip(road.line, road.width, 'road', { paint: 'asphalt' });
    dashes += addDashes(things, road, MOST_DASHES - dashes);
  });
  for (const { id, kind, rect } of site.zones)
    if (kind === 'lawn') {
      addLawn(things.as('lawn', `zones/${id}`), rect);
      addHedge(things.as('hedge'), rect);
    }
  for (const { id, rect, places } of site.zones) if (places > 0) addParking(things, id, rect, places);
}

/** Length, distance and width of the dashes along a road's middle, and how far from the site they are drawn, metres; assumed. */
const DASH = { length: 3, apart: 9, width: 0.2, around: 250 } as const;
/** The most dashes of a site, so that a document of endless roads starves no page. */
const MOST_DASHES = 4000;

type Road = Site['landscape']['roads'][number];

/** Adds the dashed line in the middle of a road that is wide enough for two lanes, of at most so many dashes; answers their number. */
function addDashes({ ground, site }: Things, { line, width }: Road, most: number): number {
  let dashes = 0;
  if (width < 7) return dashes;
  for (let at = 1; at < line.length; at++) {
    const [x0, z0] = line[at - 1]!;
    const [x1, z1] = line[at]!;
    const length = Math.hypot(x1 - x0, z1 - z0);
    const point = (metres: number): [number, number] => [
      x0 + ((x1 - x0) * metres) / length,
      z0 + ((z1 - z0) * metres) / length,
    ];
    for (let from = DASH.apart / 2; from + DASH.length < length && dashes < most; from += DASH.apart)
      if (isWithin(site.edge, ...point(from), DASH.around)) {
        ground.strip([point(from), point(from + DASH.length)], DASH.width, 'roadLine');
        dashes++;
      }
  }
  return dashes;
}

/** Positions of the lines of lamps in a car park, metres from its north edge: before its first row, and where two rows meet. */
export function parkingLamps(rect: Rect, places: number): number[] {
  const { rows, depthOf } = parkingPlan(rect, places);
  const lines = [PARKING.lane / 2];
  for (let row = 2; row <= rows; row += 2) lines.push(depthOf(row));
  return lines;
}

/** Adds double rows of marked places, as many as documented, with a few parked cars. */
function addParking(things: Things, id: string, rect: Rect, places: number): void {
  const { ground } = things;
  const { x0, x1, z0 } = rect;
  const { perRow, rows, depthOf, depth } = parkingPlan(rect, places);
  const of = `zones/${id}`;
  things.as('parking', of);
  ground.rect(x0, x1, z0, z0 + depth, 'road', { paint: 'asphalt' });
  const taken = scatter('parking', places);
  for (let row = 0; row < rows; row++) {
    things.as('parking', of);
    const bays = Math.min(perRow, places - row * perRow);
    const top = z0 + depthOf(row);
    for (let line = 0; line <= bays; line++) {
      const x = x0 + PARKING.lane + line * PARKING.width;
      ground.rect(x - 0.06, x + 0.06, top, top + PARKING.depth, 'roadLine');
    }
    for (let bay = 0; bay < bays; bay++) {
      const chance = taken[row * perRow + bay]!;
      if (chance > TAKEN) continue;
      addCar(things, x0 + PARKING.lane + (bay + 0.5) * PARKING.width, top + PARKING.depth / 2, chance);
    }
  }
}

function addCar(things: Things, x: number, z: number, chance: number): void {
  const material =
    chance < 0.03 ? 'paper' : chance < 0.06 ? 'plantDark' : chance < 0.08 ? 'steel' : 'graphite';
  things
    .as('car')
    .box({ x, y: 0.25, z, size: [1.8, 0.6, 4.5], material, casts: true })
    .box({ x, y: 0.85, z: z + 0.2, size: [1.6, 0.55, 2.4], material: 'graphite' });
}

/** Trees that stand together, and how far apart, as a share of an even spread; assumed. */
const GROUP = 5;
const APART = 0.45;

/** Adds the trees of the document's belts, in groups along them with seeded variation. */
export function addTrees(things: Things): void {
  things.as('tree', 'landscape/trees');
  things.site.landscape.trees.forEach((belt, beltIndex) => {
    const { x0, x1, z0, z1 } = belt.rect;
    const chances = scatter(`belt ${beltIndex}`, belt.count * 3);
    for (let tree = 0; tree < belt.count; tree++) {
      const place = tree % GROUP;
      const along = (tree - place + APART * (place + chances[tree * 3]!)) / belt.count;
      const group = chances[(tree - place) * 3 + 1]!;
      const across = group + APART * (chances[tree * 3 + 1]! - group);
      const wide = x1 - x0 > z1 - z0;
      const x = x0 + (wide ? along : across) * (x1 - x0);
      const z = z0 + (wide ? across : along) * (z1 - z0);
      const height = 5 + 9 * chances[tree * 3 + 2]! ** 1.5;
      things.tree({ x, z, height });
    }
  });
}
