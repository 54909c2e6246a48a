import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { fullDocuments, shared } from '../../scripts/vitePlugins.ts';
import type { Pose } from '../../src/views/pose.ts';
import { type Point, seenFrom } from '../fixtures/projection.ts';
import { assertSilent, type Harness, startHarness } from '../harness/browser.ts';
import type { CampusesPage } from '../harness/campuses/campuses.ts';
import type { Picture } from '../harness/picture.ts';
import { drawn, pictureOf, plan } from './scene.ts';

let harness: Harness;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rackfield-campuses-'));
  await build({
    ...shared,
    plugins: [...(shared.plugins ?? []), fullDocuments()],
    configFile: false,
    root: join(root, 'tests/harness/campuses'),
    logLevel: 'warn',
    build: { ...shared.build, outDir: folder, emptyOutDir: true },
  });
  harness = await startHarness({ mounts: { '/campuses': folder } });
});
afterAll(async () => {
  await harness?.close();
  await rm(folder, { recursive: true, force: true });
});

const [WIDTH, HEIGHT] = [960, 540];
const { edge } = plan.site;
/** Metres between the edges of the two sites. */
const BETWEEN = 300;
const AT: readonly [number, number] = [edge.x1 - edge.x0 + BETWEEN, 0];

const open = (query: string) =>
  harness.open(`${harness.origin}/campuses/?quality=low&motion=reduce&${query}`, {
    viewport: { width: WIDTH, height: HEIGHT },
  });
const inPage = <Given>(page: Page, use: (campuses: CampusesPage, given: Given) => unknown, given: Given) =>
  page.evaluate(`(${use.toString()})(window.campuses, ${JSON.stringify(given)})`);
const beside = async (page: Page, config: string) => {
  await inPage(page, (campuses, [id, at]: [string, readonly [number, number]]) => campuses.beside(id, at), [
    config,
    AT,
  ]);
  await drawn(page);
};
const look = async (page: Page, pose: Pose) => {
  await inPage(page, (campuses, to: Pose) => campuses.look(to), pose);
  return pictureOf(page, WIDTH, HEIGHT);
};
const moved = ({ eye, target }: Pose, [x, z]: readonly [number, number]): Pose => ({
  eye: [eye[0] + x, eye[1], eye[2] + z],
  target: [target[0] + x, target[1], target[2] + z],
});
const brightness = ({ data, width }: Picture, x: number, y: number) => {
  const at = (Math.round(y) * width + Math.round(x)) * 4;
  return (data[at]! + data[at + 1]! + data[at + 2]!) / 3;
};

describe('two campuses beside each other', () => {
  it('stand 300 m apart, with their walls where arithmetic says', async () => {
    const opened = await open('config=100k&look=plan&day=214');
    const { page } = opened;
    await beside(page, '100k');
    const stats = (await opened.stats()) as unknown as { campus: string; campuses: unknown[] };
    expect(stats.campus).toBe('colossus');
    expect(stats.campuses).toMatchObject([
      { id: 'colossus', config: '100k', at: [0, 0], gpus: 100_000, racks: 2204, servers: 12_500, halls: 4 },
      { id: 'colossus:100k', config: '100k', at: AT, gpus: 100_000, halls: 4 },
    ]);
    const pose: Pose = { eye: [edge.x1, 2600, 0], target: [edge.x1, 0, 0] };
    const picture = await look(page, pose);
    const { rect } = plan.site.buildings[0]!;
    // A plan is seen straight from above, at the scale of the ground.
    const straight = { eye: [edge.x1, 2600, 0.001] as Point, target: [edge.x1, 0, 0] as Point };
    const pixelOf = (x: number, z: number) => {
      const seen = seenFrom(straight, [x, 0, z], WIDTH / HEIGHT);
      return { x: ((seen.x + 1) / 2) * WIDTH, y: ((1 - seen.y) / 2) * HEIGHT };
    };
    for (const at of [0, AT[0]])
      for (const wall of [rect.x0, rect.x1]) {
        const { x, y } = pixelOf(wall + at, (rect.z0 + rect.z1) / 2 + 20);
        const dark = Array.from({ length: 9 }, (_, step) => Math.round(x) - 4 + step).filter(
          (column) => brightness(picture, column, y) < 140,
        );
        expect(dark.length, `a wall at ${wall + at}`).toBeGreaterThan(0);
        for (const column of dark) expect(Math.abs(column + 0.5 - x)).toBeLessThan(1.6);
      }
    assertSilent(opened);
    await opened.close();
  });

  it.each(['model', 'night'])('add at most 12 draw calls for the second one: %s', async (name) => {
    const opened = await open(`config=200k&look=${name}`);
    const { page } = opened;
    await drawn(page);
    const calls = async () => (await opened.stats()).frame.drawCalls;
    const alone = await calls();
    await beside(page, '100k');
    const both = await calls();
    expect(both).toBeGreaterThan(alone + 5);
    expect(both - alone).toBeLessThanOrEqual(12);
    assertSilent(opened);
    await opened.close();
  });

  it('are told apart by what is pointed at', async () => {
    const opened = await open('config=100k&day=214');
    const { page } = opened;
    await beside(page, '100k');
    const { x, y, z } = { x: plan.racks.x[900]!, y: plan.racks.y[900]! + 2, z: plan.racks.z[900]! };
    const pose: Pose = { eye: [x, y + 40, z + 20], target: [x, y, z] };
    const pointed = async (from: Pose) => {
      await look(page, from);
      await page.mouse.move(1, 1);
      await page.mouse.move(WIDTH / 2, HEIGHT / 2);
      await expect
        .poll(() => page.evaluate(() => document.querySelector('canvas')!.style.cursor))
        .toBe('pointer');
      return inPage(page, (campuses) => campuses.pointed(), null);
    };
    const [first, second] = [await pointed(pose), await pointed(moved(pose, AT))];
    expect(first).toMatchObject({ campusIndex: 0, rackIndex: 900 });
    expect(second).toMatchObject({ campusIndex: 1, rackIndex: 900 });
    assertSilent(opened);
    await opened.close();
  });
});
