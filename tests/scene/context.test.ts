import { describe, expect, it } from 'vitest';
import { generatedSite } from '../fixtures/generatedSites.ts';
import { type Opened, withHandle } from '../harness/browser.ts';
import { liveArrays, liveObjects, recordArrays } from '../harness/memory.ts';
import { assertSame } from '../harness/picture.ts';
import { harnessForFile } from '../harness/suite.ts';
import { drawn, goTo, loseAndRestore, pictureOf, PLAIN, SMALL } from './scene.ts';

const harness = harnessForFile();

/** Throws if the page said anything but that a context was lost or restored. */
function assertOnlyLosses({ messages, errors, failed }: Opened): void {
  const others = messages.filter((line) => !/context (was )?(lost|restored)/i.test(line));
  expect([...others, ...errors, ...failed]).toEqual([]);
}

describe('a lost context', () => {
  it.each(['', 'embed/'])('comes back with the same picture: /%s', async (path) => {
    const opened = await harness().open(`${path}?day=150&view=hall&gpu=137482&${PLAIN}`, SMALL);
    const { page } = opened;
    const before = await pictureOf(page);
    await loseAndRestore(page);
    await assertSame('context-restored', await pictureOf(page), before, { threshold: 0 });
    expect((await opened.stats()).contextLosses).toBe(1);
    expect((await opened.stats()).ready).toBe(true);
    assertOnlyLosses(opened);
  });

  it('is asked for nothing by what was drawn in it, when that is let go later', async () => {
    const opened = await harness().open(
      'embed/?day=214&view=server&quality=high&motion=reduce&look=night',
      SMALL,
    );
    const { page } = opened;
    await drawn(page);
    await loseAndRestore(page);
    // Close parts go, the drawing comes and goes, the light around lamps goes, and at last the whole site.
    await goTo(page, 'site');
    for (const [name, value] of [
      ['look', 'plan'],
      ['look', 'model'],
      ['quality', 'low'],
    ]) {
      await page.evaluate(
        ([name, value]) => document.querySelector('rack-field')!.setAttribute(name!, value!),
        [name, value],
      );
      await drawn(page);
    }
    await withHandle(page, (handle, site) => handle.setSite(site), generatedSite(1000));
    await drawn(page);
    assertOnlyLosses(opened);
  });

  it('leaves nothing of its own in memory', async () => {
    const opened = await harness().open('embed/?day=214&view=server&quality=high&motion=reduce', SMALL);
    const { page } = opened;
    await drawn(page);
    const kinds = [
      'WebGLBuffer',
      'WebGLTexture',
      'WebGLProgram',
      'WebGLVertexArrayObject',
      'WebGLUniformLocation',
    ];
    await loseAndRestore(page);
    const before = await liveObjects(opened, kinds);
    for (const kind of kinds) expect(before[kind], kind).toBeGreaterThan(5);
    for (let loss = 0; loss < 3; loss++) await loseAndRestore(page);
    expect(await liveObjects(opened, kinds)).toEqual(before);
    assertOnlyLosses(opened);
  });
});

describe('a replaced site', () => {
  it.each(['', 'embed/'])(
    'leaves nothing of its own in memory, not even the first one: /%s',
    async (path) => {
      const opened = await harness().open(`${path}?view=hall&${PLAIN}`, {
        ...SMALL,
        before: recordArrays,
      });
      const { page } = opened;
      const other = generatedSite(8 * 1371);
      /** One for each rack; no other array is as long. */
      const held = async (racks: number) => {
        await drawn(page);
        return liveArrays(opened, racks);
      };
      const { total } = (await opened.stats()).racks;
      expect(await held(total)).toBeGreaterThan(0);
      for (let turn = 0; turn < 2; turn++) {
        await withHandle(page, (handle, site) => handle.setSite(site), other);
        const { racks } = await opened.stats();
        expect(await held(racks.total)).toBeGreaterThan(0);
        expect(await held(total)).toBe(0);
        await withHandle(page, (handle, site) => handle.setSite(site), generatedSite(8));
        expect(await held(racks.total)).toBe(0);
      }
      assertOnlyLosses(opened);
    },
  );
});
