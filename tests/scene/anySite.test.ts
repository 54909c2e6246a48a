import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressOf, gpuPosition } from '../../src/layout/address.ts';
import { layout } from '../../src/layout/layout.ts';
import { parcelWith } from '../../src/layout/parcels.ts';
import { resolveSite, type SiteDocument } from '../../src/model/site.ts';
import { inScene, writePose } from '../../src/views/pose.ts';
import { VIEWS } from '../../src/views/view.ts';
import { withHandle } from '../harness/browser.ts';
import { difference, type Picture } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, goTo, pictureOf, PLAIN, SMALL } from './scene.ts';

const harness = harnessForFile();
const element = sharedPage(harness, `embed/?${PLAIN}`, SMALL);
const { width, height } = SMALL.viewport!;

const example = (name: string): SiteDocument =>
  JSON.parse(readFileSync(new URL(`../../assets/examples/${name}.json`, import.meta.url), 'utf8'));

/** A hut with one row of twelve racks from wall to wall, which runs from north to south. */
function rowInHut(): SiteDocument {
  const hut = example('smallest');
  const [type] = hut.hallTypes;
  Object.assign(type!, {
    size: [9.4, 5.2],
    blocks: [{ x: 0.2, length: 9 }],
    rows: [{ racks: [['compute', 12]] }],
  });
  Object.assign(hut.buildings[0]!, { x: [-5.2, 5.2] });
  return { ...hut, id: 'row', turnDeg: 90 };
}

/** Places of the picture, shares of its width and height. */
const POINTS = [
  [0.5, 0.5],
  [0.31, 0.62],
  [0.72, 0.41],
  [0.6, 0.8],
  [0.12, 0.3],
] as const;

const sites = [
  ['a hut of one rack', example('smallest')],
  ['a single row from north to south', rowInHut()],
  ['three buildings that are turned', example('several-buildings')],
] as const;

describe.each(sites)('%s', (_, document) => {
  const plan = layout(resolveSite(document, document.configurations.at(-1)!.id));
  const gpu = plan.totals.gpus;

  it('shows what each view is about, in every look', async () => {
    const { page } = element();
    await withHandle(page, (handle, site: unknown) => handle.setSite(site), document as unknown);
    await withHandle(page, (handle, to: number) => handle.goTo('rack', { gpu: to }), gpu);
    for (const look of ['model', 'night', 'plan']) {
      await page.evaluate(
        (to) => globalThis.document.querySelector('rack-field')!.setAttribute('look', to),
        look,
      );
      for (const view of look === 'model' ? VIEWS : (['building', 'rack'] as const)) {
        await goTo(page, view);
        const { data } = await pictureOf(page, width, height);
        // Not a wall from right before it.
        const tones = new Set(Array.from({ length: data.length / 4 }, (_, at) => data[at * 4]! >> 3));
        expect(tones.size, `${view}, ${look}`).toBeGreaterThan(5);
        expect((await element().stats()).view).toBe(view);
        if (view !== 'rack') continue;
        const seen = await withHandle(page, (handle, [x, y]: number[]) => handle.explain(x!, y!), [
          width / 2,
          height / 2,
        ]);
        expect(seen!.subject, look).not.toMatch(/wall|door|ceiling|roof|column|lawn|field|road|building/);
      }
    }
    await page.evaluate(() => globalThis.document.querySelector('rack-field')!.removeAttribute('look'));
    await drawn(page);
  });
});

