import { describe, expect, it, vi } from 'vitest';
import { openSite } from '../../../src/modes/documents/openSite.ts';

vi.mock('../../../src/modes/documents/fetchSite.ts', () => {
  throw new Error('fetchSite.js could not be loaded.');
});

describe('a site document whose reader cannot be loaded', () => {
  it('gets a sentence, and the built-in site is opened with the other keys', async () => {
    const opened = await openSite([
      ['site', 'mine.json'],
      ['view', 'hall'],
    ]);
    expect(opened).toMatchObject({ siteId: 'colossus', wish: { view: 'hall' } });
    expect(opened.messages).toMatchObject([
      { key: 'notice.siteUnreachable', values: { value: 'mine.json', expected: expect.any(String) } },
    ]);
  });
});
