import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { assertSilent, withHandle } from '../harness/browser.ts';
import { pictureBytes } from '../harness/picture.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, SMALL } from '../scene/scene.ts';

const harness = harnessForFile({ policy: true }, COARSE);
const QUICK = 'quality=low&motion=reduce';

const positionOf = (page: Page) =>
  withHandle(page, (handle) => {
    const { story, step, stepIndex, steps } = handle.stats();
    return { story, step, stepIndex, steps };
  });
/** The state of the picture, without what belongs to the frame. */
const stateOf = (page: Page) =>
  withHandle(page, (handle) => {
    const { frame, memory, contextLosses, ...state } = handle.stats();
    return state;
  });
const press = (page: Page, name: 'next' | 'previous', times = 1) =>
  withHandle(
    page,
    async (handle, [method, count]: readonly [typeof name, number]) => {
      for (let at = 0; at < count; at++) await handle[method]();
    },
    [name, times] as const,
  );
const goTo = (page: Page, story: string, step: string | number) =>
  withHandle(page, (handle, [id, at]: readonly [string, string | number]) => handle.goToStep(id, at), [
    story,
    step,
  ] as const);
const bytesOf = async (page: Page) => {
  await drawn(page);
  return (await pictureBytes(page, 320, 180)).toString('base64');
};

