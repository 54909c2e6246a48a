import { nextPoint } from '../../model/curve.ts';
import type { NamedFigure } from '../../model/figure.ts';
import type { Site } from '../../model/site.ts';
import { pairsByGpus, pueCurve } from '../../timeline/power.ts';
import type { Moment } from '../../timeline/timeline.ts';
import { COMPUTED } from './evidence.ts';
import { Figures, type Formula } from './Figures.ts';
import { catalogueFigures } from './figuresOf.ts';
import { countsOn, growthFigures } from './growthFigures.ts';

/** Decimals of a share of the way between two dated pairs. */
const DECIMALS = 8;

/** Facility over IT power on a day: of the dated pair that applies, or between two. */
function pueFormula({ power, document }: Site, day: number): string {
  const dates = document.power!.points.map(({ date }) => date);
  const of = (index: number) => `{power.${dates[index]}.facility} / {power.${dates[index]}.it}`;
  const next = nextPoint(
    power.map((pair) => ({ day: pair.day, count: 0 })),
    day,
  );
  const [before, after] = [power[next - 1], power[next]];
  if (!before || !after || before.day === day) return of(Math.max(0, next - 1));
  const share = Number(((day - before.day) / (after.day - before.day)).toFixed(DECIMALS));
  return `${of(next - 1)} * (1 - ${share}) + ${of(next)} * ${share}`;
}

/** The PUE that is taken where a document gives no powers. */
function assumedPue(site: Site): NamedFigure[] {
  if (site.power.length > 0) return [];
  const { asOf } = site.document.defaults;
  const value = pueCurve(site)[0]!.count;
  return [
    { id: 'pue', name: 'pue', value, unit: 'count', asOf, source: 'rackfield-model', grade: 'assumed' },
  ];
}

/** A part of a dated pair, for a formula. */
const idOf = (site: Site, pair: Site['power'][number], part: 'it' | 'gpus') =>
  `{power.${site.document.power!.points[site.power.indexOf(pair)]!.date}.${part}}`;

/** IT power of the GPUs in service by the dated pairs that name GPUs: between two of them, or in proportion to one. */
function itFormula(site: Site, inService: number): string | undefined {
  const pairs = pairsByGpus(site);
  const next = pairs.findIndex(({ gpus }) => gpus! > inService);
  const [before, after] = [pairs[(next < 0 ? pairs.length : next) - 1], pairs[next]];
  const near = before ?? after;
  if (!near) return undefined;
  if (!before || !after || before.gpus === inService)
    return `${idOf(site, near, 'it')} * {gpus-in-service} / ${idOf(site, near, 'gpus')}`;
  const [it, gpus] = [idOf(site, before, 'it'), idOf(site, before, 'gpus')];
  const share = `({gpus-in-service} - ${gpus}) / (${idOf(site, after, 'gpus')} - ${gpus})`;
  return `${it} + (${idOf(site, after, 'it')} - ${it}) * ${share}`;
}

/** Power on a day: IT and facility power, watts per GPU, energy in a year at that power, and homes that use as much. */
function powerFormulas(site: Site, curve: string, { day, date, gpus }: Moment): Formula[] {
  const account = site.growth.curves.find(({ id }) => id === curve);
  const isOwn = account?.facilityWattsPerGpu !== undefined;
  const formula = (id: string, unit: string, text: string): Formula => ({
    ...{ id, name: id, unit, formula: text, asOf: date },
  });
  const first = pairsByGpus(site)[0];
  const it = isOwn ? '{gpus-in-service} * {watts-per-gpu-it}' : itFormula(site, gpus.inService);
  return [
    ...(site.power.length > 0 ? [formula('pue', 'count', pueFormula(site, day))] : []),
    ...(isOwn
      ? [
          formula('watts-per-gpu-facility', 'W', `{growth.${curve}.watts-per-gpu}`),
          formula('watts-per-gpu-it', 'W', '{watts-per-gpu-facility} / {pue}'),
        ]
      : []),
    ...(it === undefined ? [] : [formula('it-power', 'MW', it)]),
    formula('watts-per-gpu-it', 'W', '{it-power} / {gpus-in-service}'),
    // While no GPU is in service.
    ...(first
      ? [formula('watts-per-gpu-it', 'W', `${idOf(site, first, 'it')} / ${idOf(site, first, 'gpus')}`)]
      : []),
    formula('watts-per-gpu-facility', 'W', '{watts-per-gpu-it} * {pue}'),
    formula('facility-power', 'MW', '{it-power} * {pue}'),
    formula('energy-year', 'TWh', '{facility-power} * 8760 h'),
    formula('homes', 'homes', '{energy-year} / {household.energy-year}'),
  ];
}

/** Catalogue ids of the racks and servers of a site whose power is known. */
const poweredItems = ({ rackKinds, catalogue }: Site): string[] => [
  ...new Set(
    rackKinds.flatMap(({ id, server }) =>
      [id, server].flatMap((item) => (item && catalogue.get(item)?.figures.power ? item : [])),
    ),
  ),
];

/** IT power of a site that documents none per GPU: the peak power of the racks in service. */
function itPowerOfRacks(site: Site, watts: number, date: string): NamedFigure {
  const from = poweredItems(site).map((item) => `${item}.power`);
  const figure = { id: 'it-power', name: 'it-power', value: watts / 1e6, unit: 'MW', asOf: date };
  return { ...figure, ...COMPUTED, from };
}

/** Adds what {@link powerFormulas} gives to figures that already hold the counts of the day, the dated pairs and the catalogue's. */
export function addPower(figures: Figures, site: Site, curve: string, moment: Moment): void {
  figures.add(assumedPue(site));
  const formulas = powerFormulas(site, curve, moment);
  if (!formulas.some(({ id }) => id === 'it-power'))
    figures.add([itPowerOfRacks(site, moment.itW, moment.date)]);
  for (const formula of formulas) figures.compute(formula);
}

/** The power figures of a site on a day with all that they are computed from, without the site's other figures. */
export function powerOn(site: Site, curve: string, moment: Moment): Figures {
  const figures = new Figures();
  for (const item of poweredItems(site)) figures.add(catalogueFigures(site, item));
  figures.add(growthFigures(site));
  figures.add(countsOn(site, curve, moment));
  addPower(figures, site, curve, moment);
  return figures;
}
