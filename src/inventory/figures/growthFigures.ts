import { nextPoint } from '../../model/curve.ts';
import type { NamedFigure } from '../../model/figure.ts';
import type { GrowthPoint, Site } from '../../model/site.ts';
import type { Moment } from '../../timeline/timeline.ts';
import { COMPUTED, evidenceOf } from './evidence.ts';

/** Points of one curve as figures, in its order; of two on one date, which are a step, the first has `before` in its id. */
function pointFigures(
  site: Site,
  curve: string,
  points: readonly GrowthPoint[],
  name: string,
): NamedFigure[] {
  // A site whose document tells no growth is drawn as growing evenly.
  const isTold = site.document.growth !== undefined;
  return points.map(({ count, point: { date, low, high, count: _, precision: __, ...evidence } }, at) => ({
    id: `growth.${curve}.${date}${points[at + 1]?.point.date === date ? '.before' : ''}`,
    ...{ name, value: count, unit: 'count', about: `growth/${curve}` },
    ...(isTold
      ? evidenceOf(site, { asOf: date, ...evidence })
      : { asOf: date, source: 'rackfield-model', grade: 'assumed' }),
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
  }));
}

const INSTALLED = 'installed';

/** Every dated point of growth of every account, every dated pair of powers, and what an account says about the power of a GPU. */
export function growthFigures(site: Site): NamedFigure[] {
  const { growth, document } = site;
  const machines = growth.counts;
  return [
    ...pointFigures(site, INSTALLED, growth.installed, `${machines}-installed`),
    ...growth.curves.flatMap(({ id, points, facilityWattsPerGpu }): NamedFigure[] => [
      ...pointFigures(site, id, points, `${machines}-in-service`),
      ...(facilityWattsPerGpu === undefined
        ? []
        : [
            {
              ...{ id: `growth.${id}.watts-per-gpu`, name: 'watts-per-gpu-facility', unit: 'W' },
              ...{ value: facilityWattsPerGpu, about: `growth/${id}`, ...evidenceOf(site, {}) },
            },
          ]),
    ]),
    ...(document.power?.points ?? []).flatMap(({ date, itMw, facilityMw, gpus, ...evidence }) =>
      Object.entries({
        it: { name: 'it-power', value: itMw, unit: 'MW' },
        facility: { name: 'facility-power', value: facilityMw, unit: 'MW' },
        ...(gpus !== undefined && { gpus: { name: 'gpus', value: gpus, unit: 'count' } }),
      }).map(([part, figure]) => ({
        ...{ id: `power.${date}.${part}`, ...figure, ...evidenceOf(site, { asOf: date, ...evidence }) },
      })),
    ),
  ];
}

/** A count on a day: the dated point that says it, with its evidence, or derived from the points around the day. */
function countOn(
  figure: { id: string; name: string; value: number },
  figures: readonly NamedFigure[],
  points: readonly GrowthPoint[],
  { day, date }: Moment,
): NamedFigure {
  const next = nextPoint(points, day);
  const [before, after] = [points[next - 1], points[next]];
  const given = figures[next - 1];
  const isSaid =
    before?.count === figure.value && (!after || before.day === day || after.count === before.count);
  if (given && isSaid) return { ...given, ...figure };
  const from = [given, figures[next]].flatMap((point) => point?.id ?? []);
  return { ...figure, unit: 'count', ...COMPUTED, asOf: date, from };
}

/** What stands and runs on a day by an account: the machines that growth counts, and what follows from them. */
export function countsOn(site: Site, curve: string, moment: Moment): NamedFigure[] {
  const { growth } = site;
  const account = growth.curves.find(({ id }) => id === curve);
  const machines = growth.counts;
  const counts = moment[machines];
  const count = (
    stage: 'installed' | 'in-service',
    value: number,
    points: readonly GrowthPoint[],
    of: string,
  ) => {
    const name = `${machines}-${stage}`;
    return countOn({ id: name, name, value }, pointFigures(site, of, points, name), points, moment);
  };
  const installed = count('installed', counts.installed, growth.installed, INSTALLED);
  const inService = count('in-service', counts.inService, account?.points ?? [], curve);
  const following = (id: string, value: number, ...from: NamedFigure[]): NamedFigure => ({
    ...{ id, name: id, value, unit: 'count', ...COMPUTED, asOf: moment.date },
    from: from.map((each) => each.id),
  });
  const other = machines === 'gpus' ? 'servers' : 'gpus';
  return [
    installed,
    inService,
    following(`${machines}-energized`, counts.energized, installed, inService),
    following(`${other}-installed`, moment[other].installed, installed),
    following(`${other}-energized`, moment[other].energized, installed, inService),
    following(`${other}-in-service`, moment[other].inService, inService),
    following('racks-installed', moment.racks.installed, installed),
    following('arrays-installed', moment.arrays.installed, installed),
    following('halls-full', moment.halls.full, installed),
  ];
}
