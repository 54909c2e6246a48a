import { afterAll, describe, expect, it } from 'vitest';
import { CHAOS } from '../../src/state/exhibitAddress.ts';
import { REST_MS, RESTORE_MS } from '../../src/state/recovery.ts';
import { assertSilent, type Opened, waitReady, withHandle } from '../harness/browser.ts';
import { harnessForFile } from '../harness/suite.ts';

const QUICK = 'kiosk/?quality=low&motion=reduce&lang=en';
const harness = harnessForFile({ policy: true }, { viewport: { width: 480, height: 270 }, touch: true });
/** What three says of a context that is lost. */
const LOST = /^console (log|warning): THREE\.WebGLRenderer: (Context Lost|WEBGL_lose_context extension)/;

describe('an exhibit with a fault', () => {
  let opened: Opened;
  const provoked = new Set<string>();
  const kiosk = () => withHandle(opened.page, (handle) => handle.stats().kiosk!);
  const contexts = () => withHandle(opened.page, (handle) => handle.stats().contextLosses);
  const isIn = (state: string) =>
    expect.poll(async () => (await kiosk()).state, { timeout: 60_000 }).toBe(state);
  const still = () => opened.page.locator('.exhibit-still').count();
  /** Opens the page anew, and marks it, to see whether it is replaced. */
  async function provoke(chaos: string) {
    // Without a function that may be broken by now.
    const kept = opened && ((await opened.page.evaluate("localStorage['rackfield.exhibit']")) as string);
    const recoveries = kept ? (JSON.parse(kept) as { recoveries: number }).recoveries : 0;
    const path = `${QUICK}&chaos=${chaos}`;
    if (opened) {
      // What a page keeps for the next one of the same address is gone then.
      await opened.page.goto('about:blank');
      await opened.page.goto(harness().at(path));
      await waitReady(opened.page);
    } else opened = await harness().open(path, { alone: true, kept: true });
    provoked.add(chaos);
    await opened.page.evaluate(() => Object.assign(window, { isOld: true }));
    const isOld = () => opened.page.evaluate(() => 'isOld' in window);
    return {
      recoveries,
      isOld,
      isReplaced: () => expect.poll(() => isOld().catch(() => true), { timeout: 60_000 }).toBe(false),
      /** Waits until the fault has been got over, and the attract loop runs. */
      async isOver() {
        await expect
          .poll(() => kiosk().catch(() => undefined), { timeout: 60_000 })
          .toMatchObject({ state: 'attract', recoveries: recoveries + 1 });
        await expect.poll(() => withHandle(opened.page, (handle) => handle.stats().story)).toBe('attract');
        expect(await still()).toBe(0);
      },
    };
  }
  afterAll(async () => {
    await opened?.close();
  });

  it('shows a still at once when the context is lost, and makes a new renderer where it does not come back', async () => {
    const { isOver, isOld } = await provoke('context');
    await isIn('recovering');
    expect(await still()).toBe(1);
    // There is no message, and a touch does nothing.
    expect(await opened.page.locator('.notice').count()).toBe(0);
    await opened.page.touchscreen.tap(100, 100);
    expect((await kiosk()).state).toBe('recovering');
    await isOver();
    expect([await contexts(), await isOld()]).toEqual([1, true]);
  });

  it('loads the page anew where no frames come though scripts run', async () => {
    const { isReplaced, isOver } = await provoke('stall');
    await isReplaced();
    await waitReady(opened.page);
    await isOver();
  });

  it.each([
    ['script', /^Error: Provoked by chaos=script/],
    ['memory', /^RangeError: (Array buffer allocation|Invalid array buffer length)/],
  ])('loads the page anew after “%s”, once', async (chaos, error) => {
    const { isReplaced, isOver } = await provoke(chaos);
    await isReplaced();
    await waitReady(opened.page);
    await isOver();
    expect(await opened.page.evaluate(() => history.state)).toMatchObject({
      'rackfield.exhibit': { reloads: 1, isRecovering: false, isProvoked: true },
    });
    expect(opened.errors).toEqual([expect.stringMatching(error)]);
    opened.errors.length = 0;
  });

  it.each(['storage', 'clock', 'screen'])('goes on through “%s” on the same page', async (chaos) => {
    const { isOver, isOld } = await provoke(chaos);
    await isOver();
    expect(await isOld()).toBe(true);
  });

  it('rests for two minutes after a second loss, and then makes a new renderer', async () => {
    const { recoveries, isOld } = await provoke('context-twice');
    await opened.page.clock.install();
    await isIn('recovering');
    await opened.page.clock.runFor(RESTORE_MS);
    await expect
      .poll(async () => (await kiosk()).recoveries, { timeout: 60_000 })
      .toBeGreaterThan(recoveries);
    await expect.poll(contexts).toBe(2);
    await isIn('recovering');
    await opened.page.clock.fastForward(REST_MS - 10_000);
    expect([(await kiosk()).state, await still()]).toEqual(['recovering', 1]);
    await opened.page.clock.fastForward(10_000);
    await expect.poll(kiosk, { timeout: 60_000 }).toMatchObject({ state: 'attract' });
    // The test's clock is another one than the page began with, which is got over, too.
    expect((await kiosk()).recoveries).toBeGreaterThanOrEqual(recoveries + 2);
    expect([await still(), await isOld()]).toEqual([0, true]);
  });

  it('has met all of them, and said nothing', () => {
    expect([...provoked].sort()).toEqual([...CHAOS].sort());
    assertSilent(opened, LOST);
  });
});
