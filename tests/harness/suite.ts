import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Harness, type Opened, type PageOptions, startHarness } from './browser.ts';
import type { ServeOptions } from './serve.ts';

/**
 * For tests of what lies around the picture: it is drawn with a sixteenth of its pixels, unless at `quality=low`, and its
 * furniture keeps its size.
 */
export const COARSE: PageOptions = { deviceScaleFactor: 0.25 };

/**
 * One browser and one server for the tests of a file. Pages opened through it are closed after each test.
 * Use: `const harness = harnessForFile();`, then `await harness().open('embed/')`. `every` are options of all its pages.
 */
export function harnessForFile(options: ServeOptions = {}, every: PageOptions = {}): () => Harness {
  let harness: Harness | undefined;
  const pages: Opened[] = [];
  beforeAll(async () => {
    const started = await startHarness(options);
    harness = {
      ...started,
      async open(path: string, pageOptions?: PageOptions) {
        const opened = await started.open(path, { ...every, ...pageOptions });
        pages.push(opened);
        return opened;
      },
    };
  });
  afterEach(async () => {
    for (const opened of pages.splice(0)) await opened.close();
  });
  afterAll(async () => {
    await harness?.close();
  });
  return () => {
    if (!harness) throw new Error('The harness is there inside tests only');
    return harness;
  };
}
