import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { comparedSites } from '../../src/model/comparedSites.ts';
import { dayOf } from '../../src/model/days.ts';
import { makeCampus } from '../../src/timeline/campus.ts';
import { createExperience } from '../../src/state/experience.ts';
import { sayIn, sharedWords } from '../../src/state/words.ts';
import { dayWords } from '../../src/ui/element/controls.ts';
import { campusFacts } from '../../src/ui/campusFacts.ts';
import { basisWords, countWords, sayOfCampuses } from '../../src/ui/campusWords.ts';
import { createFormat } from '../../src/ui/format.ts';

const document = builtinSites.colossus!;
const site = makeCampus({ id: 'colossus', document, config: '200k' });
const beside = async (id: string) => makeCampus({ id, document: await comparedSites[id]!.load() });
const on = (date: string) => dayOf(site.site.dayZero, date);
const [say, format] = [sayOfCampuses('en'), createFormat('en')];

describe('the line of counts in the element', () => {
  it('counts GPUs, and servers of a machine without GPUs', async () => {
    const counts = async (id: string) => {
      const experience = createExperience({
        siteId: id,
        document: await comparedSites[id]!.load(),
        wish: { lang: 'en' },
      });
      return dayWords(experience, sayIn('en', sharedWords))().counts;
    };
    expect(await counts('frontier')).toBe('37,888 GPUs in service of 37,888 installed');
    expect(await counts('fugaku')).toBe('158,976 servers in service of 158,976 installed');
  });
});

describe('what a label says of a campus', () => {
  it('is what is in service on the shown date, and by whose account', () => {
    const small = makeCampus({ id: 'colossus:100k', document, config: '100k' });
    expect(campusFacts(small, site, on('2024-07-22'))).toMatchObject({
      name: 'Colossus',
      label: '100,000 GPUs',
      count: 0,
      state: 'growing',
      date: '2024-07-22',
      account: 'Claimed by the owner',
    });
    expect(campusFacts(small, site, on('2024-12-03'))).toMatchObject({
      count: 100_000,
      state: 'complete',
      date: '2024-09-02',
    });
  });

  it('is the same on any date for one that was complete before, with the date on which it was', async () => {
    const frontier = await beside('frontier');
    for (const day of [0, 122, 700])
      expect(campusFacts(frontier, site, day)).toMatchObject({
        count: 37_888,
        state: 'complete',
        date: '2022-05-31',
      });
    const facts = campusFacts(frontier, site, 0);
    expect(countWords(facts, say, format)).toBe('37,888 GPUs, since May 31, 2022');
    expect(basisWords(facts, say)).toMatch(
      /^When it was first listed, (reported|derived|announced|assumed)$/,
    );
  });

  it('counts servers where there are no GPUs, and says where nothing is dated', async () => {
    expect(campusFacts(await beside('fugaku'), site, 0)).toMatchObject({ count: 158_976, counts: 'servers' });
    const facts = campusFacts(await beside('nvl72-100k'), site, 0);
    expect(facts).toMatchObject({ count: 100_000, state: 'undated', date: undefined, account: undefined });
    expect(countWords(facts, say, format)).toBe('100,000 GPUs, undated');
  });

  it('names what every system’s count rests on', async () => {
    for (const id of Object.keys(comparedSites)) {
      const campus = await beside(id);
      const facts = campusFacts(campus, site, 700);
      expect(facts.count, id).toBe(campus.layout.totals.gpus || campus.layout.totals.servers);
      expect(basisWords(facts, say), id).toMatch(/(reported|announced|derived|assumed)$/);
    }
  });
});
