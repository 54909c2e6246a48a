import accelerators from '../../assets/catalogue/accelerators.json?full';
import comparison from '../../assets/catalogue/comparison.json?full';
import equipment from '../../assets/catalogue/equipment.json?full';
import plant from '../../assets/catalogue/plant.json?full';
import racks from '../../assets/catalogue/racks.json?full';
import references from '../../assets/catalogue/references.json?full';
import servers from '../../assets/catalogue/servers.json?full';
import { type Catalogue, catalogueEntry, joinCatalogues } from './catalogue.ts';
import type { CatalogueFile } from './catalogueSchema.ts';
import type { Site } from './site.ts';

const files = [accelerators, servers, racks, equipment, plant, references] as unknown as CatalogueFile[];
const compared = comparison as unknown as CatalogueFile;

/** The catalogue with the entries and figures that are compared but not drawn, and with all evidence. Load it lazily in the element. */
export const fullCatalogue: Catalogue = withMore(joinCatalogues([compared, ...files]));

/** That catalogue in the language of a site. */
export const fullCatalogueIn = ({ translation }: Pick<Site, 'translation'>): Catalogue =>
  translation?.catalogue(fullCatalogue) ?? fullCatalogue;

function withMore(items: Catalogue): Catalogue {
  const all = new Map(items);
  for (const [id, figures] of Object.entries(compared.more ?? {})) {
    const item = all.get(id);
    if (!item) throw new RangeError(`further figures of ${id}, which is not in the catalogue`);
    const entry = { ...item.entry, figures: { ...item.figures, ...figures } };
    all.set(id, catalogueEntry(id, entry, compared.defaults));
  }
  return all;
}
