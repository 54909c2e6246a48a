import { cornersOf } from '../../model/rect.ts';
import type { Rect } from '../../model/site.ts';
import { ALWAYS_UNTIL } from '../things/shapes.ts';
import type { Things } from '../things/Things.ts';
import { addGantry } from './gantry.ts';
import { addUnit, subjectOf, type Unit } from './yardUnits.ts';

/** Days from the pouring of a pad until its first unit; assumed. */
const PAD_DAYS = 25;

/** Adds every unit of the yard, and a pad under each zone that has units. */
export function addYard(things: Things): void {
  const { layout, site } = things;
  for (const zone of site.zones) {
    if (zone.kind === 'lawn' || zone.kind === 'parking') continue;
    const { x0, x1, z0, z1 } = zone.rect;
    const first = padDay(things, zone.id);
    if (first === Number.POSITIVE_INFINITY) continue;
    things
      .as('pad', `zones/${zone.id}`)
      .ground.rect(x0 - 1, x1 + 1, z0 - 1, z1 + 1, 'roadLine', { days: [first, ALWAYS_UNTIL] })
      .rect(x0, x1, z0, z1, 'slab', { paint: 'concrete', days: [first, ALWAYS_UNTIL] });
    if (zone.kind === 'substation') addFence(things, zone.rect, first);
  }
  const { yard } = layout;
  for (let unitIndex = 0; unitIndex < yard.count; unitIndex++) {
    const item = yard.item[yard.itemIndex[unitIndex]!]!;
    const entry = site.catalogue.get(item);
    if (!entry) continue;
    const unit: Unit = {
      shape: entry.shape,
      size: entry.size,
      x: yard.x[unitIndex]!,
      z: yard.z[unitIndex]!,
      heading: yard.heading[unitIndex]!,
      days: [yard.fromDay[unitIndex]!, Math.min(yard.untilDay[unitIndex]!, ALWAYS_UNTIL)],
    };
    addUnit(things.as(subjectOf(entry.shape), `catalogue/${item}`), unit);
    if (unit.shape.is === 'transformer') addGantry(things, unit);
  }
}

/** The day on which a zone's pad is poured, `PAD_DAYS` before its first unit; Infinity for a zone without units. */
export function padDay({ layout, site }: Things, zoneId: string): number {
  const { yard } = layout;
  let first = Number.POSITIVE_INFINITY;
  for (let unitIndex = 0; unitIndex < yard.count; unitIndex++)
    if (site.zones[yard.zone[unitIndex]!]?.id === zoneId) first = Math.min(first, yard.fromDay[unitIndex]!);
  return first - PAD_DAYS;
}

function addFence(things: Things, rect: Rect, from: number): void {
  things.as('fence');
  const days = [from, ALWAYS_UNTIL] as const;
  const material = 'plantDark';
  const corners = cornersOf(rect);
  corners.forEach(([x, z], corner) => {
    const [nx, nz] = corners[(corner + 1) % corners.length]!;
    for (const y of [0.9, 2.1])
      things.rod({ from: [x, y, z], to: [nx, y, nz], radius: 0.04, material, days });
    const posts = Math.round(Math.hypot(nx - x, nz - z) / 5);
    for (let post = 0; post < posts; post++) {
      const share = post / posts;
      const px = x + (nx - x) * share;
      const pz = z + (nz - z) * share;
      things.box({ x: px, z: pz, size: [0.1, 2.4, 0.1], material, from });
    }
  });
}
