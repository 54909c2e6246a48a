import { describe, expect, it } from 'vitest';
import { type Fill, GRADE_FILLS, inkAt } from '../../src/inventory/overlay/fills.ts';
import { classesOn, fillsOf } from '../../src/inventory/overlay/painting.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { GRADES } from '../../src/model/grades.ts';
import { makeCampus } from '../../src/timeline/campus.ts';
import { focusGpu } from '../../src/views/focus.ts';
import { withHandle } from '../harness/browser.ts';
import { decodePng, type Picture, pictureBytes, pixelAt } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import {
  before,
  cameraAt,
  chances,
  drawn,
  frontOf,
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

/** The fill whose pattern alone, without any colour, is most like the light and dark of a square around the middle; -1 where none is. */
function patternOf(picture: Picture, fills: readonly Fill[], half = 24): number {
  const light: number[] = [];
  const inks: number[][] = fills.map(() => []);
  for (let y = HEIGHT / 2 - half; y < HEIGHT / 2 + half; y++)
    for (let x = WIDTH / 2 - half; x < WIDTH / 2 + half; x++) {
      const [red, green, blue] = pixelAt(picture, x, y);
      light.push(0.3 * red ** 2 + 0.59 * green ** 2 + 0.11 * blue ** 2);
      fills.forEach((fill, at) => {
        inks[at]!.push(inkAt(fill, x + 0.5, HEIGHT - y - 0.5));
      });
    }
  const alike = inks.map((ink) => Math.abs(correlation(light, ink)));
  const most = Math.max(...alike);
  return most > 0.7 ? alike.indexOf(most) : -1;
}

/** How alike two rows of numbers go up and down, -1 to 1; 0 where one of them is level. */
function correlation(one: readonly number[], other: readonly number[]): number {
  const mean = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0) / all.length;
  const [a, b] = [mean(one), mean(other)];
  const sum = (of: (at: number) => number) => one.reduce((all, _, at) => all + of(at), 0);
  const own = sum((at) => (one[at]! - a) ** 2) * sum((at) => (other[at]! - b) ** 2);
  return own > 0 ? sum((at) => (one[at]! - a) * (other[at]! - b)) / Math.sqrt(own) : 0;
}

/** In a look, the part of a query that has the middle rack around the middle of the picture: its front, or in the plan its top. */
function rackIn(look: string): string {
  if (look !== 'plan') return before(middleRack, 4);
  const { x, z, kind, south } = frontOf(middleRack);
  const middle = z - (south * kind.depth) / 2;
  return cameraAt(x, 6.5, middle, x, 0, middle);
}

describe('the overlay of phases', () => {
  it('tells periods apart by their patterns alone, at night', async () => {
    const { page } = element();
    await show(page, `overlay=phase&look=night&day=214&${rackIn('night')}`);
    const campuses = [makeCampus({ id: 'colossus', document: builtinSites.colossus! })];
    const fills = fillsOf('phase', campuses);
    const own = classesOn('phase', campuses, 0, 214)({ subject: { kind: 'rack' }, rackIndex: middleRack });
    expect(patternOf(await pictureOf(page, WIDTH, HEIGHT), fills)).toBe(own);
    expect(await page.locator('rack-field .legend').getByRole('listitem').count()).toBe(fills.length);
  });
});

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

  it.each(['night', 'plan'])('tells grades apart by their patterns alone: %s', async (look) => {
    const { page } = element();
    const legend = page.locator('rack-field .legend');
    const told = async (query: string) => {
      await show(page, query);
      const { gpus, racks, servers } = await withHandle(page, (handle) => handle.stats());
      const meanings = await legend.locator('.legend-meaning').allTextContents();
      return { gpus, racks, servers, meanings, isShown: await legend.isVisible() };
    };
    for (const [day, grade] of [
      [214, 'announced'],
      [121, 'derived'],
    ] as const) {
      const seen = await told(`overlay=evidence&look=${look}&day=${day}&${rackIn(look)}`);
      const picture = await pictureOf(page, WIDTH, HEIGHT);
      expect(GRADES[patternOf(picture, GRADE_FILLS)]).toBe(grade);
      const explained = await withHandle(page, (handle) => handle.explain(160, 90));
      expect(explained?.grade).toBe(grade);
      // The legend and the counts are those of the picture by day.
      expect(seen.isShown).toBe(true);
      expect(seen).toEqual(await told(`overlay=evidence&look=model&day=${day}&${rackIn('model')}`));
    }
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
