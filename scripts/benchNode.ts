/** The part of the bench that needs no browser: layout, finding and picking. */
import { performance } from 'node:perf_hooks';
import { addressOf, gpuAt, gpuPosition } from '../src/layout/address.ts';
import { type Layout, layout } from '../src/layout/layout.ts';
import { type Hit, pick } from '../src/layout/pick.ts';
import { builtinSites } from '../src/model/builtin.ts';
import { resolveSite, type Site } from '../src/model/site.ts';
import { timeline } from '../src/timeline/timeline.ts';
import { generatedSite } from '../tests/fixtures/generatedSites.ts';
import { median, type Row } from './benchTable.ts';

const BATCH = 10_000;

/** Median of `n` runs after `warmUp` more, ms. */
function timed(run: () => unknown, n: number, warmUp = 3): number {
  const times: number[] = [];
  for (let turn = -warmUp; turn < n; turn++) {
    const start = performance.now();
    run();
    if (turn >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

function siteOf(gpus: number): Site {
  const document = generatedSite(gpus);
  const config = document.configurations.at(-1)?.id;
  if (!config) throw new Error('A generated site has no configuration');
  return resolveSite(document, config);
}

/** GPU numbers spread over the whole site, by a step that has no common factor with the total. */
function spread(total: number): Uint32Array {
  const numbers = new Uint32Array(BATCH);
  for (let at = 0; at < BATCH; at++) numbers[at] = ((at * 7_368_787) % total) + 1;
  return numbers;
}

function findingRows(laid: Layout, name: string): Row[] {
  const gpus = spread(laid.totals.gpus);
  const group = 'Finding and picking, in Node, batches of 10,000';
  let wrong = 0;
  const find = timed(() => {
    for (const gpu of gpus) {
      const address = addressOf(laid, gpu);
      if (gpuAt(laid, address) !== gpu) wrong++;
    }
  }, 5);
  // Rays from the aisle to each GPU's face, slightly from the side and from above.
  const rays = [...gpus].map((gpu) => {
    const { x, y, z, nx, nz } = gpuPosition(laid, gpu);
    const from: [number, number, number] = [x + nx * 0.5 + nz * 0.1, y + 0.1, z + nz * 0.5 - nx * 0.1];
    const length = Math.hypot(x - from[0], y - from[1], z - from[2]);
    const toward: [number, number, number] = [
      (x - from[0]) / length,
      (y - from[1]) / length,
      (z - from[2]) / length,
    ];
    return { gpu, from, toward };
  });
  const hit: Hit = { rackIndex: -1, gpu: 0, distance: 0, x: 0, y: 0, z: 0 };
  let missed = 0;
  const near = timed(() => {
    for (const { gpu, from, toward } of rays) {
      if (pick(laid, from, toward, laid.racks.count, hit)?.gpu !== gpu) missed++;
    }
  }, 5);
  // Rays from above the site, which pass over many rows before they hit anything.
  const far = rays.map(({ gpu, from }) => {
    const { x, y, z } = gpuPosition(laid, gpu);
    const above: [number, number, number] = [from[0] - 400, 250, from[2] + 500];
    const length = Math.hypot(x - above[0], y - above[1], z - above[2]);
    const toward: [number, number, number] = [
      (x - above[0]) / length,
      (y - above[1]) / length,
      (z - above[2]) / length,
    ];
    return { above, toward };
  });
  const distant = timed(() => {
    for (const { above, toward } of far) pick(laid, above, toward, laid.racks.count, hit);
  }, 5);
  return [
    {
      group,
      what: `find a GPU by number and back, ${name}`,
      unit: 'ms',
      measured: find / BATCH,
      atMost: 0.1,
    },
    { group, what: `pick in an aisle, ${name}`, unit: 'ms', measured: near / BATCH, atMost: 0.1 },
    { group, what: `pick from 700 m, ${name}`, unit: 'ms', measured: distant / BATCH, atMost: 0.1 },
    { group, what: `wrong answers, ${name}`, unit: '', measured: wrong + missed, atMost: 0 },
  ];
}

/** Layout, growth, finding and picking, timed in Node. */
export function nodeRows(quick: boolean): Row[] {
  const group = 'Layout and growth, in Node';
  const rows: Row[] = [];
  const colossus = builtinSites.colossus;
  if (!colossus) throw new Error('The built-in site is gone');
  const n = quick ? 5 : 15;
  const sites: [string, Site, number | undefined][] = [
    ['Colossus 200k', resolveSite(colossus, '200k'), 20],
    ['1,000 GPUs', siteOf(1000), undefined],
    ['200,000 GPUs', siteOf(200_000), 20],
    ['2,000,000 GPUs', siteOf(2_000_000), 200],
  ];
  for (const [name, site, atMost] of sites) {
    const measured = timed(() => layout(site), n);
    rows.push({ group, what: `layout, ${name}`, unit: 'ms', measured, ...(atMost ? { atMost } : {}) });
    const laid = layout(site);
    const curve = site.defaultCurve;
    rows.push({
      group,
      what: `timeline, ${name}`,
      unit: 'ms',
      measured: timed(() => timeline(laid, curve), n),
    });
  }
  for (const [name, site] of sites.filter(([called]) => called !== '1,000 GPUs')) {
    rows.push(...findingRows(layout(site), name));
  }
  return rows;
}
