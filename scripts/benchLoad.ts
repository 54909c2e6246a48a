/** The part of the bench that loads pages: bytes and time up to the first frame, compared with a model viewer. */
import { readFile } from 'node:fs/promises';
import type { Boxes, WithGlb } from '../tests/harness/bench/glb.ts';
import type { Harness } from '../tests/harness/browser.ts';
import { bytesToFirstFrame, gzipTotal } from '../tests/harness/bytes.ts';
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

/** Milliseconds from the start of loading a page until it reports that its model was drawn. */
async function viewerTime(harness: Harness, address: string): Promise<number> {
  const { page, close } = await harness.open(address, { ready: false });
  await page.waitForFunction(() => document.documentElement.dataset.drawn, undefined, {
    polling: 'raf',
    timeout: 120_000,
  });
  const time = await page.evaluate(() => Number(document.documentElement.dataset.drawn));
  await close();
  return time;
}

async function embedTime(harness: Harness): Promise<number> {
  const { page, close } = await harness.open('embed/?quality=low', { ready: false });
  await page.waitForFunction(
    () => (window as unknown as { rackfield?: { stats?(): { ready: boolean } } }).rackfield?.stats?.().ready,
    undefined,
    { polling: 'raf' },
  );
  const time = await page.evaluate(() => performance.now());
  await close();
  return time;
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
  const own: number[] = [];
  const viewer: number[] = [];
  // Load once before measuring, because the first load includes the browser's start.
  await embedTime(harness);
  await viewerTime(harness, address);
  for (let round = 0; round < (quick ? 1 : 5); round++) {
    own.push(await embedTime(harness));
    viewer.push(await viewerTime(harness, address));
  }
  return [
    { group, what: 'bytes, gzip', unit: 'kB', measured: gzipTotal(loaded) / 1000, atMost: 240 },
    { group, what: 'files', unit: '', measured: loaded.length },
    { group, what: 'time to it, quality=low', unit: 'ms', measured: median(own) },
    { group, what: '<model-viewer>, racks as plain boxes', unit: 'ms', measured: median(viewer) },
    {
      group,
      what: 'the embed / <model-viewer>',
      unit: 'x',
      measured: median(own.map((time, round) => time / viewer[round]!)),
      atMost: 0.3,
    },
  ];
}
