import colossus from '../../assets/sites/colossus.json';
import type { SiteDocument } from './schema.ts';

/** The built-in site documents, by id; the tests check them against the schema. */
export const builtinSites: Readonly<Record<string, SiteDocument>> = {
  colossus: colossus as unknown as SiteDocument,
};
