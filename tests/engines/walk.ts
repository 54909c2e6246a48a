import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Look, LOOKS } from '../../src/views/look.ts';
import { type View, VIEWS } from '../../src/views/view.ts';
import { type Harness, type Scripted, waitReady, withHandle } from '../harness/browser.ts';
import type { Picture } from '../harness/picture.ts';
import { sandboxPage } from '../harness/serve.ts';
import { drawn, loseAndRestore, pictureOf, show } from '../scene/scene.ts';
import { type Engine, HEIGHT, WIDTH } from './engine.ts';

/** Pages that show every station in every look. */
export const SURFACES = { element: 'embed/', explorer: '' } as const;
export type Surface = keyof typeof SURFACES;

/** What is drawn in a sandboxed frame, which Chromium's own tests see in full. */
export const FRAMED = [
  ['model', 'site'],
  ['night', 'rack'],
  ['plan', 'server'],
] as const;

/** Size of a picture that `toBlob` gives: small, because they are many, but large enough for the plan's letters. */
const sizeOf = (look: Look) => (look === 'plan' ? ([480, 270] as const) : ([320, 180] as const));
/** Where the element has no furniture: above this height from below, CSS pixels. */
const BAR = 60;

/** What an engine has shown on its way; each is there once the engine has come so far. */
export interface Walk {
  engine: Promise<Engine>;
  station(surface: Surface, look: Look, view: View): Promise<Picture>;
  /** The window at a new size. */
  resized: Promise<Picture>;
  /** The window before the context was lost, and after it came back. */
  lost: Promise<[before: Picture, after: Picture]>;
  /** The view before a finger went over it, after it went down, and after it went sideways; null where there are no fingers. */
  swiped: Promise<[before: Picture, down: Picture, sideways: Picture] | null>;
  /** In the order of {@link FRAMED}. */
  framed: Promise<Picture[]>;
  /** Where the frame's scripts came from. */
  frameScripts: Promise<string[]>;
}

/** Shows a station on the explorer's page, whose handle changes no look. */
async function showInExplorer(page: Scripted, look: Look, view: View): Promise<void> {
  await withHandle(
    page,
    (handle, wanted) => {
      for (let press = 0; press < wanted.most && handle.stats().look !== wanted.look; press++)
        dispatchEvent(new KeyboardEvent('keydown', { key: 'l' }));
      handle.goTo(wanted.view);
    },
    { look, view, most: LOOKS.length },
  );
  await drawn(page);
}

/** The window without the bar below. */
async function photograph(engine: Engine): Promise<Picture> {
  await drawn(engine.page);
  const { width, height, data } = await engine.photograph();
  return { width, height: height - BAR, data: data.subarray(0, width * (height - BAR) * 4) };
}

/**
 * The page of the element with a policy that names its host beside 'self': WebKit 2.50 takes 'self' in a sandboxed frame for the frame's
 * own, opaque origin (bug 316847, mended in later versions), and refuses every script there.
 */
async function pageWithNamedHost(harness: Harness): Promise<string> {
  const page = await readFile(join(harness.folder, 'embed/index.html'), 'utf8');
  const named = page
    .replaceAll("'self'", `'self' ${harness.origin}`)
    .replaceAll('"../', `"${harness.at('')}`)
    .replaceAll('"./', `"${harness.at('embed/')}`);
  return harness.offer('embed with a named host', named);
}

/** Sends an engine through all pages; every step waits for the one before, whether or not that has failed. */
export function walk(engine: Promise<Engine>, harness: Harness): Walk {
  let last: Promise<unknown> = engine;
  function step<Result>(task: (engine: Engine) => Promise<Result>): Promise<Result> {
    const own = last.then(() => engine).then(task);
    // Whoever asks for it hears of a failure.
    last = own.catch(() => undefined);
    return own;
  }

  const stations = new Map<string, Promise<Picture>>();
  const stationsOf = (surface: Surface) => {
    const opened = step(async ({ page, open, resize }) => {
      await resize(WIDTH, HEIGHT);
      await open(harness.at(`${SURFACES[surface]}?quality=medium&motion=reduce`));
      await waitReady(page);
    });
    for (const look of LOOKS) {
      for (const view of VIEWS) {
        const picture = step(async ({ page }) => {
          await opened;
          if (surface === 'explorer') await showInExplorer(page, look, view);
          else await show(page, `look=${look}&view=${view}`);
          return pictureOf(page, ...sizeOf(look));
        });
        stations.set(`${surface} ${look} ${view}`, picture);
      }
    }
  };

  stationsOf('element');
  const resized = step(async (own) => {
    await show(own.page, 'view=hall');
    await own.resize(620, 400);
    return photograph(own);
  });
  const lost = step(async (own): Promise<[Picture, Picture]> => {
    await own.resize(WIDTH, HEIGHT);
    const before = await photograph(own);
    await loseAndRestore(own.page);
    return [before, await photograph(own)];
  });
  const swiped = step(async (own): Promise<[Picture, Picture, Picture] | null> => {
    if (!own.swipe) return null;
    const look = () => pictureOf(own.page, ...sizeOf('model'));
    const before = await look();
    await own.swipe(4, -90);
    const down = await look();
    await own.swipe(90, 4);
    return [before, down, await look()];
  });
  stationsOf('explorer');
  const framedPage = step(async ({ name, frame, open, resize }) => {
    await resize(640, 360);
    const address = name === 'WebKit' ? await pageWithNamedHost(harness) : harness.at('embed/');
    const framedAddress = `${address}?quality=low&motion=reduce`;
    await open(harness.offer(`sandbox for ${name}`, sandboxPage(framedAddress)));
    const page = await frame();
    await waitReady(page);
    return page;
  });
  const framed = step(async () => {
    const page = await framedPage;
    const pictures: Picture[] = [];
    for (const [look, view] of FRAMED) {
      await show(page, `look=${look}&view=${view}`);
      pictures.push(await pictureOf(page, ...sizeOf(look)));
    }
    return pictures;
  });
  const frameScripts = step(async () =>
    (await framedPage).evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((name) => name.endsWith('.js')),
    ),
  );
  const all = { resized, lost, swiped, framed, frameScripts };
  for (const each of [engine, ...stations.values(), ...Object.values(all)]) each.catch(() => undefined);
  return {
    engine,
    station: (surface, look, view) => stations.get(`${surface} ${look} ${view}`)!,
    ...all,
  };
}
