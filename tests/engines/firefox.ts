import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Connection from 'selenium-webdriver/bidi/index.js';
import { vi } from 'vitest';
import { decodePng } from '../harness/picture.ts';
import { type Engine, HEIGHT, scripted, SOFTWARE, SWIPE_STEPS, WIDTH } from './engine.ts';
import { start } from './processes.ts';

/** Nothing but this machine has an address, fingers are there, and nothing moves by itself. */
const PREFERENCES = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'dom.w3c_touch_events.enabled': 1,
  'ui.prefersReducedMotion': 1,
  'intl.accept_languages': 'en-GB',
};

interface Tree {
  contexts: { context: string; children: { context: string; url: string }[] }[];
}
interface Logged {
  level: string;
  text: string;
}
interface Evaluated {
  type: 'success' | 'exception';
  result?: { value: string };
  exceptionDetails?: { text: string };
}

/** The actions of a finger that swipes over the middle of the window. */
function finger(right: number, down: number) {
  const pause = { type: 'pause', duration: 16 };
  const move = (step: number) => ({
    type: 'pointerMove',
    x: Math.round(WIDTH / 2 + (right * step) / SWIPE_STEPS),
    y: Math.round(HEIGHT / 2 + (down * step) / SWIPE_STEPS),
    duration: 0,
  });
  const moves = Array.from({ length: SWIPE_STEPS }, (_, step) => [pause, move(step + 1)]);
  const actions = [
    move(0),
    { type: 'pointerDown', button: 0 },
    ...moves.flat(),
    { type: 'pointerUp', button: 0 },
  ];
  return [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }];
}

/** Starts Firefox on an X display and connects to it by WebDriver BiDi, without a driver in between. */
export async function startFirefox(executable: string, display: string): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'rackfield-firefox-'));
  const preferences = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(profile, 'user.js'), preferences.join(''));
  const args = ['--remote-debugging-port=0', '--no-remote', '--profile', profile, 'about:blank'];
  const begin = () => start(executable, args, { ...SOFTWARE, DISPLAY: display });
  let program = begin();
  const stop = async () => {
    await program.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = () => program.says(/WebDriver BiDi listening on (ws:\S+)/);
    // Once in a while it starts and says nothing at all.
    const [, found] = await address().catch(async () => {
      await program.stop();
      program = begin();
      return address();
    });
    const connection = new Connection(`${found}/session`);
    async function send<Result>(method: string, params: Record<string, unknown> = {}): Promise<Result> {
      const answer = (await connection.send({ method, params })) as { result: Result; message?: string };
      if (answer.message !== undefined) throw new Error(`${method}: ${answer.message}`);
      return answer.result;
    }
    const session = await send<{ capabilities: { browserVersion: string } }>('session.new', {
      capabilities: {},
    });
    const complaints: string[] = [];
    connection.socket.addEventListener('message', ({ data }: MessageEvent) => {
      const { method, params } = JSON.parse(String(data)) as { method?: string; params?: Logged };
      if (method === 'log.entryAdded' && params?.level === 'error') complaints.push(params.text);
    });
    await send('session.subscribe', { events: ['log.entryAdded'] });
    const tree = await send<Tree>('browsingContext.getTree');
    const { context } = tree.contexts[0]!;
    const scriptedIn = (realmOf: string) =>
      scripted(async (expression) => {
        const answer = await send<Evaluated>('script.evaluate', {
          expression,
          target: { context: realmOf },
          awaitPromise: true,
        });
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
        return answer.result!.value;
      });
    const page = scriptedIn(context);
    return {
      name: 'Firefox',
      version: session.capabilities.browserVersion,
      page,
      async open(url) {
        await page.evaluate('(globalThis.isOld = true)');
        await send('browsingContext.navigate', { context, url, wait: 'interactive' });
        // Once in a while the answer comes before the new page does, and scripts would still meet the old one, or an empty one.
        const isNew =
          '!globalThis.isOld && location.href !== "about:blank" && document.readyState !== "loading"';
        const arrived = async () => {
          if (!(await page.evaluate<boolean>(isNew))) throw new Error(`Firefox did not leave for ${url}`);
        };
        await vi.waitFor(arrived, { timeout: 30_000 });
      },
      resize: (width, height) =>
        send('browsingContext.setViewport', { context, viewport: { width, height } }),
      async frame() {
        // The page may be there before its frame.
        const child = await vi.waitFor(
          async () => {
            const { contexts } = await send<Tree>('browsingContext.getTree', { root: context });
            const frame = contexts[0]!.children[0]!;
            if (frame.url === 'about:blank') throw new Error('The frame is still empty');
            return frame.context;
          },
          { timeout: 15_000 },
        );
        return scriptedIn(child);
      },
      async photograph() {
        const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', { context });
        return decodePng(Buffer.from(data, 'base64'));
      },
      complaints: () => complaints,
      swipe: (right, down) => send('input.performActions', { context, actions: finger(right, down) }),
      async close() {
        await connection.close().catch(() => undefined);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
