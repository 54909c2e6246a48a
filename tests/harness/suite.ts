import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Harness, type Opened, type PageOptions, startHarness } from './browser.ts';
import type { ServeOptions } from './serve.ts';

/**
 * One browser and one server for the tests of a file. Pages opened through it are closed after each test.
 * Use: `const harness = harnessForFile();`, then `await harness().open('embed/')`.
 */
export function harnessForFile(options: ServeOptions = {}): () => Harness {
  let harness: Harness | undefined;
  const pages: Opened[] = [];
  beforeAll(async () => {
    const started = await startHarness(options);
    harness = {
      ...started,
      async open(path: string, pageOptions?: PageOptions) {
        const opened = await started.open(path, pageOptions);
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
