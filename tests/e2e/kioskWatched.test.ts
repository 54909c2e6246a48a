import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { publishAnother } from '../harness/anotherVersion.ts';
import { statsOf, waitReady } from '../harness/browser.ts';
import { COARSE, harnessForFile } from '../harness/suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'rackfield-'));
cpSync(join(root, 'dist'), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

const QUICK = 'kiosk/?quality=low&motion=reduce&lang=en';
const SCREEN = { ...COARSE, viewport: { width: 640, height: 360 }, touch: true, alone: true, ready: false };
const harness = harnessForFile({ folder, policy: true }, SCREEN);

const isIn = (page: Page, state: string) =>
  expect.poll(async () => (await statsOf(page)).kiosk?.state, { timeout: 20_000 }).toBe(state);
const touch = (page: Page) => page.touchscreen.tap(100, 100);

describe('an exhibit beside a watchdog', () => {
  it('tells it what is shown, every five seconds, and leaves new versions to it', async () => {
    const { page, failed } = await harness().open('about:blank', { worker: true });
    const beats: { state: string; version: string }[] = [];
    await page.route('**/kiosk/beat.json', (route) => {
      if (route.request().method() === 'GET') return route.fulfill({ json: { watchdog: true } });
      beats.push(route.request().postDataJSON());
      return route.fulfill({ status: 204 });
    });
    await page.clock.install();
    await page.goto(harness().at(QUICK));
    await waitReady(page);
    const script = await page.evaluate(() => document.scripts[0]!.src.split('/').at(-1));
    await expect
      .poll(() => beats.at(-1))
      .toEqual({ state: 'attract', version: script, visits: 0, recoveries: 0 });
    await touch(page);
    await isIn(page, 'tour');
    await page.clock.fastForward(5_000);
    await expect.poll(() => beats.at(-1)).toMatchObject({ state: 'tour', visits: 1 });
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
    expect(failed).toEqual([]);
  });
});

describe('an exhibit on a plain static host', () => {
  it('sends no beats, and takes a new version once nobody is there', { timeout: 240_000 }, async () => {
    // A second try begins with the first version, too.
    cpSync(join(root, 'dist'), folder, { recursive: true });
    const opened = await harness().open('about:blank', { worker: true });
    const { page, requests, failed } = opened;
    await page.clock.install();
    await page.goto(harness().at(QUICK));
    await waitReady(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
      polling: 100,
    });
    expect(requests.filter((url) => url.includes('beat.json'))).toHaveLength(1);
    await publishAnother(folder);
    await touch(page);
    await isIn(page, 'tour');
    const waits = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        if (!registration.waiting && !registration.installing) await registration.update();
        return registration.waiting !== null;
      });
    await expect.poll(waits, { timeout: 60_000 }).toBe(true);
    await touch(page);
    await isIn(page, 'explore');
    await page.clock.fastForward(59_000);
    expect(await page.locator('#another').count()).toBe(0);
    await page.getByRole('button', { name: 'Start again' }).tap();
    await isIn(page, 'attract');
    await page.clock.fastForward(61_000);
    await page.locator('#another').waitFor({ timeout: 120_000 });
    await waitReady(page);
    await isIn(page, 'attract');
    expect((await statsOf(page)).kiosk?.visits).toBe(1);
    expect(failed.filter((line) => !line.includes('ERR_ABORTED'))).toEqual([]);
  });
});
