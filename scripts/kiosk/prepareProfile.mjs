// Before each start of the browser: prints the folder of the profile that it can use. Whatever fails here, the browser starts.
import { existsSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLEAR, RUN, STATE } from './settings.mjs';

/** Bytes without which the browser cannot keep a profile. */
const LEAST_ROOM = 16_000_000;

const profile = join(STATE, 'profile');
const attempt = (act) => {
  try {
    return act();
  } catch (error) {
    console.error(`The profile: ${error.message}`);
    return undefined;
  }
};
const remove = (path) => attempt(() => rmSync(path, { recursive: true, force: true }));

if (existsSync(CLEAR)) {
  remove(profile);
  remove(CLEAR);
}
// After a power cut the lock of a browser that is no more is still there.
for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) remove(join(profile, name));
// What is shown is what the served folder holds, and nothing that an earlier version had the browser keep.
remove(join(profile, 'Default/Service Worker'));

// Otherwise the browser offers to restore its pages.
const file = join(profile, 'Default/Preferences');
if (existsSync(file))
  attempt(() => {
    const preferences = JSON.parse(readFileSync(file, 'utf8'));
    Object.assign((preferences.profile ??= {}), { exited_cleanly: true, exit_type: 'Normal' });
    writeFileSync(`${file}.new`, JSON.stringify(preferences));
    renameSync(`${file}.new`, file);
  });

const { bavail, bsize } = attempt(() => statfsSync(STATE)) ?? { bavail: 0, bsize: 0 };
const hasRoom = bavail * bsize >= LEAST_ROOM;
if (!hasRoom) console.error('The disk is full: the browser keeps its profile in memory.');
console.log(hasRoom ? profile : join(RUN, 'profile'));
