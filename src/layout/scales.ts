import { type Grade, type NamedFigure, valueOf } from '../model/figure.ts';
import { restingOn } from '../model/grades.ts';
import type { RackKind } from '../model/site.ts';
import { addressOf } from './address.ts';
import type { Layout } from './layout.ts';
import { acceleratorOf } from './serverPlan.ts';

/** The scales from one GPU, or one processor of a site without GPUs, to the whole site, in order of size. */
export const SCALES = ['gpu', 'server', 'rack', 'array', 'hall', 'phase', 'site'] as const;
export type Scale = (typeof SCALES)[number];

/** What one scale (one rack, one hall, ...) holds when it is complete. Figures that are not known are 0. */
export interface Holding {
  scale: Scale;
  gpus: number;
  servers: number;
  /** The CPUs of the servers. */
  processors: number;
  watts: number;
  /** Whether `watts` is the machines' peak power or the IT power of the site's dated figures. */
  basis: 'peak' | 'it';
  /** Index of the rack of this scale that is installed last. */
  lastRack: number;
  /** Memory of the GPUs, bytes. */
  memoryBytes: number;
  massKg: number;
  /** How well each figure is known; sums are derived and rest on their parts. */
  grades: { watts: Known; memory: Known; mass: Known };
}
type Known = Pick<NamedFigure, 'grade' | 'restsOn'>;

/** How well the result of a computation is known whose parts have these grades. */
const derivedFrom = (grades: readonly Grade[]): Known => ({
  grade: 'derived',
  ...restingOn(
    'derived',
    grades.map((grade) => ({ grade })),
  ),
});

/**
 * What the scales around one GPU hold, or around the server of that number on a site without GPUs, smallest first; empty for a number
 * that the site has not got. If `it` is given (IT watts of one GPU or one such server, and how well they are known), the power of hall,
 * phase and site is IT power, as in the counts of the whole site.
 */
export function holdings(layout: Layout, gpu: number, it?: Known & { watts: number }): Holding[] {
  const { racks, site, totals } = layout;
  const hasGpus = totals.gpus > 0;
  if (gpu < 1 || gpu > (totals.gpus || totals.servers)) return [];
  const own = addressOf(layout, gpu).rackIndex;
  const kind = site.rackKinds[racks.kind[own]!]!;
  const item = site.catalogue.get(acceleratorOf(layout, own));
  const server = kind.server === undefined ? undefined : site.catalogue.get(kind.server);
  const processorsOf = (id: string | undefined) =>
    valueOf(id === undefined ? undefined : site.catalogue.get(id)?.figures, 'cpus');
  const memoryOf = (rackIndex: number) =>
    valueOf(site.catalogue.get(acceleratorOf(layout, rackIndex))?.figures, 'memory');
  /** The grade that the catalogue gives a figure, or that of a figure nobody gives. */
  const gradeOf = (id: string | undefined, name: string): Grade =>
    (id === undefined ? undefined : site.catalogue.get(id)?.figures[name]?.grade) ?? 'assumed';
  const given = (id: string | undefined, name: string): Known => ({ grade: gradeOf(id, name) });
  /** Catalogue ids of what the peak power of a kind of rack is summed from: the rack, or what it holds. */
  const poweredIn = ({ id, server }: RackKind): string[] => {
    const has = (item: string) => site.catalogue.get(item)?.figures.power !== undefined;
    const held = [
      ...(server === undefined ? [] : [server]),
      ...Object.keys(site.catalogue.get(id)?.entry.holds ?? {}),
    ];
    return has(id) ? [id] : held.filter(has);
  };
  const empty = {
    gpus: 0,
    servers: 0,
    processors: 0,
    watts: 0,
    memoryBytes: 0,
    massKg: 0,
    basis: 'peak',
    lastRack: own,
  } as const;
  const sum = (scale: Scale, isIn: (rackIndex: number) => boolean): Holding => {
    const all: Omit<Holding, 'grades'> = { ...empty, scale };
    const [kinds, accelerators] = [new Set<RackKind>(), new Set<string>()];
    let isWeighed = true;
    for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
      if (!isIn(rackIndex)) continue;
      const kind = site.rackKinds[racks.kind[rackIndex]!]!;
      const { peakW, massKg, server, servers, gpusPerServer } = kind;
      kinds.add(kind);
      const gpus = racks.gpus[rackIndex]!;
      const held = racks.servers[rackIndex]!;
      // A rack that is not full draws power in proportion.
      const full = hasGpus ? servers * gpusPerServer : servers;
      const share = full > 0 ? (hasGpus ? gpus : held) / full : 1;
      const accelerator = gpus > 0 ? acceleratorOf(layout, rackIndex) : undefined;
      if (accelerator !== undefined) accelerators.add(accelerator);
      all.gpus += gpus;
      all.servers += held;
      all.processors += held * processorsOf(server);
      all.watts += peakW * share;
      all.memoryBytes += gpus * memoryOf(rackIndex);
      all.massKg += massKg;
      all.lastRack = rackIndex;
      isWeighed &&= massKg > 0;
    }
    const grades = {
      watts: derivedFrom([...kinds].flatMap(poweredIn).map((id) => gradeOf(id, 'power'))),
      memory: derivedFrom([...accelerators].map((id) => gradeOf(id, 'memory'))),
      mass: derivedFrom([...kinds].map(({ id }) => gradeOf(id, 'mass'))),
    };
    return { ...all, grades, ...(!isWeighed && { massKg: 0 }) };
  };
  const hallOf = (rackIndex: number) => site.halls[racks.hall[rackIndex]! - 1];
  const sumIt = (scale: Scale, isIn: (rackIndex: number) => boolean): Holding => {
    const all = sum(scale, isIn);
    if (!it) return all;
    const { watts, ...known } = it;
    const count = hasGpus ? all.gpus : all.servers;
    return { ...all, watts: count * watts, basis: 'it', grades: { ...all.grades, watts: known } };
  };
  const array = racks.array[own]!;
  const hall = racks.hall[own]!;
  const phase = hallOf(own)?.phase;
  const perServer = kind.gpusPerServer;
  const whole = sum('rack', (rackIndex) => rackIndex === own);
  return [
    {
      ...empty,
      scale: 'gpu',
      gpus: hasGpus ? 1 : 0,
      processors: hasGpus ? 0 : 1,
      watts: valueOf(item?.figures, 'power'),
      memoryBytes: memoryOf(own),
      massKg: item?.massKg ?? 0,
      grades: {
        watts: given(item?.id, 'power'),
        memory: given(item?.id, 'memory'),
        mass: given(item?.id, 'mass'),
      },
    },
    {
      ...empty,
      scale: 'server',
      gpus: perServer,
      servers: 1,
      processors: processorsOf(kind.server),
      watts: server?.powerW ?? 0,
      memoryBytes: memoryOf(own) * perServer,
      massKg: server?.massKg ?? 0,
      grades: {
        watts: given(kind.server, 'power'),
        memory: derivedFrom([gradeOf(item?.id, 'memory')]),
        mass: given(kind.server, 'mass'),
      },
    },
    { ...whole, grades: { ...whole.grades, mass: given(kind.id, 'mass') } },
    sum('array', (rackIndex) => array >= 0 && racks.array[rackIndex] === array),
    sumIt('hall', (rackIndex) => racks.hall[rackIndex] === hall),
    sumIt('phase', (rackIndex) => hallOf(rackIndex)?.phase === phase),
    sumIt('site', () => true),
  ];
}
