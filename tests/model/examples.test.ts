import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MOST_BYTES, type SiteDocument } from '../../src/model/site.ts';
import { makeCampus } from '../../src/timeline/campus.ts';
import { accepted } from '../fixtures/accepted.ts';

const folder = new URL('../../assets/examples/', import.meta.url);
const names = readdirSync(folder).map((name) => name.replace('.json', ''));
const example = (name: string): SiteDocument =>
  accepted(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
const campusOf = (name: string) => makeCampus({ id: name, document: example(name) });

describe('the examples of documents by other people', () => {
  it('are three, which the check accepts as they are', () => {
    expect(names.sort()).toEqual(['air-cooled', 'several-buildings', 'smallest']);
    for (const name of names) {
      expect(example(name).id).toBe(name);
      expect(JSON.stringify(example(name)).length).toBeLessThan(MOST_BYTES / 50);
    }
  });

  it('show the smallest: one rack in a hut, and no key that can be left out but its address and source', () => {
    const { layout, document } = campusOf('smallest');
    expect(layout.totals).toMatchObject({ racks: 1, gpus: 64, halls: 1 });
    for (const key of Object.keys(document).filter((key) => !['$schema', 'sources'].includes(key))) {
      const without = Object.fromEntries(Object.entries(document).filter(([name]) => name !== key));
      expect(() => accepted(without), key).toThrow();
    }
  });

  it('show one cooled by air: no liquid in any rack or server, no raised floor', () => {
    const { site } = campusOf('air-cooled');
    expect(site.rackKinds.map(({ cooling, serverCooling }) => [cooling, serverCooling])).toEqual(
      site.rackKinds.map(() => ['air', 'air']),
    );
    expect(site.halls.map(({ floorY }) => floorY)).toEqual([0]);
  });

  it('show one of several buildings, whose halls lie in all of them', () => {
    const { site } = campusOf('several-buildings');
    expect(site.buildings.length).toBe(3);
    expect(new Set(site.halls.map(({ building }) => building)).size).toBe(3);
  });
});
