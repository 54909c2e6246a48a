/** The part of the bench that draws: this scene compared with simple baselines in the same browser. */
import type { Baseline, Baselines } from '../tests/harness/bench/baselines.ts';
import { type Harness, type Opened, withHandle } from '../tests/harness/browser.ts';
import { generatedSite } from '../tests/fixtures/generatedSites.ts';
import type { View } from '../src/views/view.ts';
import type { Measured } from '../tests/harness/handle.ts';
import { VIEWS } from '../src/views/view.ts';
import { drawn } from '../tests/scene/scene.ts';
import { campusRows } from './benchCampuses.ts';
import { coldStartRows } from './benchColdStart.ts';
import { effectRows } from './benchEffects.ts';
import { loadRows } from './benchLoad.ts';
import { type MemoryReading, memoryOf, mountRows } from './benchMemory.ts';
import { stationRows } from './benchStations.ts';
import { median, type Row } from './benchTable.ts';

const base = 'embed/?quality=low&motion=reduce';
const stations = VIEWS;

interface Bench {
  harness: Harness;
  quick: boolean;
  say(what: string): void;
  baselines: Opened;
  colossus: Opened;
}

/** Measures one page at a time, in front. */
async function ours(opened: Opened, n: number, dtDays = 0): Promise<Measured> {
  await opened.page.bringToFront();
  return opened.measure({ n, dtDays });
}

async function baseline(
  bench: Bench,
  kind: Baseline,
  gpus: number,
  n: number,
  warmUp = n,
): Promise<Measured> {
  const { page } = bench.baselines;
  await page.bringToFront();
  return page.evaluate(
    ([which, count, frames, before]) =>
      (window as unknown as { baselines: Baselines }).baselines.measure(which, count, frames, before),
    [kind, gpus, n, warmUp] as const,
  );
}

const frame = async (measured: Promise<Measured>) => (await measured).frameMs;

async function withSite(harness: Harness, gpus: number): Promise<Opened> {
  const opened = await harness.open(base);
  await withHandle(
    opened.page,
    async (handle, document) => {
      await handle.setSite(document);
      await handle.goTo('site');
    },
    generatedSite(gpus),
  );
  return opened;
}

/** Draw calls of the frame at a station, including its lazily loaded parts. */
async function drawCallsAt(opened: Opened, view: View): Promise<number> {
  await opened.page.bringToFront();
  await withHandle(opened.page, (handle, where) => handle.goTo(where), view);
  await drawn(opened.page, 15);
  return (await opened.stats()).frame.drawCalls;
}

const share = (part: number[], whole: number[]) => median(part) / median(whole);

