import { pathToFileURL } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { installBrowser } from '../../scripts/install.mjs';
import type { Measured, Rackfield, Stats, WithHandle } from './handle.ts';
import { type ServeOptions, type Served, serve } from './serve.ts';

const flags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--force-color-profile=srgb',
  '--js-flags=--expose-gc',
  // Nothing but this machine has an address, whatever a page may try past the route below.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** A page or frame of any browser, as far as scripts in it are concerned; see {@link Page} of Playwright. */
export type Scripted = Pick<Page, 'evaluate' | 'waitForFunction'>;

export interface PageOptions {
  viewport?: { width: number; height: number };
  deviceScaleFactor?: number;
  reducedMotion?: boolean;
  /** The system's; light unless said otherwise. */
  colorScheme?: 'light' | 'dark';
  forcedColors?: boolean;
  /** Whether the page's scripts run. They do unless set to false. */
  scripts?: boolean;
  touch?: boolean;
  locale?: string;
  /** Wait for `stats().ready` of the page's handle. On unless set to false. */
  ready?: boolean;
  /** Milliseconds until giving up on that. */
  timeout?: number;
  /** Runs in every frame before the page's own scripts. */
  before?: () => void;
  /** The most triangles of a draw call that are drawn; see {@link limitTriangles}. All of them unless said otherwise. */
  triangles?: number | 'all';
  /** In a context of its own: for a page whose clock is set or which is given permissions, which are its context's. */
  alone?: boolean;
  /** The page may keep itself for use offline, by a service worker. Otherwise its browser knows none. */
  worker?: boolean;
  /** Stays open after the test, until whoever opened it closes it. */
  kept?: boolean;
}

/** A page with all that it said and asked for since it was opened. */
export interface Opened {
  page: Page;
  /** Console messages of every type, as 'type: text'. */
  messages: string[];
  /** Uncaught errors. */
  errors: string[];
  /** Requests that failed or were answered with 400 or above. */
  failed: string[];
  /** Every address asked for, in order. */
  requests: string[];
  /** The ones that were not the harness's own: stopped, and written down. */
  blocked: string[];
  stats(): Promise<Stats>;
  measure(options: { n: number; dtDays: number }): Promise<Measured>;
  close(): Promise<void>;
}

export interface Harness extends Served {
  browser: Browser;
  /** Opens a path of the build ('embed/?view=hall'), or a whole address. */
  open(path: string, options?: PageOptions): Promise<Opened>;
  /** Ends the server alone, as if the network were cut. */
  cut(): Promise<void>;
}

/**
 * What the software renderer itself says when pixels are read back. It is about the measuring, not about
 * the page, and it comes and goes with the driver.
 */
const isDriverNoise = (text: string) => /GPU stall due to ReadPixels/.test(text);

interface Kept {
  browser: Browser;
  contexts: Contexts;
}

/**
 * The browser that the test files of this process share, and its contexts: its first page costs twice as much as any later one,
 * and the window of a context a second of CPU time. What a file stores has another origin in the next, by its port.
 */
let kept: Kept | undefined;

async function keptBrowser(): Promise<Kept> {
  if (!kept?.browser.isConnected()) {
    const browser = await launch(frugal);
    kept = { browser, contexts: contextsOf(browser) };
  }
  return kept;
}

/** For tests only: both draw the same as without them, in less CPU time. */
const frugal = [
  // What lies around the pictures is drawn without WebGL.
  '--disable-gpu-compositing',
  // Shaders that a page has compiled are there for the next one.
  '--enable-angle-features=preferGlobalPipelineCache',
  // The next page of a context has the process of the one before, and its scripts as they were compiled.
  '--process-per-site',
];

async function ownBrowser(options: HarnessOptions): Promise<Kept> {
  const browser = await launch([...(options.shares ? frugal : []), ...(options.flags ?? [])]);
  return { browser, contexts: contextsOf(browser) };
}

const launch = (further: string[]) =>
  chromium.launch({ executablePath: installBrowser(), headless: true, args: [...flags, ...further] });

