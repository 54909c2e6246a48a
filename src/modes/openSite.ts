import { builtinSites } from '../model/builtin.ts';
import type { SiteDocument } from '../model/schema.ts';
import { type AddressReading, DEFAULT_SITE, readAddress } from '../state/address.ts';
import { addressContext } from '../state/addressContext.ts';
import type { Message } from '../state/choice.ts';

/** A site document and the rest of the address read for it. */
export interface OpenedSite extends AddressReading {
  siteId: string;
  document: SiteDocument;
}

/** Reads an address for its site, found or fetched. Never rejects: for a site that fails there is a message and the built-in site. */
export async function openSite(query: readonly (readonly [string, string])[]): Promise<OpenedSite> {
  const builtin = builtinSites[DEFAULT_SITE]!;
  const { wish } = readAddress(
    query.filter(([key]) => key === 'site'),
    addressContext(builtin),
  );
  const siteId = wish.site ?? DEFAULT_SITE;
  const read = (id: string, document: SiteDocument, failure?: Message): OpenedSite => {
    const { wish, messages } = readAddress(
      failure ? query.filter(([key]) => key !== 'site') : query,
      addressContext(document),
    );
    return { wish, messages: failure ? [failure, ...messages] : messages, siteId: id, document };
  };
  const own = Object.hasOwn(builtinSites, siteId) ? builtinSites[siteId] : undefined;
  if (own) return read(siteId, own);
  // Loaded lazily: built-in sites do not need it.
  const fetched = await import('./fetchSite.ts').then(
    ({ fetchSite }) => fetchSite(siteId),
    (error: Error) => ({
      key: 'notice.siteUnreachable',
      values: { value: siteId, expected: error.message },
    }),
  );
  return 'document' in fetched ? read(siteId, fetched.document) : read(DEFAULT_SITE, builtin, fetched);
}
