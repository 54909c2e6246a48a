import type { Scripted } from '../harness/browser.ts';
import type { Picture } from '../harness/picture.ts';

/** A browser with one window, whichever way it is driven. */
export interface Engine {
  name: string;
  version: string;
  /** The page in the window. */
  page: Scripted;
  open(address: string): Promise<void>;
  /** Gives the page this size, CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** The first frame of the page. Scripts cannot reach into a sandboxed one from outside, the driver can. */
  frame(): Promise<Scripted>;
  /** What the window shows of the page. */
  photograph(): Promise<Picture>;
  /** Errors that pages have thrown or written to the console so far. WebKit's driver does not tell. */
  complaints?(): string[];
  /**
   * One finger that goes over the middle of the page by so many CSS pixels. Absent from Chromium, whose fingers have tests of their own.
   * No driver hands it to the part of the browser that scrolls: the page stays, and the scripts see all of the movement.
   */
  swipe?(right: number, down: number): Promise<void>;
  close(): Promise<void>;
}

/** Size of the pages, CSS pixels, unless a test changes it. */
export const [WIDTH, HEIGHT] = [480, 270];

/** Movements of a finger in a swipe. */
export const SWIPE_STEPS = 12;

/** Environment of browsers that have to draw without a graphics card. */
export const SOFTWARE = { LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' };

type Evaluate = Scripted['evaluate'];
type WaitForFunction = Scripted['waitForFunction'];
const DEFAULT_WAIT_MS = 90_000;
/** Drivers give up on a script after 30 s. */
const ONE_WAIT_MS = 10_000;

/** Makes Playwright's way to run scripts out of a function that evaluates an expression which promises a text. */
export function scripted(run: (expression: string) => Promise<string>): Scripted {
  async function evaluate(script: unknown, argument?: unknown): Promise<unknown> {
    const given = JSON.stringify(argument) ?? 'undefined';
    const called = typeof script === 'string' ? script : `(${String(script)})(${given})`;
    // esbuild wraps named functions in a helper that a page does not have.
    const answer = await run(`(async () => {
      globalThis.__name ??= (value) => value;
      try { return JSON.stringify({ value: await ${called} }); }
      catch (error) { return JSON.stringify({ error: String(error) + '\\n' + (error?.stack ?? '') }); }
    })()`);
    const { value, error } = JSON.parse(answer) as { value?: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }
  async function waitForFunction(
    script: unknown,
    argument?: unknown,
    options?: { timeout?: number },
  ): Promise<void> {
    const end = Date.now() + (options?.timeout ?? DEFAULT_WAIT_MS);
    const look = `(${String(script)})(${JSON.stringify(argument) ?? 'undefined'})`;
    const wait = `new Promise((resolve, reject) => {
      const end = performance.now() + ${ONE_WAIT_MS};
      const look = () => {
        try {
          if (${look}) resolve(true);
          else if (performance.now() > end) resolve(false);
          else setTimeout(look, 16);
        } catch (error) { reject(error); }
      };
      look();
    })`;
    while (!(await evaluate(wait)))
      if (Date.now() > end) throw new Error(`Waited in vain for ${String(script)}`);
  }
  return { evaluate: evaluate as Evaluate, waitForFunction: waitForFunction as unknown as WaitForFunction };
}
