import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { root } from '../../scripts/install.mjs';

const machine = mkdtempSync(join(tmpdir(), 'rackfield-'));
const at = (path: string) => join(machine, path);
const started: ChildProcess[] = [];
afterEach(() => {
  for (const process of started.splice(0)) process.kill('SIGKILL');
});
afterAll(() => rmSync(machine, { recursive: true }));

for (const folder of ['state', 'run', 'versions/a/kiosk', 'versions/b/kiosk'])
  mkdirSync(at(folder), { recursive: true });
for (const name of ['a', 'b'])
  writeFileSync(
    at(`versions/${name}/kiosk/index.html`),
    `<script type="module" src="../assets/kiosk-${name}.js">`,
  );
symlinkSync('../versions/a', at('state/current'));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** A process that the watchdog takes for the browser; it ends when it is told to, as the browser does. */
function startBrowser(): ChildProcess {
  const browser = spawn('sleep', ['60'], { argv0: 'browser.sh' });
  started.push(browser);
  writeFileSync(at('run/browser.pid'), `${browser.pid}\n`);
  return browser;
}

/** A watchdog that has no time to lose, and the page's way of telling it something. */
async function startWatchdog(patience: Record<string, string> = {}) {
  const port = await freePort();
  const watchdog = spawn(process.execPath, [join(root, 'scripts/kiosk/watchdog.mjs')], {
    env: {
      RACKFIELD_STATE: at('state'),
      RACKFIELD_VERSIONS: at('versions'),
      RACKFIELD_RUN: at('run'),
      RACKFIELD_LOG: at('log'),
      RACKFIELD_WATCHDOG_PORT: String(port),
      ...patience,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(watchdog);
  await once(watchdog.stdout!, 'data');
  const address = `http://127.0.0.1:${port}/kiosk/beat.json`;
  const beat = async (told: object) =>
    (await fetch(address, { method: 'POST', body: JSON.stringify({ visits: 0, recoveries: 0, ...told }) }))
      .status;
  return { watchdog, address, beat, log: () => readFileSync(at('log'), 'utf8') };
}
const ended = async (process: ChildProcess) => {
  if (process.exitCode === null && process.signalCode === null) await once(process, 'exit');
  return [process.exitCode, process.signalCode];
};

describe('the watchdog, as a program', () => {
  it('says that it is there, takes beats, and nothing else', async () => {
    const { address, beat } = await startWatchdog();
    expect(await (await fetch(address)).json()).toEqual({ watchdog: true });
    expect(await beat({ state: 'attract', version: 'kiosk-a.js' })).toBe(204);
    expect(await beat({ state: 'a\nb', version: '' })).toBe(400);
    const long = fetch(address, { method: 'POST', body: 'x'.repeat(100_000) });
    expect(
      await long.then(
        ({ status }) => status,
        () => 'refused',
      ),
    ).not.toBe(204);
    expect((await fetch(address)).status).toBe(200);
  });

  it('ends a browser whose page has fallen silent, and one whose page asks for it', async () => {
    const browser = startBrowser();
    const { beat, log } = await startWatchdog({ RACKFIELD_MISSED: '1500' });
    await beat({ state: 'tour', version: 'kiosk-a.js' });
    expect(await ended(browser)).toEqual([null, 'SIGTERM']);
    expect(log()).toMatch(
      /The page lives: kiosk-a.js, tour, 0 visits.*\n.*Restarting the browser: no beat for \d s/,
    );
    const next = startBrowser();
    await beat({ state: 'recovering', version: 'kiosk-a.js', wants: 'restart' });
    expect(await ended(next)).toEqual([null, 'SIGTERM']);
    expect(log()).toContain('the page asks for it.');
  });

  it('leaves a process alone that only has the number of a browser', async () => {
    const other = spawn('sleep', ['60']);
    started.push(other);
    writeFileSync(at('run/browser.pid'), `${other.pid}\n`);
    const { watchdog, log } = await startWatchdog({ RACKFIELD_START: '1000', RACKFIELD_RESTARTS: '1' });
    expect(await ended(watchdog)).toEqual([75, null]);
    expect(log()).toMatch(/Asking for a reboot: no browser for \d s/);
    expect(other.exitCode).toBeNull();
    expect(JSON.parse(readFileSync(at('state/watchdog.json'), 'utf8')).rebootedAt).toBeGreaterThan(1.7e12);
  });

  it('serves the other version while nobody is there, and goes back when that gives no beat', async () => {
    writeFileSync(at('state/watchdog.json'), JSON.stringify({ trial: false, left: '', rebootedAt: 0 }));
    const browser = startBrowser();
    const { beat } = await startWatchdog({ RACKFIELD_START: '2500' });
    const attract = () => beat({ state: 'attract', version: 'kiosk-a.js' });
    await attract();
    await expect
      .poll(
        async () => {
          await attract();
          return readlinkSync(at('state/current'));
        },
        { timeout: 10_000, interval: 1200 },
      )
      .toBe('../versions/b');
    await ended(browser);
    const failing = startBrowser();
    // The old page's beats are not the new one's.
    await attract();
    await ended(failing);
    expect(readlinkSync(at('state/current'))).toBe('../versions/a');
    const { trial, left } = JSON.parse(readFileSync(at('state/watchdog.json'), 'utf8'));
    expect([trial, left]).toEqual([false, expect.stringMatching(/^[0-9a-f]{16}$/)]);
  });

  it('goes on where nothing can be written', async () => {
    const browser = startBrowser();
    const { beat } = await startWatchdog({
      RACKFIELD_MISSED: '1500',
      RACKFIELD_LOG: '/dev/full',
      RACKFIELD_STATE: at('nowhere'),
    });
    await beat({ state: 'tour', version: 'kiosk-a.js' });
    expect(await ended(browser)).toEqual([null, 'SIGTERM']);
    expect(existsSync(at('nowhere'))).toBe(false);
  });
});

describe.skipIf(spawnSync('nginx', ['-v']).error !== undefined)('the server, as a program', () => {
  it('gives each file its type, the policy, and nothing from a cache, and passes beats on', async () => {
    const { address, beat } = await startWatchdog();
    await beat({ state: 'attract', version: 'kiosk-a.js' });
    const port = await freePort();
    mkdirSync(at('run/rackfield-server'), { recursive: true });
    spawnSync('chmod', ['755', machine]);
    mkdirSync(at('versions/a/assets'), { recursive: true });
    for (const name of ['x.js', 'x.css', 'x.woff2', 'x.json', 'x.svg', 'x.webp'])
      writeFileSync(at(`versions/a/assets/${name}`), ' ');
    const config = readFileSync(join(root, 'scripts/kiosk/nginx.conf'), 'utf8')
      .replace('127.0.0.1:8480', `127.0.0.1:${port}`)
      .replace('http://127.0.0.1:8481', new URL(address).origin)
      .replace('/var/lib/rackfield', machine)
      .replaceAll('/run/rackfield-server', at('run/rackfield-server'));
    writeFileSync(at('nginx.conf'), config);
    const nginx = spawn('nginx', ['-e', 'stderr', '-c', at('nginx.conf')], { stdio: 'ignore' });
    started.push(nginx);
    const get = (path: string, options?: RequestInit) => fetch(`http://127.0.0.1:${port}/${path}`, options);
    await expect
      .poll(
        () =>
          get('kiosk/').then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 10_000 },
      )
      .toBe(200);
    for (const [path, type] of [
      ['kiosk/', 'text/html; charset=utf-8'],
      ['assets/x.js', 'application/javascript; charset=utf-8'],
      ['assets/x.css', 'text/css; charset=utf-8'],
      ['assets/x.woff2', 'font/woff2'],
      ['assets/x.json', 'application/json; charset=utf-8'],
      ['assets/x.svg', 'image/svg+xml'],
      ['assets/x.webp', 'image/webp'],
    ] as const) {
      const { headers } = await get(path);
      expect(headers.get('content-type'), path).toBe(type);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
    }
    expect((await get('kiosk', { redirect: 'manual' })).headers.get('location')).toBe('/kiosk/');
    expect((await get('kiosk/', { method: 'POST' })).status).toBe(403);
    expect(await (await get('kiosk/beat.json')).json()).toEqual({ watchdog: true });
    const body = JSON.stringify({ state: 'attract', version: 'x', visits: 1, recoveries: 0 });
    expect((await get('kiosk/beat.json', { method: 'POST', body })).status).toBe(204);
    // Its master has a worker that SIGKILL would leave.
    nginx.kill('SIGTERM');
    await ended(nginx);
  });
});
