/** Visits to the exhibit, played by touches as fast as the machine can, and what the page holds after them. */
import type { Opened, PageOptions } from '../tests/harness/browser.ts';
import type { WithHandle } from '../tests/harness/handle.ts';

/** What the page holds after garbage has been collected. */
export interface Held {
  visits: number;
  /** Bytes. */
  heap: number;
  geometries: number;
  textures: number;
  programs: number;
  listeners: number;
  nodes: number;
  /** WebGL contexts that are not lost. */
  contexts: number;
  /** Timeouts and intervals that wait. */
  timers: number;
}

/** How much more each part may become from the beginning to the end of a soak: nothing, but for the heap, whose compiled code settles. */
const MOST_MORE: Readonly<Record<Exclude<keyof Held, 'visits'>, number>> = {
  ...{ heap: 2_000_000, geometries: 0.5, textures: 0.5, programs: 0.5 },
  ...{ listeners: 0.5, nodes: 8, contexts: 0.5, timers: 1.5 },
};
type Part = keyof typeof MOST_MORE;
export const PARTS = Object.keys(MOST_MORE) as Part[];

/** A page that is soaked: small, and with few triangles. */
export const SOAKED: PageOptions = {
  viewport: { width: 1080, height: 1920 },
  deviceScaleFactor: 0.1,
  touch: true,
  triangles: 8,
  before: countHeld,
};
export const SOAK_ADDRESS = 'kiosk/?quality=low&motion=reduce&lang=en&diagonal=32&mount=500';

type Counted = Window & { soak: { contexts: WeakRef<WebGL2RenderingContext>[]; timers: Set<unknown> } };

/** Counts contexts and timers in a page, before its scripts. */
function countHeld(): void {
  const counted: Counted['soak'] = { contexts: [], timers: new Set() };
  Object.assign(window, { soak: counted });
  const { getContext } = HTMLCanvasElement.prototype;
  Object.assign(HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement, ...given: Parameters<typeof getContext>) {
      const context = getContext.apply(this, given);
      if (
        context instanceof WebGL2RenderingContext &&
        !counted.contexts.some((each) => each.deref() === context)
      )
        counted.contexts.push(new WeakRef(context));
      return context;
    },
  });
  const { setTimeout: later, clearTimeout: cancel, setInterval: every, clearInterval: end } = window;
  Object.assign(window, {
    setTimeout(act: (...given: unknown[]) => void, wait?: number, ...given: unknown[]) {
      const id = later(() => {
        counted.timers.delete(id);
        act(...given);
      }, wait);
      counted.timers.add(id);
      return id;
    },
    setInterval(act: () => void, wait?: number) {
      const id = every(act, wait);
      counted.timers.add(id);
      return id;
    },
    clearTimeout(id: number) {
      counted.timers.delete(id);
      cancel(id);
    },
    clearInterval(id: number) {
      counted.timers.delete(id);
      end(id);
    },
  });
}

/** What of the page has to be the same before every visit: all that can be chosen, all that can be read, and the picture. */
const digestOf = ({ page }: Opened): Promise<string> =>
  page.evaluate(async () => {
    const { rackfield } = window as unknown as WithHandle;
    const { frame, memory, contextLosses, kiosk, ...state } = rackfield.stats();
    const blob = await rackfield.toBlob({ width: 64, height: 36, type: 'image/png' });
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
    const { lang, dir, dataset } = document.documentElement;
    const { innerText } = document.querySelector<HTMLElement>('.exhibit')!;
    return JSON.stringify({
      ...state,
      state: kiosk?.state,
      lang,
      dir,
      ...dataset,
      innerText,
      picture: [...bytes.slice(0, 8)],
    });
  });

/** What one visitor touches after the tour: classes of buttons, each so many times. */
const VISITS: readonly (readonly (readonly [button: string, times: number])[])[] = [
  [
    ['.exhibit-to-grow', 1],
    ['.exhibit-to-life', 1],
    ['.exhibit-life .exhibit-first', 1],
    ['.exhibit-views button:nth-child(5)', 1],
  ],
  [
    ['.exhibit-to-tall', 1],
    ['.exhibit-step', 2],
    ['.exhibit-to-find', 1],
    ['.exhibit-key:nth-child(4)', 5],
    ['.exhibit-key.exhibit-first', 1],
  ],
  [
    ['.exhibit-to-big', 1],
    ['.exhibit-moves .exhibit-first', 2],
    ['.exhibit-close', 1],
    ['.exhibit-views button:nth-child(2)', 1],
  ],
  [
    ['.exhibit-hand', 1],
    ['.exhibit-lower', 1],
    ['.exhibit-languages [aria-pressed="false"]', 1],
    ['.exhibit-to-tall', 1],
    ['.exhibit-tools button:nth-child(2)', 1],
  ],
];
/** Visits after which everything has been touched once. */
export const CYCLE = VISITS.length;

