import type { Campus } from './Campus.ts';

/** A portal over each transformer's place from which its conductors come down; metres, assumed. */
const HEIGHT = 13;
const POST = 0.5;
const PHASES = [-3, 0, 3] as const;
const INSULATOR = 1.8;
/** How far behind a transformer its portal stands. */
const BEHIND = 14;

/** Portals with strings of insulators, and a conductor from each to a bushing; from the day of the first transformer. */
export function addGantry(campus: Campus, zoneId: string, first: number): void {
  const { layout, site, look } = campus;
  const { yard } = layout;
  const places: { x: number; z: number; top: number; days: readonly [number, number] }[] = [];
  for (let unitIndex = 0; unitIndex < yard.count; unitIndex++) {
    if (site.zones[yard.zone[unitIndex]!]?.id !== zoneId) continue;
    const top = site.catalogue.get(yard.item[yard.itemIndex[unitIndex]!]!)?.size.y;
    const days = [
      Math.max(first, yard.fromDay[unitIndex]!),
      Math.min(yard.untilDay[unitIndex]!, 1e6),
    ] as const;
    if (top !== undefined) places.push({ x: yard.x[unitIndex]!, z: yard.z[unitIndex]!, top, days });
  }
  for (const { x, z, top, days } of places) {
    const own = { color: look.steel, from: days[0], until: days[1], casts: true } as const;
    const back = z - BEHIND;
    for (const side of [-6, 6]) campus.box({ ...own, x: x + side, z: back, size: [POST, HEIGHT, POST] });
    campus.box({ ...own, x, y: HEIGHT - 1, z: back, size: [12 + POST, 0.7, 0.7], finish: 'ribbed' });
    PHASES.forEach((along, phase) => {
      const low = HEIGHT - 1 - INSULATOR;
      campus.rods.push(
        {
          from: [x + along, HEIGHT - 1, back],
          to: [x + along, low, back],
          radius: 0.16,
          color: look.warm,
          days,
        },
        {
          from: [x + along, low, back],
          to: [x + (phase - 1) * 1.6, top, z],
          radius: 0.045,
          color: look.graphite,
          days,
        },
      );
    });
  }
}
