import { describe, expect, it } from 'vitest';
import { homeOf } from '../../../src/modes/exhibit/home.ts';
import { sayIn } from '../../../src/state/words.ts';
import { exhibitWords } from '../../../src/ui/exhibit/words.ts';

describe('what the address of an exhibit asks for', () => {
  it('is where free exploring begins', () => {
    const asked = { site: 'frontier', view: 'hall', gpu: 3, look: 'night', compare: 'eagle' } as const;
    expect(homeOf(asked)).toEqual({ home: asked, unused: [] });
  });

  it('is nothing where it asks for nothing', () => {
    expect(homeOf({})).toEqual({ home: undefined, unused: [] });
  });

  it('gets a sentence for each thing that the exhibit has its own of', () => {
    const { home, unused } = homeOf({ story: 'how-big', play: true });
    expect(home).toBeUndefined();
    const say = sayIn('en', exhibitWords);
    expect(unused.map(({ key, values }) => say(key, values))).toEqual([
      'The exhibit tells its own stories and does not use “story”.',
      'The exhibit tells its own stories and does not use “play”.',
    ]);
  });
});
