import type { ErrorList, Key, Keys } from './checkErrors.ts';
import { dayOf, isDate } from './days.ts';
import { checkRange } from './plausible.ts';
import type { CurvePoint, SiteDocument } from './schema.ts';
import { sources } from './sources.ts';

/** Checks that every id that is used exists and that none is given twice. */
export function checkReferences(document: SiteDocument, errors: ErrorList): void {
  const known = (keys: Keys, id: string, ids: ReadonlySet<string>, what: string) => {
    if (!ids.has(id)) errors.add(keys, id, `the id of ${what} of this document: ${listed(ids)}`);
  };
  const unique = (keys: Keys, list: readonly { id: string }[] = []): Set<string> => {
    const ids = new Set<string>();
    list.forEach(({ id }, index) => {
      if (ids.has(id))
        errors.add([...keys, index, 'id'], id, `an id that no other of the ${keys.at(-1)} has`);
      ids.add(id);
    });
    return ids;
  };
  const buildings = unique(['buildings'], document.buildings);
  const types = unique(['hallTypes'], document.hallTypes);
  const phases = unique(['phases'], document.phases);
  const zones = unique(['zones'], document.zones);
  unique(['halls'], document.halls);
  const configurations = unique(['configurations'], document.configurations);
  if (document.defaultConfiguration !== undefined)
    known(['defaultConfiguration'], document.defaultConfiguration, configurations, 'a configuration');
  unique(['milestones'], document.milestones);
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
  document.units?.forEach(({ zone }, index) => known(['units', index, 'zone'], zone, zones, 'a zone'));
  if (document.growth) {
    const curves = unique(['growth', 'curves'], document.growth.curves);
    known(['growth', 'default'], document.growth.default, curves, 'a curve');
  }
  if (document.growth && document.undated)
    errors.add(['undated'], document.undated, 'no such key beside growth, which is dated');
  const ids = new Set([...sources, ...(document.sources ?? [])].map(({ id }) => id));
  checkSources(document, [], ids, errors);
}

/** Checks that every `source` and `sources` names a source of the built-in list or of the document. */
function checkSources(value: object, keys: Key[], ids: ReadonlySet<string>, errors: ErrorList): void {
  const test = (id: unknown) => {
    if (typeof id === 'string' && !ids.has(id))
      errors.add(keys, id, 'the id of a known source, or one in `sources`');
  };
  for (const name of Object.keys(value)) {
    const child = (value as Record<string, unknown>)[name];
    keys.push(Array.isArray(value) ? Number(name) : name);
    if (name === 'source') test(child);
    else if (name === 'sources' && Array.isArray(child) && keys.length > 1)
      child.forEach((id, index) => {
        keys.push(index);
        test(id);
        keys.pop();
      });
    else if (typeof child === 'object' && child !== null && !errors.full)
      checkSources(child, keys, ids, errors);
    keys.pop();
  }
}

const listed = (ids: ReadonlySet<string>) => {
  const some = [...ids].slice(0, 8);
  return some.join(', ') + (ids.size > some.length ? ', ...' : '');
};

/** Checks that dates exist and come in order, that growth never shrinks, and that counts lie in their ranges. */
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
    list.forEach((point, index) => {
      const { count } = point;
      checkRange(count, point, [...keys, index], errors);
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
    const keys = ['units', index, 'counts'];
    ascending(keys, counts, false);
    counts.forEach((point, at) => checkRange(point.count, point, [...keys, at], errors));
  });
  document.milestones?.forEach(({ date }, index) => real(['milestones', index, 'date'], date));
  document.phases.forEach(({ fitOut }, phase) => {
    fitOut?.forEach(({ from, to }, index) => {
      real(['phases', phase, 'fitOut', index, 'from'], from);
      real(['phases', phase, 'fitOut', index, 'to'], to);
      if (to < from) errors.add(['phases', phase, 'fitOut', index, 'to'], to, `a date not before ${from}`);
    });
  });
}
