import { describe, expect, it } from 'vitest';
import { assertSilent, type Opened } from '../harness/browser.ts';
import { type Picture, pixelAt } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { cameraAt, pictureOf, plan, PLAIN, show } from './scene.ts';

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

/** Mean change of green from one picture to the other, and of all that changed the highest line. */
function change(from: Picture, to: Picture) {
  let top = HEIGHT;
  let sum = 0;
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const by = pixelAt(to, x, y)[1]! - pixelAt(from, x, y)[1]!;
      sum += by;
      if (Math.abs(by) > 2) top = Math.min(top, y);
    }
  return { top, mean: sum / (WIDTH * HEIGHT) };
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

  it('shows dark racks by day', async () => {
    const { top, mean } = change(
      await photographed('model', dulled()),
      await photographed('model', opened()),
    );
    expect(mean).toBeLessThan(-0.05);
    expect(top).toBeGreaterThan(HEIGHT * 0.4);
  });
});
