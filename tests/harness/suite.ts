import { afterAll, afterEach, beforeAll } from 'vitest';
import {
  assertSilent,
  type Harness,
  type HarnessOptions,
  type Opened,
  type PageOptions,
  startHarness,
} from './browser.ts';

/**
 * For tests of what lies around the picture: it is drawn with a sixteenth of its pixels, unless at `quality=low`, and its
 * furniture keeps its size.
 */
export const COARSE: PageOptions = { deviceScaleFactor: 0.25 };

/**
 * The frames in the window have no triangles, those of the handle's pictures all; see `limitTriangles`. A program is compiled by the
 * software renderer with its first triangle: that costs a page more than all else.
 */
export const SPARSE: PageOptions = { triangles: 0 };

/** For tests that tell one frame in the window from another: each draw call has a few of its triangles. */
export const FEW: PageOptions = { triangles: 100 };

/** For tests that photograph the window, where otherwise it is {@link SPARSE}. */
export const WHOLE: PageOptions = { triangles: 'all' };

/**
 * A server for the tests of a file, and the browser that all files without flags of their own share. Pages opened through it are closed after each test.
 * Use: `const harness = harnessForFile();`, then `await harness().open('embed/')`. `every` are options of all its pages, which are {@link SPARSE} unless it says otherwise.
 */
export function harnessForFile(options: HarnessOptions = {}, every: PageOptions = {}): () => Harness {
  let harness: Harness | undefined;
  const pages: Opened[] = [];
  beforeAll(async () => {
    const started = await startHarness({ shares: true, ...options });
    harness = {
      ...started,
      async open(path: string, pageOptions?: PageOptions) {
        const opened = await started.open(path, { ...SPARSE, ...every, ...pageOptions });
        if (!pageOptions?.kept) pages.push(opened);
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

/**
 * One page for all the tests around it, in a file or a `describe`: opened before the first and closed after the last. It has to
 * pass `check` after each. A test that changes it leaves it so that the next one can start, or each begins by setting what it needs.
 */
export function sharedPage(
  harness: () => Harness,
  path: string | (() => string),
  options: PageOptions = {},
  check: (opened: Opened) => void = assertSilent,
): () => Opened {
  let opened: Opened | undefined;
  beforeAll(async () => {
    opened = await harness().open(typeof path === 'string' ? path : path(), { ...options, kept: true });
  });
  afterEach(() => {
    if (opened) check(opened);
  });
  afterAll(async () => {
    await opened?.close();
  });
  return () => {
    if (!opened) throw new Error('The page is there inside tests only');
    return opened;
  };
}
