// `npm test`: installs what is missing, then runs every test:* but test:engines in turn; stops at the first that fails.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installBrowser, installDependencies, root, run } from './install.mjs';

const output = join(root, 'tests/.output');
const counts = { passed: 0, failed: 0 };

const bin = (file) => [process.execPath, join(root, 'node_modules', file)];
const [node, biome] = bin('@biomejs/biome/bin/biome');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');

const check = (script, ...args) => run(node, [script, ...args]);

/** Runs the tests of one vitest project and adds its results to the counts. */
function tests(project) {
  const report = join(output, `${project}.json`);
  rmSync(report, { force: true });
  const code = check(
    vitest,
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
  let failed = 0;
  try {
    const said = JSON.parse(readFileSync(report, 'utf8'));
    counts.passed += said.numPassedTests;
    failed = said.numFailedTests;
  } catch {
    console.error(`No report of the ${project} tests`);
  }
  // A test file that cannot be loaded has no failed tests, but must count as failed.
  counts.failed += code === 0 ? failed : Math.max(failed, 1);
  return code;
}

const steps = [
  ['install', () => (installDependencies(), installBrowser(), 0)],
  ['test:format', () => check(biome, 'format', '.')],
  ['test:types', () => check(tsc, '--noEmit') || check(tsc, '--noEmit', '-p', 'offline')],
  ['test:lint', () => check(biome, 'lint', '--error-on-warnings', '.')],
  ['test:unit', () => tests('unit')],
  ['build', () => check(tsx, 'scripts/build.ts')],
  ['test:browser', () => tests('browser')],
];

mkdirSync(output, { recursive: true });
let code = 0;
for (const [name, step] of steps) {
  console.log(`\n> ${name}`);
  const start = performance.now();
  const failedBefore = counts.failed;
  code = step();
  if (code !== 0 && counts.failed === failedBefore) counts.failed++;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'done' : 'FAILED'}: ${name} in ${seconds} s`);
  if (code !== 0) break;
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(code === 0 ? 0 : 1);
