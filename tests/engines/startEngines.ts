import { findEngines } from '../../scripts/install.mjs';
import type { Harness } from '../harness/browser.ts';
import { photograph } from '../harness/picture.ts';
import type { Engine } from './engine.ts';
import { startFirefox } from './firefox.ts';
import { type Screen, startScreen } from './screen.ts';
import { startWebKit } from './webkit.ts';

const { xvfb, firefox, webkitDriver, miniBrowser } = findEngines();

type Start = (screen: Screen) => Promise<Engine>;

/** How to start each engine that is compared with Chromium; undefined where something that it needs is not installed. */
export const STARTS: Record<'Firefox' | 'WebKit', Start | undefined> = {
  Firefox: xvfb && firefox ? (screen) => startFirefox(firefox, screen.display) : undefined,
  WebKit:
    xvfb && webkitDriver && miniBrowser
      ? (screen) => startWebKit({ driver: webkitDriver, browser: miniBrowser }, screen)
      : undefined,
};

/** Starts an engine with a screen that ends with it. */
export async function startEngine(startIt: Start): Promise<Engine> {
  const screen = await startScreen(xvfb!);
  try {
    const engine = await startIt(screen);
    return {
      ...engine,
      async close() {
        await engine.close();
        await screen.close();
      },
    };
  } catch (error) {
    await screen.close();
    throw error;
  }
}

/** The browser of all other tests, which the engines are compared with. */
export async function openChromium(harness: Harness): Promise<Engine> {
  const opened = await harness.open('about:blank', {
    ready: false,
    reducedMotion: true,
  });
  const { page } = opened;
  return {
    name: 'Chromium',
    version: harness.browser.version(),
    page,
    open: async (address) => void (await page.goto(address, { waitUntil: 'domcontentloaded' })),
    resize: (width, height) => page.setViewportSize({ width, height }),
    frame: async () => page.frames().at(-1)!,
    photograph: () => photograph(page),
    close: opened.close,
  };
}
