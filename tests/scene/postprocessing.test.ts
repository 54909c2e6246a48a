import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { WithHandle } from '../harness/handle.ts';
import { assertSame, decodePng, difference, type Picture, pictureBytes } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, framesTaken, loseAndRestore, pictureOf, show, SMALL } from './scene.ts';

const harness = harnessForFile();

/** Sets an attribute of the page's element. */
const set = async (page: Page, name: string, value: string) => {
  await page.evaluate(
    ([key, to]) => document.querySelector('rack-field')!.setAttribute(key!, to!),
    [name, value],
  );
  await drawn(page);
};

/** Draw calls of the last frame, and what the renderer holds. */
const costs = (page: Page) =>
  page.evaluate(() => {
    const { frame, memory } = (window as unknown as WithHandle).rackfield.stats();
    return { calls: frame.drawCalls, memory };
  });

/** The chunk of effects, as often as the page asked for it. */
const asked = (page: Page) =>
  page.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => /passes/.test(name)).length,
  );

/** Share of the pixels that are a little darker or lighter: by more than two of 255. */
const changed = (a: Picture, b: Picture) =>
  a.data.reduce(
    (count, value, at) => count + (at % 4 === 1 && Math.abs(value - b.data[at]!) > 2 ? 1 : 0),
    0,
  ) /
  (a.width * a.height);

const sum = ({ data }: Picture) => data.reduce((total, value) => total + value, 0);

describe('effects', () => {
  it('are in a picture that is asked for before they have arrived', async () => {
    const { page } = await harness().open('embed/?motion=reduce&quality=medium&look=night&view=rack', SMALL);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const request = page.waitForRequest(/passes/);
    await page.route(/passes/, async (route) => {
      await held;
      await route.continue();
    });
    await page.evaluate(() => document.querySelector('rack-field')!.setAttribute('quality', 'high'));
    await request;
    const early = pictureBytes(page, 480, 270);
    // A page answers in order, so the picture has been asked for by then.
    await page.evaluate(() => undefined);
    release();
    await assertSame('asked for early', decodePng(await early), await pictureOf(page));
    await page.close();
  });

  const shared = sharedPage(harness, 'embed/?motion=reduce&quality=medium', SMALL);

  it('cost nothing at low and medium quality', async () => {
    const { page } = shared();
    for (const quality of ['low', 'medium']) {
      await set(page, 'quality', quality);
      await show(page, 'look=night');
      expect(await asked(page)).toBe(0);
    }
  });

  it.each([
    ['night', 'aisle', 6],
    // One more than elsewhere, for the focus on what is near.
    ['model', 'server', 4],
  ])('come after the first frame in the look %s, and leave nothing behind', async (look, view, passes) => {
    const { page } = shared();
    await show(page, `look=${look}&view=${view}`);
    // A picture waits for all near parts, which count.
    const plain = await pictureOf(page);
    await drawn(page);
    const before = await costs(page);

    await set(page, 'quality', 'high');
    await expect.poll(async () => (await costs(page)).calls).toBe(before.calls + passes);
    expect(await asked(page)).toBe(1);
    expect((await costs(page)).memory.textures).toBeGreaterThan(before.memory.textures);
    const rich = await pictureOf(page);
    expect(changed(rich, plain)).toBeGreaterThan(0.018);
    // Lamps shine, corners are darker.
    if (look === 'night') expect(sum(rich)).toBeGreaterThan(sum(plain));
    else expect(sum(rich)).toBeLessThan(sum(plain));
    expect(difference(rich, plain, 0.5).share).toBeLessThan(0.02);
    expect(await framesTaken(page)).toBe(0);

    await set(page, 'quality', 'medium');
    expect(await costs(page)).toEqual(before);
    await assertSame(`${look}-after-effects`, await pictureOf(page), plain, { threshold: 0 });
  });

  it('come back with a lost context', async () => {
    const opened = await harness().open('embed/?look=night&view=rack&motion=reduce&quality=high', SMALL);
    const { page } = opened;
    await expect.poll(() => asked(page)).toBe(1);
    // A picture waits for all near parts.
    const picture = await pictureOf(page);
    const before = await costs(page);
    await loseAndRestore(page);
    await assertSame('effects-restored', await pictureOf(page), picture, { threshold: 0 });
    const after = await costs(page);
    // Programs that only the first frames needed do not come back.
    expect(after.memory.programs).toBeLessThanOrEqual(before.memory.programs);
    expect(after).toEqual({ ...before, memory: { ...before.memory, programs: after.memory.programs } });
    expect(opened.errors).toEqual([]);
  });
});
