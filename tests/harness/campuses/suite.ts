import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, vi } from 'vitest';
import { root } from '../../../scripts/install.mjs';
import { fullDocuments, shared } from '../../../scripts/vitePlugins.ts';
import { SPARSE } from '../suite.ts';
import { type Harness, type PageOptions, startHarness } from '../browser.ts';
import type { CampusesPage } from './campuses.ts';

/** A server of the page that shows several campuses, for the tests of a file. */
export function campusesForFile(): () => Harness {
  let harness: Harness;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rackfield-campuses-'));
    // React for development keeps what it has drawn.
    vi.stubEnv('NODE_ENV', 'production');
    await build({
      ...shared,
      plugins: [...(shared.plugins ?? []), fullDocuments()],
      configFile: false,
      root: join(root, 'tests/harness/campuses'),
      logLevel: 'warn',
      build: { ...shared.build, outDir: folder, emptyOutDir: true },
    });
    vi.unstubAllEnvs();
    harness = await startHarness({ shares: true, mounts: { '/campuses': folder } });
  });
  afterAll(async () => {
    await harness?.close();
    await rm(folder, { recursive: true, force: true });
  });
  return () => harness;
}

export const openCampuses = (harness: Harness, query: string, options: PageOptions) =>
  harness.open(`${harness.origin}/campuses/?${query}&quality=low&motion=reduce`, { ...SPARSE, ...options });

/** Runs a function of the page's own handle, which may use nothing from outside but its argument. */
export const inPage = <Given>(
  page: Page,
  use: (campuses: CampusesPage, given: Given) => unknown,
  given: Given,
) => page.evaluate(`(${use.toString()})(window.campuses, ${JSON.stringify(given)})`);
