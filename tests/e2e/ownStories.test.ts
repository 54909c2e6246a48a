import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { assertSilent, withHandle } from '../harness/browser.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';

const harness = harnessForFile({ policy: true });
const QUICK = 'quality=low&motion=reduce';

const story = {
  schemaVersion: 1,
  id: 'mine',
  title: 'A story <b>of mine</b>',
  steps: [
    { id: 'first', title: 'First', text: 'Text & no <i>HTML</i>.', view: 'hall', look: 'plan' },
    { id: 'second', title: 'Second', text: 'More text.', view: 'building', date: '2024-07-10' },
    { id: 'away', title: 'Away', text: 'From nowhere.', camera: { eye: [0, 5, 0], target: [0, 5, 0] } },
  ],
};

const told = (page: Page) =>
  withHandle(page, (handle) => {
    const { story, step, steps, view, look } = handle.stats();
    return { story, step, steps, view, look };
  });

const drop = (page: Page, text: string, name = 'mine.story.json') =>
  page.evaluate(
    ([text, name]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: 'application/json' }));
      const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      document.getElementById('stage')!.dispatchEvent(event);
    },
    [text, name] as const,
  );
const choices = (page: Page) => page.locator('.stage-list .stage-choice').allTextContents();

describe('a story of one’s own on the stage', () => {
  const shared = sharedPage(
    harness,
    `present/?${QUICK}`,
    { viewport: { width: 640, height: 360 }, alone: true },
    // A reload breaks off the request for the icon.
    (opened) => assertSilent(opened, /icon\.svg net::ERR_ABORTED/),
  );

  it('is refused with all that is wrong with it, and everything stays', async () => {
    const { page } = shared();
    const wrong = {
      ...story,
      steps: [{ ...story.steps[0], view: 'attic', seconds: 0, figure: 'nothing-such' }, { title: '' }],
    };
    // A right figure stays unsaid.
    const figures = ['gpus-in-service', 'gpu-count', 'frontier:power'].map((figure, at) => ({
      ...story.steps[1],
      id: `figure-${at}`,
      figure,
    }));
    const lines = page.locator('.stage-error');
    await drop(page, JSON.stringify({ ...story, steps: figures }), 'figures.json');
    await expect
      .poll(() => lines.allTextContents(), { timeout: 20_000 })
      .toEqual([
        'steps[1].figure: found the text "gpu-count", expected the name of a figure that this picture has.',
        'steps[2].figure: found the text "frontier:power", expected the name of a figure that this picture has.',
      ]);
    await drop(page, JSON.stringify(wrong), 'wrong.json');
    await expect.poll(() => lines.count()).toBe(6);
    expect((await lines.allTextContents()).at(-1)).toContain(
      'steps[0].figure: found the text "nothing-such"',
    );
    expect(await page.locator('.stage-heading').textContent()).toBe(
      '“wrong.json” is not a story that can be told',
    );
    expect((await lines.allTextContents())[0]).toBe(
      'steps[0].view: found the text "attic", expected one of "site", "building", "hall", "aisle", "rack", "server", or "gpu".',
    );
    for (const [text, said] of [
      ['{"half":', /^The file: found .*, expected a story as JSON\.$/],
      ['x'.repeat(1_048_577), /found 1048577 bytes, expected at most 1048576 bytes/],
    ] as const) {
      await drop(page, text);
      await expect.poll(() => lines.allTextContents()).toEqual([expect.stringMatching(said)]);
    }
    await page.keyboard.press('Escape');
    expect(await told(page)).toMatchObject({ story: undefined });
  });

  it('plays at once when it is dropped, its text as text', async () => {
    const { page } = shared();
    await drop(page, JSON.stringify(story));
    await expect
      .poll(() => told(page), { timeout: 20_000 })
      .toEqual({ story: 'mine', step: 'first', steps: 3, view: 'hall', look: 'plan' });
    expect(await page.locator('.stage-text').textContent()).toBe('Text & no <i>HTML</i>.');
    await page.keyboard.press('PageDown');
    await expect.poll(() => told(page)).toMatchObject({ step: 'second', view: 'building', look: 'model' });
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.locator('.notice').textContent()).toMatch(/From “0,5,0,0,5,0” nothing/);
    expect(await told(page)).toMatchObject({ step: 'away', view: 'site' });
    await page.keyboard.press('PageUp');
  });

  it('stands at its step after a reload, and can be chosen', async () => {
    const { page } = shared();
    await page.reload();
    await expect.poll(() => told(page), { timeout: 30_000 }).toMatchObject({ story: 'mine', step: 'second' });
    await page.keyboard.press('o');
    await page.getByRole('button', { name: 'Another story…' }).click();
    expect(await choices(page)).toEqual([
      'From one chip to 200,000',
      '122 days',
      'How big is it?',
      'A story <b>of mine</b>',
    ]);
    await page.keyboard.press('Escape');
  });

  it('comes from a file of the disk too, and replaces no other of its id', async () => {
    const { page } = shared();
    await page.keyboard.press('o');
    await page.getByRole('button', { name: 'Another story…' }).click();
    const files = (value: object) => ({
      name: 'mine.story.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(value)),
    });
    await page.locator('.stage-file').setInputFiles(files({ ...story, title: 'Other' }));
    await expect
      .poll(() => told(page), { timeout: 20_000 })
      .toMatchObject({ story: 'mine-2', step: 'first' });
    // What is there already is told again, not kept twice.
    await drop(page, JSON.stringify(story));
    await expect.poll(() => told(page), { timeout: 20_000 }).toMatchObject({ story: 'mine' });
    await page.keyboard.press('o');
    await page.getByRole('button', { name: 'Another story…' }).click();
    expect(await choices(page)).toHaveLength(5);
    await page.keyboard.press('Escape');
  });

  it('plays where nothing can be kept, and a sentence says so', async () => {
    const { page } = shared();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await drop(page, JSON.stringify({ ...story, id: 'unkept', title: 'Unkept' }));
    await expect.poll(() => told(page), { timeout: 20_000 }).toMatchObject({ story: 'unkept' });
    await expect.poll(() => page.locator('.notice').last().textContent()).toMatch(/keeps nothing for this/);
  });
});
