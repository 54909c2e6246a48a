import { describe, expect, it, vi } from 'vitest';
import { compareWith } from '../../../src/modes/documents/compare.ts';
import { loadSystem } from '../../../src/modes/documents/systems.ts';
import { createExperience } from '../../../src/state/experience.ts';
import { generatedSite } from '../../fixtures/generatedSites.ts';

vi.stubGlobal('navigator', { language: 'en' });

/** Addresses that are being waited for, with what makes them arrive. */
const arrivals = new Map<string, () => void>();

vi.mock('../../../src/modes/documents/fetchSite.ts', () => ({
  async fetchSite(address: string) {
    if (address.startsWith('https:')) return { key: 'notice.siteForeign', values: { value: address } };
    if (address === 'wrong.json')
      return { key: 'notice.siteWrong', values: { value: address, expected: 'edge: found 7, expected …' } };
    if (address === 'late.json') await new Promise<void>((arrive) => arrivals.set(address, arrive));
    arrivals.delete(address);
    return { document: generatedSite(address === 'late.json' ? 2000 : 1000) };
  },
}));

const stateOf = ({ store }: ReturnType<typeof createExperience>) => store.getState();
const ids = (experience: ReturnType<typeof createExperience>) =>
  stateOf(experience).campuses.map(({ id }) => id);
const said = (experience: ReturnType<typeof createExperience>) =>
  stateOf(experience).notices.map(({ key, values }) => `${key} ${Object.values(values).join(' ')}`);

