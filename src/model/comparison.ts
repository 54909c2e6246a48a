import file from '../../assets/catalogue/comparison.json';
import { type Catalogue, catalogue, catalogueEntry, joinCatalogues } from './catalogue.ts';
import type { CatalogueFile } from './catalogueSchema.ts';

const comparison = file as unknown as CatalogueFile;

/** The catalogue with the entries and figures that are compared but not drawn. Explorer only; keep it out of the embed. */
export const fullCatalogue: Catalogue = withMore(joinCatalogues([comparison], catalogue));

function withMore(items: Catalogue): Catalogue {
  const all = new Map(items);
  for (const [id, figures] of Object.entries(comparison.more ?? {})) {
    const item = all.get(id);
    if (!item) throw new RangeError(`further figures of ${id}, which is not in the catalogue`);
    const entry = { ...item.entry, figures: { ...item.figures, ...figures } };
    all.set(id, catalogueEntry(id, entry, comparison.defaults));
  }
  return all;
}
