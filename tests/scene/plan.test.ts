import { describe, expect, it } from 'vitest';
import { planStation } from '../../src/views/planStations.ts';
import { VERTICAL_FIELD as fov } from '../fixtures/projection.ts';
import { assertSilent, MODULE_REFUSED, waitReady, withHandle } from '../harness/browser.ts';
import { assertSame, type Picture } from '../harness/picture.ts';
import { sandboxPage } from '../harness/serve.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { cameraAt, drawn, goTo, pictureOf, plan, PLAIN, show, SMALL } from './scene.ts';

const harness = harnessForFile();
const opened = sharedPage(harness, `embed/?${PLAIN}`, SMALL);
const [WIDTH, HEIGHT] = [1280, 720];

/** Red, green and blue of a pixel. */
const pixel = ({ data, width }: Picture, x: number, y: number) => [
  ...data.subarray(
    (Math.round(y) * width + Math.round(x)) * 4,
    (Math.round(y) * width + Math.round(x)) * 4 + 3,
  ),
];

/** Metres of a pixel and the middle of a station's picture. */
function scaleOf(view: 'hall' | 'rack') {
  const { eye, target } = planStation(view, plan, 0, { aspect: WIDTH / HEIGHT, fov });
  const metres = (2 * (eye[1] - target[1]) * Math.tan(fov / 2)) / HEIGHT;
  const at = (x: number, z: number) => ({
    x: WIDTH / 2 + (x - target[0]) / metres,
    y: HEIGHT / 2 + (z - target[2]) / metres,
  });
  return { metres, at };
}

