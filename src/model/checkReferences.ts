import type { CatalogueItem } from './catalogue.ts';
import type { CatalogueEntry } from './catalogueSchema.ts';
import type { ErrorList } from './checkErrors.ts';
import { dayOf, isDate } from './days.ts';
import { rackKindOf } from './rackKinds.ts';
import { catalogueOf } from './resolveSite.ts';
import type { CurvePoint, SiteDocument } from './schema.ts';
import { sources } from './sources.ts';

/** Most of what a document may ask for. */
export const MOST_GPUS = 5_000_000;
export const MOST_PLACES = 500_000;
export const MOST_UNITS = 20_000;
export const MOST_TREES = 20_000;
const MOST_KINDS = 255;

type Keys = (string | number)[];

/** Every id that is used exists, and none is given twice. */
export function checkReferences(document: SiteDocument, errors: ErrorList): void {
  const known = (keys: Keys, id: string, ids: ReadonlySet<string>, what: string) => {
    if (!ids.has(id)) errors.add(keys, id, `the id of ${what} of this document: ${listed(ids)}`);
  };
  const unique = (key: string, list: readonly { id: string }[] = []): Set<string> => {
    const ids = new Set<string>();
    list.forEach(({ id }, index) => {
      if (ids.has(id)) errors.add([key, index, 'id'], id, `an id that no other of the ${key} has`);
      ids.add(id);
    });
    return ids;
  };
  const buildings = unique('buildings', document.buildings);
  const types = unique('hallTypes', document.hallTypes);
  const phases = unique('phases', document.phases);
  const zones = unique('zones', document.zones);
  unique('halls', document.halls);
  unique('configurations', document.configurations);
  unique('milestones', document.milestones);
  document.halls.forEach((hall, index) => {
    known(['halls', index, 'type'], hall.type, types, 'a hall type');
    known(['halls', index, 'building'], hall.building, buildings, 'a building');
    known(['halls', index, 'phase'], hall.phase, phases, 'a phase');
  });
  document.configurations.forEach(({ halls }, index) => {
    if (halls > document.halls.length)
      errors.add(
        ['configurations', index, 'halls'],
        halls,
        `at most the ${document.halls.length} halls of the site`,
      );
  });
  document.units?.forEach(({ zone }, index) => {
    known(['units', index, 'zone'], zone, zones, 'a zone');
  });
  if (document.growth) {
    const curves = new Set<string>();
    document.growth.curves.forEach(({ id }, index) => {
      if (curves.has(id)) errors.add(['growth', 'curves', index, 'id'], id, 'an id that no other curve has');
      curves.add(id);
    });
    known(['growth', 'default'], document.growth.default, curves, 'a curve');
  }
  const ids = new Set([...sources, ...(document.sources ?? [])].map(({ id }) => id));
  checkSources(document, [], ids, errors);
}

/** Every `source` and `sources` names a source of the built-in list or of the document. */
function checkSources(value: unknown, keys: Keys, ids: ReadonlySet<string>, errors: ErrorList): void {
  if (errors.full || typeof value !== 'object' || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    const key = Array.isArray(value) ? Number(name) : name;
    const test = (id: unknown, at: Keys) => {
      if (typeof id === 'string' && !ids.has(id))
        errors.add(at, id, 'the id of a known source, or one in `sources`');
    };
    if (name === 'source') test(child, [...keys, key]);
    else if (name === 'sources' && Array.isArray(child) && keys.length > 0)
      child.forEach((id, index) => {
        test(id, [...keys, key, index]);
      });
    else checkSources(child, [...keys, key], ids, errors);
  }
}

const listed = (ids: ReadonlySet<string>) => {
  const some = [...ids].slice(0, 8);
  return some.join(', ') + (ids.size > some.length ? ', ...' : '');
};

