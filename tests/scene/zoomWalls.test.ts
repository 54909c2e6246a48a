import { describe, expect, it } from 'vitest';
import { blockedAt } from '../../src/views/path.ts';
import { distanceOf, type Pose } from '../../src/views/pose.ts';
import { around, enclosuresOf } from '../../src/views/walls.ts';
import { isWayBlocked } from '../../src/views/zoomStep.ts';
import type { Point } from '../fixtures/projection.ts';
import { assertSilent } from '../harness/browser.ts';
import { campusesForFile, inPage, openCampuses } from '../harness/campuses/suite.ts';
import { drawn, plan, SMALL } from './scene.ts';

const harness = campusesForFile();
const { width: WIDTH, height: HEIGHT } = SMALL.viewport!;

describe('a zoom by the wheel', () => {
  it('takes the eye through no wall, into a hall and out', async () => {
    const opened = await openCampuses(harness(), 'config=100k&day=214&motion=full&view=hall&roof=on', {
      ...SMALL,
    });
    const { page } = opened;
    await drawn(page);
    await inPage(page, (campuses) => campuses.film(), null);
    await page.mouse.move(WIDTH / 2, HEIGHT / 2);
    const roll = async (by: number, until: string) => {
      for (let notch = 0; notch < 60 && (await opened.stats()).view !== until; notch++) {
        await page.mouse.wheel(0, by);
        await drawn(page, 12);
      }
      expect((await opened.stats()).view).toBe(until);
    };
    await roll(-500, 'rack');
    await roll(500, 'hall');
    const film = (await inPage(page, (campuses) => campuses.filmed(), null)) as Pose[];
    const walls = enclosuresOf({ site: plan.site, at: [0, 0] });
    const eyes = film.map(({ eye }) => eye);
    const passed = eyes.filter((_, at) => at > 0 && blockedAt([eyes[at - 1]!, eyes[at]!], walls) >= 0);
    expect(passed).toEqual([]);
    // It came out of a hall and into it.
    expect(new Set(eyes.map((eye) => around(eye, walls).length)).size).toBeGreaterThan(1);
    assertSilent(opened);
    await opened.close();
  });

  it.each([
    ['the roof', 120, 60, 'building'],
    ['a facade', 40, -400, 'site'],
  ])('stops before %s once a hand has turned the picture', async (_, right, down, view) => {
    const opened = await openCampuses(harness(), `config=100k&day=214&motion=full&view=${view}&roof=on`, {
      ...SMALL,
    });
    const { page } = opened;
    await drawn(page);
    const [x, y] = [WIDTH / 2, HEIGHT / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + right / 3, y + down / 3, { steps: 4 });
    await page.mouse.up();
    await drawn(page, 12);
    const begun = (await inPage(page, (campuses) => campuses.pose(), null)) as Pose;
    await page.mouse.move(x, y);
    await inPage(page, (campuses) => campuses.film(), null);
    const walls = enclosuresOf({ site: plan.site, at: [0, 0] });
    // On until some smaller notches in a row move the eye no more.
    for (let [notch, still, last] = [0, 0, '']; notch < 40 && still < 4; notch++) {
      await page.mouse.wheel(0, still > 0 ? -250 : -500);
      await drawn(page, 12);
      const now = JSON.stringify(await inPage(page, (campuses) => campuses.pose(), null));
      still = now === last ? still + 1 : 0;
      last = now;
    }
    const film = (await inPage(page, (campuses) => campuses.filmed(), null)) as Pose[];
    const last = film.at(-1)!;
    const eyes = film.map(({ eye }) => eye);
    expect(eyes.filter((_, at) => at > 0 && blockedAt([eyes[at - 1]!, eyes[at]!], walls) >= 0)).toEqual([]);
    expect(isWayBlocked(begun, last, walls, true)).toBe(false);
    // It went as far as it could.
    const nearer = last.target.map((to, axis) => (to + last.eye[axis]!) / 2) as unknown as Point;
    expect(isWayBlocked(last, { eye: nearer, target: last.target }, walls, true)).toBe(true);
    expect(around(last.eye, walls)).toEqual([]);
    expect(distanceOf(last)).toBeLessThan(distanceOf(begun) * 0.7);
    assertSilent(opened);
    await opened.close();
  });
});
