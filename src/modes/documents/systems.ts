import { builtinSites } from '../../model/builtin.ts';
import { comparedSites } from '../../model/comparedSites.ts';
import type { SiteDocument } from '../../model/schema.ts';

/** Ids of the systems that can be shown, alone or beside a site. */
export const systemIds: readonly string[] = [...Object.keys(builtinSites), ...Object.keys(comparedSites)];

/** The document of a known system. Rejects if its chunk cannot be loaded. */
export const loadSystem = async (id: string): Promise<SiteDocument> =>
  builtinSites[id] ?? comparedSites[id]!.load();