async function frameRows(bench: Bench): Promise<Row[]> {
  const { harness, quick, say, colossus } = bench;
  const group = 'Frame time, site view, all in service, quality=low';
  // The quick run leaves out the small site, because tests compare its draw calls with a large site's.
  const few = quick ? undefined : await withSite(harness, 1000);
  const some = await withSite(harness, 200_000);
  const many = await withSite(harness, 2_000_000);
  const rounds = quick ? 1 : 9;
  const n = quick ? 4 : 20;
  const floors: number[] = [];
  const scenes: number[] = [];
  const ratios: number[] = [];
  const growth: number[] = [];
  const generated = { few: [] as number[], some: [] as number[], many: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    say(`frames, round ${round + 1} of ${rounds}`);
    // Measure the floor before and after, so that a change in the machine's speed affects both sides of the ratio.
    const before = await frame(baseline(bench, 'floor', 0, n));
    const scene = await frame(ours(colossus, n));
    const after = await frame(baseline(bench, 'floor', 0, n));
    floors.push(before, after);
    scenes.push(scene);
    ratios.push(scene / ((before + after) / 2));
    generated.some.push(await frame(ours(some, n)));
    generated.many.push(await frame(ours(many, n)));
    growth.push(share(generated.many.slice(-1), generated.some.slice(-1)));
    if (few) generated.few.push(await frame(ours(few, n)));
  }
  const rows: Row[] = [
    { group, what: 'floor: every pixel shaded once', unit: 'ms', measured: median(floors) },
    { group, what: 'Colossus, 200,000 GPUs', unit: 'ms', measured: median(scenes) },
    { group, what: 'Colossus, 200,000 GPUs / floor', unit: 'x', measured: median(ratios), atMost: 3 },
    { group, what: 'generated, 200,000 GPUs', unit: 'ms', measured: median(generated.some) },
    { group, what: 'generated, 2,000,000 GPUs', unit: 'ms', measured: median(generated.many) },
    { group, what: '2,000,000 / 200,000 GPUs', unit: 'x', measured: median(growth), atMost: 2 },
  ];
  if (!quick) {
    rows.push({ group, what: 'generated, 1,000 GPUs', unit: 'ms', measured: median(generated.few) });
  }
  rows.push(
    ...(await opponentRows(
      bench,
      group,
      new Map([[2_000_000, many], ...(few ? [[1000, few] as const] : [])]),
      median(scenes),
    )),
  );

  const drawing = 'Draw calls';
  for (const view of stations) {
    const measured = await drawCallsAt(colossus, view);
    rows.push({
      group: drawing,
      what: `Colossus, ${view}`,
      unit: '',
      measured,
      atMost: view === 'site' ? 30 : 60,
    });
  }
  await drawCallsAt(colossus, 'site');
  for (const view of stations) {
    if (!few) break;
    const [small, large] = [await drawCallsAt(few, view), await drawCallsAt(some, view)];
    rows.push({ group: drawing, what: `generated, 200,000 GPUs, ${view}`, unit: '', measured: large });
    rows.push({
      group: drawing,
      what: `more than for 1,000 GPUs, ${view}`,
      unit: '',
      measured: Math.abs(large - small),
      atMost: 0,
    });
  }
  for (const opened of [few, some, many]) await opened?.close();
  return rows;
}

/** One box per GPU, drawn by two libraries, compared with this scene measured right after. */
async function opponentRows(
  bench: Bench,
  group: string,
  sites: Map<number, Opened>,
  colossusMs: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, name] of [
    ['boxes', 'InstancedMesh'],
    ['instancedMesh2', '@three.ez/instanced-mesh'],
  ] as const) {
    // The quick run leaves out the slower library, which takes seconds per frame.
    if (bench.quick && kind !== 'boxes') continue;
    for (const gpus of bench.quick ? [200_000] : [1000, 200_000, 2_000_000]) {
      const said = gpus.toLocaleString('en');
      bench.say(`one box per GPU, ${name}, ${said}`);
      const turns = bench.quick ? 1 : gpus > 1_000_000 ? 2 : gpus > 1000 ? 5 : 20;
      const opponent = await frame(baseline(bench, kind, gpus, turns, 1));
      // The quick run reuses the frame times that it has just measured.
      const own = bench.quick ? colossusMs : await frame(ours(sites.get(gpus) ?? bench.colossus, 20));
      rows.push({ group, what: `one box per GPU, ${name}, ${said}`, unit: 'ms', measured: opponent });
      rows.push({
        group,
        what: `the same / this scene, ${said}`,
        unit: 'x',
        measured: opponent / own,
        ...(gpus === 200_000 ? { atLeast: 15 } : {}),
      });
    }
  }
  return rows;
}

async function scriptRows(bench: Bench): Promise<Row[]> {
  bench.say('JavaScript per frame');
  // The picture's size does not affect JavaScript, and a small picture is drawn faster.
  if (bench.quick) await bench.colossus.page.setViewportSize({ width: 320, height: 180 });
  const group = 'JavaScript per frame while growth plays';
  const n = bench.quick ? 12 : 200;
  const rounds = bench.quick ? 1 : 5;
  const own: number[] = [];
  const mesh: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await withHandle(bench.colossus.page, (handle) => handle.seek(61));
    const scene = (await ours(bench.colossus, n, 150 / n)).jsMs;
    const one = (await baseline(bench, 'oneMesh', 0, n, 30)).jsMs;
    own.push(scene);
    mesh.push(one);
    ratios.push(scene / one);
  }
  return [
    { group, what: 'Colossus, 200,000 GPUs', unit: 'ms', measured: median(own), atMost: 0.8 },
    { group, what: 'React Three Fiber, one mesh', unit: 'ms', measured: median(mesh) },
    { group, what: 'Colossus / one mesh', unit: 'x', measured: median(ratios), atMost: 3 },
  ];
}

