import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import german from '../../assets/languages/de.stories.json';
import oneChip from '../../assets/stories/one-chip.json';
import { assertSilent, type Opened, withHandle } from '../harness/browser.ts';
import { harnessForFile } from '../harness/suite.ts';
import { drawn } from '../scene/scene.ts';
import { findings } from './axe.ts';

const harness = harnessForFile({ policy: true });
const QUERY = 'quality=low&motion=reduce';
const OPTIONS = { viewport: { width: 640, height: 360 }, alone: true, kept: true };

const stageOf = (page: Page) =>
  withHandle(page, (handle) => {
    const { stage, story, stepIndex } = handle.stats();
    return { ...stage, story, stepIndex };
  });
const titleOf = (page: Page) => page.locator('.speaker-now .speaker-name').textContent();
/** Waits until stage and speaker's window are at a step, given by its index. */
async function areAt(stage: Page, speaker: Page, index: number): Promise<void> {
  await expect.poll(async () => (await stageOf(stage)).stepIndex, { timeout: 60_000 }).toBe(index);
  await expect
    .poll(() => speaker.locator('.speaker-place').textContent(), { timeout: 60_000 })
    .toMatch(new RegExp(`^Step ${index + 1} of`));
}

/** Opens the speaker's window by its key, and notes its errors. */
async function openSpeaker(stage: Page, faults: string[]): Promise<Page> {
  const popup = stage.waitForEvent('popup');
  await stage.keyboard.press('s');
  const speaker = await popup;
  speaker.on('pageerror', (error) => faults.push(String(error)));
  speaker.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await speaker.setViewportSize({ width: 800, height: 600 });
  await speaker.locator('[data-told="true"]').waitFor({ timeout: 60_000 });
  return speaker;
}

