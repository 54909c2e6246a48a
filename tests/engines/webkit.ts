import { createServer } from 'node:net';
import { Builder, Capabilities } from 'selenium-webdriver';
import { waitForServer } from 'selenium-webdriver/http/util.js';
import type { Picture } from '../harness/picture.ts';
import { chances } from '../scene/scene.ts';
import { disagreement } from './compare.ts';
import { type Engine, scripted, SOFTWARE, SWIPE_STEPS } from './engine.ts';
import { start } from './processes.ts';
import type { Screen } from './screen.ts';

const START_MS = 30_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The events of a finger, made by a script in the page: this driver turns fingers into mice. */
async function swipeByEvents([right, down, steps]: readonly [number, number, number]): Promise<void> {
  let target: Element = document.elementFromPoint(innerWidth / 2, innerHeight / 2)!;
  for (let inner: Element | null | undefined = target; inner; ) {
    target = inner;
    const next: Element | null | undefined = inner.shadowRoot?.elementFromPoint(
      innerWidth / 2,
      innerHeight / 2,
    );
    inner = next === inner ? null : next;
  }
  const send = (type: string, step: number) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 2,
        pointerType: 'touch',
        isPrimary: true,
        bubbles: true,
        composed: true,
        cancelable: true,
        clientX: innerWidth / 2 + (right * step) / steps,
        clientY: innerHeight / 2 + (down * step) / steps,
      }),
    );
  send('pointerdown', 0);
  for (let step = 1; step <= steps; step++) {
    await new Promise(requestAnimationFrame);
    send('pointermove', step);
  }
  send('pointerup', steps);
}

/** Starts WebKit's small browser on a screen by way of its driver, which speaks classic WebDriver. */
export async function startWebKit(
  { driver: driverPath, browser }: { driver: string; browser: string },
  screen: Screen,
): Promise<Engine> {
  const port = await freePort();
  const program = start(driverPath, [`--port=${port}`], { ...SOFTWARE, DISPLAY: screen.display });
  try {
    const address = `http://127.0.0.1:${port}`;
    await waitForServer(address, START_MS);
    const driver = await new Builder()
      .usingServer(address)
      .withCapabilities(
        new Capabilities({
          browserName: 'MiniBrowser',
          timeouts: { script: 60_000 },
          'webkitgtk:browserOptions': {
            binary: browser,
            args: ['--automation'],
          },
        }),
      )
      .build();
    const version = (await driver.getCapabilities()).get('browserVersion') as string;
    const run = (expression: string) =>
      driver.executeAsyncScript<string>(`(${expression}).then(arguments[arguments.length - 1])`);
    const page = scripted(async (expression) => {
      await driver.switchTo().defaultContent();
      return run(expression);
    });
    return {
      name: 'WebKit',
      version,
      page,
      open: (url) => driver.get(url),
      async resize(width, height) {
        const size = () => page.evaluate(() => [outerWidth - innerWidth, outerHeight - innerHeight] as const);
        const [right, down] = await size();
        const rect = { x: 0, y: 0, width: width + right, height: height + down };
        await driver.manage().window().setRect(rect);
        await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height]);
      },
      frame: async () =>
        scripted(async (expression) => {
          await driver.switchTo().defaultContent();
          await driver.switchTo().frame(0);
          return run(expression);
        }),
      async photograph() {
        // The driver's own way waits for a change, which does not come while the picture is at rest.
        const [right, down, width, height] = await page.evaluate(
          () => [outerWidth - innerWidth, outerHeight - innerHeight, innerWidth, innerHeight] as const,
        );
        const look = () => screen.photograph(right, down, width, height);
        let picture = await look();
        for (let last: Picture | undefined; !last || disagreement(last, picture).mean > 0; ) {
          last = picture;
          await chances(page, 6);
          picture = await look();
        }
        return picture;
      },
      swipe: (right, down) => page.evaluate(swipeByEvents, [right, down, SWIPE_STEPS] as const),
      async close() {
        await driver.quit().catch(() => undefined);
        await program.stop();
      },
    };
  } catch (error) {
    await program.stop();
    throw error;
  }
}
