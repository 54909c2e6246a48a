import { builtinSites } from '../model/builtin.ts';
import type { SiteDocument } from '../model/schema.ts';
import { resolveSite } from '../model/site.ts';
import { type AddressContext, type AddressReading, readAddress } from '../state/address.ts';
import type { Message } from '../state/choice.ts';
import { defaultConfig } from '../timeline/campus.ts';

const DEFAULT_SITE = 'colossus';
/** A site document may not be larger, bytes. */
const LARGEST_DOCUMENT = 1024 * 1024;

/** What the address codec has to know of a site. */
export function addressContext(document: SiteDocument): AddressContext {
  const site = resolveSite(document, defaultConfig(document));
  const gpus = new Map<string, number>();
  return {
    dayZero: site.dayZero,
    lastDay: site.lastDay,
    configs: site.configs.map(({ id }) => id),
    curves: site.curves.map(({ id }) => id),
    sites: Object.keys(builtinSites),
    defaults: { site: DEFAULT_SITE, config: site.config, curve: site.defaultCurve },
    gpusOf(config) {
      let count = gpus.get(config);
      if (count === undefined) {
        count = countGpus(document, config);
        gpus.set(config, count);
      }
      return count;
    },
  };
}

function countGpus(document: SiteDocument, config: string): number {
  const { halls, rackKinds } = resolveSite(document, config);
  let count = 0;
  for (const hall of halls)
    for (const row of hall.rows)
      for (const place of row.racks)
        count += place.servers * (rackKinds[place.kindIndex]?.gpusPerServer ?? 0);
  return count;
}

/** A site and everything that an address says about it. */
export interface OpenedSite extends AddressReading {
  siteId: string;
  document: SiteDocument;
  context: AddressContext;
}

/**
 * Reads an address: finds or fetches its site, then judges the other keys by that site. Never rejects: what cannot be used
 * becomes a message, and the built-in site is shown.
 */
export async function openSite(query: readonly (readonly [string, string])[]): Promise<OpenedSite> {
  const builtin = builtinSites[DEFAULT_SITE]!;
  const context = addressContext(builtin);
  const { wish } = readAddress(
    query.filter(([key]) => key === 'site'),
    context,
  );
  const messages: Message[] = [];
  if (wish.site !== undefined && !(wish.site in builtinSites)) {
    const fetched = await fetchSite(wish.site);
    if ('document' in fetched) {
      const foreign = addressContext(fetched.document);
      const read = readAddress(query, foreign);
      return { ...read, siteId: wish.site, document: fetched.document, context: foreign };
    }
    messages.push(fetched);
  }
  const siteId = wish.site !== undefined && wish.site in builtinSites ? wish.site : DEFAULT_SITE;
  const document = builtinSites[siteId] ?? builtin;
  const own = siteId === DEFAULT_SITE ? context : addressContext(document);
  const read = readAddress(messages.length ? query.filter(([key]) => key !== 'site') : query, own);
  return { wish: read.wish, messages: [...messages, ...read.messages], siteId, document, context: own };
}

async function fetchSite(address: string): Promise<{ document: SiteDocument } | Message> {
  const failed = (key: string, expected: string): Message => ({
    key,
    values: { value: address.slice(0, 80), expected },
  });
  try {
    const response = await fetch(new URL(address, window.location.href), { credentials: 'omit' });
    if (!response.ok) return failed('notice.siteUnreachable', String(response.status));
    const text = await response.text();
    if (text.length > LARGEST_DOCUMENT) return failed('notice.siteWrong', 'it is larger than 1 MiB.');
    const { checkSite } = await import('../model/check.ts');
    const checked = checkSite(JSON.parse(text));
    if (checked.ok) return { document: checked.document };
    const [first] = checked.errors;
    const reason = first ? `${first.path}: found ${first.found}, expected ${first.expected}.` : '';
    return failed('notice.siteWrong', reason);
  } catch (error) {
    return failed('notice.siteUnreachable', error instanceof Error ? error.message : String(error));
  }
}