describe('the speaker view', () => {
  const faults: string[] = [];
  let opened: Opened;
  let stage: Page;
  let speaker: Page;
  beforeAll(async () => {
    opened = await harness().open(`present/?story=one-chip&${QUERY}`, OPTIONS);
    stage = opened.page;
    speaker = await openSpeaker(stage, faults);
  });
  afterAll(async () => {
    // A reload breaks off what is still asked for.
    assertSilent(opened, /^failed \S+\/icon\.svg net::ERR_ABORTED$/);
    expect(faults).toEqual([]);
    await opened.close();
  });

  /** Puts both windows to a step of the first story, with nothing frozen or blank, whatever the test before left. */
  async function begin(index: number): Promise<void> {
    const { blank, audience } = await stageOf(stage);
    if (blank !== 'none') await stage.keyboard.press(blank === 'black' ? '.' : ',');
    if (audience === 'frozen') await speaker.getByRole('button', { name: 'Freeze' }).click();
    await expect.poll(() => stageOf(stage)).toMatchObject({ blank: 'none', audience: 'live' });
    await withHandle(stage, (handle, to: number) => handle.goToStep('one-chip', to), index);
    await areAt(stage, speaker, index);
  }

  it('shows the words of the step, its notes, the title of the next one, and draws both', async () => {
    await begin(0);
    expect(await titleOf(speaker)).toBe(await stage.locator('.stage-title').textContent());
    expect((await speaker.locator('.speaker-told').textContent())!.length).toBeGreaterThan(20);
    const widths = () =>
      speaker.$$eval('.speaker-picture', (all) => all.map((each) => (each as HTMLImageElement).naturalWidth));
    await expect.poll(widths, { timeout: 60_000 }).toEqual([640, 640]);
    const [now, next] = await speaker.$$eval('.speaker-picture', (all) =>
      all.map((each) => (each as HTMLImageElement).src),
    );
    expect(now).not.toBe(next);
    // The next picture is there already when its step comes.
    await speaker.keyboard.press('PageDown');
    await areAt(stage, speaker, 1);
    expect(await speaker.locator('.speaker-now img').getAttribute('src')).toBe(next);
    expect(await findings(speaker)).toEqual([]);
  });

  it('keeps step through presses in either window', async () => {
    await speaker.getByRole('button', { name: /^1\. / }).click();
    await areAt(stage, speaker, 0);
    let index = 0;
    for (const [page, key, by] of [
      [stage, 'PageDown', 1],
      [speaker, 'PageDown', 1],
      [speaker, 'ArrowRight', 1],
      [stage, 'PageUp', -1],
      [speaker, 'n', 1],
      [speaker, 'PageUp', -1],
      [stage, 'Space', 1],
    ] as const) {
      await page.keyboard.press(key);
      index += by;
      await areAt(stage, speaker, index);
    }
    // Sent without waiting for the one before; the last of them end where they began.
    await Promise.all(
      Array.from({ length: 40 }, (_, at) => speaker.keyboard.press(at % 2 ? 'PageUp' : 'PageDown')),
    );
    await areAt(stage, speaker, index);
    for (let at = 0; at < 3; at++) await speaker.keyboard.press('PageDown');
    await areAt(stage, speaker, index + 3);
    await speaker.keyboard.press('End');
    await areAt(stage, speaker, 9);
    await speaker.getByText('This is the last step.').waitFor();
  });

  it('makes the audience’s picture black and white, and moves nothing meanwhile', async () => {
    await begin(9);
    const blank = async () => (await stageOf(stage)).blank;
    await speaker.keyboard.press('.');
    await expect.poll(blank).toBe('black');
    await speaker.getByText('The audience sees black.').waitFor();
    await speaker.keyboard.press('PageUp');
    await speaker.getByRole('button', { name: 'Previous' }).click();
    await speaker.keyboard.press('w');
    await expect.poll(blank).toBe('white');
    await speaker.getByRole('button', { name: 'White' }).click();
    await expect.poll(blank).toBe('none');
    await areAt(stage, speaker, 9);
  });

  it('freezes the audience’s words while the speaker browses, and goes to the speaker’s step after that', async () => {
    await begin(9);
    const freeze = speaker.getByRole('button', { name: 'Freeze' });
    const seen = () => stage.locator('.stage-title').textContent();
    const before = await seen();
    await freeze.click();
    await expect.poll(async () => (await stageOf(stage)).audience).toBe('frozen');
    await speaker.keyboard.press('Home');
    await areAt(stage, speaker, 0);
    await speaker.getByText('frozen at step 10.').waitFor();
    expect(await seen()).toBe(before);
    expect(await stage.locator('.stage-kept').count()).toBe(1);
    await freeze.click();
    await expect.poll(seen).toBe(await titleOf(speaker));
    expect(await stage.locator('.stage-kept').count()).toBe(0);
  });

  it('freezes the legend and the names over the picture with it', async () => {
    await begin(0);
    const goTo = (step: string) =>
      withHandle(stage, (handle, id: string) => handle.goToStep('how-big', id), step);
    /** What is said over the picture, as it can be seen. */
    const said = () =>
      stage.$$eval('.stage-said:not([hidden])', (all) =>
        all.flatMap((layer) =>
          [...layer.querySelectorAll<HTMLElement>('.legend:not([hidden]), .campus-label')].map((each) => ({
            text: each.querySelector('.legend-title, strong')?.textContent,
            place: each.style.translate,
            isShown: getComputedStyle(each).visibility === 'visible',
          })),
        ),
      );
    await goTo('claim');
    await expect.poll(async () => (await said()).length, { timeout: 60_000 }).toBe(3);
    // The names have their places once the picture rests.
    await drawn(stage);
    const before = await said();
    expect(before.map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringMatching(/OpenAI/), expect.stringMatching(/Colossus/)]),
    );
    const samples = () =>
      stage.$$eval('.stage-said:not([hidden]) .legend-swatch', (all) =>
        all.map((each) => (each as HTMLCanvasElement).toDataURL()),
      );
    const swatches = await samples();
    expect(new Set(swatches).size).toBe(4);
    const freeze = speaker.getByRole('button', { name: 'Freeze' });
    await freeze.click();
    await expect.poll(async () => (await stageOf(stage)).audience).toBe('frozen');
    await goTo('meta');
    await drawn(stage);
    expect(await said()).toEqual(before);
    expect(await samples()).toEqual(swatches);
    await freeze.click();
    await expect
      .poll(async () => (await said()).map(({ text }) => text), { timeout: 60_000 })
      .toEqual([expect.stringMatching(/Colossus/), expect.stringMatching(/Meta/)]);
  });

  it('goes on after the reload of either window, with the timer', async () => {
    await begin(0);
    await speaker.getByLabel('Minutes planned').fill('30');
    await speaker.keyboard.press('Tab');
    const pause = speaker.getByText('Pause the timer');
    // It rests already where this is tried once more.
    if (await pause.isVisible()) await pause.click();
    const spent = await speaker.locator('.speaker-time').textContent();
    await speaker.reload();
    await areAt(stage, speaker, 0);
    expect(await speaker.locator('.speaker-time').textContent()).toBe(spent);
    expect(await speaker.getByLabel('Minutes planned').inputValue()).toBe('30');
    await speaker.keyboard.press('PageDown');
    await areAt(stage, speaker, 1);
    // The stage comes back with what the audience sees: black over the frozen step.
    await speaker.getByRole('button', { name: 'Freeze' }).click();
    const seen = await stage.locator('.stage-title').textContent();
    await speaker.keyboard.press('PageDown');
    await speaker.keyboard.press('.');
    await expect.poll(() => stageOf(stage)).toMatchObject({ blank: 'black', stepIndex: 2 });
    // After many steps in half a minute the address follows a little later.
    await stage.waitForURL((url) => url.searchParams.get('step') === oneChip.steps[2]!.id);
    await stage.reload();
    await stage.waitForFunction(() => 'rackfield' in window);
    expect((await stageOf(stage)).blank).toBe('black');
    await areAt(stage, speaker, 2);
    await speaker.getByText('frozen at step 2.').waitFor({ timeout: 60_000 });
    expect(await stageOf(stage)).toMatchObject({ blank: 'black', audience: 'frozen' });
    expect(await stage.locator('.stage-title').textContent()).toBe(seen);
    expect(await stage.locator('.stage-kept').count()).toBe(1);
    await speaker.keyboard.press('.');
    await speaker.getByRole('button', { name: 'Freeze' }).click();
    await speaker.keyboard.press('PageUp');
    await expect.poll(() => speaker.locator('.speaker-status').textContent(), { timeout: 60_000 }).toBe('');
    await areAt(stage, speaker, 1);
    await speaker.keyboard.press('PageDown');
    await areAt(stage, speaker, 2);
  });

  it('does nothing for messages that are none, and shows text as text', async () => {
    await begin(2);
    const pair = new URL(speaker.url()).hash.slice('#speaker='.length);
    const title = await titleOf(speaker);
    await stage.evaluate((id) => {
      const channel = new BroadcastChannel(`rackfield.speaker.${id}`);
      const wrong = [
        ...[null, 7, 'next', [], {}, { press: 'close' }, { goTo: -1 }, { goTo: 0.5 }, { goTo: '3' }],
        ...[{ goTo: 900 }, { blank: 'red' }, { freeze: 1 }, { press: 'next', goTo: 2 }, { shows: null }],
        { shows: { story: { steps: [] }, index: 0, blank: 'none', audience: 'live', seen: 0 } },
        { shows: { index: 4, blank: 'none', audience: 'live', seen: 0 } },
      ];
      for (const message of wrong) channel.postMessage(message);
      const step = { id: 'a', title: '<img src=x>', text: '<b>bold</b>' };
      const story = { schemaVersion: 1, id: 'a', title: 'A', steps: [step] };
      channel.postMessage({ shows: { story, index: 0, blank: 'none', audience: 'live', seen: 0 } });
      channel.close();
    }, pair);
    await expect.poll(() => titleOf(speaker)).toBe('<img src=x>');
    expect(await stageOf(stage)).toMatchObject({ stepIndex: 2, blank: 'none', audience: 'live' });
    await stage.keyboard.press('PageDown');
    await areAt(stage, speaker, 3);
    expect(await titleOf(speaker)).not.toBe(title);
  });

  it('is not moved by another stage and its speaker in the same browser', async () => {
    await begin(3);
    const other = await stage.context().newPage();
    await other.goto(new URL(`present/?story=how-big&${QUERY}`, harness().origin).href);
    await other.waitForFunction(() => 'rackfield' in window);
    const second = await openSpeaker(other, faults);
    await second.keyboard.press('End');
    await areAt(other, second, 12);
    await areAt(stage, speaker, 3);
    await speaker.bringToFront();
    await speaker.keyboard.press('PageUp');
    await areAt(stage, speaker, 2);
    expect(await stageOf(other)).toMatchObject({ story: 'how-big', stepIndex: 12 });
    await second.close();
    await other.close();
  });

  it('fits 320 pixels', async () => {
    await speaker.setViewportSize({ width: 320, height: 568 });
    expect(await speaker.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('opens on another screen where there is one and the viewer allows it, and else as a plain window', async () => {
    const placed = (screens: 'two' | 'one' | 'denied' | 'unknown') =>
      stage.evaluate(async (known) => {
        const first = { availLeft: 0, availTop: 0, availWidth: 1920, availHeight: 1080 };
        const second = { availLeft: -1280, availTop: 24, availWidth: 1280, availHeight: 1000 };
        const api = window as unknown as Record<string, unknown>;
        Object.defineProperty(screen, 'isExtended', { value: known !== 'one', configurable: true });
        api.getScreenDetails =
          known === 'unknown'
            ? undefined
            : () =>
                known === 'denied'
                  ? Promise.reject(new DOMException('denied', 'NotAllowedError'))
                  : Promise.resolve({ screens: [first, second], currentScreen: first });
        const { open } = window;
        const asked = new Promise<string>((resolve) => {
          window.open = (_address, _name, features) => {
            resolve(features ?? '');
            return window;
          };
        });
        const press = (type: string) =>
          document.body.dispatchEvent(new KeyboardEvent(type, { key: 's', code: 'KeyS', bubbles: true }));
        press('keydown');
        press('keyup');
        const features = await asked;
        window.open = open;
        Reflect.deleteProperty(screen, 'isExtended');
        Reflect.deleteProperty(api, 'getScreenDetails');
        return features;
      }, screens);
    expect(await placed('two')).toBe('popup,left=-1280,top=24,width=1280,height=1000');
    for (const plain of ['one', 'denied', 'unknown'] as const)
      expect(await placed(plain), plain).toBe('popup,width=1280,height=800');
  });

  it('is offered by a link where the browser opens no window', async () => {
    await begin(0);
    await stage.evaluate(() => Object.assign(window, { open: () => null }));
    await stage.keyboard.press('s');
    await stage.getByText('The speaker view was blocked').waitFor();
    const link = stage.getByRole('link', { name: 'Open the speaker view' });
    expect(await link.getAttribute('href')).toMatch(/#speaker=[0-9a-f]{16}$/);
    await stage.keyboard.press('Escape');
    expect(await stage.locator('.stage-panel').count()).toBe(0);
  });
});

describe('a story in another language', () => {
  it('has its title, text and notes in that on the stage and in the speaker view', async () => {
    const opened = await harness().open(`present/?story=122-days&step=plan&lang=de&${QUERY}`, {
      ...OPTIONS,
      viewport: { width: 320, height: 180 },
    });
    const { page } = opened;
    const faults: string[] = [];
    const second = await openSpeaker(page, faults);
    const said = (part: string) => german[`122-days.${part}` as keyof typeof german];
    expect(await page.locator('.stage-title').textContent()).toBe(said('plan.title'));
    expect(await page.locator('.stage-text').textContent()).toBe(said('plan.text'));
    expect(await page.title()).toBe(`${said('plan.title')} · ${said('title')}`);
    expect(await titleOf(second)).toBe(said('plan.title'));
    for (const part of ['plan.text', 'plan.notes'])
      expect(await second.locator('body').textContent()).toContain(said(part));
    expect(await second.locator('body').textContent()).toContain(said('first-rack.title'));
    await page.keyboard.press('PageDown');
    await expect.poll(() => titleOf(second), { timeout: 60_000 }).toBe(said('first-rack.title'));
    expect(await page.locator('.stage-title').textContent()).toBe(said('first-rack.title'));
    expect(faults).toEqual([]);
    await opened.close();
  });
});
