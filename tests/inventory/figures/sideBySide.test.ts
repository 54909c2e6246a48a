import { describe, expect, it } from 'vitest';
import { systemFigures } from '../../../src/inventory/figures/sideBySide.ts';
import { builtinSites } from '../../../src/model/builtin.ts';
import { comparedSites } from '../../../src/model/comparedSites.ts';
import { makeCampus } from '../../../src/timeline/campus.ts';

/** The figures of a built-in system on the day on which it is complete, or on another one. */
async function figuresOf(id: string, wanted?: number, curve?: string) {
  const document = builtinSites[id] ?? (await comparedSites[id]!.load());
  const campus = makeCampus({ id, document, curve });
  return systemFigures({ campus, day: wanted ?? campus.timeline.completeDay });
}

describe('the figures in which systems are compared', () => {
  it('say how many, how large and how strong', async () => {
    const { gpus, racks, power, floor, peak } = await figuresOf('colossus');
    expect([gpus, racks, peak].map((each) => each?.figure.value)).toEqual([200_000, 4408, 197.88]);
    expect(power?.figure).toMatchObject({ unit: 'MW', value: expect.closeTo(361.45, 1) });
    expect(floor?.figure.value).toBeCloseTo(72_929, 0);
  });

  it('say on what the power rests', async () => {
    const basis = async (...args: Parameters<typeof figuresOf>) => (await figuresOf(...args)).power?.power;
    expect(await basis('colossus')).toBe('documented');
    expect(await basis('colossus', 80, 'power')).toBe('account');
    expect(await basis('frontier')).toBe('documented');
    expect(await basis('meta-24k')).toBe('servers');
    expect((await figuresOf('frontier')).racks?.power).toBeUndefined();
  });

  it('rest on the least known of what they are computed from', async () => {
    const { gpus, floor, peak } = await figuresOf('eagle');
    expect(gpus).toMatchObject({ restsOn: 'reported', figure: { grade: 'reported' } });
    // The building of the drawing is a plain one.
    expect(floor).toMatchObject({ restsOn: 'assumed', figure: { grade: 'derived' } });
    expect(peak).toMatchObject({ restsOn: 'reported', figure: { grade: 'derived' } });
  });

  it('leave out what is not known, and the GPUs of a system that has none', async () => {
    expect((await figuresOf('frontier')).peak).toBeUndefined();
    const fugaku = await figuresOf('fugaku');
    expect(fugaku.gpus).toBeUndefined();
    expect(fugaku.racks?.figure.value).toBe(432);
  });

  it('follow the day', async () => {
    const { gpus, power } = await figuresOf('colossus', 122);
    expect(gpus?.figure.value).toBe(100_000);
    expect(power?.figure.value).toBeCloseTo(181, 0);
    expect((await figuresOf('colossus', 0)).racks?.figure.value).toBe(0);
  });
});
