import { describe, expect, it } from 'vitest';
import { generatedSite } from '../fixtures/generatedSites.ts';
import { type Opened, withHandle } from '../harness/browser.ts';
import { liveArrays, liveObjects, recordArrays } from '../harness/memory.ts';
import { assertSame } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, goTo, loseAndRestore, pictureOf, PLAIN, SMALL } from './scene.ts';

const harness = harnessForFile();

/** Throws if the page said anything but that a context was lost or restored. */
function assertOnlyLosses({ messages, errors, failed }: Opened): void {
  const others = messages.filter((line) => !/context (was )?(lost|restored)/i.test(line));
  expect([...others, ...errors, ...failed]).toEqual([]);
}

describe.each(['', 'embed/'])('a page: /%s', (path) => {
  const opened = sharedPage(
    harness,
    `${path}?day=150&view=hall&gpu=137482&${PLAIN}`,
    { ...SMALL, before: recordArrays },
    assertOnlyLosses,
  );

  it('has the same picture when a lost context comes back', async () => {
    const { page } = opened();
    const before = await pictureOf(page);
    await loseAndRestore(page);
    await assertSame('context-restored', await pictureOf(page), before, { threshold: 0 });
    expect(await opened().stats()).toMatchObject({ contextLosses: 1, ready: true });
  });

  it('keeps nothing of a replaced site in memory, not even of the first one', async () => {
    const { page } = opened();
    const other = generatedSite(8 * 1371);
    /** One for each rack; no other array is as long. */
    const held = async (racks: number) => {
      await drawn(page);
      return liveArrays(opened(), racks);
    };
    const { total } = (await opened().stats()).racks;
    expect(await held(total)).toBeGreaterThan(0);
    for (let turn = 0; turn < 2; turn++) {
      await withHandle(page, (handle, site) => handle.setSite(site), other);
      const { racks } = await opened().stats();
      expect(await held(racks.total)).toBeGreaterThan(0);
      expect(await held(total)).toBe(0);
      await withHandle(page, (handle, site) => handle.setSite(site), generatedSite(8));
      expect(await held(racks.total)).toBe(0);
    }
  });
});

describe('a lost context', () => {
  const opened = sharedPage(
    harness,
    'embed/?day=214&view=server&quality=high&motion=reduce',
    SMALL,
    assertOnlyLosses,
  );

  it('leaves nothing of its own in memory', async () => {
    const { page } = opened();
    const kinds = [
      'WebGLBuffer',
      'WebGLTexture',
      'WebGLProgram',
      'WebGLVertexArrayObject',
      'WebGLUniformLocation',
    ];
    await loseAndRestore(page);
    const before = await liveObjects(opened(), kinds);
    for (const kind of kinds) expect(before[kind], kind).toBeGreaterThan(5);
    for (let loss = 0; loss < 3; loss++) await loseAndRestore(page);
    expect(await liveObjects(opened(), kinds)).toEqual(before);
  });

  it('is asked for nothing by what was drawn in it, when that is let go later', async () => {
    const { page } = opened();
    const set = async (name: string, value: string) => {
      await page.evaluate(
        ([key, to]) => document.querySelector('rack-field')!.setAttribute(key!, to!),
        [name, value],
      );
      await drawn(page);
    };
    await set('look', 'night');
    await loseAndRestore(page);
    // Close parts go, the drawing comes and goes, the light around lamps goes, and at last the whole site.
    await goTo(page, 'site');
    await set('look', 'plan');
    await set('look', 'model');
    await set('quality', 'low');
    await withHandle(page, (handle, site) => handle.setSite(site), generatedSite(1000));
    await drawn(page);
  });
});
