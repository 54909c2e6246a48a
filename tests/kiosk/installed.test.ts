import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { contentPolicy } from '../../scripts/vitePlugins.ts';

const machine = mkdtempSync(join(tmpdir(), 'rackfield-'));
afterAll(() => rmSync(machine, { recursive: true }));

/** Pages of a version, as far as the installer looks at them. */
function pages(version: string): string {
  const folder = join(machine, `pages-${version}`);
  mkdirSync(join(folder, 'kiosk'), { recursive: true });
  writeFileSync(
    join(folder, 'kiosk/index.html'),
    `<script type="module" src="../assets/kiosk-${version}.js">`,
  );
  return folder;
}
const prefix = join(machine, 'prefix');
const install = (version: string, ...further: string[]) =>
  spawnSync(
    join(root, 'scripts/kiosk/install.sh'),
    ['--pages', pages(version), '--prefix', prefix, ...further],
    { encoding: 'utf8' },
  );
const there = (path: string) => readFileSync(join(prefix, path), 'utf8');
const shown = () => readlinkSync(join(prefix, 'var/lib/rackfield/state/current'));
const inFolder = (name: string) => there(`var/lib/rackfield/versions/${name}/kiosk/index.html`);
const has = (command: string) => spawnSync(command, ['--version']).error === undefined;

