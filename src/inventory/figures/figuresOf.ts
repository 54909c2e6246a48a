import type { NamedFigure } from '../../model/figure.ts';
import type { HallType } from '../../model/schema.ts';
import type { Rect, Site } from '../../model/site.ts';
import type { Vector } from '../query/rays.ts';
import type { Subject, SubjectKind } from '../things/subject.ts';
import { type Evidence, evidenceOf, tidy } from './evidence.ts';
import { unitsOn } from './unitFigures.ts';

type Sizes = Readonly<Record<string, number | undefined>>;

/** Evidence of sizes that neither the document nor the catalogue gives: the program draws them so. */
const DRAWN = { asOf: '2026-11-22', source: 'rackfield-model', grade: 'assumed' } as const;

const sizesOf = ({ x0, x1, z0, z1 }: Rect): Sizes => ({ width: x1 - x0, depth: z1 - z0 });
const COUNTED = ['places', 'trees', 'racks', 'compute-racks', 'servers', 'gpus', 'arrays', 'halls'];
const unitOf = (name: string) => (COUNTED.includes(name) ? 'count' : 'm');

/** Figures of one part of a document, all with that part's evidence; lengths in metres, and counts. */
export function documented(site: Site, of: string, part: Evidence, values: Sizes): NamedFigure[] {
  const evidence = evidenceOf(site, part);
  const id = of.replaceAll('/', '.');
  return Object.entries(values).flatMap(([part, value]) =>
    value === undefined
      ? []
      : {
          id: `${id}.${part}`,
          // The second annex's width is an annex's width.
          ...{ name: part.replace(/-\d+-/, '-'), value: tidy(value), unit: unitOf(part), about: of },
          ...evidence,
        },
  );
}

/** All figures of a catalogue entry. */
export const catalogueFigures = (site: Site, item: string): NamedFigure[] =>
  Object.entries(site.catalogue.get(item)?.figures ?? {}).map(([name, figure]) => ({
    ...figure,
    ...{ id: `${item}.${name}`, name, about: `catalogue/${item}` },
  }));

/** Figures of things that are drawn without a document or a catalogue entry; along, up and across, metres, 0 for none. */
export const drawnFigures = (kind: SubjectKind, size: Vector): NamedFigure[] =>
  ['length', 'height', 'width'].flatMap((name, axis) =>
    size[axis]!
      ? {
          ...{
            id: `drawn.${kind}.${name}`,
            name,
            value: tidy(size[axis]!),
            unit: 'm',
            about: `drawn/${kind}`,
          },
          ...DRAWN,
        }
      : [],
  );

const own = <Item extends { id: string }>(list: readonly Item[] = [], id: string | undefined) =>
  list.find((each) => each.id === id);

/** Lengths that a hall type gives all its halls. */
export function hallTypeSizes({ pairs, perimeter, trays = [] }: HallType): Sizes {
  const { rowDepth, coldAisle, rearAisle } = pairs;
  return {
    ...{ 'row-depth': rowDepth, 'cold-aisle': coldAisle, 'rear-aisle': rearAisle, perimeter },
    ...Object.fromEntries(trays.map(({ kind, y }) => [`${kind}-height`, y])),
  };
}

function partFigures(site: Site, of: string): NamedFigure[] {
  const [part, id, index] = of.split('/');
  const { document } = site;
  const rectOf = (list: readonly { id: string; rect: Rect }[]) => own(list, id)?.rect;
  if (part === 'buildings') {
    const rect = rectOf(site.buildings);
    const building = own(document.buildings, id);
    if (!rect || !building) return [];
    const [bayX, bayZ] = building.bay;
    const annexes = own(site.buildings, id)!.annexes.flatMap((annex, at) =>
      Object.entries(sizesOf(annex.rect)).map(([name, value]) => [`annex-${at + 1}-${name}`, value] as const),
    );
    return documented(site, of, building, {
      ...{ ...sizesOf(rect), eave: building.eave, clear: building.clear },
      ...{ 'bay-width': bayX, 'bay-depth': bayZ, ...Object.fromEntries(annexes) },
    });
  }
  if (part === 'halls') {
    const hall = own(site.halls, id);
    const type = own(document.hallTypes, hall?.type);
    if (!hall || !type) return [];
    const { height, raisedFloor } = type;
    return documented(site, of, type, { ...sizesOf(hall.rect), height, 'raised-floor': raisedFloor });
  }
  if (part === 'zones') {
    const rect = rectOf(site.zones);
    const zone = own(document.zones, id);
    if (!rect || !zone) return [];
    return documented(site, of, zone, { ...sizesOf(rect), places: zone.places });
  }
  if (part === 'landscape') {
    const { roads, trees } = site.landscape;
    const planted = trees.reduce((sum, { count }) => sum + count, 0);
    const values: Sizes = id === 'trees' ? { trees: planted } : { width: roads[Number(index)]?.width };
    return documented(site, of, document.landscape ?? {}, values);
  }
  if (part === 'edge') return documented(site, of, {}, sizesOf(site.edge));
  return [];
}

/**
 * The figures about a subject on a day; where neither the document nor the catalogue has any, the sizes with which it is drawn (`size`:
 * along, up, across; metres), if any.
 */
export function figuresOf(site: Site, { kind, of = '' }: Subject, day: number, size?: Vector): NamedFigure[] {
  const [part, id = ''] = of.split('/');
  const figures =
    part === 'catalogue' ? [...catalogueFigures(site, id), ...unitsOn(site, id, day)] : partFigures(site, of);
  return figures.length > 0 || !size ? figures : drawnFigures(kind, size);
}
