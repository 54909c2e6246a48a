import { describe, expect, it } from 'vitest';
import { VIEWS } from '../../src/views/view.ts';
import { assertSilent, withHandle } from '../harness/browser.ts';
import type { ExplainedFigure } from '../harness/handle.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, goTo, PLAIN, seek } from '../scene/scene.ts';

const harness = harnessForFile({}, COARSE);
const viewport = { width: 480, height: 270 };
const GRADES = ['reported', 'announced', 'derived', 'assumed'];

/** What holds for the figures of every page. */
function expectSound(figures: readonly ExplainedFigure[]) {
  const known = new Map(
    figures.map(({ id, grade, restsOn = grade }) => [id, GRADES.indexOf(restsOn)] as const),
  );
  const ids = new Set(known.keys());
  expect(ids.size).toBe(figures.length);
  for (const {
    id,
    name,
    value,
    unit,
    low = value,
    high = value,
    source,
    grade,
    asOf,
    from = [],
  } of figures) {
    expect([id, name, unit].every((text) => text.length > 0)).toBe(true);
    expect(source?.publisher, id).toBeTruthy();
    expect(GRADES, id).toContain(grade);
    expect(asOf, id).toMatch(/^\d{4}/);
    expect(low <= value && value <= high, id).toBe(true);
    for (const other of from)
      expect(known.get(id), `${id} from ${other}`).toBeGreaterThanOrEqual(known.get(other)!);
  }
}

describe.each([
  ['the element', `embed/?day=214&${PLAIN}`],
  ['the explorer', `?day=214&${PLAIN}`],
])('figures() of %s', (_where, address) => {
  const shared = sharedPage(harness, address, { viewport });

  it('has no entry without source and grade, and everything that is explained, at every station', async () => {
    const { page } = shared();
    for (const view of VIEWS) {
      await goTo(page, view);
      const { figures, explained } = await withHandle(page, async (handle) => {
        const { innerWidth, innerHeight } = window;
        const explained = [];
        for (let x = 1; x < 12; x++)
          for (let y = 1; y < 8; y++)
            explained.push(await handle.explain((x / 12) * innerWidth, (y / 8) * innerHeight));
        return { figures: await handle.figures(), explained };
      });
      expectSound(figures);
      const ids = new Set(figures.map(({ id }) => id));
      expect(explained.filter(Boolean).length, view).toBeGreaterThan(20);
      for (const found of explained) {
        if (!found) continue;
        expect(found.figures.length, `${view}: ${found.subject}`).toBeGreaterThan(0);
        for (const { id, source } of found.figures) {
          expect(ids.has(id), `${view}: ${id}`).toBe(true);
          expect(source?.publisher, id).toBeTruthy();
        }
      }
      const areas = figures.filter(({ id }) => GRADES.some((grade) => id === `${grade}-area`));
      expect(areas.map(({ id }) => id)).toEqual(GRADES.map((grade) => `${grade}-area`));
      expect(areas.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(100, 6);
    }
  });

  it('follows the day, and gives what is computed with its range, its arithmetic and where that comes from', async () => {
    const { page } = shared();
    await goTo(page, 'site');
    const figuresOn = async (day: number) => {
      await seek(page, day);
      await drawn(page);
      const all = await withHandle(page, (handle) => handle.figures());
      return new Map(all.map((figure) => [figure.id, figure]));
    };
    const figures = await figuresOn(122);
    expect(figures.get('gpus-in-service')!.value).toBe(100_000);
    expect(figures.get('energy-year')).toMatchObject({ unit: 'TWh', from: ['facility-power'] });
    expect(figures.get('energy-year')!.value).toBeCloseTo((181 * 8760) / 1e6, 2);
    expect(figures.get('memory-gain')).toMatchObject({
      name: 'Memory, H200 to B200',
      from: ['b200.memory', 'h200.memory'],
      arithmetic: '{b200.memory} / {h200.memory} - 1',
      grade: 'derived',
      note: expect.stringContaining('180 GB'),
    });
    expect(figures.get('memory-gain')!.low).toBeCloseTo(27.7, 1);
    expect(figures.get('h200.memory')).toMatchObject({ about: 'NVIDIA H200 SXM5', value: 141, unit: 'GB' });
    expect(figures.get('days-to-1e26')!.value).toBeCloseTo(29.2, 1);
    const empty = await figuresOn(0);
    expect(empty.get('gpus-in-service')!.value).toBe(0);
    expect(empty.get('energy-year')!.value).toBe(0);
    expect(empty.get('days-to-1e26')!.value).toBeCloseTo(29.2, 1);
  });
});

describe('figure=', () => {
  const small = { viewport: { width: 320, height: 180 } };
  const viewOf = (page: Parameters<typeof withHandle>[0]) =>
    withHandle(page, (handle) => {
      const { view, campus } = handle.stats() as { view: string; campus?: string };
      return { view, campus };
    });

  it('opens the view that shows it, stays in the address, and is left out with a sentence if it is unknown', async () => {
    const opened = await harness().open(`?${PLAIN}&figure=h200.memory`, small);
    const { page } = opened;
    await expect.poll(() => viewOf(page)).toEqual({ view: 'gpu', campus: 'colossus' });
    await expect.poll(() => page.url()).toContain('gpu=150001');
    expect(new URL(page.url()).searchParams.get('figure')).toBe('h200.memory');
    assertSilent(opened);
    const unknown = await harness().open(`?${PLAIN}&figure=gone.memory`, small);
    await unknown.page.getByText('There is no figure “gone.memory” here').waitFor();
    expect(await viewOf(unknown.page)).toMatchObject({ view: 'site' });
    await expect.poll(() => unknown.page.url()).not.toContain('figure=');
    assertSilent(unknown);
  });

  it('leaves a view that is wished for as it is, and follows the attribute of the element', async () => {
    const opened = await harness().open(`embed/?${PLAIN}&figure=compute.mass&view=hall`, small);
    const { page } = opened;
    await drawn(page);
    expect(await viewOf(page)).toMatchObject({ view: 'hall' });
    await page.evaluate(() => document.querySelector('rack-field')!.setAttribute('figure', 'smc-4u.power'));
    await expect.poll(() => viewOf(page)).toMatchObject({ view: 'server' });
    assertSilent(opened);
  });
});
