import type { Figure, Grade } from '../../model/figure.ts';
import type { Rect, Site } from '../../model/site.ts';
import { yardCount } from '../../layout/yard.ts';
import type { Subject } from '../things/subject.ts';
import type { Vector } from '../query/rays.ts';

/** A figure about a thing, with its evidence. `id` is its path in the catalogue or the document; `name` is a key of the language file. */
interface ThingFigure extends Figure {
  id: string;
  name: string;
}

interface Evidence {
  asOf?: string;
  source?: string;
  grade?: Grade;
  note?: string;
}
type Sizes = Readonly<Record<string, number | undefined>>;

/** Evidence of sizes that are given neither by the document nor by the catalogue. */
const OURS = { source: 'rackfield-model', grade: 'assumed' } as const;

const sizesOf = ({ x0, x1, z0, z1 }: Rect): Sizes => ({ width: x1 - x0, depth: z1 - z0 });
const unitOf = (name: string) => (name === 'places' || name === 'trees' ? 'count' : 'm');

/** Figures of one part of a document, all with that part's evidence. */
function documented(site: Site, of: string, evidence: Evidence, values: Sizes): ThingFigure[] {
  const { asOf, source, grade, note } = { ...site.document.defaults, ...evidence };
  const own = { asOf, source, grade, ...(note && { note }) };
  const id = of.replaceAll('/', '.');
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : { id: `${id}.${name}`, name, value, unit: unitOf(name), ...own },
  );
}

/** The number of units of an item in the yard on a day, with the evidence of the last dated count; empty if there are none. */
function unitsOf(site: Site, item: string, day: number): ThingFigure[] {
  const points = site.yard.filter((group) => group.item === item).flatMap(({ counts }) => counts);
  const last = points.filter((point) => point.day <= day).at(-1) ?? points[0];
  if (!last) return [];
  const { count, interpolated } = yardCount(site, item, day);
  const figure = { id: `units.${item}`, name: 'units', value: count, unit: 'count', source: last.source };
  return [{ ...figure, grade: interpolated ? 'derived' : last.grade }];
}

/** The figures about a subject on a day; without records, the sizes with which it is drawn (`size`: along, up, across; metres), if any. */
export function figuresOf(site: Site, { of = '' }: Subject, day: number, size?: Vector): ThingFigure[] {
  const [part, id = '', index] = of.split('/');
  const { document } = site;
  if (part === 'catalogue') {
    const figures = Object.entries(site.catalogue.get(id)?.figures ?? {});
    return [
      ...figures.map(([name, figure]) => ({ ...figure, id: `${id}.${name}`, name })),
      ...unitsOf(site, id, day),
    ];
  }
  const rectOf = (list: readonly { id: string; rect: Rect }[]) => list.find((each) => each.id === id)?.rect;
  const own = <Item extends { id: string }>(list: readonly Item[] = []) =>
    list.find((each) => each.id === id);
  if (part === 'buildings') {
    const rect = rectOf(site.buildings);
    const building = own(document.buildings);
    if (rect && building)
      return documented(site, of, building, { ...sizesOf(rect), eave: building.eave, clear: building.clear });
  }
  if (part === 'halls') {
    const hall = own(site.halls);
    const type = document.hallTypes.find((each) => each.id === hall?.type);
    if (hall && type)
      return documented(site, of, type, {
        ...sizesOf(hall.rect),
        height: type.height,
        'raised-floor': type.raisedFloor,
      });
  }
  if (part === 'zones') {
    const rect = rectOf(site.zones);
    const zone = own(document.zones);
    if (rect && zone) return documented(site, of, zone, { ...sizesOf(rect), places: zone.places });
  }
  if (part === 'landscape') {
    const { roads, trees } = site.landscape;
    const values: Sizes =
      id === 'trees'
        ? { trees: trees.reduce((sum, { count }) => sum + count, 0) }
        : { width: roads[Number(index)]?.width };
    return documented(site, of, document.landscape ?? {}, values);
  }
  if (part === 'edge') return documented(site, of, {}, sizesOf(site.edge));
  return ['length', 'height', 'width'].flatMap((name, axis) =>
    size ? { id: `drawn.${name}`, name, value: size[axis]!, unit: 'm', ...OURS } : [],
  );
}