describe('the plan', () => {
  it('is drawn to scale: a hall is as wide between its walls as its document says', async () => {
    const { page } = opened();
    await show(page, 'look=plan&view=hall');
    const picture = await pictureOf(page, WIDTH, HEIGHT);
    const { metres, at } = scaleOf('hall');
    const { rect, rows } = plan.site.halls[0]!;
    // Along the strip behind the last row, from the middle outwards, to the first pixels of the cut walls.
    const last = Math.max(...rows.map(({ z0, depth }) => z0 + depth));
    const { x, y } = at((rect.x0 + rect.x1) / 2, (last + rect.z1) / 2);
    const reach = (step: number) => {
      let pixels = 0;
      while (pixels < WIDTH / 2 && pixel(picture, x + step * pixels, y)[0]! > 60) pixels++;
      return pixels;
    };
    const lining = 0.04;
    expect(Math.abs(reach(-1) + reach(1) - (rect.x1 - rect.x0 - 2 * lining) / metres)).toBeLessThan(2.5);
  });

  it('is ink on paper: white ground, black walls, and no colour where all is in service', async () => {
    const { page } = opened();
    await show(page, 'look=plan&view=hall&day=300');
    const { data } = await pictureOf(page, WIDTH, HEIGHT);
    let [white, black, coloured] = [0, 0, 0];
    for (let at = 0; at < data.length; at += 4) {
      const channels = [data[at]!, data[at + 1]!, data[at + 2]!];
      const [least, most] = [Math.min(...channels), Math.max(...channels)];
      if (least > 245) white++;
      if (most < 40) black++;
      if (most - least > 16) coloured++;
    }
    const pixels = data.length / 4;
    expect(white / pixels).toBeGreaterThan(0.6);
    expect(black / pixels).toBeGreaterThan(0.005);
    expect(coloured / pixels).toBeLessThan(0.001);
  });

  it('is the same when it is switched to as when it is opened', async () => {
    // On this day racks stand, and places wait for theirs.
    const query = 'look=plan&view=hall&day=60';
    const { page } = await harness().open(`embed/?${query}&${PLAIN}`, SMALL);
    const expected = await pictureOf(page, WIDTH, HEIGHT);
    await page.close();
    await show(opened().page, 'view=hall&day=60');
    await pictureOf(opened().page);
    await show(opened().page, query);
    await assertSame('switched-to-plan', await pictureOf(opened().page, WIDTH, HEIGHT), expected);
  });

  it('draws its lengths into every picture, of one size on the screen at any scale', async () => {
    const { page } = opened();
    await show(page, 'look=plan&view=rack');
    const { at } = scaleOf('rack');
    const first = await pictureOf(page, WIDTH, HEIGHT);
    // A frame of the window in between: letters are written again for each, and come out the same.
    await drawn(page);
    const again = await pictureOf(page, WIDTH, HEIGHT);
    expect(Buffer.compare(Buffer.from(first.data), Buffer.from(again.data))).toBe(0);
    // The aisle in front of the racks is empty but for its length.
    const south = plan.site.halls[0]!.rows[10]!;
    const front = at(0, south.z0 + south.depth).y;
    let inked = 0;
    for (let y = Math.ceil(front) + 4; y < front + 40; y++)
      for (let x = 0; x < WIDTH; x++) if (pixel(first, x, y)[0]! < 90) inked++;
    expect(inked).toBeGreaterThan(60);
  });

  it('leaves out a length that the picture would cut off', async () => {
    const { eye, target } = planStation('hall', plan, 0, { aspect: WIDTH / HEIGHT, fov });
    const { at } = scaleOf('hall');
    const { rect } = plan.site.halls[0]!;
    const wide = rect.x1 - rect.x0;
    /** Inked pixels over the hall's wall, where its width stands, with the eye so far east of its station. */
    async function inked(east: number): Promise<number> {
      const pose = cameraAt(eye[0] + east, eye[1], eye[2], target[0] + east, target[1], target[2]);
      const { page } = opened();
      await show(page, `look=plan&${pose}`);
      const picture = await pictureOf(page, WIDTH, HEIGHT);
      const { x, y } = at(rect.x1 - wide / 4 - east, rect.z0);
      expect(x).toBeGreaterThan(0);
      const column = Array.from({ length: 16 }, (_, row) => pixel(picture, x, y - 24 + row)[0]!);
      return column.filter((red) => red < 90).length;
    }
    expect(await inked(0)).toBeGreaterThan(0);
    // Its western end beyond the picture, its eastern one well within.
    expect(at(rect.x0 - wide, rect.z0).x).toBeLessThan(0);
    expect(await inked(wide)).toBe(0);
  });

  it('is lettered in its own type, which a sandbox is not asked for', async () => {
    const { page } = opened();
    await show(page, 'look=plan&view=hall');
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    );
    expect(loaded.join()).toContain('Archivo Rackfield');
    const host = harness().offer('sandboxed plan', sandboxPage(harness().at(`embed/?look=plan&${PLAIN}`)));
    const sandboxed = await harness().open(host, { ...SMALL, ready: false });
    const frame = sandboxed.page.frames().at(-1)!;
    await waitReady(frame);
    expect(await frame.evaluate(() => document.fonts.size)).toBe(0);
    assertSilent(sandboxed, MODULE_REFUSED);
  });

  it('takes a rack that is clicked on, and comes and goes without leaving anything', async () => {
    const opened = await harness().open(`embed/?view=hall&gpu=5&${PLAIN}`, {
      viewport: { width: WIDTH, height: HEIGHT },
    });
    const { page } = opened;
    // What is drawn near a rack is sent to the GPU when it is first seen; a picture waits for it.
    await goTo(page, 'rack');
    await pictureOf(page, 48, 27);
    await drawn(page);
    const before = (await opened.stats()).memory;
    await goTo(page, 'hall');
    await page.evaluate(() => document.querySelector('rack-field')?.setAttribute('look', 'plan'));
    await drawn(page);
    expect((await opened.stats()).look).toBe('plan');
    const { at } = scaleOf('hall');
    const rackIndex = plan.racks.hall.findIndex(
      (hall, at) => hall === 1 && plan.racks.row[at] === 5 && plan.racks.place[at] === 7,
    );
    const { x, y } = at(plan.racks.x[rackIndex]!, plan.racks.z[rackIndex]!);
    await page.mouse.click(x, y);
    await expect.poll(() => page.url()).toContain(`gpu=${plan.racks.firstGpu[rackIndex]}`);
    await goTo(page, 'rack');
    await page.evaluate(() => document.querySelector('rack-field')?.setAttribute('look', 'model'));
    await pictureOf(page, 48, 27);
    await drawn(page);
    const after = await withHandle(page, (handle) => handle.stats());
    expect(after.look).toBe('model');
    // The plan's racks have programs of their own, so those of the other looks are compiled again when they are next seen.
    expect({ ...after.memory, programs: 0 }).toEqual({ ...before, programs: 0 });
    expect(after.memory.programs).toBeLessThanOrEqual(before.programs);
    assertSilent(opened);
  });
});