describe('systems beside the site', () => {
  it('join it on the same day and are seen together; the site stays where it is', async () => {
    const wish = { compare: 'colossus:100k,mine.json', day: 61, view: 'hall' as const };
    const experience = createExperience({ wish });
    const [site] = stateOf(experience).campuses;
    expect(stateOf(experience).isJoining).toBe(true);
    await compareWith(experience, wish);
    expect(ids(experience)).toEqual(['colossus', 'colossus:100k', 'mine.json']);
    expect(stateOf(experience)).toMatchObject({
      isJoining: false,
      day: 61,
      view: 'hall',
      campusIndex: 0,
      flight: 0,
    });
    const { campuses, notices } = stateOf(experience);
    expect(campuses[0]).toBe(site);
    expect(campuses.map(({ layout }) => layout.totals.gpus)).toEqual([200_000, 100_000, 1000]);
    expect(notices).toEqual([]);
  });

  it('are the rest where some cannot be shown, each of which gets a sentence', async () => {
    const experience = createExperience();
    const compare =
      'colosus,colossus:300k,wrong.json,https://elsewhere.example/a.json,colossus:100k,colossus:100k,h100,h200';
    await compareWith(experience, { compare });
    expect(ids(experience)).toEqual(['colossus', 'colossus:100k']);
    const sentences = said(experience);
    expect(sentences).toHaveLength(7);
    for (const part of [
      '“colosus”',
      '“colossus:300k”',
      'wrong.json',
      'https://elsewhere',
      '“colossus:100k” is shown',
    ])
      expect(
        sentences.filter((sentence) => sentence.includes(part)),
        part,
      ).toHaveLength(1);
    for (const chip of ['“h100”', '“h200”'])
      expect(sentences).toContainEqual(expect.stringContaining(`not compared with each other, so ${chip}`));
  });

  it('can be chips, which are seen from a GPU’s station unless another view is wished for', async () => {
    const experience = createExperience({ wish: { compare: 'h100,b200' } });
    await compareWith(experience, { compare: 'h100,b200' });
    expect(stateOf(experience)).toMatchObject({ chips: ['h100', 'b200'], view: 'gpu', isJoining: false });
    expect(ids(experience)).toEqual(['colossus']);
    await compareWith(experience, { compare: 'h200', view: 'hall' });
    expect(stateOf(experience)).toMatchObject({ chips: ['h200'], view: 'gpu', notices: [] });
    await compareWith(experience, { compare: 'colossus:100k' });
    expect(stateOf(experience).chips).toEqual([]);
    const without = createExperience({ siteId: 'fugaku', document: await loadSystem('fugaku') });
    await compareWith(without, { compare: 'h100' });
    expect(stateOf(without)).toMatchObject({ chips: [], view: 'site' });
    expect(said(without)).toEqual([expect.stringContaining('has no GPU')]);
  });

  it('are visited by their id, down to a GPU that they have', async () => {
    const wish = { compare: 'mine.json', campus: 'mine.json', gpu: 1000 };
    const experience = createExperience({ wish });
    expect(stateOf(experience)).toMatchObject({ view: 'site', gpu: 0 });
    await compareWith(experience, wish);
    expect(stateOf(experience)).toMatchObject({ view: 'rack', gpu: 1000, campusIndex: 1, flight: 1 });
    await compareWith(experience, { ...wish, gpu: 1001, view: 'hall' });
    expect(stateOf(experience)).toMatchObject({ view: 'hall', gpu: 0, campusIndex: 1 });
    expect(stateOf(experience).notices).toMatchObject([
      { key: 'notice.gpuRange', values: { value: 1001, expected: 1000 } },
    ]);
  });

  it('say so where a campus is not in the picture', async () => {
    const experience = createExperience();
    await compareWith(experience, { compare: 'colossus:100k', campus: 'mine.json', view: 'rack', gpu: 4 });
    expect(stateOf(experience)).toMatchObject({ view: 'site', gpu: 0, campusIndex: 0, flight: 0 });
    expect(said(experience)).toEqual([expect.stringContaining('colossus or colossus:100k')]);
  });

  it('leave the eye where the address has put it, unless nothing is there', async () => {
    const near = { eye: [100, 200, 1200], target: [0, 0, 900] } as const;
    const experience = createExperience({ wish: { compare: 'colossus:100k', camera: near } });
    await compareWith(experience, {
      compare: 'colossus:100k',
      camera: near,
      campus: 'colossus:100k',
      view: 'hall',
    });
    expect(stateOf(experience)).toMatchObject({ view: 'hall', campusIndex: 1, flight: 0, notices: [] });
    const far = { eye: [90_000, 200, 300], target: [90_000, 0, 0] } as const;
    await compareWith(experience, { compare: 'colossus:100k', camera: far });
    expect(stateOf(experience)).toMatchObject({
      view: 'site',
      flight: 1,
      notices: [{ key: 'notice.cameraAway' }],
    });
  });

  it('go again, the others staying the same where they were', async () => {
    const experience = createExperience();
    await compareWith(experience, { compare: 'colossus:100k,mine.json' });
    const [, second, third] = stateOf(experience).campuses;
    experience.goTo('rack', 3, 2);
    await compareWith(experience, { compare: 'mine.json' });
    expect(ids(experience)).toEqual(['colossus', 'mine.json']);
    expect(experience.campus().layout).toBe(third!.layout);
    expect(stateOf(experience)).toMatchObject({ campusIndex: 1, view: 'rack', gpu: 3 });
    await compareWith(experience, {});
    expect(ids(experience)).toEqual(['colossus']);
    expect(stateOf(experience)).toMatchObject({ campusIndex: 0, gpu: 0 });
    expect(second!.layout.totals.gpus).toBe(100_000);
  });

  it('are those of the latest wish, whatever comes last', async () => {
    const experience = createExperience();
    const early = compareWith(experience, { compare: 'late.json' });
    await vi.waitFor(() => expect(arrivals.has('late.json')).toBe(true));
    await compareWith(experience, { compare: 'mine.json' });
    arrivals.get('late.json')!();
    await early;
    expect(ids(experience)).toEqual(['colossus', 'mine.json']);
  });

  it('do not join another site that was opened while they were loading', async () => {
    const experience = createExperience();
    const early = compareWith(experience, { compare: 'late.json' });
    await vi.waitFor(() => expect(arrivals.has('late.json')).toBe(true));
    experience.setSite('own', generatedSite(8));
    arrivals.get('late.json')!();
    await early;
    expect(ids(experience)).toEqual(['own']);
  });
});
