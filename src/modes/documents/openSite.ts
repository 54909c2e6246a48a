import { builtinSites } from '../../model/builtin.ts';
import type { SiteDocument } from '../../model/schema.ts';
import { type AddressReading, DEFAULT_SITE, HANDED_OVER, readAddress } from '../../state/address.ts';
import { addressContext } from '../../state/addressContext.ts';
import type { Message } from '../../state/choice.ts';

/** A site document and the rest of the address read for it. */
export interface OpenedSite extends AddressReading {
  siteId: string;
  document: SiteDocument;
}

type Query = readonly (readonly [string, string])[];

/** Reads an address for its site, found or fetched. Never rejects: for a site that fails there is a message and the built-in site. */
export async function openSite(query: Query): Promise<OpenedSite> {
  const siteId = query.find(([key]) => key === 'site')?.[1] ?? DEFAULT_SITE;
  const builtin = builtinSites[DEFAULT_SITE]!;
  const own = Object.hasOwn(builtinSites, siteId) ? builtinSites[siteId] : undefined;
  if (own) return { ...readAddress(query, addressContext(own)), siteId, document: own };
  // Loaded lazily: built-in sites do not need it.
  const { read, failure } =
    siteId === HANDED_OVER
      ? {}
      : await import('./otherSite.ts').then(
          ({ openOther }) => openOther(query, siteId),
          (error: Error): OtherSite => ({
            failure: {
              key: 'notice.siteUnreachable',
              values: { value: siteId, expected: error.message },
            },
          }),
        );
  if (read) return read;
  const rest = failure ? query.filter(([key]) => key !== 'site') : query;
  const { wish, messages } = readAddress(rest, addressContext(builtin));
  return {
    wish,
    messages: failure ? [failure, ...messages] : messages,
    siteId: DEFAULT_SITE,
    document: builtin,
  };
}

/** A site that is not built in, or why it cannot be shown; neither for a value that is no site, of which the address speaks itself. */
export interface OtherSite {
  read?: OpenedSite;
  failure?: Message;
}
