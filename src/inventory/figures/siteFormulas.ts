import type { Site } from '../../model/site.ts';
import type { Formula } from './Figures.ts';

const sum = (terms: readonly string[]) => terms.join(' + ');
const kindOf = (site: Site, id: string) => site.catalogue.get(id)?.kind;

/** What is known of a whole site by adding up: the peak of its chips, their silicon, floors, and lengths beside known things. */
export function siteFormulas(
  site: Site,
  counts: ReadonlyMap<string, number>,
  serving: ReadonlyMap<string, number>,
  date: string,
): Formula[] {
  const ids = [...counts.keys()];
  const of = (kind: string) => ids.filter((id) => kindOf(site, id) === kind);
  const chips = of('accelerator');
  const servers = of('server');
  const racks = of('rack').filter((id) => site.rackKinds.find((each) => each.id === id)?.role === 'compute');
  const each = (list: readonly string[], figures: readonly string[]) =>
    sum(list.map((id) => [`{count.${id}}`, ...figures.map((name) => `{${id}.${name}}`)].join(' * ')));
  const floors = site.buildings.flatMap(({ id, annexes }) => [
    `{buildings.${id}.width} * {buildings.${id}.depth}`,
    ...annexes.map((_, at) => {
      const annex = `buildings.${id}.annex-${at + 1}`;
      return `{${annex}-width} * {${annex}-depth}`;
    }),
  ]);
  const formulas: (Formula | false)[] = [
    serving.size > 0 && {
      ...{ id: 'peak-bf16', name: 'peak-bf16', unit: 'EFLOP/s', asOf: date },
      formula: sum([...serving.keys()].map((id) => `{in-service.${id}} * {${id}.bf16-dense}`)),
    },
    chips.length > 0 && {
      ...{ id: 'flop-per-joule', name: 'flop-per-joule-site', unit: 'FLOP/J' },
      formula: `(${each(chips, ['bf16-dense'])}) / (${each(chips, ['power'])})`,
    },
    chips.length > 0 && {
      ...{ id: 'silicon', name: 'silicon', unit: 'm2' },
      formula: each(chips, ['dies', 'die-area']),
    },
    { id: 'floor-area', name: 'floor-area', unit: 'm2', formula: sum(floors) },
    {
      id: 'pitches',
      name: 'pitches',
      unit: 'count',
      formula: '{floor-area} / ({pitch.length} * {pitch.width})',
    },
    servers.length > 0 && {
      ...{ id: 'servers-stacked', name: 'servers-stacked', unit: 'm' },
      formula: each(servers, ['height']),
    },
    {
      ...{ id: 'eiffel-towers', name: 'eiffel-towers', unit: 'count' },
      formula: '{servers-stacked} / {eiffel-tower.height}',
    },
    racks.length > 0 && {
      ...{ id: 'racks-in-line', name: 'racks-in-line', unit: 'm' },
      formula: each(racks, ['width']),
    },
  ];
  return formulas.filter((formula) => formula !== false);
}
