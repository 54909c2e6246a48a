/**
 * `npm run bench`: the figures to reach, side by side in one run, in a headless browser with its software
 * renderer, 1280x720, pixel ratio 1. Options: --json FILE writes them, --quick takes fewer turns and leaves out
 * the memory parts.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { startHarness, withHandle } from '../tests/harness/browser.ts';
import { ensureBuilt } from '../tests/harness/built.ts';
import { readArguments } from './arguments.ts';
import { browserRows } from './benchBrowser.ts';
import { nodeRows } from './benchNode.ts';
import { isMet, type Row, table } from './benchTable.ts';
import { root } from './install.mjs';

const given = readArguments(['json', 'quick']);
const quick = given.quick !== undefined;
const started = performance.now();
const say = (what: string) => console.log(`${((performance.now() - started) / 1000).toFixed(1)} s  ${what}`);

ensureBuilt();
const folder = await mkdtemp(join(tmpdir(), 'rackfield-bench-'));
const rows: Row[] = [];
try {
  await build({
    configFile: false,
    root: join(root, 'tests/harness/bench'),
    base: './',
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
  });
  say('layout, growth, finding and picking in Node');
  rows.push(...nodeRows(quick));
  const harness = await startHarness({ isolation: true, mounts: { '/baselines': folder } });
  try {
    rows.push(...(await browserRows(harness, quick, say)));
    const opened = await harness.open('embed/?controls=none');
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
    console.log(`\n${table(rows)}\n`);
    console.log(
      `Chromium ${environment.browser}, ${renderer}, ${environment.cores} cores, Node ${environment.node}`,
    );
    const missed = rows.filter((row) => isMet(row) === false).length;
    say(`${rows.filter((row) => isMet(row)).length} figures met, ${missed} not met`);
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
