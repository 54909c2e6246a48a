import { describe, expect, it } from 'vitest';
import { assertSame, halved } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { cameraAt, frontOf, middleRack, pictureOf, PLAIN, plan, show } from './scene.ts';

const harness = harnessForFile();
const [WIDTH, HEIGHT] = [640, 360];
const viewport = { width: WIDTH, height: HEIGHT };

/** Has every rack and its shade drawn by itself, and none as part of a run. Runs in the page. */
function rackByRack() {
  const { prototype } = WebGL2RenderingContext;
  const names = new WeakMap<WebGLUniformLocation, string>();
  const rackPrograms = new WeakSet<WebGLProgram>();
  let isRacks = false;
  const { getUniformLocation, uniform1i, useProgram, drawElements } = prototype;
  prototype.getUniformLocation = function (program, name) {
    const location = getUniformLocation.call(this, program, name);
    if (location) names.set(location, name);
    if (name === 'uTail') rackPrograms.add(program);
    return location;
  };
  prototype.uniform1i = function (location, value) {
    const isRun = /^u(Runs|Tail)$/.test((location && names.get(location)) || '');
    return uniform1i.call(this, location, isRun ? 0 : value);
  };
  prototype.useProgram = function (program) {
    isRacks = program !== null && rackPrograms.has(program);
    return useProgram.call(this, program);
  };
  prototype.drawElements = function (mode, count, type, offset) {
    // Three faces of two triangles a rack, or one of its shade; see the test for their number.
    const indices = this.getBufferParameter(this.ELEMENT_ARRAY_BUFFER, this.BUFFER_SIZE) / 4;
    const all = 4408 * (indices > 4408 * 6 ? 18 : 6);
    if (isRacks) document.documentElement.dataset.split = String(all - count);
    return drawElements.call(this, mode, isRacks ? all : count, type, offset);
  };
}

const { x, y, z, south } = frontOf(middleRack);
const hall = plan.site.halls[0]!;
const VIEWS: [string, string][] = [
  ['the site by day', 'view=site'],
  ['a hall by day', 'view=hall'],
  ['a hall by night', 'look=night&view=hall'],
  ['the fronts of a row', cameraAt(x - 6, y + 7, z + south * 9, x, y, z)],
  ['the rears of a row', `look=night&${cameraAt(x + 6, y + 8, z - south * 9, x, y, z - south * 2)}`],
  ['the ends of rows', cameraAt(hall.rect.x0 - 4, y + 9, z + 2, hall.rect.x0 + 9, y, z)],
];

describe('racks that are drawn as runs', () => {
  it('are 4,408 racks without them', () => expect(plan.racks.count).toBe(4408));

  const usual = sharedPage(harness, `embed/?${PLAIN}`, { viewport });
  const single = sharedPage(harness, `embed/?${PLAIN}`, { viewport, before: rackByRack });

  it.each(VIEWS)('look like racks that are drawn one by one: %s', async (name, query) => {
    const pictures = [];
    for (const { page } of [usual(), single()]) {
      await page.evaluate(() => delete document.documentElement.dataset.split);
      await show(page, `day=700&${query}`);
      pictures.push(halved(await pictureOf(page, WIDTH, HEIGHT)));
    }
    // Most racks had been part of a run.
    const split = await single().page.evaluate(() => Number(document.documentElement.dataset.split));
    expect(split).toBeGreaterThan(4408 * 4);
    // Edges and lamps that cross the end of a pixel fall to one side or the other; in groups of four little of that is left. A rack that is
    // wrong is tens of them.
    await assertSame(`runs ${name}`, pictures[0]!, pictures[1]!, { threshold: 0.03, maxPixels: 40 });
  });
});
