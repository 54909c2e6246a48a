import { fullCatalogue } from './comparison.ts';
import { type DerivedFigure, si } from './figure.ts';
import type { RackKind, Site } from './site.ts';

/** A derived figure with the names of its inputs. */
const derived = (value: number, unit: string, ...from: string[]): DerivedFigure => ({
  value,
  unit,
  grade: 'derived',
  from,
});

/** Derived figures of one rack kind: GPUs and peak power of a full rack, and its weight per area (rear door not counted). */
export function deriveRack(kind: RackKind): Readonly<Record<string, DerivedFigure>> {
  const { id } = kind;
  return {
    gpus: derived(kind.servers * kind.gpusPerServer, 'count', `${id}.servers`, 'server.gpus'),
    'peak-power': derived(kind.peakW / 1e3, 'kW', `${id}.servers`, 'server.power', `${id}.power`),
    'footprint-load': derived(
      kind.massKg / (kind.width * kind.depth),
      'kg/m2',
      `${id}.mass`,
      `${id}.width`,
      `${id}.depth`,
    ),
  };
}

/** Derived figures of a site in one configuration, from its document and the catalogue. Explorer only. */
export function deriveSite(site: Site): Readonly<Record<string, DerivedFigure>> {
  const sums = { gpus: 0, servers: 0, racks: 0, flops: 0, die: 0, gpuPower: 0, memory: 0, bandwidth: 0 };
  const figureOf = (accelerator: string, name: string) => {
    // A document's own entry takes precedence over the built-in one.
    const own = Object.hasOwn(site.document.catalogue ?? {}, accelerator);
    const figure = (own ? site.catalogue : fullCatalogue).get(accelerator)?.figures[name];
    return figure ? si(figure) : 0;
  };
  for (const hall of site.halls)
    for (const row of hall.rows)
      for (const { kindIndex, servers } of row.racks) {
        const kind = site.rackKinds[kindIndex];
        if (!kind) continue;
        const value = (name: string) => figureOf(hall.accelerators[kindIndex]!, name);
        const gpus = servers * kind.gpusPerServer;
        sums.racks++;
        sums.servers += servers;
        sums.gpus += gpus;
        sums.flops += gpus * value('bf16-dense');
        sums.die += gpus * value('die-area');
        sums.gpuPower += gpus * value('power');
        sums.memory += gpus * value('memory');
        sums.bandwidth += gpus * value('memory-bandwidth');
      }
  const area = ({ x0, x1, z0, z1 }: { x0: number; x1: number; z0: number; z1: number }) =>
    (x1 - x0) * (z1 - z0);
  const total = <T>(list: readonly T[], of: (item: T) => number) =>
    list.reduce((sum, item) => sum + of(item), 0);
  const buildings = total(
    site.buildings,
    ({ rect, annexes }) => area(rect) + total(annexes, (annex) => area(annex.rect)),
  );
  const halls = total(site.halls, ({ rect }) => area(rect));
  return {
    gpus: derived(sums.gpus, 'count', 'halls', 'hallTypes', 'server.gpus'),
    servers: derived(sums.servers, 'count', 'halls', 'hallTypes'),
    racks: derived(sums.racks, 'count', 'halls', 'hallTypes'),
    'bf16-dense': derived(sums.flops / 1e18, 'EFLOP/s', 'gpus', 'accelerator.bf16-dense'),
    'gpu-power': derived(sums.gpuPower / 1e6, 'MW', 'gpus', 'accelerator.power'),
    memory: derived(sums.memory / 1e15, 'PB', 'gpus', 'accelerator.memory'),
    'memory-bandwidth': derived(sums.bandwidth / 1e15, 'PB/s', 'gpus', 'accelerator.memory-bandwidth'),
    'die-area': derived(sums.die, 'm2', 'gpus', 'accelerator.die-area'),
    'building-area': derived(buildings, 'm2', 'buildings'),
    'hall-area': derived(halls, 'm2', 'halls', 'hallTypes.size'),
    'hall-share': derived(buildings > 0 ? halls / buildings : 0, '', 'hall-area', 'building-area'),
    ...Object.fromEntries(
      site.power.map(({ day, itW, facilityW }) => [
        `pue-day-${day}`,
        derived(facilityW / itW, '', 'power.facilityMw', 'power.itMw'),
      ]),
    ),
  };
}