export interface HarnessOptions extends ServeOptions {
  /** Further flags of the browser. */
  flags?: string[];
  /**
   * Takes the one browser of this process, which ends with the process, unless there are `flags`; and the pages have contexts
   * one after another, unless they are `alone`. Not for timings: a reader's first page starts more slowly.
   */
  shares?: boolean;
}

/** Starts a server, and a browser unless there is one to be shared. Close it before another is started. */
export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const isKept = options.shares && !options.flags;
  const served = await serve(options);
  const { browser, contexts } = await (isKept ? keptBrowser() : ownBrowser(options)).catch(
    async (error: unknown) => {
      await served.close();
      throw error;
    },
  );
  return {
    ...served,
    browser,
    async open(path, pageOptions) {
      const whole = { alone: !options.shares, ...pageOptions };
      return openPage(await contexts.take(whole, served.origin), served, path, whole);
    },
    cut: served.close,
    async close() {
      if (!isKept) await browser.close();
      await served.close();
    },
  };
}

type Contexts = ReturnType<typeof contextsOf>;

/** The most contexts that wait for their next page: each holds a process and its memory. */
const MOST_FREE = 5;

/** A context for one page. */
interface Taken {
  context: BrowserContext;
  /** Closes the page, after which the context may be another page's. */
  release(page: Page): Promise<void>;
}

/** What of a page's options its context has to know. */
const contextOptions = (options: PageOptions): BrowserContextOptions => ({
  deviceScaleFactor: options.deviceScaleFactor ?? 1,
  reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
  colorScheme: options.colorScheme ?? 'light',
  forcedColors: options.forcedColors ? 'active' : 'none',
  javaScriptEnabled: options.scripts ?? true,
  hasTouch: options.touch ?? false,
  isMobile: options.touch ?? false,
  locale: options.locale ?? 'en-GB',
  serviceWorkers: options.worker ? 'allow' : 'block',
});

/**
 * Contexts of a browser. A page takes one in which a page with equal options was before, if one is free: scripts that a context has
 * run before start in two thirds of the time, as long as a page of the same site keeps its process. Two pages never have one at the same time:
 * only one of them would draw at its full pace.
 */
function contextsOf(browser: Browser) {
  /** The one used last at the end. */
  const free: { key: string; context: BrowserContext }[] = [];
  const make = async (options: BrowserContextOptions, origin: string | undefined) => {
    const context = await browser.newContext(options);
    if (origin) await (await context.newPage()).goto(`${origin}/icon.svg`);
    return context;
  };
  return {
    async take(options: PageOptions, origin: string): Promise<Taken> {
      const wanted = contextOptions(options);
      const isAlone = options.alone ?? false;
      const key = JSON.stringify(wanted);
      const at = isAlone ? -1 : free.findLastIndex((each) => each.key === key);
      const [waiting] = at < 0 ? [] : free.splice(at, 1);
      const context = waiting?.context ?? (await make(wanted, isAlone ? undefined : origin));
      return {
        context,
        async release(page) {
          if (isAlone) return context.close();
          if (page.isClosed()) return;
          // With the windows that it has opened, but for the one that keeps the process.
          for (const each of context.pages().slice(1)) await each.close();
          free.push({ key, context });
          if (free.length > MOST_FREE) await free.shift()?.context.close();
        },
      };
    },
  };
}

