import { builtinSites } from '../model/builtin.ts';
import type { SiteDocument } from '../model/schema.ts';

/** Ids of the systems that can be shown, alone or beside a site. */
export const systemIds: readonly string[] = Object.keys(builtinSites);

/** The document of a known system. Rejects if its chunk cannot be loaded. */
export async function loadSystem(id: string): Promise<SiteDocument> {
  return builtinSites[id]!;
}
