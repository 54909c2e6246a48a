import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

/** In order: a room imports only rooms before it, and the entries import anything. */
const rooms = [
  'model',
  'layout',
  'timeline',
  'inventory',
  'views',
  'stories',
  'state',
  'scene',
  'ui',
  'modes',
];
const strangers: Record<string, readonly string[]> = { scene: ['ui'], ui: ['scene'] };

/** drei parts that fetch from elsewhere, and Html, which brings react-dom into the embed. */
const bannedDrei =
  /^(Environment|EnvironmentMap|useEnvironment|Stage|Text|Gltf|useGLTF|useKTX2|Ktx2|Cloud|Clouds|MatcapTexture|useMatcapTexture|NormalTexture|useNormalTexture|FaceLandmarker|Html|Loader)$/;

interface Import {
  from: string;
  target: string;
  names: string;
}

const pattern =
  /(?:^|[\n;])\s*(?:import|export)\s+(?:type\s+)?([\w*{}\s,$]*?)\s*from\s*['"]([^'"]+)['"]|(?:^|[\n;])\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

// Not read from the folder: a glob makes every source a dependency, so that `vitest --changed` runs this file for each of
// them. In a variable of its own, since vite leaves the dependencies out where only the keys are used.
const sources = import.meta.glob('../src/**/*.{ts,tsx}');
const files = Object.keys(sources)
  .map((path) => path.slice('../src/'.length))
  .filter((path) => !path.endsWith('.d.ts'));

const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(join(src, from), 'utf8').matchAll(pattern)].map((match) => {
    const written = match[2] ?? match[3] ?? match[4] ?? '';
    const target = written.startsWith('.')
      ? relative(src, resolve(src, dirname(from), written)).replaceAll('\\', '/')
      : written;
    return { from, target, names: match[1] ?? '' };
  }),
);

const roomOf = (path: string) => rooms.indexOf(path.split('/')[0] ?? '');
const isPackage = (target: string, name: string) => target === name || target.startsWith(`${name}/`);
const said = (list: readonly Import[]) => list.map(({ from, target }) => `${from} -> ${target}`);

/** Folder of a file of src; files lying directly in a room are one folder, and every nested folder is one. */
const folderOf = (path: string) => dirname(path);

/** The arrows between folders, 'a -> b', from which imports lead back to where they start, by whatever way. */
function loops(list: readonly Pick<Import, 'from' | 'target'>[]): string[] {
  const next = new Map<string, Set<string>>();
  for (const { from, target } of list) {
    const [own, other] = [folderOf(from), folderOf(target)];
    if (own !== other) next.set(own, (next.get(own) ?? new Set()).add(other));
  }
  const reached = (start: string) => {
    const found = new Set([start]);
    for (const folder of found) for (const other of next.get(folder) ?? []) found.add(other);
    return found;
  };
  return [...next]
    .flatMap(([own, others]) =>
      [...others].filter((other) => reached(other).has(own)).map((other) => `${own} -> ${other}`),
    )
    .sort();
}

describe('the rooms', () => {
  it('are seen: enough files, and something in each room but the last', () => {
    expect(files.length).toBeGreaterThan(25);
    expect(imports.length).toBeGreaterThan(60);
    for (const room of rooms.slice(0, -1)) {
      expect(files.filter((path) => path.startsWith(`${room}/`)).length, room).toBeGreaterThan(0);
    }
  });

  it('hold every file, but for the entries', () => {
    expect(files.filter((path) => roomOf(path) < 0)).toEqual(
      expect.arrayContaining(['embed.ts', 'kiosk.ts', 'main.tsx', 'present.ts', 'remote.ts']),
    );
    expect(files.filter((path) => roomOf(path) < 0)).toHaveLength(5);
  });

  it('import only rooms before them, and scene and ui never each other', () => {
    const wrong = imports.filter(({ from, target }) => {
      const [own, other] = [roomOf(from), roomOf(target)];
      if (own >= 0 && ['embed.ts', 'kiosk.ts', 'main.tsx', 'present.ts', 'remote.ts'].includes(target))
        return true;
      if (own < 0 || other < 0) return false;
      const [ownName = '', otherName = ''] = [rooms[own], rooms[other]];
      return other > own || (strangers[ownName]?.includes(otherName) ?? false);
    });
    expect(said(wrong)).toEqual([]);
  });

  it('have no loop of imports between folders, of any length, types included', () => {
    const arrow = (from: string, target: string) => ({ from, target });
    const [round, out] = [arrow('a/x/1.ts', 'a/2.ts'), arrow('a/2.ts', 'b/3.ts')];
    expect(loops([round, arrow('a/2.ts', 'a/4.ts'), out])).toEqual([]);
    expect(loops([round, out, arrow('b/3.ts', 'a/x/5.ts'), arrow('b/3.ts', 'c/6.ts')])).toEqual([
      'a -> b',
      'a/x -> a',
      'b -> a/x',
    ]);
    const left = loops(imports.filter(({ target }) => files.includes(target)));
    const because = imports.filter(({ from, target }) =>
      left.includes(`${folderOf(from)} -> ${folderOf(target)}`),
    );
    expect(said(because)).toEqual([]);
  });

  it('reach nothing outside src but assets', () => {
    const wrong = imports.filter(
      ({ target }) => target.startsWith('../') && !target.startsWith('../assets/'),
    );
    expect(said(wrong)).toEqual([]);
  });

  it('know three first in scene, and react first in scene and ui, one hook file in state excepted', () => {
    const scene = rooms.indexOf('scene');
    const upper = imports.filter(({ from }) => roomOf(from) >= 0 && roomOf(from) < scene);
    const drawing = ['three', '@react-three/fiber', '@react-three/drei'];
    expect(said(upper.filter(({ target }) => drawing.some((name) => isPackage(target, name))))).toEqual([]);
    const hooks = upper.filter(({ target }) => isPackage(target, 'react') || target === 'zustand');
    expect(hooks.every(({ from }) => from.startsWith('state/'))).toBe(true);
    expect(new Set(hooks.map(({ from }) => from)).size).toBeLessThanOrEqual(1);
  });

  it('take nothing from drei that fetches from elsewhere, and mount without <Canvas>', () => {
    const wrong = imports.filter(({ target, names }) => {
      const parts = [...names.matchAll(/\w+/g)].map(([name]) => name);
      if (isPackage(target, '@react-three/fiber')) return parts.includes('Canvas');
      if (!isPackage(target, '@react-three/drei')) return false;
      const file = target.split('/').pop()?.replace(/\.js$/, '') ?? '';
      return names.includes('*') || [...parts, file].some((name) => bannedDrei.test(name));
    });
    expect(said(wrong)).toEqual([]);
  });

  it('keep react-dom out of everything that the element reaches', () => {
    const reached = new Set(['embed.ts']);
    for (const path of reached) {
      for (const { from, target } of imports)
        if (from === path && files.includes(target)) reached.add(target);
    }
    expect(reached.size).toBeGreaterThan(10);
    const wrong = imports.filter(({ from, target }) => reached.has(from) && isPackage(target, 'react-dom'));
    expect(said(wrong)).toEqual([]);
  });
});
