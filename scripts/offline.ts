/** Builds the service worker with the list of the files that it keeps. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'vite';

/** What the explorer, the stage and the exhibit may ask for. The element, its page and its stills are never kept. */
const KEPT =
  /^(index\.html|present\/|kiosk\/index\.html$|assets\/|examples\/[^/]+\.json$|icon\.svg$|still\.jpg$)/;

/** Files whose name holds a hash of their content. */
const HASHED = /^assets\/.*-[\w-]{8}\.\w+$/;

export interface KeptFile {
  /** Address, relative to the service worker's. */
  url: string;
  /** Hash of the content; null where the name holds one. */
  revision: string | null;
  /** Makes the browser refuse a file of another version; where the name holds no hash. */
  integrity?: string;
}

/** The files of a built folder that the explorer, the stage and the exhibit may ask for, sorted by address. */
export function keptFiles(folder: string): KeptFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((url) => KEPT.test(url))
    .sort()
    .map((url) => {
      if (HASHED.test(url)) return { url, revision: null };
      const revision = createHash('sha256')
        .update(readFileSync(join(folder, url)))
        .digest('base64');
      return { url, revision, integrity: `sha256-${revision}` };
    });
}

/** Writes `sw.js` into a built folder. */
export async function buildServiceWorker(root: string, folder: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { FILES: JSON.stringify(keptFiles(folder)), 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: {
        input: join(root, 'offline/sw.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
}
