/**
 * `npm run drill`: breaks an exhibit in every way that its launcher is there for, and watches it come back. The installed files run as they are, with
 * the real server, browser and watchdog, under Xvfb; only systemd is played here: it starts again what has ended. Needs root, for a
 * small disk that can be filled, and Debian's nginx-light, xvfb and x11-xserver-utils.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { root } from '../install.mjs';

const SERVER = 'http://127.0.0.1:8480';
const DEBUGGING = 9480;
const DISPLAY = ':98';
/** The code of the staff page. */
const CODE = '4711';
/** Bytes of the disk for profile and memory. */
const DISK = 48_000_000;

if (process.getuid?.() !== 0) throw new Error('The drill needs root, for a disk that it can fill.');
// Mounts of a namespace of its own: the small disk, and the policy, which other browsers of this machine should not have.
if (!process.env.RACKFIELD_DRILL) {
  const { status } = spawnSync(
    'unshare',
    ['--mount', process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    {
      stdio: 'inherit',
      env: { ...process.env, RACKFIELD_DRILL: '1' },
    },
  );
  process.exit(status ?? 1);
}

const machine = mkdtempSync(join(tmpdir(), 'rackfield-drill-'));
const at = (path: string) => join(machine, path);
const state = at('var/lib/rackfield/state');
const run = at('run/rackfield');
const log = at('var/log/rackfield/watchdog.log');
const programs = at('usr/local/lib/rackfield');
const counts = at('var/lib/rackfield/counts');

/** Patience, shortened: a drill has no ten good minutes. The beats keep their five seconds, and three may be missing. */
const patience = { STEADY: 20_000, RECOVERING: 60_000, START: 60_000, REBOOT: 3_600_000 };
const env = {
  ...process.env,
  DISPLAY,
  RACKFIELD_STATE: state,
  RACKFIELD_VERSIONS: at('var/lib/rackfield/versions'),
  RACKFIELD_RUN: run,
  RACKFIELD_LOG: log,
  QUERY: `quality=low&motion=reduce&lang=en&idle=20&staff=${CODE}`,
  CHROMIUM_FLAGS: `--no-sandbox --use-angle=swiftshader --enable-unsafe-swiftshader --ignore-gpu-blocklist --remote-debugging-port=${DEBUGGING}`,
  ...Object.fromEntries(Object.entries(patience).map(([name, ms]) => [`RACKFIELD_${name}`, String(ms)])),
};

const install = (pages: string) =>
  execFileSync(join(root, 'scripts/kiosk/install.sh'), ['--pages', pages, '--prefix', machine], {
    stdio: 'pipe',
  });

function say(line: string): void {
  const text = `${new Date().toTimeString().slice(0, 8)} DRILL ${line}`;
  console.log(text);
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
async function until(what: string, isSo: () => boolean | Promise<boolean>, limit = 240_000): Promise<number> {
  const began = Date.now();
  while (!(await isSo())) {
    if (Date.now() - began > limit) throw new Error(`It has not happened within ${limit / 1000} s: ${what}`);
    await wait(250);
  }
  return Date.now() - began;
}

/** What systemd does for a unit: starts it again when it ends, and ends its other processes first. */
function unit(command: string, given: string[], restartMs: number, ended: (status: number | null) => void) {
  let child: ChildProcess;
  let isOver = false;
  const endGroup = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // All have ended.
    }
  };
  const start = () => {
    child = spawn(command, given, { env, detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout?.on('data', (data) => command === process.execPath && process.stdout.write(data));
    child.on('exit', (status) => {
      endGroup();
      if (isOver) return;
      ended(status);
      setTimeout(() => isOver || start(), restartMs);
    });
  };
  start();
  return () => {
    isOver = true;
    endGroup();
  };
}

const pid = () => Number(readFileSync(join(run, 'browser.pid'), 'utf8'));
const logged = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
const count = (pattern: RegExp) => [...logged().matchAll(pattern)].length;
const LIVES = /The page lives/g;

/** The processes of the page: those of its browser that draw pages, the newest last. */
const renderers = () =>
  readdirSync('/proc')
    .map(Number)
    .filter((id) => id > 0 && commandOf(id).includes('--type=renderer') && commandOf(id).includes(state));
function commandOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Acts in the page as a visitor or a fault would. */
async function inPage(act: (page: Page) => Promise<unknown>): Promise<void> {
  // Without defaults, so that the browser's own ways with downloads stay.
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${DEBUGGING}`, { noDefaults: true });
  const page = browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((page) => page.url().startsWith(SERVER));
  if (!page) throw new Error('There is no page');
  await act(page);
  await browser.close();
}

/** Provokes a fault and waits until the page lives again. */
async function drill(fault: string, provoke: () => unknown): Promise<void> {
  say(`${fault}.`);
  const before = count(LIVES);
  const from = Date.now();
  await provoke();
  await until(`a beat after: ${fault}`, () => count(LIVES) > before);
  say(`Back by itself ${Math.round((Date.now() - from) / 1000)} s later.`);
}
/** Waits until the page has lived for a while, and nothing else has been logged; on a busy machine it may be restarted once more. */
async function steady(): Promise<void> {
  let seen = '';
  let since = Date.now();
  await until('a steady page', () => {
    const now = logged();
    if (now !== seen) {
      seen = now;
      since = Date.now();
    }
    return /(The page lives|is kept).*\n$/.test(now) && Date.now() - since > patience.STEADY + 7_000;
  });
}

/** A copy of the pages as another version: its script has another name. With `script`, it is that text instead. */
function version(name: string, script?: string): string {
  const folder = at(`pages-${name}`);
  cpSync(join(root, 'dist'), folder, { recursive: true });
  const page = join(folder, 'kiosk/index.html');
  const text = readFileSync(page, 'utf8');
  const [, old] = /assets\/(kiosk-[\w-]+\.js)/.exec(text)!;
  const assets = join(folder, 'assets');
  writeFileSync(join(assets, `kiosk-${name}.js`), script ?? readFileSync(join(assets, old!)));
  writeFileSync(page, text.replaceAll(old!, `kiosk-${name}.js`));
  return folder;
}

/** Lays out the machine: its small disk, its policy, its files. */
function prepare(): void {
  for (const folder of [state, run, at('run/rackfield-server'), at('var/log/rackfield')])
    mkdirSync(folder, { recursive: true });
  execFileSync('chmod', ['755', machine]);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', state]);
  install(join(root, 'dist'));
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', '/etc/chromium']);
  cpSync(at('etc/chromium'), '/etc/chromium', { recursive: true });
  // The drill touches the page by the developer tools, which the policy closes.
  const policy = '/etc/chromium/policies/managed/rackfield.json';
  const { DeveloperToolsAvailability: _closed, ...rest } = JSON.parse(readFileSync(policy, 'utf8'));
  writeFileSync(policy, JSON.stringify({ ...rest, DownloadDirectory: at(rest.DownloadDirectory) }));
  // The same configuration, in this folder.
  const config = at('etc/rackfield/nginx.conf');
  const moved = readFileSync(config, 'utf8')
    .replaceAll('/var/lib', at('var/lib'))
    .replaceAll('/run/', at('run/'));
  writeFileSync(config, moved);
}

/** Saves the counts on the staff page, as the staff does. */
async function saveCounts(): Promise<void> {
  say('A visit; then the staff saves the counts.');
  await inPage(async (page) => {
    await page.mouse.click(100, 100);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.evaluate(() => {
      const at = { clientX: 5, clientY: innerHeight - 5, bubbles: true };
      for (let tap = 0; tap < 7; tap++) document.body.dispatchEvent(new PointerEvent('pointerdown', at));
    });
    for (const digit of CODE) await press(digit);
    await press('Open');
    await press('Save as CSV');
    await until('a file with the counts', () => readdirSync(counts).some((name) => name.endsWith('.csv')));
    await press('Back to the exhibit');
  });
  const [name = ''] = readdirSync(counts);
  const lines = readFileSync(join(counts, name), 'utf8').trim().split('\n').length;
  say(`They lie in ${name}, ${lines} lines.`);
}

const stops: (() => void)[] = [];
async function main(): Promise<void> {
  prepare();
  const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '640x360x24'], { stdio: 'ignore' });
  stops.push(() => screen.kill());
  await wait(1000);
  stops.push(
    unit('nginx', ['-e', 'stderr', '-c', at('etc/rackfield/nginx.conf')], 1000, () =>
      say('The server has ended.'),
    ),
  );
  const startWatchdog = () =>
    unit(process.execPath, [join(programs, 'watchdog.mjs')], 1000, (status) => {
      if (status === 75) say('systemd would reboot now (exit status 75).');
      else say(`The watchdog has ended, status ${status}, and is started again.`);
    });
  stops.push(startWatchdog());
  const startBrowser = () => unit(join(programs, 'browser.sh'), [], 2000, () => undefined);
  stops.push(startBrowser());

  await drill('Cold start', () => undefined);
  const size = { width: 0, height: 0 };
  await inPage(async (page) =>
    Object.assign(size, await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))),
  );
  say(`The page fills ${size.width} x ${size.height} of 640 x 360.`);
  await saveCounts();
  await steady();

  await drill('Killing the process that draws the page', () => {
    for (const id of renderers()) process.kill(id, 'SIGKILL');
  });
  await steady();
  await drill('Killing the browser', () => process.kill(pid(), 'SIGKILL'));
  await steady();
  await drill('Blocking the page by a script that never ends', () =>
    inPage(async (page) => {
      void page.evaluate('setTimeout(() => { for (;;); }, 500)');
      await wait(300);
    }),
  );
  await steady();
  await drill('Stopping the whole browser, so that it cannot even end', () => process.kill(pid(), 'SIGSTOP'));
  await steady();

  const disk = join(state, 'full');
  await drill('Filling the disk, and killing the browser', () => {
    spawnSync('dd', ['if=/dev/zero', `of=${disk}`, 'bs=64k'], { stdio: 'ignore' });
    process.kill(pid(), 'SIGKILL');
  });
  await steady();
  rmSync(disk);
  await drill('Giving the disk room again; the daily restart', () => process.kill(pid(), 'SIGTERM'));
  await steady();

  say('Killing the watchdog.');
  const started = count(/The watchdog has started/g);
  process.kill(
    Number(
      execFileSync('pgrep', ['-f', join(programs, 'watchdog.mjs')], { encoding: 'utf8' }).split('\n')[0],
    ),
    'SIGKILL',
  );
  await until('the watchdog', () => count(/The watchdog has started/g) > started);
  await steady();

  say('A visitor touches the screen; then a new version is installed.');
  await inPage((page) => page.mouse.click(100, 100));
  await wait(6_000);
  install(version('good'));
  await wait(20_000);
  say(`During the visit the version is ${count(/Serving the other/g) === 0 ? 'left as it is' : 'CHANGED'}.`);
  await drill('The visitor goes', () =>
    inPage(async (page) => {
      // Once for the tour's end, and once for the beginning.
      await page.mouse.click(100, 100);
      await page.getByRole('button', { name: 'Start again' }).click();
    }),
  );
  await until('the new version is kept', () => /The new version kiosk-good.js is kept/.test(logged()));

  const before = count(/back to kiosk-good.js/g);
  say('A new version is installed whose script fails.');
  install(version('bad', 'throw new Error("a bad version");\n'));
  const left = await until('the old version', () => count(/back to kiosk-good.js/g) > before);
  const lives = count(LIVES);
  await until('a beat of the old version', () => count(LIVES) > lives);
  say(`Left after ${Math.round(left / 1000)} s in all, and the version before lives again.`);
  await steady();

  say('A version that cannot be had any more: the page is emptied where it lies.');
  const served = at('var/lib/rackfield/versions');
  for (const name of readdirSync(served)) {
    const assets = join(served, name, 'assets');
    for (const file of readdirSync(assets).filter(
      (file) => file.startsWith('kiosk-') && file.endsWith('.js'),
    ))
      writeFileSync(join(assets, file), '');
  }
  process.kill(pid(), 'SIGTERM');
  await until('a reboot is asked for', () => count(/Asking for a reboot/g) > 0, 420_000);
  say('All faults are over.');
}

try {
  await main();
} finally {
  for (const stop of stops.reverse()) stop();
  await wait(500);
  console.log(`\nThe log of the watchdog alone:\n${logged()}`);
  for (const folder of [state, '/etc/chromium']) spawnSync('umount', ['-l', folder]);
  rmSync(machine, { recursive: true, force: true });
}
