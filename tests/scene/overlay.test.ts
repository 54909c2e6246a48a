import { describe, expect, it } from 'vitest';
import { GRADE_FILLS } from '../../src/inventory/overlay/fills.ts';
import { focusGpu } from '../../src/views/focus.ts';
import { withHandle } from '../harness/browser.ts';
import { decodePng, type Picture, pictureBytes, pixelAt } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import {
  before,
  chances,
  drawn,
  goTo,
  loseAndRestore,
  middleRack,
  pictureOf,
  plan,
  PLAIN,
  show,
  SMALL,
} from './scene.ts';

const [WIDTH, HEIGHT] = [320, 180];
const harness = harnessForFile();
const element = sharedPage(harness, `embed/?${PLAIN}&overlay=evidence`, SMALL);

/** Hue of a colour, degrees. */
function hue([red, green, blue]: readonly number[]): number {
  const [r, g, b] = [red!, green!, blue!];
  return ((Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI + 360) % 360;
}
const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const apart = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180);

/** The middle of all pixels by channel, in a square around the picture's middle. */
function middleColour(picture: Picture, half: number): number[] {
  const pixels: (readonly number[])[] = [];
  for (let y = HEIGHT / 2 - half; y < HEIGHT / 2 + half; y++)
    for (let x = WIDTH / 2 - half; x < WIDTH / 2 + half; x++) pixels.push(pixelAt(picture, x, y));
  return [0, 1, 2].map(
    (channel) => pixels.map((pixel) => pixel[channel]!).sort((a, b) => a - b)[pixels.length >> 1]!,
  );
}

describe('the overlay of evidence', () => {
  it('paints a rack in the colour of the grade of its count, and again by the day', async () => {
    const { page } = element();
    await show(page, `overlay=evidence&day=214&${before(middleRack, 4)}`);
    const announced = middleColour(await pictureOf(page, WIDTH, HEIGHT), 20);
    expect(apart(hue(announced), hue(channels(GRADE_FILLS[1]!.ground)))).toBeLessThan(20);
    await show(page, `overlay=evidence&day=121&${before(middleRack, 4)}`);
    const derived = middleColour(await pictureOf(page, WIDTH, HEIGHT), 20);
    expect(apart(hue(derived), hue(channels(GRADE_FILLS[2]!.ground)))).toBeLessThan(20);
  });

  it('costs no draw calls, and leaves nothing behind, not in the picture and not in memory', async () => {
    const { page } = element();
    await show(page, 'view=site&day=214');
    const plain = await pictureOf(page, WIDTH, HEIGHT);
    const before = await withHandle(page, (handle) => handle.stats());
    await show(page, 'overlay=evidence&view=site&day=214');
    const painted = await pictureOf(page, WIDTH, HEIGHT);
    const during = await withHandle(page, (handle) => handle.stats());
    expect(during.overlay).toBe('evidence');
    expect(during.frame.drawCalls).toBe(before.frame.drawCalls);
    expect(painted.data).not.toEqual(plain.data);
    await show(page, 'overlay=phase&view=site&day=214');
    expect((await pictureOf(page, WIDTH, HEIGHT)).data).not.toEqual(painted.data);
    await show(page, 'view=site&day=214');
    await drawn(page);
    const after = await withHandle(page, (handle) => handle.stats());
    expect((await pictureOf(page, WIDTH, HEIGHT)).data).toEqual(plain.data);
    expect(after.memory).toEqual(before.memory);
    expect(after.day).toBe(before.day);
  });

  it('and the marker of a GPU are in a picture that is asked for as soon as they are chosen, and after a lost context', async () => {
    const { page } = await harness().open(`embed/?${PLAIN}&view=hall&day=214`, SMALL);
    /** The picture that is asked for right after an attribute was set, while the script that it needs comes later. */
    const askedWith = async (name: string, value: string, chunk: string) => {
      let come = () => {};
      const isLetThrough = new Promise<void>((resolve) => {
        come = resolve;
      });
      await page.route(new RegExp(`/${chunk}-`), async (route) => {
        await isLetThrough;
        await route.continue();
      });
      await page.evaluate(
        ([name, value]) => document.querySelector('rack-field')!.setAttribute(name, value),
        [name, value] as const,
      );
      const asked = pictureBytes(page, WIDTH, HEIGHT);
      await chances(page, 10);
      come();
      return decodePng(await asked);
    };
    const hall = await pictureOf(page, WIDTH, HEIGHT);
    const painted = await askedWith('overlay', 'evidence', 'Overlay');
    expect(painted.data).not.toEqual(hall.data);
    expect((await pictureOf(page, WIDTH, HEIGHT)).data).toEqual(painted.data);
    await loseAndRestore(page);
    expect((await pictureOf(page, WIDTH, HEIGHT)).data).toEqual(painted.data);
    // The GPU that is shown before it is chosen: only its marker is new.
    await goTo(page, 'gpu');
    const unmarked = await pictureOf(page, WIDTH, HEIGHT);
    const marked = await askedWith('gpu', String(focusGpu(plan)), 'Marker');
    expect(marked.data).not.toEqual(unmarked.data);
    await drawn(page);
    expect((await pictureOf(page, WIDTH, HEIGHT)).data).toEqual(marked.data);
  });

  it('has a legend that says every grade', async () => {
    const { page } = element();
    await show(page, 'overlay=evidence&view=site');
    const legend = page.locator('rack-field .legend');
    await legend.waitFor({ state: 'visible' });
    expect(await legend.getByRole('listitem').count()).toBe(4);
    await show(page, 'view=site');
    await legend.waitFor({ state: 'hidden' });
  });
});