describe('a site that is turned', () => {
  const document = example('several-buildings');
  /** GPUs in the first, the second and the last building, whose racks face both ways. */
  const gpus = [77, 5003, 14_000];

  it('is the same picture in halls, of the same things at every station, with each GPU where arithmetic says', async () => {
    const { page } = element();
    const whatIsAt = (x: number, y: number) =>
      withHandle(page, (handle, [x, y]: number[]) => handle.explain(x!, y!), [x, y]);
    const shown: unknown[][] = [];
    const pictures: Picture[][] = [];
    for (const turnDeg of [0, 217]) {
      const site = { ...document, turnDeg };
      const plan = layout(resolveSite(site, 'all'));
      await withHandle(page, (handle, to: unknown) => handle.setSite(to), site as unknown);
      const seen: unknown[] = [];
      const own: Picture[] = [];
      for (const view of ['site', 'hall', 'aisle', 'server'] as const) {
        await withHandle(page, (handle, [to, gpu]) => handle.goTo(to as 'hall', { gpu: gpu as number }), [
          view,
          gpus[1]!,
        ]);
        await drawn(page);
        // Outside, shadows fall to another side.
        if (view === 'aisle' || view === 'server') own.push(await pictureOf(page, width, height));
        for (const [x, y] of POINTS) {
          const found = await whatIsAt(x * width, y * height);
          seen.push([view, found?.subject, found?.address]);
        }
      }
      shown.push(seen);
      pictures.push(own);
      for (const gpu of gpus) {
        const { x, y, z, nx, nz } = gpuPosition(plan, gpu);
        const { hall, row, place: rack, server } = addressOf(plan, gpu);
        const standing = { site: parcelWith(plan, plan.site.halls[hall - 1]!).site, at: [0, 0] as const };
        const target = [x, y, z] as const;
        const pose = inScene({ eye: [x + nx * 0.9, y, z + nz * 0.9], target }, standing);
        await page.evaluate(
          (to) => globalThis.document.querySelector('rack-field')!.setAttribute('camera', to),
          writePose(pose),
        );
        await drawn(page);
        const found = await whatIsAt(width / 2, height / 2);
        const what = `${gpu}, turned by ${turnDeg} degrees`;
        // A hose may hang before it.
        expect(found?.address, what).toMatchObject({ hall, row, rack, server });
        if (found?.subject === 'gpu') expect(found.address, what).toMatchObject({ number: gpu });
      }
      await page.evaluate(() => globalThis.document.querySelector('rack-field')!.removeAttribute('camera'));
    }
    expect(shown[1]).toEqual(shown[0]);
    pictures[1]!.forEach((own, at) => {
      expect(difference(own, pictures[0]![at]!, 0.25).share).toBeLessThan(0.01);
    });
  });
});

describe('a site with a building at another angle', () => {
  const document = example('several-buildings');
  const [, , east] = document.buildings;
  Object.assign(east!, { turnDeg: 37 });
  const plan = layout(resolveSite(document, 'all'));
  /** At the same place in a house that is not turned and in the one that is: each of the four halls has as many. */
  const gpus = [77, 77 + (plan.totals.gpus / 4) * 3];

  it('shows both at every station by few draw calls, with what is there by its address', async () => {
    const { page } = element();
    const whatIsAt = () =>
      withHandle(page, (handle, [x, y]: number[]) => handle.explain(x!, y!), [width / 2, height / 2]);
    await withHandle(page, (handle, to: unknown) => handle.setSite(to), document as unknown);
    const pictures: Picture[] = [];
    for (const gpu of gpus) {
      const { hall, row, place: rack } = addressOf(plan, gpu);
      for (const view of VIEWS) {
        await withHandle(page, (handle, [to, gpu]) => handle.goTo(to as 'hall', { gpu: gpu as number }), [
          view,
          gpu,
        ]);
        await drawn(page);
        const {
          frame,
          gpus: counted,
          campuses,
        } = (await element().stats()) as unknown as {
          frame: { drawCalls: number };
          gpus: unknown;
          campuses: { gpus: number }[];
        };
        expect(frame.drawCalls, view).toBeLessThanOrEqual(60);
        expect(
          campuses.map(({ gpus }) => gpus),
          view,
        ).toEqual([plan.totals.gpus]);
        expect(counted, view).toBeDefined();
        if (view === 'aisle') pictures.push(await pictureOf(page, width, height));
        // Before the server stands somebody who works at it.
        if (view !== 'rack' && view !== 'gpu') continue;
        expect((await whatIsAt())?.address, `${view} of ${gpu}`).toMatchObject({ hall, row, rack });
      }
    }
    // The houses are the same inside, but for the generation of GPUs.
    expect(difference(pictures[0]!, pictures[1]!, 0.25).share).toBeLessThan(0.05);
  });

  it('has near parts where the eye is, whatever is selected', async () => {
    const { page } = element();
    const last = plan.totals.gpus;
    const standing = { site: parcelWith(plan, plan.site.halls[3]!).site, at: [0, 0] as const };
    const { x, y, z, nz } = gpuPosition(plan, last);
    const near = inScene({ eye: [x + 0.4, y + 0.3, z + nz * 0.9], target: [x, y, z] }, standing);
    const shown: Picture[] = [];
    // In another house, and in the same one at another row.
    for (const gpu of [1, last - 3000]) {
      await withHandle(page, (handle, to: number) => handle.goTo('hall', { gpu: to }), gpu);
      await page.evaluate(
        (to) => globalThis.document.querySelector('rack-field')!.setAttribute('camera', to),
        writePose(near),
      );
      // In smaller pictures hoses begin nearer to the eye.
      shown.push(await pictureOf(page, 480, 300));
      await page.evaluate(() => globalThis.document.querySelector('rack-field')!.removeAttribute('camera'));
    }
    expect(difference(shown[0]!, shown[1]!, 0.1).share).toBeLessThan(0.001);
  });
});
