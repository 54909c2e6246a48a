import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/install.mjs';

const inputs = [
  'src',
  'assets',
  'public',
  'present',
  'kiosk',
  'remote',
  'embed',
  'examples',
  'offline',
  'index.html',
  'package-lock.json',
  'vite.config.ts',
  'vite.embed.config.ts',
  'scripts/build.ts',
  'scripts/classicScripts.ts',
  'scripts/languageType.ts',
  'scripts/offline.ts',
  'scripts/schema.ts',
  'scripts/vitePlugins.ts',
];

function newest(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds dist/ unless it is there and newer than all that it is built from. */
export function ensureBuilt(): void {
  // Written last by the build.
  const mark = join(root, 'dist/schema/site.schema.json');
  const changed = Math.max(...inputs.map((path) => newest(join(root, path))));
  if (existsSync(mark) && statSync(mark).mtimeMs > changed) return;
  console.log('Building dist/');
  const done = spawnSync(
    process.execPath,
    [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/build.ts'],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (done.status !== 0) throw new Error('The build failed');
}

/** vitest calls this once before the browser tests. */
export default ensureBuilt;
