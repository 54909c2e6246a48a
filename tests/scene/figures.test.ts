import { VIEWS } from '../../src/views/view.ts';
import { describe, expect, it } from 'vitest';
import { withHandle } from '../harness/browser.ts';
import type { View } from '../../src/views/view.ts';
import type { Stats } from '../harness/handle.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';
import { drawn, goTo, PLAIN, show, SMALL } from './scene.ts';

const shared = sharedPage(harnessForFile({ policy: true }), `embed/?${PLAIN}`, SMALL);

describe('the handle', () => {
  it('says 100,000 GPUs in 1,564 compute racks and 4 halls on day 122 of 100k', async () => {
    const opened = shared();
    await show(opened.page, 'config=100k&day=122');
    expect(await opened.stats()).toMatchObject({
      site: 'colossus',
      config: '100k',
      date: '2024-09-02',
      day: 122,
      curve: 'claimed',
      view: 'site',
      look: 'model',
      overlay: 'none',
      ready: true,
      motion: 'reduce',
      gpus: { installed: 100_000, energized: 100_000, inService: 100_000 },
      racks: { total: 2204, compute: 1564, installed: 2204 },
      servers: { total: 12_500 },
      arrays: { total: 196 },
      halls: { total: 4 },
      contextLosses: 0,
    });
  });

  it('says 200,000 in 3,128 and 8 halls on day 214 of 200k, 0 on day 0, and never fewer on a later day', async () => {
    const opened = shared();
    await show(opened.page, 'config=200k&day=214');
    expect(await opened.stats()).toMatchObject({
      date: '2024-12-03',
      gpus: { installed: 200_000, energized: 200_000, inService: 200_000 },
      racks: { total: 4408, compute: 3128, installed: 4408 },
      servers: { total: 25_000 },
      arrays: { total: 392 },
      halls: { total: 8 },
    });
    const days = [
      ...Array.from({ length: 120 }, (_, step) => step * 2.5),
      '2024-05-03',
      '2024-07-22',
      '2024-09-02',
      '2024-12-03',
      '2026-05-06',
    ];
    const seen = await withHandle(
      opened.page,
      (handle, sample: (number | string)[]) =>
        sample.map((day) => {
          handle.seek(day);
          return handle.stats();
        }),
      days,
    );
    seen.sort((a, b) => a.day - b.day);
    expect(seen.length).toBe(days.length);
    expect(seen[0]).toMatchObject({ day: 0, gpus: { installed: 0, energized: 0, inService: 0 } });
    expect(seen.at(-1)).toMatchObject({ date: '2026-05-06', gpus: { inService: 200_000 } });
    const counts: ((stats: Stats) => number)[] = [
      ({ gpus }) => gpus.installed,
      ({ gpus }) => gpus.energized,
      ({ gpus }) => gpus.inService,
      ({ racks }) => racks.installed,
    ];
    for (const count of counts) {
      const counted = seen.map(count);
      expect(counted).toEqual([...counted].sort((a, b) => a - b));
    }
    for (const { gpus } of seen) {
      expect(gpus.inService).toBeLessThanOrEqual(gpus.energized);
      expect(gpus.energized).toBeLessThanOrEqual(gpus.installed);
    }
    expect(new Set(seen.map(({ gpus }) => gpus.inService)).size).toBeGreaterThan(40);
    const wrong = withHandle(opened.page, (handle) => handle.seek('never'));
    await expect(wrong).rejects.toThrow('seek: found never');
  });
});

describe('draw calls', () => {
  it('stay under 60 at every station and 30 at site, and are the same for 1,000 GPUs as for 200,000', async () => {
    const opened = shared();
    await show(opened.page, '');
    const { page } = opened;
    const calls = async () => {
      const counted: Partial<Record<View, number>> = {};
      for (const view of VIEWS) {
        await goTo(page, view);
        const stats = await opened.stats();
        expect(stats.view).toBe(view);
        counted[view] = stats.frame.drawCalls;
      }
      return counted;
    };
    const colossus = await calls();
    for (const view of VIEWS) {
      expect(colossus[view], view).toBeGreaterThan(3);
      expect(colossus[view], view).toBeLessThanOrEqual(60);
    }
    expect(colossus.site).toBeLessThanOrEqual(30);

    const found: Record<number, Partial<Record<View, number>>> = {};
    for (const gpus of [1000, 200_000]) {
      await withHandle(page, (handle, site: unknown) => handle.setSite(site), generatedSite(gpus) as unknown);
      await drawn(page);
      expect((await opened.stats()).gpus.inService).toBe(gpus);
      found[gpus] = await calls();
    }
    expect(found[1000]).toEqual(found[200_000]);
    expect(found[1000]?.site).toBeLessThanOrEqual(30);
  });
});
