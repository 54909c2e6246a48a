// The two versions of the pages, in folders side by side, and the link that says which one is served.
import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { CURRENT, VERSIONS } from './settings.mjs';

/**
 * What tells a version from others: a hash of its page, which names all its files by hashes of theirs, and the page's script.
 * Undefined where there is no whole version; the installer moves a folder there only when it is whole.
 * @returns {import('./decide.mjs').Version | undefined}
 */
function versionIn(folder) {
  try {
    const page = readFileSync(join(folder, 'kiosk/index.html'), 'utf8');
    const script = /<script type="module" src="[^"]*\/([\w.-]+)"/.exec(page)?.[1];
    const id = createHash('sha256').update(page).digest('hex').slice(0, 16);
    return script === undefined ? undefined : { id, script };
  } catch {
    return undefined;
  }
}

const folderOf = (name) => join(VERSIONS, name);

/** The name of the folder that is served, `a` or `b`. */
function servedName() {
  try {
    return basename(readlinkSync(CURRENT)) === 'b' ? 'b' : 'a';
  } catch {
    return 'a';
  }
}
const otherName = () => (servedName() === 'a' ? 'b' : 'a');

/** The version that is served, and the one in the other folder. */
export const versions = () => ({
  served: versionIn(folderOf(servedName())),
  other: versionIn(folderOf(otherName())),
});

/** Serves the other folder from now on. A request finds the one or the other, never neither. */
export function serveOther() {
  const link = `${CURRENT}.new`;
  rmSync(link, { force: true });
  symlinkSync(relative(dirname(link), folderOf(otherName())), link);
  renameSync(link, CURRENT);
}
