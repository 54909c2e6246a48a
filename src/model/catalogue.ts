import accelerators from '../../assets/catalogue/accelerators.json';
import equipment from '../../assets/catalogue/equipment.json';
import plant from '../../assets/catalogue/plant.json';
import racks from '../../assets/catalogue/racks.json';
import references from '../../assets/catalogue/references.json';
import servers from '../../assets/catalogue/servers.json';
import type { CatalogueEntry, CatalogueFile, Defaults, Shape } from './catalogueSchema.ts';
import { type Figure, si } from './figure.ts';

/** A thing of the catalogue: SI sizes for drawing, and every figure as its source gives it. */
export interface CatalogueItem {
  id: string;
  kind: CatalogueEntry['kind'];
  name: string;
  /**
   * Metres at heading 0: x along the length (the width of what stands in a row), y up, z along the width (the depth of what
   * stands in a row); 0 where not known.
   */
  size: { x: number; y: number; z: number };
  /** Kilograms, 0 where not known. */
  massKg: number;
  /** Most that it draws, or what it gives in plant, watts; 0 where not known. */
  powerW: number;
  /** What it is drawn as, inside of its size. */
  shape: Shape;
  figures: Readonly<Record<string, Figure>>;
  entry: CatalogueEntry;
}

/** Entries by id. */
export type Catalogue = ReadonlyMap<string, CatalogueItem>;

const BOX: Shape = { is: 'box' };

/** One entry with its figures completed from the file's defaults and its sizes in metres. */
export function catalogueEntry(id: string, entry: CatalogueEntry, defaults: Defaults): CatalogueItem {
  const figures: Record<string, Figure> = {};
  for (const [name, figure] of Object.entries(entry.figures)) figures[name] = { ...defaults, ...figure };
  const value = (name: string) => {
    const figure = figures[name];
    return figure ? si(figure) : 0;
  };
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

/**
 * Catalogue files joined; a later file's entry replaces an earlier one's of the same id. What it is drawn as and how it is cooled
 * stay as they were where the new entry is of the same kind and does not say.
 */
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

/** What drawing a site needs; comparison.ts adds what is only compared with. */
export const catalogue: Catalogue = joinCatalogues(files);

/** An entry of the built-in catalogue; throws RangeError for an unknown id. */
export function catalogueItem(id: string, from: Catalogue = catalogue): CatalogueItem {
  const item = from.get(id);
  if (!item) throw new RangeError(`nothing called ${id} in the catalogue`);
  return item;
}