const grown = (before: MemoryReading, after: MemoryReading, key: keyof MemoryReading) =>
  after[key] - before[key];

/** Plays, seeks and goes from station to station for many frames, and compares the memory before and after. */
async function playRows(harness: Harness, say: Bench['say']): Promise<Row[]> {
  const frames = 10_000;
  say(`${frames.toLocaleString('en')} frames of play, seek and view changes`);
  const group = `Memory after ${frames.toLocaleString('en')} frames of play, seek and view changes`;
  const opened = await harness.open(base, { viewport: { width: 320, height: 180 } });
  await opened.page.bringToFront();
  const tour = async (total: number) => {
    const legs = stations.length * 4;
    for (let leg = 0; leg < legs; leg++) {
      await withHandle(
        opened.page,
        async (handle, { view, n }) => {
          handle.goTo(view);
          handle.seek(0);
          await handle.measure({ n, dtDays: 220 / n });
          handle.seek(61);
          handle.play();
          handle.pause();
        },
        { view: stations[leg % stations.length] ?? 'site', n: Math.ceil(total / legs) },
      );
    }
    await withHandle(opened.page, async (handle) => {
      handle.goTo('site');
      handle.seek(214);
      await handle.measure({ n: 2, dtDays: 0 });
    });
  };
  // Visit all stations once before the first reading: what is made on a first visit is not a leak.
  await tour(200);
  const before = await memoryOf(opened);
  await tour(frames);
  const after = await memoryOf(opened);
  await opened.close();
  return [
    { group, what: 'geometries more', unit: '', measured: grown(before, after, 'geometries'), atMost: 0 },
    { group, what: 'textures more', unit: '', measured: grown(before, after, 'textures'), atMost: 0 },
    { group, what: 'programs more', unit: '', measured: grown(before, after, 'programs'), atMost: 0 },
    { group, what: 'heap more', unit: 'MB', measured: grown(before, after, 'heap') / 1e6, atMost: 2 },
  ];
}

/** Parts of the bench, in the order in which they are measured. */
export const BROWSER_PARTS = [
  'frames',
  'stations',
  'campuses',
  'effects',
  'script',
  'load',
  'cold',
  'play',
  'mounts',
] as const;
export type BrowserPart = (typeof BROWSER_PARTS)[number];

/** Figures that need a browser, part by part, as soon as they are measured. */
export async function* browserRows(
  harness: Harness,
  quick: boolean,
  say: (what: string) => void,
  parts: ReadonlySet<BrowserPart>,
): AsyncGenerator<Row[]> {
  if (
    ['frames', 'stations', 'campuses', 'effects', 'script'].some((part) => parts.has(part as BrowserPart))
  ) {
    say('pages');
    const baselines = await harness.open(`${harness.origin}/baselines/`, { ready: false });
    await baselines.page.waitForFunction(() => 'baselines' in window);
    const colossus = await harness.open(`${base}&config=200k&day=214`);
    const bench: Bench = { harness, quick, say, baselines, colossus };
    if (parts.has('frames')) yield await frameRows(bench);
    const times = {
      floor: () => frame(baseline(bench, 'floor', 0, 8)),
      scene: () => frame(ours(colossus, 8)),
    };
    if (parts.has('stations')) yield* stationRows(colossus, times, quick ? 1 : 3, say);
    if (parts.has('campuses')) yield await campusRows(colossus, times, quick ? 1 : 3, say);
    if (parts.has('effects')) yield await effectRows(colossus, times.scene, quick ? 1 : 3, say);
    if (parts.has('script')) yield await scriptRows(bench);
    await baselines.close();
    await colossus.close();
  }
  if (parts.has('load')) yield await loadRows(harness, quick, say);
  if (parts.has('cold')) yield await coldStartRows(quick, say);
  if (parts.has('play')) yield await playRows(harness, say);
  if (parts.has('mounts')) yield await mountRows(harness, 200, say);
}
