import accelerators from '../../assets/catalogue/accelerators.json?full';
import equipment from '../../assets/catalogue/equipment.json?full';
import plant from '../../assets/catalogue/plant.json?full';
import racks from '../../assets/catalogue/racks.json?full';
import references from '../../assets/catalogue/references.json?full';
import servers from '../../assets/catalogue/servers.json?full';
import { joinCatalogues } from './catalogue.ts';
import type { CatalogueFile } from './catalogueSchema.ts';
import { fullDocument } from './fullDocument.ts';
import { catalogueOf, resolveSite } from './resolveSite.ts';
import type { Site } from './site.ts';

const files = [accelerators, servers, racks, equipment, plant, references] as unknown as CatalogueFile[];
const catalogue = joinCatalogues(files);
const made = new WeakMap<Site, Site>();

/** A site with all the sources, dates and remarks that the element's build strips from what is built in. Load this module lazily. */
export function withEvidence(site: Site): Site {
  const known = made.get(site);
  if (known) return known;
  const full = fullDocument(site.document);
  const evident = { ...resolveSite(full, site.config), catalogue: catalogueOf(full, catalogue) };
  made.set(site, evident);
  return evident;
}