/** Things named from the catalogue are of the right kind and have the sizes that drawing needs. */
export function checkCatalogue(document: SiteDocument, errors: ErrorList): void {
  const items = catalogueOf(document);
  const needs = (
    keys: Keys,
    id: string,
    kinds: readonly CatalogueEntry['kind'][],
  ): CatalogueItem | undefined => {
    const item = items.get(id);
    if (item && kinds.includes(item.kind)) return item;
    const what = kinds.map(
      (kind) => `${kind === 'accelerator' || kind === 'equipment' ? 'an' : 'a'} ${kind}`,
    );
    errors.add(keys, id, `the id of ${what.join(' or ')} in the catalogue or in the document's own`);
    return undefined;
  };
  for (const id of Object.keys(document.catalogue ?? {})) {
    const entry = items.get(id)!.entry;
    if (entry.server !== undefined) needs(['catalogue', id, 'server'], entry.server, ['server']);
    if (entry.accelerator !== undefined)
      needs(['catalogue', id, 'accelerator'], entry.accelerator, ['accelerator']);
    for (const held of Object.keys(entry.holds ?? {}))
      needs(['catalogue', id, 'holds', held], held, ['equipment', 'server', 'accelerator']);
  }
  if (errors.errors.length > 0) return;
  const used = new Map<string, Keys>();
  document.hallTypes.forEach((type, typeIndex) => {
    if (type.spareAs !== undefined) used.set(type.spareAs, ['hallTypes', typeIndex, 'spareAs']);
    type.rows.forEach((row, rowIndex) => {
      row.racks.forEach(([id], run) => {
        if (id !== 'spare' && !used.has(id))
          used.set(id, ['hallTypes', typeIndex, 'rows', rowIndex, 'racks', run, 0]);
      });
    });
    if (!type.rows.some(({ racks }) => racks.some(([id]) => id !== 'spare')) && type.spareAs === undefined)
      errors.add(
        ['hallTypes', typeIndex, 'rows'],
        type.rows,
        'at least one rack, or spareAs to size the places',
      );
  });
  if (used.size > MOST_KINDS) errors.add(['hallTypes'], used.size, `at most ${MOST_KINDS} kinds of racks`);
  for (const [id, keys] of used) {
    if (errors.full) return;
    if (!needs(keys, id, ['rack'])) continue;
    const kind = rackKindOf(id, items);
    const at = document.catalogue && id in document.catalogue ? ['catalogue', id] : keys;
    const test = (right: boolean, key: string, found: unknown, expected: string) => {
      if (!right) errors.add(at[0] === 'catalogue' ? [...at, key] : at, found, expected);
    };
    for (const side of ['width', 'depth', 'height'] as const)
      test(
        kind[side] >= 0.01 && kind[side] <= 20,
        'figures',
        `${side} ${kind[side]} m`,
        `a ${side} of 0.01 to 20 m`,
      );
    test(
      Number.isInteger(kind.servers) && kind.servers <= 256,
      'figures',
      kind.servers,
      'a whole number of at most 256 servers',
    );
    test(
      Number.isInteger(kind.gpusPerServer) && kind.gpusPerServer <= 128,
      'server',
      kind.gpusPerServer,
      'a server with a whole number of at most 128 GPUs',
    );
    test(
      kind.servers <= kind.serverSlots.length,
      'slots',
      `${kind.serverSlots.length} slots for ${kind.servers} servers`,
      'a slot for every server',
    );
    test(
      kind.serverSlots.every(({ startU, heightU }) => startU + heightU - 1 <= kind.heightU),
      'slots',
      `slots above U${kind.heightU}`,
      `slots within the ${kind.heightU} units of the rack`,
    );
  }
  document.halls.forEach((hall, index) => {
    if (hall.accelerator !== undefined)
      needs(['halls', index, 'accelerator'], hall.accelerator, ['accelerator']);
  });
  document.units?.forEach(({ item }, index) => {
    needs(['units', index, 'item'], item, ['plant', 'equipment', 'reference']);
  });
  document.placements?.forEach(({ item }, index) => {
    needs(['placements', index, 'item'], item, ['reference', 'plant', 'equipment']);
  });
}

