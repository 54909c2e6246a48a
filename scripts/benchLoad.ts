/** The part of the bench that loads pages: bytes, time and main thread up to the first frame, compared with a model viewer. */
import { readFile } from 'node:fs/promises';
import type { Boxes, WithGlb } from '../tests/harness/bench/glb.ts';
import type { Harness } from '../tests/harness/browser.ts';
import { bytesToFirstFrame, gzipTotal } from '../tests/harness/bytes.ts';
import type { WithHandle } from '../tests/harness/handle.ts';
import { rackBox } from '../tests/layout/boxes.ts';
import { plan } from '../tests/scene/scene.ts';
import { median, type Row } from './benchTable.ts';
import { root } from './install.mjs';

const VIEWER = `${root}/node_modules/@google/model-viewer/dist/model-viewer.min.js`;

/** Every rack of Colossus as a box. */
function rackBoxes(): Boxes {
  return Array.from({ length: plan.racks.count }, (_, rackIndex) => {
    const { x0, x1, y0, y1, z0, z1 } = rackBox(plan, rackIndex);
    return [(x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2, x1 - x0, y1 - y0, z1 - z0] as const;
  });
}

/** The racks as a GLB file, written by three's exporter. */
async function racksGlb(harness: Harness): Promise<Buffer> {
  const { page, close } = await harness.open(`${harness.origin}/baselines/`, { ready: false });
  await page.waitForFunction(() => 'boxesGlb' in window);
  const file = await page.evaluate((boxes) => (window as unknown as WithGlb).boxesGlb(boxes), rackBoxes());
  await close();
  return Buffer.from(file, 'base64');
}

/** Slowdowns of the CPU at which the start is measured. */
const SLOWDOWNS = [1, 4] as const;
const STARTED = [
  { key: 'time', what: 'time to it, quality=low', atMost: 0.3 },
  { key: 'longest', what: 'longest task', atMost: 0.5 },
  { key: 'blocking', what: 'blocking time, tasks over 50 ms', atMost: 0.5 },
] as const;
/** A task longer than this blocks the main thread for the part beyond it, milliseconds. */
const BLOCKING_FROM = 50;

/** How a page started, milliseconds up to its first frame. */
interface Start {
  time: number;
  longest: number;
  blocking: number;
}

interface WithTasks {
  longTasks(): { startTime: number; duration: number }[];
}

/** Collects the main thread's long tasks. Runs in the page before its own scripts. */
function collectLongTasks() {
  const found: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => void found.push(...list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });
  const longTasks = () => [...found, ...observer.takeRecords()];
  Object.assign(window, { longTasks });
}

/** The time in the page's milliseconds when the embed has drawn, else 0. */
const embedDrawn = () =>
  (window as unknown as Partial<WithHandle>).rackfield?.stats?.().ready ? performance.now() : 0;
const viewerDrawn = () => Number(document.documentElement.dataset.drawn);

/**
 * Loads a page with the CPU `slowdown` times slower and measures until `drawn` answers a time: long tasks as `PerformanceObserver` reports
 * them for the page's main thread, those over 50 ms.
 */
async function startOf(
  harness: Harness,
  address: string,
  drawn: () => number,
  slowdown: number,
): Promise<Start> {
  const { page, close } = await harness.open('about:blank', {
    ready: false,
    before: collectLongTasks,
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  const seen = await page.waitForFunction(drawn, undefined, { polling: 'raf', timeout: 120_000 });
  const time = await seen.jsonValue();
  const tasks = await page.evaluate(() =>
    (window as unknown as WithTasks).longTasks().map(({ startTime, duration }) => ({ startTime, duration })),
  );
  await close();
  const durations = tasks.filter(({ startTime }) => startTime < time).map(({ duration }) => duration);
  return {
    time,
    longest: Math.max(0, ...durations),
    blocking: durations.reduce((sum, duration) => sum + duration - BLOCKING_FROM, 0),
  };
}

/** A page with only a viewer that fills it. */
const viewerPage = (script: string, model: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Viewer</title>
    <link rel="icon" href="data:,">
    <style>body { margin: 0 } model-viewer { width: 100vw; height: 100vh }</style>
    <script type="module" src="${script}"></script>
  </head>
  <body>
    <model-viewer src="${model}" camera-controls></model-viewer>
    <script>
      document.querySelector('model-viewer').addEventListener('load', () =>
        requestAnimationFrame(() => requestAnimationFrame(() => {
          document.documentElement.dataset.drawn = performance.now();
        })));
    </script>
  </body>
</html>`;

export async function loadRows(
  harness: Harness,
  quick: boolean,
  say: (what: string) => void,
): Promise<Row[]> {
  say('bytes and first frame');
  const group = 'The embed up to its first 3D frame';
  const loaded = await bytesToFirstFrame(harness, 'embed/');
  const address = harness.offer(
    'viewer',
    viewerPage(
      harness.offer('model-viewer.js', await readFile(VIEWER, 'utf8'), 'text/javascript'),
      harness.offer('racks.glb', await racksGlb(harness), 'model/gltf-binary'),
    ),
  );
  const embed = harness.at('embed/?quality=low');
  // Load once before measuring, because the first load includes the browser's start.
  await startOf(harness, embed, embedDrawn, 1);
  await startOf(harness, address, viewerDrawn, 1);
  // The quick run measures at full speed only.
  const starts = SLOWDOWNS.slice(0, quick ? 1 : undefined).map((slowdown) => ({
    slowdown,
    own: [] as Start[],
    viewer: [] as Start[],
  }));
  for (let round = 0; round < (quick ? 1 : 5); round++) {
    for (const { slowdown, own, viewer } of starts) {
      say(`start, round ${round + 1}, CPU ${slowdown} times slower`);
      own.push(await startOf(harness, embed, embedDrawn, slowdown));
      viewer.push(await startOf(harness, address, viewerDrawn, slowdown));
    }
  }
  return [
    { group, what: 'bytes, gzip', unit: 'kB', measured: gzipTotal(loaded) / 1000, atMost: 240 },
    { group, what: 'files', unit: '', measured: loaded.length },
    ...starts.flatMap(({ slowdown, own, viewer }) =>
      STARTED.filter(({ key }) => slowdown === 1 || key !== 'time').flatMap(
        ({ key, what, atMost }): Row[] => {
          const cpu = slowdown === 1 ? '' : `, CPU ${slowdown} times slower`;
          const ms = {
            own: median(own.map((start) => start[key])),
            viewer: median(viewer.map((start) => start[key])),
          };
          return [
            { group, what: `${what}${cpu}`, unit: 'ms', measured: ms.own },
            { group, what: '<model-viewer>, racks as plain boxes', unit: 'ms', measured: ms.viewer },
            { group, what: 'the embed / <model-viewer>', unit: 'x', measured: ms.own / ms.viewer, atMost },
          ];
        },
      ),
    ),
  ];
}
