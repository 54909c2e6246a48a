import type { NamedFigure } from '../../model/figure.ts';
import type { Site } from '../../model/site.ts';
import { withEvidence } from '../../model/evidence.ts';
import type { Campus } from '../../timeline/campus.ts';
import { inventory } from '../inventory.ts';
import { chipFormulas, COMPARED, COMPARISONS } from './chipFormulas.ts';
import { type Drawn, drawnRanges } from './drawnRanges.ts';
import { COMPUTED } from './evidence.ts';
import { Figures } from './Figures.ts';
import { catalogueFigures, figuresOf } from './figuresOf.ts';
import { countsOn, growthFigures } from './growthFigures.ts';
import { hallTypeFigures, itemCounts, itemFigures, servingByItem, totalFormulas } from './machineFigures.ts';
import { addPower } from './powerFormulas.ts';
import { siteFormulas } from './siteFormulas.ts';
import { unitFigures } from './unitFigures.ts';

/** Every part of a document about which it gives figures, as in `Subject.of`. */
function partsOf({ buildings, halls, zones, landscape }: Site): string[] {
  return [
    'edge',
    ...buildings.map(({ id }) => `buildings/${id}`),
    ...halls.map(({ id }) => `halls/${id}`),
    ...zones.map(({ id }) => `zones/${id}`),
    ...landscape.roads.map((_, at) => `landscape/roads/${at}`),
    ...(landscape.trees.length > 0 ? ['landscape/trees'] : []),
  ];
}

/** Catalogue ids of everything that a site draws, and of what its racks hold. */
function itemsOf(site: Site, counts: ReadonlyMap<string, number>): Set<string> {
  const items = new Set(counts.keys());
  for (const { id, server, accelerator } of site.rackKinds)
    for (const item of [id, server, accelerator]) if (item !== undefined) items.add(item);
  for (const { accelerators } of site.halls) for (const item of accelerators) if (item) items.add(item);
  for (const item of items)
    for (const held of Object.keys(site.catalogue.get(item)?.entry.holds ?? {})) items.add(held);
  for (const { item } of [...site.yard, ...site.placements]) items.add(item);
  return items;
}

/** The last answer for each campus, which is immutable. */
const made = new WeakMap<Campus, { day: number; figures: readonly NamedFigure[] }>();

/**
 * Every figure of a campus on a day (days from its own day 0) and of what else is drawn, each id once; what is computed comes after what
 * it is computed from. Returns the same figures for the same campus and day.
 */
export function figuresOfSite(
  campus: Campus,
  day: number,
  drawn: readonly Drawn[] = [],
): readonly NamedFigure[] {
  const { layout, timeline } = campus;
  const known = made.get(campus);
  const figures = known?.day === day ? known.figures : figuresWithout(campus, day);
  made.set(campus, { day, figures });
  return [...figures, ...drawnRanges(inventory(layout, timeline), drawn)];
}

/** The same without what is drawn. */
function figuresWithout(campus: Campus, day: number): NamedFigure[] {
  const { layout, timeline, curve } = campus;
  const site = withEvidence(campus.site);
  const moment = timeline.at(day);
  const counts = itemCounts(layout);
  const items = itemsOf(site, counts);
  const serving = servingByItem(layout, timeline, moment.day);
  const figures = new Figures();
  const add = (list: readonly NamedFigure[]) => figures.add(list);

  for (const item of [...items, ...COMPARED]) add(catalogueFigures(site, item));
  for (const item of new Set(site.yard.map((group) => group.item))) {
    add(unitFigures(site, item));
    add(figuresOf(site, { kind: 'plant', of: `catalogue/${item}` }, moment.day));
  }
  for (const of of partsOf(site)) add(figuresOf(site, { kind: 'land', of }, moment.day));
  add(hallTypeFigures(site, layout));
  for (const formula of totalFormulas(site)) figures.compute(formula);
  add(itemFigures(site, counts));
  add(growthFigures(site));
  add(countsOn(site, curve, moment));
  add(
    [...serving].map(([id, value]) => ({
      ...{ id: `in-service.${id}`, name: 'in-service', value, unit: 'count', about: `catalogue/${id}` },
      ...{ ...COMPUTED, asOf: moment.date, from: ['gpus-in-service'] },
    })),
  );
  addPower(figures, site, curve, moment);
  const chips = [...items].filter((id) => site.catalogue.get(id)?.kind === 'accelerator');
  for (const formula of [
    ...siteFormulas(site, counts, serving, moment.date),
    ...chipFormulas(site.catalogue, new Set([...chips, ...COMPARED])),
    ...COMPARISONS,
  ])
    figures.compute(formula);
  return figures.all;
}
