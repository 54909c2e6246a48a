import type { Grade } from '../model/figure.ts';
import { si } from '../model/figure.ts';
import { rackOfGpu } from './address.ts';
import type { Layout } from './layout.ts';
import { acceleratorOf } from './serverPlan.ts';

/** The scales from one GPU to the whole site, in order of size. */
export const SCALES = ['gpu', 'server', 'rack', 'array', 'hall', 'phase', 'site'] as const;
export type Scale = (typeof SCALES)[number];

/** What there is at one scale once it is complete. 0: not known. */
export interface Holding {
  scale: Scale;
  gpus: number;
  watts: number;
  /** What the watts are: the most that the machines can draw, or IT power as it is counted for the whole site. */
  basis: 'peak' | 'it';
  /** The rack of the step that goes in last. */
  lastRack: number;
  /** Of the GPUs' own memory, bytes. */
  memoryBytes: number;
  massKg: number;
  /** Of each figure; counted and added up is `derived`. */
  grades: { watts: Grade; memory: Grade; mass: Grade };
}

/**
 * What the steps around one GPU hold, nearest first; empty where a site has no GPUs. From a hall on, power is IT power where
 * the watts of IT power for each GPU are given: the same figure as in the counts of the whole site.
 */
export function holdings(layout: Layout, gpu: number, itWattsPerGpu?: number): Holding[] {
  const { racks, site, totals } = layout;
  if (gpu < 1 || gpu > totals.gpus) return [];
  const own = rackOfGpu(layout, gpu);
  const kind = site.rackKinds[racks.kind[own]!]!;
  const item = site.catalogue.get(acceleratorOf(layout, own));
  const server = kind.server === undefined ? undefined : site.catalogue.get(kind.server);
  const memoryOf = (rackIndex: number) => {
    const memory = site.catalogue.get(acceleratorOf(layout, rackIndex))?.figures.memory;
    return memory ? si(memory) : 0;
  };
  const { memory, power } = item?.figures ?? {};
  const derived = { watts: 'derived', memory: 'derived', mass: 'derived' } as const;
  const empty = {
    gpus: 0,
    watts: 0,
    memoryBytes: 0,
    massKg: 0,
    basis: 'peak',
    lastRack: own,
    grades: derived,
  } as const;
  const sum = (scale: Scale, isIn: (rackIndex: number) => boolean): Holding => {
    const all: Holding = { ...empty, scale };
    let isWeighed = true;
    for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
      if (!isIn(rackIndex)) continue;
      const { peakW, massKg, servers, gpusPerServer } = site.rackKinds[racks.kind[rackIndex]!]!;
      const gpus = racks.gpus[rackIndex]!;
      // A rack that is filled in part draws and weighs its part.
      const full = servers * gpusPerServer;
      const share = full > 0 ? gpus / full : 1;
      all.gpus += gpus;
      all.watts += peakW * share;
      all.memoryBytes += gpus * memoryOf(rackIndex);
      all.massKg += massKg;
      all.lastRack = rackIndex;
      isWeighed &&= massKg > 0;
    }
    return isWeighed ? all : { ...all, massKg: 0 };
  };
  const hallOf = (rackIndex: number) => site.halls[racks.hall[rackIndex]! - 1];
  const sumIt = (scale: Scale, isIn: (rackIndex: number) => boolean): Holding => {
    const all = sum(scale, isIn);
    return itWattsPerGpu === undefined ? all : { ...all, watts: all.gpus * itWattsPerGpu, basis: 'it' };
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
      gpus: 1,
      watts: power ? si(power) : 0,
      memoryBytes: memoryOf(own),
      massKg: item?.massKg ?? 0,
      grades: { watts: power?.grade ?? 'assumed', memory: memory?.grade ?? 'assumed', mass: 'assumed' },
    },
    {
      ...empty,
      scale: 'server',
      gpus: perServer,
      watts: server?.powerW ?? 0,
      memoryBytes: memoryOf(own) * perServer,
      massKg: server?.massKg ?? 0,
      grades: {
        watts: server?.figures.power?.grade ?? 'assumed',
        memory: 'derived',
        mass: server?.figures.mass?.grade ?? 'assumed',
      },
    },
    { ...whole, grades: { ...derived, mass: 'assumed' } },
    sum('array', (rackIndex) => array >= 0 && racks.array[rackIndex] === array),
    sumIt('hall', (rackIndex) => racks.hall[rackIndex] === hall),
    sumIt('phase', (rackIndex) => hallOf(rackIndex)?.phase === phase),
    sumIt('site', () => true),
  ];
}