/** Milliseconds between lost contexts: a second one within two minutes gives the exhibit a rest. */
const APART_MS = 130_000;

/** Plays visits on an opened exhibit; after each the page is as it was at first, or this throws. Reads what is held after each cycle. */
export async function soak(opened: Opened, visits: number, told: (held: Held) => void): Promise<Held[]> {
  const { page } = opened;
  const session = await page.context().newCDPSession(page);
  const inState = (state: string) =>
    page.waitForFunction(
      (wanted) => (window as unknown as WithHandle).rackfield.stats().kiosk?.state === wanted,
      state,
      { polling: 30 },
    );
  async function tap(x: number, y: number) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
  /** Touches the middle of the first such button, if there is one. */
  async function touch(button: string) {
    const at = await page.evaluate((wanted) => {
      const found = [...document.querySelectorAll(wanted)].map((each) => each.getBoundingClientRect());
      const box = found.find(({ width }) => width > 0);
      return box && [box.x + box.width / 2, box.y + box.height / 2];
    }, button);
    if (at) await tap(at[0]!, at[1]!);
    return at !== undefined;
  }
  const atFirst = () =>
    page.waitForFunction(
      () => {
        const { kiosk, step, story } = (window as unknown as WithHandle).rackfield.stats();
        const isBegun = kiosk?.state === 'attract' && story === 'attract' && step === 'growth';
        return isBegun && document.documentElement.lang === 'en';
      },
      undefined,
      { polling: 30 },
    );
  let lostAt = Number.NEGATIVE_INFINITY;
  async function loseContext() {
    lostAt = performance.now();
    const extension = await page.evaluateHandle(
      () => document.querySelector('canvas')!.getContext('webgl2')!.getExtension('WEBGL_lose_context')!,
    );
    await extension.evaluate((lose) => lose.loseContext());
    await inState('recovering');
    await extension.evaluate((lose) => lose.restoreContext());
    await extension.dispose();
  }
  async function held(done: number): Promise<Held> {
    // Twice: what was looked at in the same task is held until that is over.
    for (let turn = 0; turn < 2; turn++) await session.send('HeapProfiler.collectGarbage');
    const [{ usedSize }, counters, { memory }, own] = await Promise.all([
      session.send('Runtime.getHeapUsage'),
      session.send('Memory.getDOMCounters'),
      opened.stats(),
      page.evaluate(() => {
        const { contexts, timers } = (window as unknown as Counted).soak;
        const living = contexts.filter((each) => each.deref()?.isContextLost() === false);
        return { contexts: living.length, timers: timers.size };
      }),
    ]);
    const { jsEventListeners, nodes } = counters;
    return { visits: done, heap: usedSize, ...memory, listeners: jsEventListeners, nodes, ...own };
  }

  await atFirst();
  const first = await digestOf(opened);
  const readings: Held[] = [];
  for (let visit = 0; visit < visits; visit++) {
    await tap(300, 500);
    await inState('tour');
    await tap(300, 500);
    await inState('explore');
    for (const [button, times] of VISITS[visit % CYCLE]!)
      for (let time = 0; time < times; time++) await touch(button);
    const mayLose = performance.now() - lostAt > APART_MS;
    if (visit % CYCLE === CYCLE - 1 && mayLose) await loseContext();
    else await touch('.exhibit-tools button:first-child');
    await atFirst();
    const now = await digestOf(opened);
    if (now !== first)
      throw new Error(`After visit ${visit + 1} the exhibit is not as it was:\n${now}\n${first}`);
    if (visit % CYCLE < CYCLE - 1) continue;
    const reading = await held(visit + 1);
    readings.push(reading);
    told(reading);
  }
  await session.detach();
  return readings;
}

/** Slope of the straight line that fits best, per visit. */
function slope(readings: readonly Held[], part: Part): number {
  const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const [x, y] = [mean(readings.map(({ visits }) => visits)), mean(readings.map((each) => each[part]))];
  const over = readings.reduce((sum, each) => sum + (each.visits - x) * (each[part] - y), 0);
  const under = readings.reduce((sum, { visits }) => sum + (visits - x) ** 2, 0);
  return under > 0 ? over / under : 0;
}

/** How much more of each part a fitted line has at the end than after the warm-up, the first third; and which parts grow. */
export function verdict(readings: readonly Held[]): { more: Record<Part, number>; growing: Part[] } {
  const settled = readings.slice(Math.floor(readings.length / 3));
  const span = settled.at(-1)!.visits - settled[0]!.visits;
  const more = Object.fromEntries(PARTS.map((part) => [part, slope(settled, part) * span])) as Record<
    Part,
    number
  >;
  return { more, growing: PARTS.filter((part) => more[part] > MOST_MORE[part]) };
}
