import colossus from '../../assets/sites/colossus.json';
import type { SiteDocument } from './schema.ts';

/** The sites that come with the product, by id, as written; checked against the schema in the tests. */
export const builtinSites: Readonly<Record<string, SiteDocument>> = {
  colossus: colossus as unknown as SiteDocument,
};
