import { readAddress } from '../../state/address.ts';
import { addressContext } from '../../state/addressContext.ts';
import { fetchSite } from './fetchSite.ts';
import type { OtherSite } from './openSite.ts';
import { loadSystem, systemIds } from './systems.ts';

/** Opens the site of an address that is not built in: a known system, or a document on this host. Rejects if a chunk cannot be loaded. */
export async function openOther(
  query: readonly (readonly [string, string])[],
  asked: string,
): Promise<OtherSite> {
  const isSystem = systemIds.includes(asked);
  // The same signs as in the address.
  if (!isSystem && (asked.length > 2000 || !/[/.]/.test(asked))) {
    const values = { key: 'site', value: asked.slice(0, 40), expected: systemIds };
    return { failure: { key: 'notice.unknown', values } };
  }
  const fetched = isSystem ? { document: await loadSystem(asked) } : await fetchSite(asked);
  if (!('document' in fetched)) return { failure: fetched };
  const { document } = fetched;
  const context = { ...addressContext(document), sites: systemIds };
  return { read: { ...readAddress(query, context), siteId: asked, document } };
}
