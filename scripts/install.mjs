// Installs what the other commands need. Imports only what Node itself provides.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a command with its output on this console; returns its exit code. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (done.error) console.error(`${command}: ${done.error.message}`);
  return done.status ?? 1;
}

const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;

/** Whether node_modules agrees with the lock file. Packages for other platforms may be missing. */
export function dependenciesAreInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const wanted = packagesOf('package-lock.json');
  const found = packagesOf('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = found[path];
    if (!there || !existsSync(join(root, path))) return Boolean(entry.optional || entry.peer);
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

export function installDependencies() {
  if (dependenciesAreInstalled()) return;
  console.log('Installing dependencies (npm ci)');
  const code = run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code !== 0) process.exit(code);
}

function* browserCandidates() {
  for (const name of ['CHROMIUM', 'CHROMIUM_PATH', 'CHROME', 'CHROME_PATH', 'CHROME_BIN']) {
    if (process.env[name]) yield process.env[name];
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) if (folder) yield join(folder, name);
  }
  yield '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  yield '/Applications/Chromium.app/Contents/MacOS/Chromium';
  for (const base of [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]) {
    if (base) yield join(base, 'Google/Chrome/Application/chrome.exe');
  }
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    process.env.LOCALAPPDATA && join(process.env.LOCALAPPDATA, 'ms-playwright'),
  ];
  for (const cache of caches) {
    if (!cache || !existsSync(cache)) continue;
    for (const version of readdirSync(cache)
      .filter((name) => name.startsWith('chromium-'))
      .sort()
      .reverse()) {
      yield join(cache, version, 'chrome-linux64/chrome');
      yield join(cache, version, 'chrome-linux/chrome');
      yield join(cache, version, 'chrome-win64/chrome.exe');
      for (const mac of ['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac']) {
        yield join(
          cache,
          version,
          mac,
          'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
        );
        yield join(cache, version, mac, 'Chromium.app/Contents/MacOS/Chromium');
      }
    }
  }
}

/** Path of an installed Chromium or Chrome; undefined if there is none. */
export function findBrowser() {
  for (const candidate of browserCandidates()) if (existsSync(candidate)) return candidate;
  return undefined;
}

/** Path of a Chromium or Chrome, which is downloaded first if none is installed. */
export function installBrowser() {
  const there = findBrowser();
  if (there) return there;
  console.log('No Chrome or Chromium found: getting one');
  const asRoot = process.getuid?.() === 0;
  const withDebian = asRoot && existsSync('/usr/bin/apt-get');
  const playwright = join(root, 'node_modules/playwright-core/cli.js');
  const extra = withDebian ? ['--with-deps'] : [];
  run(process.execPath, [playwright, 'install', ...extra, 'chromium']);
  if (!findBrowser() && withDebian) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
  const now = findBrowser();
  if (!now) {
    console.error('No browser. Install Chromium or Chrome, or give the path of one in CHROMIUM.');
    process.exit(1);
  }
  return now;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  installDependencies();
  if (process.argv.includes('--browser')) installBrowser();
}
