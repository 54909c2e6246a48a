/**
 * `npm run bench`: measures all target figures in one run, in a headless browser with its software renderer, 1280x720, pixel
 * ratio 1. Each part's rows are printed as soon as they are measured. Options: --json FILE writes them to a file; --quick
 * measures fewer rounds and leaves out the long parts; --parts a,b measures only these.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { startHarness, withHandle } from '../tests/harness/browser.ts';
import { ensureBuilt } from '../tests/harness/built.ts';
import { readArguments } from './arguments.ts';
import { BROWSER_PARTS, browserRows } from './benchBrowser.ts';
import { nodeRows } from './benchNode.ts';
import { isMet, type Row, table } from './benchTable.ts';
import { root } from './install.mjs';

const PARTS = ['node', ...BROWSER_PARTS] as const;
type Part = (typeof PARTS)[number];
const QUICK_PARTS: readonly Part[] = ['node', 'frames', 'script', 'load'];

function partsOf(named: string | undefined, otherwise: readonly Part[]): ReadonlySet<Part> {
  if (!named) return new Set(otherwise);
  return new Set(
    named.split(',').map((name) => {
      const part = PARTS.find((known) => known === name.trim());
      if (!part) throw new Error(`Unknown part ${name}; known are ${PARTS.join(', ')}`);
      return part;
    }),
  );
}

const given = readArguments(['json', 'quick', 'parts']);
const quick = given.quick !== undefined;
const parts = partsOf(given.parts?.[0], quick ? QUICK_PARTS : PARTS);
const started = performance.now();
const say = (what: string) => console.log(`${((performance.now() - started) / 1000).toFixed(1)} s  ${what}`);

ensureBuilt();
const folder = await mkdtemp(join(tmpdir(), 'rackfield-bench-'));
const rows: Row[] = [];
const take = (taken: Row[]) => {
  rows.push(...taken);
  console.log(`\n${table(taken)}\n`);
};
try {
  await build({
    configFile: false,
    root: join(root, 'tests/harness/bench'),
    base: './',
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
  });
  if (parts.has('node')) {
    say('layout, growth, finding and picking in Node');
    take(nodeRows(quick));
  }
  const harness = await startHarness({ isolation: true, mounts: { '/baselines': folder } });
  try {
    const inBrowser = new Set(BROWSER_PARTS.filter((part) => parts.has(part)));
    for await (const taken of browserRows(harness, quick, say, inBrowser)) take(taken);
    const opened = await harness.open('embed/');
    const renderer = await opened.page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl2');
      const names = gl?.getExtension('WEBGL_debug_renderer_info');
      return gl && names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : 'unknown renderer';
    });
    const { config, date } = await withHandle(opened.page, (handle) => handle.stats());
    const environment = {
      date: new Date().toISOString().slice(0, 10),
      browser: harness.browser.version(),
      renderer,
      node: process.version,
      cores: cpus().length,
      quick,
      shown: { config, date },
    };
    console.log(
      `Chromium ${environment.browser}, ${renderer}, ${environment.cores} cores, Node ${environment.node}`,
    );
    const missed = rows.filter((row) => isMet(row) === false);
    if (missed.length > 0) console.log(`\n${table(missed)}\n`);
    say(`${rows.filter((row) => isMet(row)).length} figures met, ${missed.length} not met`);
    const file = given.json?.[0];
    if (file) {
      const written = rows.map((row) => ({ ...row, met: isMet(row) ?? null }));
      await writeFile(file, `${JSON.stringify({ environment, rows: written }, null, 2)}\n`);
    }
  } finally {
    await harness.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
