import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { checkStory } from '../../src/stories/checkStory.ts';
import type { Story } from '../../src/stories/storySchema.ts';
import { assertSilent, withHandle } from '../harness/browser.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { findings } from './axe.ts';

const harness = harnessForFile({ policy: true });
const OPTIONS = { viewport: { width: 960, height: 480 }, alone: true };
const ADDRESS = 'present/?quality=low&motion=reduce';

const stateOf = (page: Page) =>
  withHandle(page, (handle) => {
    const { story, step, stepIndex, steps, view, look, date, stage } = handle.stats();
    return { story, step, stepIndex, steps, view, look, date, blank: stage?.blank };
  });
const isAt = (page: Page, expected: Partial<Awaited<ReturnType<typeof stateOf>>>) =>
  expect.poll(() => stateOf(page), { timeout: 20_000 }).toMatchObject(expected);
const field = (page: Page, label: string) => page.locator('.editor').getByLabel(label, { exact: true });
const press = (page: Page, name: string) => page.locator('.editor').getByRole('button', { name }).click();
const items = (page: Page) => page.locator('.editor-item').allTextContents();
const fault = (page: Page) => page.locator('.editor-fault:not(:empty)').allTextContents();
/** Types over what a field says. */
async function write(page: Page, label: string, text: string) {
  await field(page, label).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}
async function reload(page: Page) {
  await page.reload();
  await page.locator('.editor').waitFor({ timeout: 30_000 });
}

