import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { type Harness, waitReady } from './browser.ts';

export interface Loaded {
  path: string;
  bytes: number;
  gzip: number;
}

/**
 * Every file that a page of the build, or a page with one in its last frame, asks for up to the first 3D frame, each with its size as it
 * is and after gzip at the level that web hosts use by default. The page is given by its path in the build or by its whole address.
 */
export async function bytesToFirstFrame(harness: Harness, path: string): Promise<Loaded[]> {
  const opened = await harness.open('about:blank', { ready: false });
  const answers: Response[] = [];
  const page: Page = opened.page;
  page.on('response', (response) => answers.push(response));
  await page.goto(URL.canParse(path) ? path : harness.at(path), { waitUntil: 'domcontentloaded' });
  await waitReady(page.frames().at(-1)!);
  const loaded: Loaded[] = [];
  for (const answer of answers.slice()) {
    const { pathname } = new URL(answer.url());
    if (!answer.ok() || pathname === '/favicon.ico') continue;
    const body = await answer.body().catch(() => bodyOf(answer));
    loaded.push({ path: pathname, bytes: body.length, gzip: gzipSync(body, { level: 6 }).length });
  }
  await opened.close();
  return loaded;
}

/** Asks again for what came and was then refused, as modules are in sandboxes. */
const bodyOf = async (answer: Response) => Buffer.from(await (await fetch(answer.url())).arrayBuffer());

export const gzipTotal = (loaded: readonly Loaded[]): number =>
  loaded.reduce((sum, { gzip }) => sum + gzip, 0);
