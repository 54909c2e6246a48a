import { afterEach, describe, expect, it, vi } from 'vitest';
import { MOST_BYTES } from '../../../src/model/check.ts';
import { fetchSite } from '../../../src/modes/documents/fetchSite.ts';
import { generatedSite } from '../../fixtures/generatedSites.ts';

const PAGE = 'https://example.org/a/index.html?look=night';

/** Answers every request this way, and writes down what was asked for. */
function answering(answer: (url: URL, options: RequestInit) => Promise<Response>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: URL, options: RequestInit) => {
    asked.push(url.href);
    return answer(url, options);
  });
  return asked;
}

/** A promise that only ends when the request is given up. */
const never = (signal: AbortSignal | null | undefined) =>
  new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a site document at an address', () => {
  it('is fetched relative to the page, checked and given back', async () => {
    const document = generatedSite(1000);
    const asked = answering(async () => new Response(JSON.stringify(document)));
    expect(await fetchSite('sites/mine.json', PAGE)).toMatchObject({ document: { name: document.name } });
    expect(asked).toEqual(['https://example.org/a/sites/mine.json']);
  });

  it.each([
    'https://example.com/mine.json',
    'http://example.org/mine.json',
    'https://example.org:444/mine.json',
    '//example.com/mine.json',
    'ftp://example.org/mine.json',
    'file:///etc/mine.json',
    'data:application/json,{}',
    'blob:https://example.org/0f9c',
    'javascript:alert(1)',
    'https://',
    'http://[::1/mine.json',
  ])('is not asked for at all elsewhere than on the page’s own host: %s', async (address) => {
    const asked = answering(async () => new Response('{}'));
    expect(await fetchSite(address, PAGE)).toEqual({
      key: 'notice.siteForeign',
      values: { value: address, expected: '' },
    });
    expect(asked).toEqual([]);
  });

  it.each(['no answer', 'half an answer'])('is given up after ten seconds with %s', async (which) => {
    vi.useFakeTimers();
    answering(async (_url, { signal }) => {
      if (which === 'no answer') return never(signal);
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{'));
          signal?.addEventListener('abort', () => controller.error(signal.reason));
        },
      });
      return new Response(body);
    });
    let found: unknown;
    const asking = fetchSite('mine.json', PAGE).then((answer) => {
      found = answer;
    });
    await vi.advanceTimersByTimeAsync(9_900);
    expect(found).toBeUndefined();
    await vi.advanceTimersByTimeAsync(200);
    await asking;
    expect(found).toEqual({
      key: 'notice.siteSilent',
      values: { value: 'mine.json', expected: '10' },
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('in a sandbox, whose host does not let it be read, gets a sentence of its own', async () => {
    vi.stubGlobal('origin', 'null');
    answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await fetchSite('mine.json', PAGE)).toMatchObject({ key: 'notice.siteBarred' });
    answering(async () => new Response('', { status: 404 }));
    expect(await fetchSite('mine.json', PAGE)).toMatchObject({ key: 'notice.siteUnreachable' });
  });

  it('is read no farther than a document may be large', async () => {
    let given = 0;
    const part = new Uint8Array(64 * 1024).fill(32);
    answering(async (_url, { signal }) => {
      const body = new ReadableStream({
        pull(controller) {
          if (signal?.aborted) return controller.error(signal.reason);
          given += part.byteLength;
          controller.enqueue(part);
        },
      });
      return new Response(body);
    });
    expect(await fetchSite('endless.json', PAGE)).toMatchObject({ key: 'notice.siteTooLarge' });
    expect(given).toBeLessThan(MOST_BYTES + 4 * part.byteLength);
  });

  it('is measured in bytes, not in letters', async () => {
    answering(async () => new Response(JSON.stringify({ text: 'ж'.repeat(MOST_BYTES * 0.6) })));
    expect(await fetchSite('letters.json', PAGE)).toMatchObject({ key: 'notice.siteTooLarge' });
  });

  it.each([
    ['is not there', () => new Response('', { status: 404 }), 'notice.siteUnreachable', '404'],
    ['is not JSON', () => new Response('{ this is not'), 'notice.siteUnreachable', 'JSON'],
    ['is refused', () => new Response('{"schemaVersion":1}'), 'notice.siteWrong', 'expected'],
    [
      'cannot be reached',
      () => Promise.reject(new TypeError('no network')),
      'notice.siteUnreachable',
      'no network',
    ],
  ])('that %s gets a sentence', async (_which, answer, key, reason) => {
    answering(async () => answer());
    const found = (await fetchSite('mine.json', PAGE)) as { key: string; values: { expected: string } };
    expect(found.key).toBe(key);
    expect(found.values.expected).toContain(reason);
  });
});
