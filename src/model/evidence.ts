import { fullCatalogue } from './comparison.ts';
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
  const full = fullDocument(site.document);
  const evident = { ...resolveSite(full, site.config), catalogue: catalogueOf(full, fullCatalogue) };
  made.set(site, evident);
  return evident;
}
