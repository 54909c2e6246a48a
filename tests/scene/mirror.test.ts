import { describe, expect, it } from 'vitest';
import { assertSilent } from '../harness/browser.ts';
import { type Picture, pixelAt } from '../harness/picture.ts';
import { harnessForFile } from '../harness/suite.ts';
import { cameraAt, pictureOf, plan } from './scene.ts';

const harness = harnessForFile();
const VIEWPORT = { width: 480, height: 270 };

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

async function photographed(look: string, before?: () => void): Promise<Picture> {
  const opened = await harness().open(`?day=214&look=${look}&motion=reduce&quality=medium${eye}`, {
    viewport: VIEWPORT,
    ...(before ? { before } : {}),
  });
  const picture = await pictureOf(opened.page, VIEWPORT.width, VIEWPORT.height);
  assertSilent(opened);
  await opened.close();
  return picture;
}

/** Mean change of green from one picture to the other, and of all that changed the highest line. */
function change(from: Picture, to: Picture) {
  let top = VIEWPORT.height;
  let sum = 0;
  for (let y = 0; y < VIEWPORT.height; y++)
    for (let x = 0; x < VIEWPORT.width; x++) {
      const by = pixelAt(to, x, y)[1]! - pixelAt(from, x, y)[1]!;
      sum += by;
      if (Math.abs(by) > 2) top = Math.min(top, y);
    }
  return { top, mean: sum / (VIEWPORT.width * VIEWPORT.height) };
}

describe("a hall's floor", () => {
  it('gives back the lamps of racks and halls at night, and nothing but the floor changes by it', async () => {
    const { top, mean } = change(await photographed('night', dull), await photographed('night'));
    expect(mean).toBeGreaterThan(0.05);
    // The eye looks a little down: the far end of the floor is above the middle of the picture.
    expect(top).toBeGreaterThan(VIEWPORT.height * 0.4);
    expect(top).toBeLessThan(VIEWPORT.height * 0.8);
  });

  it('does not even ask for them at base quality', async () => {
    for (const [quality, asked] of [
      ['low', undefined],
      ['medium', 'true'],
    ] as const) {
      const opened = await harness().open(`?day=214&motion=reduce&quality=${quality}${eye}`, {
        viewport: VIEWPORT,
        before: noteMirrors,
      });
      expect(await opened.page.evaluate(() => document.documentElement.dataset.mirrors)).toBe(asked);
      assertSilent(opened);
      await opened.close();
    }
  });

  it('shows dark racks by day', async () => {
    const { top, mean } = change(await photographed('model', dull), await photographed('model'));
    expect(mean).toBeLessThan(-0.05);
    expect(top).toBeGreaterThan(VIEWPORT.height * 0.4);
  });
});
