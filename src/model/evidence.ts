import { fullCatalogueIn } from './comparison.ts';
import { fullDocument } from './fullDocument.ts';
import { catalogueOf, resolveSite } from './resolveSite.ts';
import type { Site } from './site.ts';

const made = new WeakMap<Site, Site>();

/**
 * A site with the entries and figures that are only compared, and with all the sources, dates and remarks that the element's build strips
 * from what is built in. Load this module lazily.
 */
export function withEvidence(site: Site): Site {
  const known = made.get(site);
  if (known) return known;
  const { translation } = site;
  const written = fullDocument(translation?.from ?? site.document);
  const full = translation?.document(written) ?? written;
  const evident = {
    ...resolveSite(full, site.config),
    catalogue: catalogueOf(full, fullCatalogueIn(site)),
  };
  made.set(site, evident);
  return evident;
}
