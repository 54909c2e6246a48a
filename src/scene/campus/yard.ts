import type { Rect } from '../../model/site.ts';
import type { Campus } from './Campus.ts';

/** Days before its first unit that a pad is there; assumed. */
const PAD_DAYS = 25;

/** One unit of the yard: what it is, where, which way, and on which days. */
interface Unit {
  item: string;
  size: { x: number; y: number; z: number };
  x: number;
  z: number;
  heading: number;
  days: readonly [number, number];
}

/** A place relative to a unit, turned with it. */
function beside({ x, z, heading }: Unit, along: number, across: number): [number, number] {
  const c = Math.cos(heading);
  const s = Math.sin(heading);
  return [x + c * along + s * across, z + c * across - s * along];
}

/** Everything in the yard on its days, with a pad under each zone. */
export function addYard(campus: Campus): void {
  const { layout, site, look } = campus;
  for (const zone of site.zones) {
    if (zone.kind === 'lawn' || zone.kind === 'parking') continue;
    const { x0, x1, z0, z1 } = zone.rect;
    // The pad is poured some weeks before the first unit is set on it.
    const first = firstDay(campus, zone.id) - PAD_DAYS;
    if (first === Number.POSITIVE_INFINITY) continue;
    campus.ground
      .rect(x0 - 1, x1 + 1, z0 - 1, z1 + 1, look.roadLine, { days: [first, 1e6] })
      .rect(x0, x1, z0, z1, look.slab, { days: [first, 1e6] });
    if (zone.kind === 'substation') addFence(campus, zone.rect, first);
  }
  const { yard } = layout;
  for (let unitIndex = 0; unitIndex < yard.count; unitIndex++) {
    const item = yard.item[yard.itemIndex[unitIndex]!]!;
    const entry = site.catalogue.get(item);
    if (!entry) continue;
    addUnit(campus, {
      item,
      size: entry.size,
      x: yard.x[unitIndex]!,
      z: yard.z[unitIndex]!,
      heading: yard.heading[unitIndex]!,
      days: [yard.fromDay[unitIndex]!, Math.min(yard.untilDay[unitIndex]!, 1e6)],
    });
  }
}

/** The day on which a zone gets its first unit. */
function firstDay({ layout, site }: Campus, zoneId: string): number {
  const { yard } = layout;
  let first = Number.POSITIVE_INFINITY;
  for (let unitIndex = 0; unitIndex < yard.count; unitIndex++)
    if (site.zones[yard.zone[unitIndex]!]?.id === zoneId) first = Math.min(first, yard.fromDay[unitIndex]!);
  return first;
}

/** A unit as a few boxes and rods inside its catalogue size; a kind that is not known is a plain box of that size. */
function addUnit(campus: Campus, unit: Unit): void {
  const { look } = campus;
  const { size, x, z, heading } = unit;
  const stand = { x, z, heading, from: unit.days[0], until: unit.days[1] };
  const rod = (along: number, across: number, y0: number, y1: number, radius: number, color: string) => {
    const [rx, rz] = beside(unit, along, across);
    campus.rods.push({ from: [rx, y0, rz], to: [rx, y1, rz], radius, color, days: unit.days });
  };
  switch (unit.item) {
    case 'chiller':
      campus.box({
        ...stand,
        size: [size.x, size.y, size.z],
        color: look.plant,
        finish: 'chiller',
        casts: true,
      });
      break;
    case 'cooling-tower':
      campus
        .box({
          ...stand,
          size: [size.x, size.y * 0.78, size.z],
          color: look.plant,
          finish: 'ribbed',
          casts: true,
        })
        .box({
          ...stand,
          y: 0.5,
          size: [size.x * 1.002, size.y * 0.3, size.z * 1.002],
          color: look.plantDark,
          finish: 'ribbed',
        });
      for (const along of [-0.25, 0.25])
        rod(along * size.x, 0, size.y * 0.78, size.y, size.z * 0.36, look.steel);
      break;
    case 'generator-trailer':
      campus
        .box({
          ...stand,
          y: 1.1,
          size: [size.x * 0.96, size.y - 1.5, size.z],
          color: look.plant,
          finish: 'ribbed',
          casts: true,
        })
        .box({ ...stand, y: 0.7, size: [size.x, 0.4, size.z * 0.9], color: look.graphite });
      for (const along of [-0.4, -0.32, 0.36])
        for (const across of [-0.4, 0.4]) {
          const [wx, wz] = beside(unit, along * size.x, across * size.z - 0.12);
          const [vx, vz] = beside(unit, along * size.x, across * size.z + 0.12);
          campus.rods.push({
            from: [wx, 0.5, wz],
            to: [vx, 0.5, vz],
            radius: 0.5,
            color: look.graphite,
            days: unit.days,
          });
        }
      rod(0.4 * size.x, 0, size.y - 0.4, size.y, 0.22, look.plantDark);
      break;
    case 'turbine': {
      const [ix, iz] = beside(unit, size.x * 0.3, 0);
      campus
        .box({
          ...stand,
          size: [size.x, size.y * 0.62, size.z * 0.8],
          color: look.plant,
          finish: 'ribbed',
          casts: true,
        })
        .box({
          ...stand,
          x: ix,
          z: iz,
          size: [size.x * 0.24, size.y, size.z],
          color: look.steel,
          finish: 'chiller',
          casts: true,
        });
      rod(-size.x * 0.34, 0, size.y * 0.62, size.y, 0.9, look.plantDark);
      break;
    }
    case 'megapack':
      campus
        .box({
          ...stand,
          y: 0.15,
          size: [size.x, size.y - 0.15, size.z],
          color: look.paper,
          finish: 'ribbed',
          casts: true,
        })
        .box({ ...stand, size: [size.x, 0.15, size.z], color: look.plantDark });
      break;
    case 'transformer':
      campus
        .box({
          ...stand,
          y: 0.4,
          size: [size.x * 0.55, size.y * 0.5, size.z * 0.5],
          color: look.plantDark,
          finish: 'ribbed',
          casts: true,
        })
        .box({ ...stand, size: [size.x, 0.4, size.z], color: look.steel });
      for (const along of [-0.16, 0, 0.16])
        rod(along * size.x, 0, size.y * 0.55, size.y, 0.14, look.roadLine);
      rod(size.x * 0.36, 0, 0.4, size.y * 0.8, 0.5, look.plant);
      break;
    default:
      campus.box({ ...stand, size: [size.x, size.y || 0.1, size.z], color: look.plant, casts: true });
  }
}

function addFence({ rods, look }: Campus, { x0, x1, z0, z1 }: Rect, from: number): void {
  const days = [from, 1e6] as const;
  const color = look.plantDark;
  const corners = [
    [x0, z0],
    [x1, z0],
    [x1, z1],
    [x0, z1],
  ] as const;
  corners.forEach(([x, z], corner) => {
    const [nx, nz] = corners[(corner + 1) % corners.length]!;
    for (const y of [0.9, 2.1]) rods.push({ from: [x, y, z], to: [nx, y, nz], radius: 0.04, color, days });
    const posts = Math.round(Math.hypot(nx - x, nz - z) / 5);
    for (let post = 0; post < posts; post++) {
      const share = post / posts;
      const px = x + (nx - x) * share;
      const pz = z + (nz - z) * share;
      rods.push({ from: [px, 0, pz], to: [px, 2.4, pz], radius: 0.06, color, days });
    }
  });
}
