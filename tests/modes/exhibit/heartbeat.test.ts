import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startHeartbeat } from '../../../src/modes/exhibit/heartbeat.ts';

const told = { state: 'attract', visits: 3, recoveries: 1 } as const;
const answers = (body: string, status = 200) => vi.fn(async () => new Response(body, { status }));

/** The beats that were sent so far. */
const beatsOf = (asked: ReturnType<typeof vi.fn>) =>
  asked.mock.calls
    .filter(([, options]) => options?.method === 'POST')
    .map(([, options]) => JSON.parse(options.body));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { querySelector: () => ({ src: 'http://localhost/assets/kiosk-Ab12Cd34.js' }) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the heartbeat of an exhibit', () => {
  it.each([
    ['says that there is none', answers('{ "watchdog": false }')],
    ['has never heard of one', answers('Not found', 404)],
    ['answers with something else', answers('[1]')],
    ['is gone', vi.fn(async () => Promise.reject(new TypeError('no network')))],
  ])('asks for a watchdog once, and sends nothing where the server %s', async (_what, fetch) => {
    vi.stubGlobal('fetch', fetch);
    expect(await startHeartbeat(() => told)).toBeUndefined();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('tells a watchdog every five seconds what is shown, of which build, and when it was heard', async () => {
    const fetch = answers('{ "watchdog": true }');
    vi.stubGlobal('fetch', fetch);
    const heartbeat = await startHeartbeat(() => told);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(beatsOf(fetch)).toEqual(Array(3).fill({ ...told, version: 'kiosk-Ab12Cd34.js' }));
    expect(heartbeat?.heardAt()).toBe(Date.now());
    heartbeat?.askForRestart();
    expect(beatsOf(fetch).at(-1)).toMatchObject({ wants: 'restart' });
    heartbeat?.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(beatsOf(fetch)).toHaveLength(4);
  });

  it('goes on while the watchdog does not answer', async () => {
    const fetch = answers('{ "watchdog": true }');
    vi.stubGlobal('fetch', fetch);
    const heartbeat = await startHeartbeat(() => told);
    fetch.mockRejectedValue(new TypeError('no answer'));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(beatsOf(fetch)).toHaveLength(4);
    expect(heartbeat?.heardAt()).toBeLessThan(Date.now());
    heartbeat?.stop();
  });
});
