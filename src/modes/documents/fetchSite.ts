import type { SiteDocument } from '../../model/schema.ts';
import type { Message } from '../../state/choice.ts';

/** Milliseconds after which fetching a site is given up. */
const PATIENCE_MS = 10_000;
/** Length to which addresses are cut in messages, characters. */
const SHOWN_LENGTH = 80;

/** Fetches and checks a site document; refuses other origins and schemes without a request. Any failure becomes a message. */
export async function fetchSite(
  address: string,
  page = window.location.href,
): Promise<{ document: SiteDocument } | Message> {
  const failed = (key: string, expected = ''): Message => ({
    key,
    values: { value: address.slice(0, SHOWN_LENGTH), expected },
  });
  const url = URL.canParse(address, page) ? new URL(address, page) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== new URL(page).origin)
    return failed('notice.siteForeign');
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS);
  try {
    const [response, { checkSite, MOST_BYTES }] = await Promise.all([
      fetch(url, { credentials: 'omit', redirect: 'error', signal: giveUp.signal }),
      import('../../model/check.ts'),
    ]);
    if (!response.ok) return failed('notice.siteUnreachable', String(response.status));
    const text = await readAtMost(response, MOST_BYTES);
    if (text === undefined) {
      giveUp.abort();
      return failed('notice.siteTooLarge');
    }
    const checked = checkSite(JSON.parse(text));
    if (checked.ok) return { document: checked.document };
    const [first] = checked.errors;
    return failed(
      'notice.siteWrong',
      first && `${first.path}: found ${first.found}, expected ${first.expected}.`,
    );
  } catch (error) {
    // In a sandbox the origin is opaque, and hosts let it read nothing unless they say so.
    if (globalThis.origin === 'null') return failed('notice.siteBarred');
    if (giveUp.signal.aborted) return failed('notice.siteSilent', String(PATIENCE_MS / 1000));
    return failed('notice.siteUnreachable', error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** The text of a response; undefined if it has more than `most` bytes. */
async function readAtMost(response: Response, most: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const part = await reader?.read();
    if (!part?.value) return text + decoder.decode();
    bytes += part.value.byteLength;
    if (bytes > most) return undefined;
    text += decoder.decode(part.value, { stream: true });
  }
}
