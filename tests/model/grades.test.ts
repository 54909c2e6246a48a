import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sources } from '../../src/model/sources.ts';

const assets = new URL('../../assets/', import.meta.url);
const read = (folder: string) =>
  readdirSync(new URL(folder, assets))
    .filter((name) => name.endsWith('.json'))
    .map((name) => [`${folder}${name}`, JSON.parse(readFileSync(new URL(folder + name, assets), 'utf8'))]);
const documents = Object.fromEntries([...read('sites/'), ...read('catalogue/')]) as Record<string, object>;

/** xAI itself, and press that passes on what xAI or Elon Musk says of its site. */
const OPERATOR = ['xai', 'teslarati', 'benzinga-100k', 'insidehpc', 'dcd-oracle', 'digit-230k'];

/** What Epoch AI saw in satellite pictures and documents with a date; all else of it is an estimate. */
const OBSERVED = ['t-ground', 't-towers', '2026-02-11'];

/** Everything with a grade in a document: where it is, what it is called, its sources and its grade. */
function graded(value: object, path: string, found: Graded[] = []): Graded[] {
  const { source, sources: several, grade, id, date } = value as Record<string, unknown>;
  const named = (several ?? (source === undefined ? [] : [source])) as string[];
  if (typeof grade === 'string') found.push({ path, name: String(id ?? date ?? ''), sources: named, grade });
  for (const [key, child] of Object.entries(value))
    if (typeof child === 'object' && child !== null) graded(child, `${path}.${key}`, found);
  return found;
}
interface Graded {
  path: string;
  name: string;
  sources: string[];
  grade: string;
}
const all = Object.entries(documents).flatMap(([name, document]) => graded(document, name));

describe('grades', () => {
  it('call what only the operator says announced, or derived where it is worked out from that', () => {
    for (const id of OPERATOR) expect(sources.map((source) => source.id)).toContain(id);
    const told = all.filter((one) => OPERATOR.includes(one.sources[0] ?? ''));
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter(({ grade }) => grade === 'reported')).toEqual([]);
    const points = told.filter(({ path, grade }) => path.includes('.growth.') && grade === 'announced');
    expect(points.length).toBeGreaterThan(2);
  });

  it("call Epoch AI's estimates derived, and what it saw reported", () => {
    const said = all.filter((one) => one.sources[0] === 'epoch' && one.path.startsWith('sites/'));
    expect(said.length).toBeGreaterThan(10);
    const isEstimate = ({ grade }: Graded) => grade === 'derived' || grade === 'assumed';
    const seen = said.filter((one) => !isEstimate(one)).map(({ name }) => name);
    expect(seen.sort()).toEqual([...OBSERVED].sort());
    const dated = said.filter(({ path }) => /\.(growth|power)\./.test(path));
    expect(dated.length).toBeGreaterThan(7);
    expect(new Set(dated.map(({ grade }) => grade))).toEqual(new Set(['derived']));
  });
});
