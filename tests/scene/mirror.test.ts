import { describe, expect, it } from 'vitest';
import { assertSilent, type Opened } from '../harness/browser.ts';
import { type Picture, pixelAt } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { fitOutDays, litFrom } from '../../src/timeline/fitOutDays.ts';
import { lampLines } from '../../src/inventory/hall/lampLines.ts';
import { PerspectiveCamera, Vector3 } from 'three';
import { cameraAt, growth, pictureOf, plan, PLAIN, show } from './scene.ts';

const harness = harnessForFile();
const [WIDTH, HEIGHT] = [480, 270];
const viewport = { width: WIDTH, height: HEIGHT };

/** Floors that give nothing back. Runs in the page. */
function dull() {
  const { prototype } = WebGL2RenderingContext;
  const names = new WeakMap<WebGLUniformLocation, string>();
  const { getUniformLocation, uniform1f } = prototype;
  prototype.getUniformLocation = function (program, name) {
    const location = getUniformLocation.call(this, program, name);
    if (location) names.set(location, name);
    return location;
  };
  prototype.uniform1f = function (location, value) {
    const isMirror = location && names.get(location) === 'uMirror';
    return uniform1f.call(this, location, isMirror ? 0 : value);
  };
}

/** Notes whether a shader that mirrors was ever used. Runs in the page. */
function noteMirrors() {
  const { prototype } = WebGL2RenderingContext;
  const { getUniformLocation } = prototype;
  prototype.getUniformLocation = function (program, name) {
    const location = getUniformLocation.call(this, program, name);
    if (location && name.startsWith('uMirrorRows')) document.documentElement.dataset.mirrors = 'true';
    return location;
  };
}

const hall = plan.site.halls[0]!;
const aisle = hall.aisles.filter(({ kind }) => kind === 'cold')[2]!.rect;
const z = (aisle.z0 + aisle.z1) / 2;
const eye = cameraAt(aisle.x0 + 1, hall.floorY + 1.62, z, aisle.x0 + 11, hall.floorY + 1.1, z);

async function photographed(look: string, { page }: Opened): Promise<Picture> {
  await show(page, `day=214&look=${look}&${eye}`);
  return pictureOf(page, WIDTH, HEIGHT);
}

/** Mean change of green from one picture to the other, how much of it made it darker, and of all that changed the highest line. */
function change(from: Picture, to: Picture) {
  let top = HEIGHT;
  let sum = 0;
  let darker = 0;
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const by = pixelAt(to, x, y)[1]! - pixelAt(from, x, y)[1]!;
      sum += by;
      darker -= Math.min(by, 0);
      if (Math.abs(by) > 2) top = Math.min(top, y);
    }
  return { top, mean: sum / (WIDTH * HEIGHT), darker: darker / (WIDTH * HEIGHT) };
}

describe("a hall's floor", () => {
  const opened = sharedPage(harness, 'embed/?motion=reduce&quality=medium', {
    viewport,
    before: noteMirrors,
  });
  const dulled = sharedPage(harness, 'embed/?motion=reduce&quality=medium', { viewport, before: dull });

  it('does not even ask for them at base quality', async () => {
    const plain = await harness().open(`embed/?day=214&${PLAIN}&${eye}`, { viewport, before: noteMirrors });
    await show(opened().page, `day=214&${eye}`);
    for (const [{ page }, asked] of [
      [plain, undefined],
      [opened(), 'true'],
    ] as const)
      expect(await page.evaluate(() => document.documentElement.dataset.mirrors)).toBe(asked);
    assertSilent(plain);
  });

  it('gives back the lamps of racks and halls at night, and nothing but the floor changes by it', async () => {
    const { top, mean } = change(
      await photographed('night', dulled()),
      await photographed('night', opened()),
    );
    expect(mean).toBeGreaterThan(0.05);
    // The eye looks a little down: the far end of the floor is above the middle of the picture.
    expect(top).toBeGreaterThan(HEIGHT * 0.4);
    expect(top).toBeLessThan(HEIGHT * 0.8);
  });

  it('shows a line of lamps where geometry says, to two pixels', async () => {
    const lines = lampLines(hall)!;
    const from = new Vector3(aisle.x0 + 1, hall.floorY + 1.62, z + 0.3);
    const to = new Vector3(aisle.x0 + 11, hall.floorY + 0.9, z + 0.1);
    const camera = new PerspectiveCamera(32, WIDTH / HEIGHT, 0.1, 1000);
    camera.position.copy(from);
    camera.lookAt(to);
    camera.updateMatrixWorld();
    /** Where the picture shows a place of the line's image, which lies as far below the floor as the line above it. */
    const imageAt = (x: number) => {
      const seen = new Vector3(x, 2 * hall.floorY - lines.y, z).project(camera);
      return { x: ((seen.x + 1) / 2) * WIDTH, y: ((1 - seen.y) / 2) * HEIGHT };
    };
    const [near, far] = [imageAt(aisle.x0 + 20), imageAt(aisle.x0 + 32)];
    const query = `day=214&look=night&${cameraAt(...from.toArray(), ...to.toArray())}`;
    const pictures = [];
    for (const { page } of [dulled(), opened()]) {
      await show(page, query);
      pictures.push(await pictureOf(page, WIDTH, HEIGHT));
    }
    const [plainly, shining] = pictures as [Picture, Picture];
    for (const share of [0.1, 0.5, 0.9]) {
      const y = Math.round(near.y + (far.y - near.y) * share);
      const expected = near.x + (far.x - near.x) * ((y + 0.5 - near.y) / (far.y - near.y));
      const more = Array.from(
        { length: WIDTH },
        (_, x) => pixelAt(shining, x, y)[1]! - pixelAt(plainly, x, y)[1]!,
      );
      const most = Math.max(...more);
      expect(most).toBeGreaterThan(20);
      // The middle of the brighter half of the ridge.
      const ridge = more.flatMap((by, x) => (by > most * 0.7 ? [x + 0.5] : []));
      const middle = ridge.reduce((sum, x) => sum + x, 0) / ridge.length;
      expect(Math.abs(middle - expected)).toBeLessThan(2);
    }
  });

  it('is dark at night in a hall that is not yet energized, and not in those beside it that are', async () => {
    const { page } = opened();
    const days = plan.site.halls.map((each) => litFrom(growth, each));
    const late = plan.site.halls.findIndex((each, at) => {
      const floor = fitOutDays(growth, each, 'floor').to;
      return at > 0 && days[at]! > days[at - 1]! + 2 && floor < days[at]! - 1;
    });
    expect(late).toBeGreaterThan(0);
    const brightness: number[] = [];
    for (const { rect, floorY } of [plan.site.halls[late - 1]!, plan.site.halls[late]!]) {
      const [x, middle] = [(rect.x0 + rect.x1) / 2, (rect.z0 + rect.z1) / 2];
      const above = cameraAt(x, floorY + 38, middle + 1, x, floorY, middle);
      await show(page, `day=${Math.floor(days[late]!)}&look=night&${above}`);
      const { data } = await pictureOf(page, 96, 54);
      brightness.push(data.reduce((sum, value, at) => sum + (at % 4 === 1 ? value : 0), 0) / (96 * 54));
    }
    expect(brightness[1]).toBeLessThan(30);
    expect(brightness[0]).toBeGreaterThan(brightness[1]! * 4);
  });

  it('shows dark racks by day', async () => {
    const { top, darker } = change(
      await photographed('model', dulled()),
      await photographed('model', opened()),
    );
    expect(darker).toBeGreaterThan(0.05);
    expect(top).toBeGreaterThan(HEIGHT * 0.4);
  });
});