async function openPage(
  { context, release }: Taken,
  served: Served,
  path: string,
  options: PageOptions,
): Promise<Opened> {
  const messages: string[] = [];
  const errors: string[] = [];
  const failed: string[] = [];
  const requests: string[] = [];
  const blocked: string[] = [];
  const page = await context.newPage();
  await page.setViewportSize(options.viewport ?? { width: 1280, height: 720 });
  await page.route('**/*', (route) => {
    const address = route.request().url();
    const own = [served.origin, served.otherOrigin, pathToFileURL(served.folder)];
    if (own.some((start) => address.startsWith(`${start}/`))) return route.continue();
    blocked.push(address);
    return route.abort('blockedbyclient');
  });
  // esbuild wraps named functions in a helper that a page does not have.
  await page.addInitScript('globalThis.__name ??= (value) => value');
  // Blocking alone would leave a page that registers one with a warning.
  if (!options.worker)
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  if (typeof options.triangles === 'number') await page.addInitScript(limitTriangles, options.triangles);
  if (options.before) await page.addInitScript(options.before);
  page.on('console', (message) => {
    if (!isDriverNoise(message.text())) messages.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) =>
    failed.push(`${request.url()} ${request.failure()?.errorText ?? ''}`),
  );
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.url()} ${response.status()}`);
  });
  const opened: Opened = {
    page,
    messages,
    errors,
    failed,
    requests,
    blocked,
    stats: () => statsOf(page),
    measure: (what) =>
      page.evaluate((given) => (window as unknown as WithHandle).rackfield.measure(given), what),
    close: () => release(page),
  };
  try {
    await page.goto(/^(https?|about|file):/.test(path) ? path : served.at(path), {
      waitUntil: 'domcontentloaded',
    });
    if (options.ready !== false) await waitReady(page, options.timeout);
  } catch (error) {
    const heard = [...errors, ...failed, ...blocked, ...messages].join('\n');
    await opened.close();
    throw new Error(`${path} did not come up: ${String(error)}\n${heard}`);
  }
  return opened;
}

/** The window of a page with a limit; without the number there is none. */
export interface Limited {
  mostTriangles?: number;
}

/**
 * Draws no more than the first triangles of each draw call, in a page. All programs still run and WebGL still checks every call, in a
 * fifteenth of the time: a software renderer spends it on vertices, however small the picture is. Counts of `stats()` stay.
 * `pictureBytes` lifts the limit, so that pictures which are compared are whole.
 */
function limitTriangles(most: number): void {
  const limited = window as Limited;
  limited.mostTriangles = most;
  const { prototype } = WebGL2RenderingContext;
  for (const name of ['drawElements', 'drawElementsInstanced'] as const) {
    const draw: (...given: number[]) => void = prototype[name];
    Object.assign(prototype, {
      [name](mode: number, indices: number, ...further: number[]) {
        draw.call(this, mode, Math.min(indices, (limited.mostTriangles ?? Infinity) * 3), ...further);
      },
    });
  }
}

/** Waits until the handle of a page or frame says that the first frame has been presented. */
export async function waitReady(where: Scripted, timeout = 90_000): Promise<void> {
  await where.waitForFunction(
    () => (window as unknown as Partial<WithHandle>).rackfield?.stats?.()?.ready === true,
    undefined,
    { timeout, polling: 'raf' },
  );
}

export const statsOf = (where: Scripted): Promise<Stats> =>
  where.evaluate(() => (window as unknown as WithHandle).rackfield.stats());

/** Runs one function on the handle inside the page. It may use nothing from outside but its argument. */
export function withHandle<Result, Given = undefined>(
  where: Scripted,
  use: (handle: Rackfield, given: Given) => Result | Promise<Result>,
  given?: Given,
): Promise<Result> {
  return where.evaluate(`(${use.toString()})(window.rackfield, ${JSON.stringify(given) ?? 'undefined'})`);
}

/** What Chromium itself says where it refuses the module of the element. */
export const MODULE_REFUSED =
  /^(console error: Access to script at '\S+\/embed\.js' from origin 'null' has been blocked by CORS policy|console error: Failed to load resource: net::ERR_FAILED$|failed \S+\/embed\.js net::ERR_FAILED$)/;

/** Throws unless the page said nothing, failed at nothing and asked for nothing but its own files, apart from `expected` lines. */
export function assertSilent(opened: Opened, expected?: RegExp): void {
  const heard = [
    ...opened.messages.map((line) => `console ${line}`),
    ...opened.errors.map((line) => `error ${line}`),
    ...opened.failed.map((line) => `failed ${line}`),
    ...opened.blocked.map((line) => `asked for ${line}`),
  ].filter((line) => !expected?.test(line));
  if (heard.length > 0) throw new Error(`The page was not silent:\n${heard.join('\n')}`);
}
