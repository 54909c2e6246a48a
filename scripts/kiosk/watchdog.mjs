// The watchdog of an exhibit: hears its page, restarts its browser, changes its version, and asks for a reboot when nothing else helps.
// Needs Node 18 and nothing else. systemd starts it; see README.md.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { begin, decide, PATIENCE, readBeat, readKept } from './decide.mjs';
import { openLog } from './log.mjs';
import { BROWSER, CLEAR, LOG, PORT, STATE } from './settings.mjs';
import { serveOther, versions } from './versions.mjs';

/** Milliseconds between two looks, and for which a browser may close its files after it is told to end. */
const LOOK_MS = 1000;
const END_MS = 5000;
/** Bytes of a beat. */
const LONGEST_BEAT = 1000;
/** The exit status at which the unit has systemd reboot the machine; the watchdog itself may not. */
const REBOOT_STATUS = 75;
const MEMORY = `${STATE}/watchdog.json`;

const log = openLog(LOG);

/** Patience from the environment, for a drill: RACKFIELD_STEADY=20000. */
const patience = Object.fromEntries(
  Object.entries(PATIENCE).map(([name, usual]) => [
    name,
    Number(process.env[`RACKFIELD_${name.toUpperCase()}`]) || usual,
  ]),
);

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Does what may fail on a full disk; says so, and goes on. */
function attempt(what, act) {
  try {
    act();
    return true;
  } catch (error) {
    log(`${what} has failed: ${error.message}`);
    return false;
  }
}

/** The process of the browser; undefined if there is none. The number may belong to something else after a crash. */
function browser() {
  const pid = Number(read(BROWSER));
  if (!Number.isSafeInteger(pid) || pid < 2) return undefined;
  const command = read(`/proc/${pid}/cmdline`);
  return command.includes('chromium') || command.includes('browser.sh') ? pid : undefined;
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}

/** Ends the browser, which its unit then starts again. */
function restart() {
  const pid = browser();
  if (pid === undefined) return;
  signal(pid, 'SIGTERM');
  setTimeout(() => browser() === pid && signal(pid, 'SIGKILL'), END_MS);
}

let memory = begin(readKept(read(MEMORY)));
let kept = '';
/** @type {import('./decide.mjs').Beat | undefined} */
let beat;

function keep() {
  const { trial, left, rebootedAt } = memory;
  const text = JSON.stringify({ trial, left, rebootedAt });
  if (text === kept) return;
  const isKept = attempt('Keeping the memory', () => {
    writeFileSync(`${MEMORY}.new`, text);
    renameSync(`${MEMORY}.new`, MEMORY);
  });
  if (isKept) kept = text;
}

const ways = {
  restart,
  clear() {
    attempt('Asking for an empty profile', () => writeFileSync(CLEAR, ''));
    restart();
  },
  switch() {
    serveOther();
    restart();
  },
  reboot: () => process.exit(REBOOT_STATUS),
};
const SAID = {
  restart: 'Restarting the browser',
  clear: 'Restarting the browser with an empty profile',
  switch: 'Serving the other version',
  reboot: 'Asking for a reboot',
};

function look() {
  const before = memory;
  const now = performance.now();
  const decided = decide(before, { now, wall: Date.now(), pid: browser(), beat, ...versions() }, patience);
  beat = undefined;
  memory = decided.memory;
  for (const line of decided.said) log(line);
  const { act } = decided;
  if (act) {
    log(`${SAID[act.do]}: ${act.why}.`);
    // Before the act: a reboot must be remembered, and a version that is on trial.
    keep();
    // Without room for the new link the version stays that is there, and it is tried again.
    const { trial, left } = before;
    if (!attempt(SAID[act.do], ways[act.do])) memory = { ...memory, trial, left, leaving: undefined };
  }
  keep();
}

const server = createServer((request, response) => {
  if (request.method !== 'POST') {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    response.end('{"watchdog":true}\n');
    return;
  }
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (part) => {
    text += part;
    if (text.length > LONGEST_BEAT) request.destroy();
  });
  request.on('end', () => {
    const read = readBeat(text);
    if (read) beat = read;
    response.writeHead(read ? 204 : 400).end();
  });
});
server.listen(PORT, '127.0.0.1', () => {
  log('The watchdog has started.');
  setInterval(look, LOOK_MS);
});
for (const name of ['SIGTERM', 'SIGINT'])
  process.on(name, () => {
    log('The watchdog is told to end.');
    process.exit(0);
  });
