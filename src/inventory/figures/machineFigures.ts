import type { Layout } from '../../layout/layout.ts';
import { acceleratorOf } from '../../layout/serverPlan.ts';
import type { NamedFigure } from '../../model/figure.ts';
import type { Site } from '../../model/site.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { COMPUTED } from './evidence.ts';
import { documented, hallTypeSizes } from './figuresOf.ts';
import type { Formula } from './Figures.ts';

/** What the whole site holds of racks and machines; `halls` is how many halls of a type it has. */
const TOTALS = ['gpus', 'servers', 'racks', 'compute-racks', 'arrays', 'halls'] as const;
type Held = Record<(typeof TOTALS)[number], number>;

/** What one hall of each type holds, by the type's id; halls of a type hold the same. */
function heldByType({ racks, site }: Layout): Map<string, Held> {
  const held = new Map<string, Held>();
  const firstOf = new Map<number, Held>();
  const arrays = new Map<Held, Set<number>>();
  site.halls.forEach(({ type, number }) => {
    const known = held.get(type);
    if (known) {
      known.halls++;
      return;
    }
    const own = { gpus: 0, servers: 0, racks: 0, 'compute-racks': 0, arrays: 0, halls: 1 };
    held.set(type, own);
    firstOf.set(number, own);
    arrays.set(own, new Set());
  });
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    const own = firstOf.get(racks.hall[rackIndex]!);
    if (!own) continue;
    own.gpus += racks.gpus[rackIndex]!;
    own.servers += racks.servers[rackIndex]!;
    own.racks++;
    const array = racks.array[rackIndex]!;
    if (array < 0) continue;
    own['compute-racks']++;
    own.arrays = arrays.get(own)!.add(array).size;
  }
  return held;
}

/** Sizes and contents of the hall types of a configuration, with the evidence that the document gives for each type. */
export function hallTypeFigures(site: Site, layout: Layout): NamedFigure[] {
  const held = heldByType(layout);
  return site.document.hallTypes.flatMap((type) => {
    const own = held.get(type.id);
    return own ? documented(site, `hall-types/${type.id}`, type, { ...own, ...hallTypeSizes(type) }) : [];
  });
}

/** How many machines and racks the whole configuration has, as sums over its halls. */
export function totalFormulas(site: Site): Formula[] {
  const types = [...new Set(site.halls.map(({ type }) => type))];
  return TOTALS.map((name) => ({
    ...{ id: `totals.${name}`, name, unit: 'count' },
    formula: types
      .map(
        (type) => (name === 'halls' ? '' : `{hall-types.${type}.${name}} * `) + `{hall-types.${type}.halls}`,
      )
      .join(' + '),
  }));
}

/** Number of each accelerator, server and rack kind of the configuration, by catalogue id. */
export function itemCounts(layout: Layout): Map<string, number> {
  const { racks, site } = layout;
  const counts = new Map<string, number>();
  const add = (id: string | undefined, count: number) => {
    if (id && count > 0) counts.set(id, (counts.get(id) ?? 0) + count);
  };
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    const kind = site.rackKinds[racks.kind[rackIndex]!]!;
    add(kind.id, 1);
    add(kind.server, racks.servers[rackIndex]!);
    add(acceleratorOf(layout, rackIndex), racks.gpus[rackIndex]!);
  }
  return counts;
}

/** Those numbers as figures, derived from the totals. */
export const itemFigures = (site: Site, counts: ReadonlyMap<string, number>): NamedFigure[] =>
  [...counts].map(([id, value]) => {
    const kind = site.catalogue.get(id)?.kind;
    const total = kind === 'rack' ? 'racks' : kind === 'server' ? 'servers' : 'gpus';
    return {
      ...{ id: `count.${id}`, name: 'count', value, unit: 'count', about: `catalogue/${id}` },
      ...{ ...COMPUTED, asOf: site.document.defaults.asOf, from: [`totals.${total}`] },
    };
  });

/** GPUs in service on a day by accelerator, by catalogue id; servers of a rack that is partly in service count. */
export function servingByItem(layout: Layout, timeline: Timeline, day: number): Map<string, number> {
  const { racks } = layout;
  const counts = new Map<string, number>();
  let left = timeline.at(day).gpus.inService;
  for (let rackIndex = 0; rackIndex < racks.count && left > 0; rackIndex++) {
    const gpus = Math.min(racks.gpus[rackIndex]!, left);
    const item = acceleratorOf(layout, rackIndex);
    if (gpus > 0) counts.set(item, (counts.get(item) ?? 0) + gpus);
    left -= gpus;
  }
  return counts;
}