describe('a story in the element', () => {
  const shared = sharedPage(harness, `embed/?story=122-days&step=day-122&${QUICK}`, SMALL);

  it('is at the step of its address from the first frame on', async () => {
    const { page } = shared();
    expect(await stateOf(page)).toMatchObject({
      ready: true,
      story: '122-days',
      step: 'day-122',
      stepIndex: 5,
      steps: 12,
      config: '100k',
      date: '2024-09-02',
      day: 122,
      view: 'site',
      gpus: { installed: 100_000 },
    });
  });

  it('shows a step the same to the byte, whether one came by address, forwards, backwards or from elsewhere', async () => {
    const { page } = shared();
    await goTo(page, '122-days', 'disputed');
    const [state, picture] = [await stateOf(page), await bytesOf(page)];
    expect(state).toMatchObject({ curve: 'power', view: 'hall', stepIndex: 6 });
    const again = async (way: string, come: () => Promise<unknown>) => {
      await come();
      expect(await stateOf(page), way).toEqual(state);
      expect((await bytesOf(page)) === picture, way).toBe(true);
    };
    await again('forwards', async () => {
      await press(page, 'previous', 6);
      expect(await positionOf(page)).toMatchObject({ stepIndex: 0 });
      await press(page, 'next', 6);
    });
    await again('backwards', async () => {
      await press(page, 'next', 4);
      await press(page, 'previous', 4);
    });
    await again('from another story', async () => {
      await goTo(page, 'how-big', 'meta');
      expect((await stateOf(page)).campuses).toHaveLength(2);
      await goTo(page, 'one-chip', 1);
      await goTo(page, '122-days', 6);
    });
    await again('after the viewer has changed everything', async () => {
      const element = page.locator('rack-field');
      for (const [name, value] of Object.entries({ look: 'night', overlay: 'phase', roof: 'on', day: '9' }))
        await element.evaluate((it, [key, to]) => it.setAttribute(key!, to!), [name, value]);
      await page.mouse.move(160, 90);
      await page.mouse.down();
      await page.mouse.move(230, 100, { steps: 4 });
      await page.mouse.up();
      await page.mouse.move(0, 0);
      await goTo(page, '122-days', 'disputed');
    });
    const direct = await harness().open(`embed/?story=122-days&step=disputed&${QUICK}`, {
      ...SMALL,
    });
    await drawn(direct.page);
    expect((await bytesOf(direct.page)) === picture, 'by address').toBe(true);
    expect(await stateOf(direct.page)).toEqual(state);
    assertSilent(direct);
  });

  it('does nothing at its ends, and its address is that of the step', async () => {
    const { page } = shared();
    await goTo(page, 'one-chip', 9);
    await press(page, 'next', 2);
    expect(await positionOf(page)).toEqual({
      story: 'one-chip',
      step: 'efficiency',
      stepIndex: 9,
      steps: 10,
    });
    await page.waitForURL(/\?story=one-chip&step=efficiency&quality=low&motion=reduce$/);
    await goTo(page, 'one-chip', 0);
    await press(page, 'previous');
    expect(await positionOf(page)).toMatchObject({ stepIndex: 0 });
  });

  it('refuses stories and steps that there are not, and stays', async () => {
    const { page } = shared();
    await goTo(page, 'one-chip', 3);
    const refused = (story: string, step: string | number) =>
      goTo(page, story, step).then(
        () => 'taken',
        (error: Error) => error.message,
      );
    expect(await refused('two-chips', 0)).toContain('expected one of one-chip, 122-days, how-big');
    expect(await refused('one-chip', 'crate')).toContain('chip, generations, server');
    expect(await refused('one-chip', 10)).toContain('an index below 10');
    expect(await positionOf(page)).toMatchObject({ story: 'one-chip', stepIndex: 3 });
  });

  it('gets a sentence where an attribute names a story or a step that there is not', async () => {
    const { page } = shared();
    const name = (story: string, step: string) =>
      page.locator('rack-field').evaluate(
        (it, [id, at]) => {
          it.setAttribute('step', at!);
          it.setAttribute('story', id!);
        },
        [story, step],
      );
    const notices = () => page.locator('.notice').allTextContents();
    await name('too-big', 'chip');
    await expect
      .poll(notices)
      .toContainEqual(expect.stringMatching(/no story “too-big”.*one-chip, 122-days, or how-big/));
    await name('how-big', 'crate');
    await expect.poll(notices).toContainEqual(expect.stringMatching(/no step “crate”.*person, line, pile/));
    await expect.poll(() => positionOf(page)).toMatchObject({ story: 'how-big', stepIndex: 0 });
  });

  it('ends where somebody goes to a view', async () => {
    const { page } = shared();
    await goTo(page, 'one-chip', 3);
    await withHandle(page, (handle) => handle.goTo('hall'));
    expect(await positionOf(page)).toEqual({});
    await press(page, 'next');
    expect(await stateOf(page)).toMatchObject({ view: 'hall' });
    await page.waitForURL((url) => !url.search.includes('story'));
  });

  it('tells its element of each step once, also of those that are passed', async () => {
    const { page } = shared();
    await goTo(page, 'one-chip', 0);
    await page.evaluate(() => {
      const steps: unknown[] = [];
      Object.assign(window, { steps });
      document.querySelector('rack-field')!.addEventListener('step', (event) => {
        steps.push((event as CustomEvent).detail);
      });
    });
    await press(page, 'next', 2);
    await press(page, 'previous');
    const heard = await page.evaluate(() => (window as unknown as { steps: { index: number }[] }).steps);
    expect(heard.map(({ index }) => index)).toEqual([1, 2, 1]);
    expect(heard[0]).toEqual({ story: 'one-chip', step: 'generations', index: 1, steps: 10 });
  });

  it('moves to the next step, and stands at the second one at once after two presses', async () => {
    const { page } = shared();
    await goTo(page, '122-days', 4);
    await page.locator('rack-field').evaluate((it) => it.setAttribute('motion', 'full'));
    const days = await withHandle(page, async (handle) => {
      await handle.goToStep('122-days', 'first-rack');
      const seen: number[] = [];
      let isThere = false;
      const look = () => {
        seen.push(handle.stats().day);
        if (!isThere) requestAnimationFrame(look);
      };
      look();
      await handle.next();
      isThere = true;
      const end = handle.stats();
      return { seen, step: end.step, day: end.day };
    });
    expect(days).toMatchObject({ step: 'training', day: 80 });
    expect(new Set(days.seen).size).toBeGreaterThan(10);
    expect(days.seen).toEqual([...days.seen].sort((a, b) => a - b));
    const twice = await withHandle(page, async (handle) => {
      await handle.goToStep('122-days', 'factory');
      void handle.next();
      await handle.next();
      return handle.stats().step;
    });
    expect(twice).toBe('first-rack');
    await page.locator('rack-field').evaluate((it) => it.setAttribute('motion', 'reduce'));
  });
});

describe('a story in the explorer', () => {
  const shared = sharedPage(harness, `?story=how-big&${QUICK}`, {
    ...COARSE,
    viewport: { width: 1280, height: 720 },
  });

  it('begins with its first step, and shows a step beside others as far as there are such', async () => {
    const { page } = shared();
    expect(await stateOf(page)).toMatchObject({ story: 'how-big', stepIndex: 0, view: 'rack' });
    await goTo(page, 'how-big', 'before');
    const { campuses, config } = await stateOf(page);
    expect([config, ...campuses.map(({ id }) => id)]).toEqual([
      '100k',
      'colossus',
      'twitter-10k',
      'oracle-24k',
    ]);
  });
});