/** Dates exist and come in order; growth never shrinks. */
export function checkDates(document: SiteDocument, errors: ErrorList): void {
  const real = (keys: Keys, text: string) => {
    if (!isDate(text)) errors.add(keys, text, 'a date that exists');
  };
  real(['dayZero'], document.dayZero);
  real(['lastDate'], document.lastDate);
  const span = dayOf(document.dayZero, document.lastDate);
  if (!(span > 0 && span < 40_000))
    errors.add(['lastDate'], document.lastDate, 'a date after dayZero, within a century');
  const ascending = (keys: Keys, list: readonly { date: string }[], twice: boolean) => {
    list.forEach(({ date }, index) => {
      real([...keys, index, 'date'], date);
      const before = list[index - 1]?.date ?? '';
      if (twice ? date < before : date <= before)
        errors.add([...keys, index, 'date'], date, `a date after ${before}, the one before it`);
    });
  };
  const growing = (keys: Keys, list: readonly CurvePoint[]) => {
    ascending(keys, list, true);
    list.forEach(({ count }, index) => {
      const before = list[index - 1]?.count ?? 0;
      if (count < before)
        errors.add([...keys, index, 'count'], count, `at least ${before}, as before: growth never shrinks`);
    });
  };
  if (document.growth) {
    growing(['growth', 'installed'], document.growth.installed);
    document.growth.curves.forEach(({ points }, index) => {
      growing(['growth', 'curves', index, 'points'], points);
    });
  }
  if (document.power) ascending(['power', 'points'], document.power.points, false);
  document.units?.forEach(({ counts }, index) => {
    ascending(['units', index, 'counts'], counts, false);
  });
  document.milestones?.forEach(({ date }, index) => {
    real(['milestones', index, 'date'], date);
  });
  document.phases.forEach(({ fitOut }, phase) => {
    fitOut?.forEach(({ from, to }, index) => {
      real(['phases', phase, 'fitOut', index, 'from'], from);
      real(['phases', phase, 'fitOut', index, 'to'], to);
      if (to < from) errors.add(['phases', phase, 'fitOut', index, 'to'], to, `a date not before ${from}`);
    });
  });
}

/** The whole site stays within what the product can show; counted without building anything. */
export function checkAmounts(document: SiteDocument, errors: ErrorList): void {
  const items = catalogueOf(document);
  const sizes = new Map<string, { gpus: number; places: number }>();
  document.hallTypes.forEach((type, typeIndex) => {
    let gpus = 0;
    let places = 0;
    type.rows.forEach(({ repeat = 1, racks }, rowIndex) => {
      racks.forEach(([id, count, servers], run) => {
        places += repeat * count;
        if (id === 'spare') return;
        const kind = rackKindOf(id, items);
        if (servers !== undefined && servers > kind.servers)
          errors.add(
            ['hallTypes', typeIndex, 'rows', rowIndex, 'racks', run, 2],
            servers,
            `at most the ${kind.servers} servers of a full ${id} rack`,
          );
        gpus += repeat * count * (servers ?? kind.servers) * kind.gpusPerServer;
      });
    });
    sizes.set(type.id, { gpus, places });
  });
  let gpus = 0;
  let places = 0;
  for (const { type } of document.halls) {
    gpus += sizes.get(type)?.gpus ?? 0;
    places += sizes.get(type)?.places ?? 0;
  }
  if (gpus > MOST_GPUS)
    errors.add(['halls'], gpus, `at most ${MOST_GPUS} GPUs in all`, `${gpus} GPUs in all`);
  if (places > MOST_PLACES)
    errors.add(
      ['halls'],
      places,
      `at most ${MOST_PLACES} rack places in all`,
      `${places} rack places in all`,
    );
  let units = 0;
  document.units?.forEach(({ counts, grid }, index) => {
    units += counts.reduce((most, { count }) => Math.max(most, count), 0);
    counts.forEach(({ count }, point) => {
      if (count > grid.columns * grid.rows)
        errors.add(
          ['units', index, 'counts', point, 'count'],
          count,
          `at most ${grid.columns * grid.rows}, the places of its grid`,
        );
    });
  });
  const trees = (document.landscape?.trees ?? []).reduce((sum, belt) => sum + belt.count, 0);
  if (trees > MOST_TREES)
    errors.add(['landscape', 'trees'], trees, `at most ${MOST_TREES} trees in all`, `${trees} trees in all`);
  if (units > MOST_UNITS)
    errors.add(['units'], units, `at most ${MOST_UNITS} units in all`, `${units} units in all`);
}
