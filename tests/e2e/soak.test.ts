import { describe, expect, it } from 'vitest';
import { CYCLE, type Held, SOAK_ADDRESS, SOAKED, soak, verdict } from '../../scripts/soakVisits.ts';
import { harnessForFile } from '../harness/suite.ts';

const harness = harnessForFile();

describe('visits to an exhibit, one after another', () => {
  it('leave it as it was at first, and nothing behind', async () => {
    const opened = await harness().open(SOAK_ADDRESS, { ...SOAKED, alone: true });
    const readings = await soak(opened, 2 * CYCLE, () => undefined);
    expect(verdict(readings).growing).toEqual([]);
    expect(readings.at(-1)).toMatchObject({ visits: 2 * CYCLE, contexts: 1 });
    const { contextLosses, kiosk } = await opened.stats();
    // On a slow machine there is time for another one.
    expect(contextLosses).toBeGreaterThanOrEqual(1);
    expect(kiosk).toMatchObject({ visits: 2 * CYCLE, recoveries: contextLosses });
  }, 240_000);

  it('are told apart where they leave something', () => {
    const flat: Held = {
      ...{ visits: 0, heap: 1e7, geometries: 17, textures: 14, programs: 16 },
      ...{ listeners: 100, nodes: 250, contexts: 1, timers: 2 },
    };
    const after = (visits: number, part?: keyof Held) => ({
      ...flat,
      visits,
      ...(part && { [part]: flat[part] + visits / CYCLE }),
    });
    const visits = Array.from({ length: 125 }, (_, cycle) => (cycle + 1) * CYCLE);
    expect(verdict(visits.map((each) => after(each))).growing).toEqual([]);
    expect(verdict(visits.map((each) => after(each, 'listeners'))).growing).toEqual(['listeners']);
    // What is made at first is not a leak.
    const warm = visits.map((each) => ({ ...after(each), heap: 1e7 + Math.min(each, 100) * 1e5 }));
    expect(verdict(warm).growing).toEqual([]);
  });
});
