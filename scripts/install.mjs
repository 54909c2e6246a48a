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

const onPath = (...names) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => (folder ? names.map((name) => join(folder, name)) : []));

function* browserCandidates() {
  for (const name of ['CHROMIUM', 'CHROMIUM_PATH', 'CHROME', 'CHROME_PATH', 'CHROME_BIN']) {
    if (process.env[name]) yield process.env[name];
  }
  yield* onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome');
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

const withDebian = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function installDebian(...packages) {
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
}

/** Path of a Chromium or Chrome, which is downloaded first if none is installed. */
export function installBrowser() {
  const there = findBrowser();
  if (there) return there;
  console.log('No Chrome or Chromium found: getting one');
  const playwright = join(root, 'node_modules/playwright-core/cli.js');
  const extra = withDebian() ? ['--with-deps'] : [];
  run(process.execPath, [playwright, 'install', ...extra, 'chromium']);
  if (!findBrowser() && withDebian()) installDebian('chromium');
  const now = findBrowser();
  if (!now) {
    console.error('No browser. Install Chromium or Chrome, or give the path of one in CHROMIUM.');
    process.exit(1);
  }
  return now;
}

const WEBKIT_FOLDERS = '/usr/lib';

/** WebKit's small browser, which lies in a folder of the machine's architecture and the library's version. */
function findMiniBrowser() {
  if (!existsSync(WEBKIT_FOLDERS)) return undefined;
  for (const machine of readdirSync(WEBKIT_FOLDERS).filter((name) => name.includes('-linux-gnu')))
    for (const version of readdirSync(join(WEBKIT_FOLDERS, machine)).filter((name) =>
      name.startsWith('webkit'),
    ))
      if (existsSync(join(WEBKIT_FOLDERS, machine, version, 'MiniBrowser')))
        return join(WEBKIT_FOLDERS, machine, version, 'MiniBrowser');
  return undefined;
}

/**
 * Paths of what `npm run test:engines` needs beside Chromium; undefined where it is not installed: an X server, Firefox, WebKit's
 * driver and small browser.
 */
export function findEngines() {
  return {
    xvfb: onPath('Xvfb').find(existsSync),
    firefox: onPath('firefox-esr', 'firefox').find(existsSync),
    webkitDriver: onPath('WebKitWebDriver').find(existsSync),
    miniBrowser: findMiniBrowser(),
  };
}

/** Debian's packages of them. */
const ENGINE_PACKAGES = {
  xvfb: 'xvfb',
  firefox: 'firefox-esr',
  webkitDriver: 'webkit2gtk-driver',
  miniBrowser: 'webkit2gtk-driver',
};

/** Debian's packages that are still missing after they have been installed where that is possible: by root, with apt-get. */
export function installEngines() {
  const missing = () => [
    ...new Set(
      Object.entries(findEngines())
        .filter(([, path]) => path === undefined)
        .map(([name]) => ENGINE_PACKAGES[name]),
    ),
  ];
  if (missing().length > 0 && withDebian()) installDebian(...missing());
  return missing();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  installDependencies();
  if (process.argv.includes('--browser')) installBrowser();
}