describe('writing a story on the stage, from nothing', () => {
  const shared = sharedPage(harness, ADDRESS, OPTIONS, (opened) =>
    assertSilent(opened, /icon\.svg net::ERR_ABORTED/),
  );
  let saved: Story | undefined;

  it('begins by a key, says what to do, and takes the picture as a step', async () => {
    const { page } = shared();
    await page.locator('.stage-panel').waitFor();
    await page.keyboard.press('e');
    await expect.poll(() => page.locator('.editor-empty').textContent()).toMatch(/no step yet.*add it/);
    // The keys of the stage are letters in a field.
    await write(page, 'Title of the story', 'Boxes, no fog. (why?)');
    await press(page, 'Add this picture as a step');
    await page.keyboard.type('The campus');
    await page.keyboard.press('Tab');
    await page.keyboard.type('It stands in Memphis <b>& grows</b>.');
    await isAt(page, {
      story: 'boxes-no-fog-why',
      step: 'the-campus',
      steps: 1,
      view: 'site',
      blank: 'none',
    });
    await expect
      .poll(() => page.locator('.stage-text').textContent())
      .toBe('It stands in Memphis <b>& grows</b>.');
  });

  it('takes where the mouse has moved the eye, and leaves it there while words are typed', async () => {
    const { page } = shared();
    await page.mouse.move(200, 150);
    await page.mouse.down();
    await page.mouse.move(330, 190, { steps: 4 });
    await page.mouse.up();
    await write(page, 'Text', 'It stands in Memphis <b>& grows</b> fast.');
    await expect.poll(() => page.locator('.stage-text').textContent()).toMatch(/fast\.$/);
    await press(page, 'Add this picture as a step');
    await page.keyboard.type('From the side');
    await isAt(page, { stepIndex: 1, step: 'from-the-side' });
    expect(await field(page, 'View').inputValue()).toBe('camera');
    const before = await page.evaluate(() => localStorage.getItem('rackfield.story.1'));
    expect(JSON.parse(before!).steps[1].camera.eye).toHaveLength(3);
  });

  it('has everything that was typed again after a reload, wrong or not', async () => {
    const { page } = shared();
    await write(page, 'Seconds', 'ten');
    await write(page, 'Text', 'x'.repeat(281));
    expect(await fault(page)).toEqual([
      `Found the text "${'x'.repeat(57)}..." of 281 characters, expected text of at most 280 characters.`,
      'Found the text "ten", expected a number.',
    ]);
    expect(await page.locator('.editor-count[data-over]').allTextContents()).toEqual(['281 of 280']);
    await reload(page);
    await isAt(page, { story: 'boxes-no-fog-why', stepIndex: 1 });
    expect(await field(page, 'Seconds').inputValue()).toBe('ten');
    expect(await fault(page)).toHaveLength(2);
    await write(page, 'Seconds', '10');
    await write(page, 'Text', 'The same from another side.');
    expect(await fault(page)).toEqual([]);
  });

  it('shows what the fields of a step say', async () => {
    const { page } = shared();
    await press(page, 'Add this picture as a step');
    await page.keyboard.type('A hall at night');
    await field(page, 'View').selectOption('Hall');
    await field(page, 'Look').selectOption('Night');
    await field(page, 'Grows from').fill('2024-07-03');
    expect(await fault(page)).toEqual([expect.stringMatching(/growth from `from` ends/)]);
    await field(page, 'Date').fill('2024-09-02');
    await isAt(page, { stepIndex: 2, view: 'hall', look: 'night', date: '2024-09-02' });
    await field(page, 'Large figure').focus();
    await expect.poll(() => page.locator('.editor-figures option').count()).toBeGreaterThan(20);
    await write(page, 'Large figure', 'gpu-count');
    await expect
      .poll(() => fault(page), { timeout: 20_000 })
      .toEqual(['Found the text "gpu-count", expected the name of a figure that this picture has.']);
    await write(page, 'Large figure', 'gpus-in-service');
    expect(await fault(page)).toEqual([]);
    await expect
      .poll(() => page.locator('.stage-value').textContent(), { timeout: 20_000 })
      .toMatch(/100,000/);
    await write(page, 'Text', 'It fills.');
  });

  it('has nothing that axe finds, with the list of all steps beside it', async () => {
    const { page } = shared();
    await page.locator('#stage canvas').focus();
    await page.keyboard.press('o');
    await page.locator('.stage-panel').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('duplicates, moves, deletes and takes back, by mouse and keys', async () => {
    const { page } = shared();
    await press(page, 'Duplicate');
    await isAt(page, { stepIndex: 3, steps: 4, step: 'a-hall-at-night-2' });
    await write(page, 'Title of the step', 'The end');
    await page.locator('.editor-item').last().focus();
    await page.keyboard.press('Alt+ArrowUp');
    await isAt(page, { stepIndex: 2, step: 'the-end' });
    await page.keyboard.press('Delete');
    await isAt(page, { steps: 3 });
    await page.keyboard.press('Control+z');
    await isAt(page, { steps: 4, stepIndex: 2 });
    await press(page, 'Move down');
    const all = ['1. The campus', '2. From the side', '3. A hall at night', '4. The end'];
    expect(await items(page)).toEqual(all);
    await page.locator('.editor-item').last().focus();
    for (let back = 0; back < 3; back++) await page.keyboard.press('ArrowUp');
    await isAt(page, { stepIndex: 0 });
    // The stage leads, too, where the focus is not in the editor.
    await page.locator('#stage canvas').focus();
    await page.keyboard.press('PageDown');
    await isAt(page, { stepIndex: 1 });
    await expect.poll(() => page.locator('.editor-item[aria-current]').textContent()).toBe(all[1]);
    await reload(page);
    expect(await items(page)).toEqual(all);
  });

  it('says that another window has changed the story, and loses neither until one is chosen', async () => {
    const { page } = shared();
    const titles = () =>
      page.evaluate(() =>
        Object.fromEntries(
          Object.entries(localStorage).map(([key, text]) => [key.at(-1), JSON.parse(text).title]),
        ),
      );
    const changeElsewhere = (title: string) =>
      page.evaluate((to) => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const { localStorage: store } = frame.contentWindow!;
        const draft = JSON.parse(store.getItem('rackfield.story.1')!);
        store.setItem('rackfield.story.1', JSON.stringify({ ...draft, title: to, steps: [draft.steps[0]] }));
        frame.remove();
      }, title);
    const question = page.getByText('This story was changed in another window.');
    await write(page, 'Title of the story', 'Mine');
    await changeElsewhere('Theirs');
    await question.waitFor();
    await expect.poll(titles).toEqual({ 1: 'Theirs', 2: 'Mine' });
    await write(page, 'Title of the story', 'Still mine');
    expect(await titles()).toEqual({ 1: 'Theirs', 2: 'Still mine' });
    await press(page, 'Keep mine');
    expect(await page.locator('.editor :focus').count()).toBe(1);
    expect(await titles()).toEqual({ 1: 'Still mine' });
    await changeElsewhere('Theirs again');
    await question.waitFor();
    await press(page, 'Take theirs');
    expect(await field(page, 'Title of the story').inputValue()).toBe('Theirs again');
    expect(await items(page)).toEqual(['1. The campus']);
    await press(page, 'Undo');
    expect(await titles()).toEqual({ 1: 'Still mine' });
    expect(await items(page)).toHaveLength(4);
    expect(await question.isVisible()).toBe(false);
    await write(page, 'Title of the story', 'Boxes, no fog. (why?)');
  });

  it('refuses to save what is not in order, and leads there', async () => {
    const { page } = shared();
    await page.locator('.editor-item').last().click();
    await write(page, 'Text', ' ');
    await page.keyboard.press('Backspace');
    await write(page, 'Short name of the story', 'one-chip');
    await press(page, 'Save to a file');
    await expect
      .poll(() => page.locator('.editor-summary').textContent())
      .toMatch(/^Not saved yet: 2 things/);
    expect(await fault(page)).toEqual([
      'Nothing is written here yet.',
      'Found the text "one-chip", expected a short name that no other story has.',
    ]);
    await write(page, 'Short name of the story', 'fourth');
    await press(page, 'Save to a file');
    await expect
      .poll(() => page.locator('.editor-summary').textContent())
      .toMatch(/^Not saved yet: one thing/);
    await page.keyboard.type('All of it.');
    await isAt(page, { story: 'fourth', stepIndex: 3 });
  });

  it('saves a file that the schema accepts, and plays from the step', async () => {
    const { page } = shared();
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save to a file')]);
    expect(download.suggestedFilename()).toBe('fourth.story.json');
    const checked = checkStory(JSON.parse(readFileSync(await download.path(), 'utf8')));
    saved = checked.ok ? checked.story : undefined;
    expect(saved).toMatchObject({
      schemaVersion: 1,
      id: 'fourth',
      title: 'Boxes, no fog. (why?)',
      steps: [
        { id: 'the-campus', text: 'It stands in Memphis <b>& grows</b> fast.', view: 'site' },
        { id: 'from-the-side', seconds: 10 },
        { id: 'a-hall-at-night', view: 'hall', look: 'night', from: '2024-07-03', date: '2024-09-02' },
        { id: 'the-end', text: 'All of it.' },
      ],
    });
    await press(page, 'Play from here');
    await isAt(page, { story: 'fourth', stepIndex: 3 });
    expect(await page.locator('.editor').count()).toBe(0);
    await page.keyboard.press('e');
    await page.locator('.editor').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.editor').count()).toBe(0);
    await isAt(page, { story: 'fourth', stepIndex: 3 });
  });

  it('edits a copy of a story that comes with the program, and forgets it when asked twice', async () => {
    const { page } = shared();
    await withHandle(page, (handle) => handle.goToStep('one-chip', 2));
    await page.keyboard.press('o');
    await page.getByRole('button', { name: 'Edit this story' }).click();
    await write(page, 'Title of the step', 'My server');
    await isAt(page, { story: 'one-chip-2', step: 'server', stepIndex: 2, steps: 10 });
    await press(page, 'Delete this story');
    await press(page, 'Really delete it');
    expect(await page.locator('.stage-list .stage-choice').allTextContents()).toEqual([
      'From one chip to 200,000',
      '122 days',
      'How big is it?',
      'Boxes, no fog. (why?)',
    ]);
  });

  it('plays from that file on a page that has never seen it', async () => {
    const { page } = await harness().open(ADDRESS, { ...OPTIONS, viewport: { width: 640, height: 360 } });
    await page.locator('.stage-panel').waitFor();
    await page.locator('.stage-file').setInputFiles({
      name: 'fourth.story.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(saved)),
    });
    await isAt(page, { story: 'fourth', step: 'the-campus' });
    for (const step of ['from-the-side', 'a-hall-at-night', 'the-end']) {
      await page.keyboard.press('PageDown');
      await isAt(page, { step });
    }
  });
});
