import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { catalogueItem } from '../../src/model/catalogue.ts';
import { catalogueFileSchema } from '../../src/model/catalogueSchema.ts';
import { fullCatalogue } from '../../src/model/comparison.ts';
import { si } from '../../src/model/figure.ts';
import { toSi } from '../../src/model/furtherUnits.ts';
import { type Rect, resolveSite } from '../../src/model/site.ts';
import { sourceById, sources } from '../../src/model/sources.ts';

const folder = new URL('../../assets/catalogue/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const GRADES = ['reported', 'announced', 'derived', 'assumed'];

describe('the catalogue', () => {
  it('is read from every file of its folder, and each follows the schema', () => {
    expect(files.length).toBeGreaterThan(5);
    let entries = 0;
    for (const name of files) {
      const file = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      const issues = v.safeParse(catalogueFileSchema, file).issues ?? [];
      expect(
        issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`),
        name,
      ).toEqual([]);
      for (const id of Object.keys(file.items)) {
        expect(fullCatalogue.has(id), id).toBe(true);
        entries++;
      }
    }
    expect(fullCatalogue.size).toBeGreaterThan(25);
    expect(entries).toBeGreaterThanOrEqual(fullCatalogue.size);
  });

  it('gives every figure a value, a unit, a date, a known source and a grade', () => {
    let figures = 0;
    for (const [id, item] of fullCatalogue)
      for (const [name, figure] of Object.entries(item.figures)) {
        figures++;
        const what = `${id}.${name}`;
        expect(Number.isFinite(toSi(figure.value, figure.unit)), what).toBe(true);
        expect(figure.asOf, what).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
        expect(sourceById(figure.source), `${what}: ${figure.source} is not in sources.json`).toBeDefined();
        expect(GRADES, what).toContain(figure.grade);
        // What is worked out is computed, not typed in.
        expect(figure.grade, what).not.toBe('derived');
      }
    expect(figures).toBeGreaterThan(120);
  });

  it('has every thing that the facts name', () => {
    for (const id of [
      'h100',
      'h200',
      'b200',
      'gb200',
      'smc-4u',
      'compute',
      'network',
      'core',
      'storage',
      'cpu',
      'nvl72',
      'sn5600',
      'cdu-250',
      'chiller',
      'cooling-tower',
      'generator-trailer',
      'turbine',
      'megapack',
      'person-170',
      'school-bus',
      'pitch',
      'boeing-747-400',
      'eiffel-tower',
    ])
      expect(catalogueItem(id, fullCatalogue).name).toBeTruthy();
    expect(() => catalogueItem('nothing')).toThrow(RangeError);
    expect(catalogueItem('megapack').size).toEqual({ x: 8.8, y: 2.785, z: 1.65 });
    expect(catalogueItem('compute').size).toEqual({ x: 0.75, y: 2.236, z: 1.2 });
  });
});

describe('the list of sources', () => {
  it('names each source once, with a publisher', () => {
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
    expect(sources.filter(({ publisher }) => !publisher)).toEqual([]);
  });

  it('links over https to the publisher itself, never to a copy', () => {
    const letters = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    const linked = sources.filter(({ url }) => url !== undefined);
    expect(linked.length).toBeGreaterThan(20);
    for (const { publisher, url = '' } of linked) {
      const { protocol, host, pathname } = new URL(url);
      expect(protocol).toBe('https:');
      // The host, or the account at a host of many, carries the publisher's name or its initials.
      const owner = letters(host === 'github.com' ? pathname.split('/')[1]! : host);
      const words = publisher.split(/[ ,]/);
      const names = [letters(publisher), letters(words[0]!), letters(words.map((word) => word[0]).join(''))];
      expect(
        names.filter((name) => name.length > 1 && owner.includes(name)),
        `${publisher}: ${url}`,
      ).not.toEqual([]);
    }
  });

  it('has every source that the site document and the milestones name', () => {
    const named = new Set<string>();
    JSON.stringify(builtinSites.colossus, (key, value) => {
      if (key === 'source') named.add(value);
      if (key === 'sources' && Array.isArray(value)) for (const id of value) named.add(id);
      return value;
    });
    expect(named.size).toBeGreaterThan(15);
    for (const id of named) expect(sourceById(id), id).toBeDefined();
  });
});

describe('the figures', () => {
  const whole = resolveSite(builtinSites.colossus!, '200k');
  const areaOf = ({ x0, x1, z0, z1 }: Rect) => (x1 - x0) * (z1 - z0);
  const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

  it('agree with the published arithmetic', () => {
    const rack = whole.rackKinds.find(({ id }) => id === 'compute')!;
    expect(rack.servers * rack.gpusPerServer).toBe(64);
    expect(rack.peakW).toBeCloseTo(81_600, 3);
    expect(rack.massKg / (rack.width * rack.depth)).toBeCloseTo(1333.3, 0);
    const of = (id: string, name: string) => si(catalogueItem(id, fullCatalogue).figures[name]!);
    expect(150_000 * of('h100', 'memory-bandwidth') + 50_000 * of('h200', 'memory-bandwidth')).toBe(742.5e15);
    expect(100_000 * of('h100', 'bf16-dense')).toBeCloseTo(98.94e18, -12);
    expect(100_000 * of('h100', 'die-area')).toBeCloseTo(81.4, 6);
    expect(150_000 * of('h100', 'power') + 50_000 * of('h200', 'power')).toBe(140e6);
    const roofs = whole.buildings.flatMap(({ rect, annexes }) => [rect, ...annexes.map((each) => each.rect)]);
    expect(total(roofs.map(areaOf)) / 0.09290304).toBeCloseTo(785_000, 0);
    expect(total(whole.halls.map(({ rect }) => areaOf(rect)))).toBeCloseTo(8 * 2116.8, 3);
    const { itW, facilityW } = whole.power.find(({ day }) => day === 122)!;
    expect(facilityW / itW).toBeCloseTo(1.302, 3);
  });

  it('agree with the counts that the yard is given', () => {
    const megapack = catalogueItem('megapack');
    const counts = builtinSites.colossus!.units!.find(({ item }) => item === 'megapack')!.counts;
    expect(counts.find(({ date }) => date === '2025-05-01')!.count).toBe(Math.round(150e6 / megapack.powerW));
    expect(areaOf(whole.edge)).toBe(880_000);
  });
});
