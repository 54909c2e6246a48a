import accelerators from '../../assets/catalogue/accelerators.json';
import equipment from '../../assets/catalogue/equipment.json';
import plant from '../../assets/catalogue/plant.json';
import racks from '../../assets/catalogue/racks.json';
import references from '../../assets/catalogue/references.json';
import servers from '../../assets/catalogue/servers.json';
import type { CatalogueEntry, CatalogueFile, Defaults, Shape } from './catalogueSchema.ts';
import { type Figure, valueOf } from './figure.ts';

/** A catalogue entry: sizes in SI for drawing, and every figure as its source gives it. */
export interface CatalogueItem {
  id: string;
  kind: CatalogueEntry['kind'];
  name: string;
  /** Metres at heading 0, y up; 0 if not known. x and z are length and width, or width and depth of things without a length. */
  size: { x: number; y: number; z: number };
  /** Kilograms; 0 if not known. */
  massKg: number;
  /** Peak power, or for plant the power that it delivers, watts; 0 if not known. */
  powerW: number;
  /** What it is drawn as, within its size. */
  shape: Shape;
  figures: Readonly<Record<string, Figure>>;
  entry: CatalogueEntry;
}

/** Entries by id. */
export type Catalogue = ReadonlyMap<string, CatalogueItem>;

const BOX: Shape = { is: 'box' };

/** A catalogue item from an entry; figures without evidence of their own get the defaults. */
export function catalogueEntry(id: string, entry: CatalogueEntry, defaults: Defaults): CatalogueItem {
  const figures: Record<string, Figure> = {};
  for (const [name, figure] of Object.entries(entry.figures)) figures[name] = { ...defaults, ...figure };
  const value = (name: string) => valueOf(figures, name);
  const long = 'length' in figures;
  return {
    id,
    kind: entry.kind,
    name: entry.name,
    size: { x: value(long ? 'length' : 'width'), y: value('height'), z: value(long ? 'width' : 'depth') },
    massKg: value('mass'),
    powerW: value('power'),
    shape: entry.shape ?? BOX,
    figures,
    entry,
  };
}

/** Joins catalogue files. A later entry replaces one of its id, but keeps its shape and cooling if it is of the same kind and gives none. */
export function joinCatalogues(
  files: readonly Pick<CatalogueFile, 'defaults' | 'items'>[],
  onto?: Catalogue,
): Catalogue {
  const items = new Map<string, CatalogueItem>(onto);
  for (const file of files)
    for (const [id, entry] of Object.entries(file.items))
      items.set(id, catalogueEntry(id, withLooks(entry, items.get(id)?.entry), file.defaults));
  return items;
}

function withLooks(entry: CatalogueEntry, before: CatalogueEntry | undefined): CatalogueEntry {
  if (before?.kind !== entry.kind) return entry;
  const { shape, cooling } = before;
  return { ...(shape && { shape }), ...(cooling && { cooling }), ...entry };
}

// The files are checked against the schema in the tests; JSON imports have no literal types.
const files = [accelerators, servers, racks, equipment, plant, references] as unknown as CatalogueFile[];

/** The built-in entries that drawing needs; comparison.ts adds those that are only compared. */
export const catalogue: Catalogue = joinCatalogues(files);

/** An entry of the built-in catalogue; throws RangeError for an unknown id. */
export function catalogueItem(id: string, from: Catalogue = catalogue): CatalogueItem {
  const item = from.get(id);
  if (!item) throw new RangeError(`nothing called ${id} in the catalogue`);
  return item;
}
