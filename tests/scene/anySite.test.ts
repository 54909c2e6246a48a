import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { resolveSite, type SiteDocument } from '../../src/model/site.ts';
import { VIEWS } from '../../src/views/view.ts';
import { withHandle } from '../harness/browser.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, goTo, pictureOf, PLAIN, SMALL } from './scene.ts';

const harness = harnessForFile();
const element = sharedPage(harness, `embed/?${PLAIN}`, SMALL);
const { width, height } = SMALL.viewport!;

const example = (name: string): SiteDocument =>
  JSON.parse(readFileSync(new URL(`../../assets/examples/${name}.json`, import.meta.url), 'utf8'));

/** A hut with one row of twelve racks from wall to wall. */
function rowInHut(): SiteDocument {
  const hut = example('smallest');
  const [type] = hut.hallTypes;
  Object.assign(type!, {
    size: [9.4, 5.2],
    blocks: [{ x: 0.2, length: 9 }],
    rows: [{ racks: [['compute', 12]] }],
  });
  Object.assign(hut.buildings[0]!, { x: [-5.2, 5.2] });
  return { ...hut, id: 'row' };
}

const sites = [
  ['a hut of one rack', example('smallest')],
  ['a single row', rowInHut()],
  ['three buildings', example('several-buildings')],
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