describe('the installer', () => {
  it('does nothing but say what it would do, when asked for that', () => {
    const { stdout, status } = install('one', '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('/etc/systemd/system/rackfield-watchdog.service');
    expect(readdirSync(machine)).not.toContain('prefix');
  });

  it('lays out everything, and shows the first version', () => {
    expect(install('one').status).toBe(0);
    expect(shown()).toBe('../versions/a');
    expect(inFolder('a')).toContain('kiosk-one');
  });

  it('changes nothing when it is run again, and keeps what has been set on the machine', () => {
    writeFileSync(join(prefix, 'etc/rackfield/kiosk.conf'), 'QUERY=diagonal=55\n');
    expect(install('one').stdout).toContain('already shown, from folder a');
    expect(there('etc/rackfield/kiosk.conf')).toBe('QUERY=diagonal=55\n');
    expect(readdirSync(join(prefix, 'var/lib/rackfield/versions'))).toEqual(['a']);
  });

  it('lays a new version beside the one that is shown', () => {
    expect(install('two').stdout).toContain('from folder b');
    expect([shown(), inFolder('a'), inFolder('b')]).toEqual([
      '../versions/a',
      expect.stringContaining('kiosk-one'),
      expect.stringContaining('kiosk-two'),
    ]);
    // What has not been taken yet may be replaced.
    expect(install('three').status).toBe(0);
    expect(inFolder('b')).toContain('kiosk-three');
  });

  it('leaves the version alone that the watchdog would go back to', () => {
    const memory = join(prefix, 'var/lib/rackfield/state/watchdog.json');
    writeFileSync(memory, JSON.stringify({ trial: true, left: 'x', rebootedAt: 0 }));
    expect(install('four').status).toBe(1);
    expect(inFolder('b')).toContain('kiosk-three');
    rmSync(memory);
  });

  it('asks again for a version that was refused or left, when it is installed again', () => {
    expect(install('three').status).toBe(0);
    expect(JSON.parse(there('var/lib/rackfield/state/watchdog.json'))).toEqual({
      trial: false,
      left: '',
      rebootedAt: 0,
    });
  });

  it('refuses a folder without pages, and options that it does not know', () => {
    expect(spawnSync(join(root, 'scripts/kiosk/install.sh'), ['--pages', machine]).status).toBe(1);
    expect(install('one', '--fast').status).toBe(2);
  });
});

describe('what is installed', () => {
  const units = readdirSync(join(root, 'scripts/kiosk/units'));

  it('are a server, a watchdog, a browser, and a daily restart', () => {
    expect(units).toEqual([
      'rackfield-browser.service',
      'rackfield-restart.service',
      'rackfield-restart.timer',
      'rackfield-server.service',
      'rackfield-watchdog.service',
    ]);
    for (const unit of units)
      expect(there(`etc/systemd/system/${unit}`)).toBe(
        readFileSync(join(root, 'scripts/kiosk/units', unit), 'utf8'),
      );
  });

  it.skipIf(!has('systemd-analyze'))('are units that systemd understands', () => {
    const folder = join(machine, 'units');
    cpSync(join(root, 'scripts/kiosk/units'), folder, { recursive: true });
    // The programs are not where they will be; any other program that is there will do.
    for (const unit of units) {
      const text = readFileSync(join(folder, unit), 'utf8');
      writeFileSync(join(folder, unit), text.replace(/^ExecStart=\S+/gm, 'ExecStart=/bin/true'));
    }
    const paths = units.map((unit) => join(folder, unit));
    const { stderr, status } = spawnSync('systemd-analyze', ['verify', '--man=no', ...paths], {
      encoding: 'utf8',
    });
    // What it says of other units of this machine is not ours.
    expect(stderr.split('\n').filter((line) => line.includes('rackfield'))).toEqual([]);
    expect(status).toBe(0);
  });

  it('has a watchdog whose reboot systemd understands', () => {
    const unit = there('etc/systemd/system/rackfield-watchdog.service');
    const status = /REBOOT_STATUS = (\d+)/.exec(there('usr/local/lib/rackfield/watchdog.mjs'))?.[1];
    expect(unit).toContain(`RestartPreventExitStatus=${status}`);
    expect(unit).toContain('FailureAction=reboot');
  });

  it('serves with the policy of all pages, to this machine only', () => {
    const server = there('etc/rackfield/nginx.conf');
    expect(server).toContain(`"${contentPolicy}; frame-ancestors 'none'" always;`);
    expect(server.match(/listen .*;/g)).toEqual(['listen 127.0.0.1:8480;']);
  });

  it('closes the browser but for the page that it starts with', () => {
    const policy = JSON.parse(there('etc/chromium/policies/managed/rackfield.json'));
    expect(policy).toMatchObject({
      // The browser's own pages, which a keyboard asks for, are not among all.
      URLBlocklist: ['*', 'chrome://*', 'chrome-untrusted://*', 'devtools://*'],
      DeveloperToolsAvailability: 2,
      PrintingEnabled: false,
      IncognitoModeAvailability: 1,
      // The staff's counts are saved without a question, in one folder.
      ...{ DownloadRestrictions: 1, PromptForDownloadLocation: false, AllowFileSelectionDialogs: false },
    });
    expect(readdirSync(join(prefix, policy.DownloadDirectory))).toEqual([]);
    // The counts are a blob of the page; other addresses cannot be reached by one.
    expect(policy.URLAllowlist).toEqual([expect.stringMatching(/^http:\/\/127/), 'blob:*']);
    const start = there('usr/local/lib/rackfield/browser.sh');
    expect(start).toContain(`"${policy.URLAllowlist[0]}/?`);
    for (const flag of [
      '--kiosk',
      '--noerrdialogs',
      '--disable-session-crashed-bubble',
      '--disable-pinch',
      '--overscroll-history-navigation=0',
      '--disable-domain-blocking-for-3d-apis',
    ])
      expect(start).toContain(flag);
  });

  it('are programs without a fault of syntax, that import nothing but each other and Node', () => {
    const programs = readdirSync(join(prefix, 'usr/local/lib/rackfield'));
    expect(programs).toContain('watchdog.mjs');
    for (const name of programs.filter((name) => name.endsWith('.mjs'))) {
      execFileSync(process.execPath, ['--check', join(prefix, 'usr/local/lib/rackfield', name)]);
      for (const [, from] of there(`usr/local/lib/rackfield/${name}`).matchAll(/^import .* from '(.*)'/gm))
        expect(from?.startsWith('node:') || programs.includes(from!.replace('./', ''))).toBe(true);
    }
  });
});

describe('the profile of the browser', () => {
  const state = join(machine, 'state');
  const run = join(machine, 'run');
  const profile = join(state, 'profile');
  const file = join(profile, 'Default/Preferences');
  const prepare = () =>
    execFileSync(process.execPath, [join(root, 'scripts/kiosk/prepareProfile.mjs')], {
      env: { RACKFIELD_STATE: state, RACKFIELD_RUN: run },
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();

  it('is said to have been closed well, without the lock and the files of an earlier version', () => {
    for (const folder of [join(profile, 'Default/Service Worker'), run])
      mkdirSync(folder, { recursive: true });
    writeFileSync(join(profile, 'SingletonLock'), '');
    writeFileSync(file, JSON.stringify({ a: 1, profile: { exit_type: 'Crashed', name: 'x' } }));
    expect(prepare()).toBe(profile);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      a: 1,
      profile: { exit_type: 'Normal', exited_cleanly: true, name: 'x' },
    });
    expect([readdirSync(profile), readdirSync(join(profile, 'Default'))]).toEqual([
      ['Default'],
      ['Preferences'],
    ]);
  });

  it('is used as it is where its preferences cannot be read', () => {
    writeFileSync(file, '{"a":');
    expect(prepare()).toBe(profile);
  });

  it('is empty once the watchdog has asked for that', () => {
    writeFileSync(join(run, 'clear-profile'), '');
    expect(prepare()).toBe(profile);
    expect([readdirSync(state), readdirSync(run)]).toEqual([[], []]);
  });
});
