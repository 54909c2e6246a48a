import { chosenTag, sayIn, wordsTag } from '../../state/words.ts';
import { directionOf } from '../../ui/format.ts';
import { showRemote } from '../../ui/remote/remotePage.ts';
import { remoteWords } from '../../ui/remote/words.ts';
import { prepare } from '../experience/speak.ts';
import { pageQuery } from '../page/query.ts';
import { type Heard, hasRoom, type Line, openLine, type Press } from './remoteLine.ts';

const BASE = '../';
/** Milliseconds without an answer to a press after which the connection is taken for lost. */
const NO_ANSWER = 3_000;
/** Milliseconds in which a press may be sent again over a new connection; later it would surprise. */
const STILL_MEANT = 6_000;

interface Pending {
  message: { press: Press; number: number; index?: number };
  at: number;
}

/** The remote control: a page with two huge buttons that moves the stage. The code is in the address, behind `#`, or typed. */
export async function remoteControl(root: HTMLElement): Promise<void> {
  // A tag that is none is English, as everywhere.
  const tag = chosenTag(pageQuery(location).find(([key]) => key === 'lang')?.[1]);
  await prepare(tag, '.remote');
  const language = wordsTag(tag);
  Object.assign(document.documentElement, { lang: language, dir: directionOf(language) });
  const say = sayIn(tag, remoteWords);
  document.title = `${say('remote.title')} · Rackfield`;
  const page = showRemote(root, say, { press, join });
  /** The same for as long as the page is open, so that the room knows a press that it has had. */
  const id = [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('');
  const pending: Pending[] = [];
  let number = 0;
  let code = location.hash.slice(1);
  let line: Line | undefined;

  function hear(heard: Heard) {
    if (heard.joined) page.ask(false);
    if (heard.joined && pending.length > 0) sendAgain();
    if (heard.stages !== undefined) page.say(heard.stages > 0 ? 'connected' : 'noStage');
    if (heard.shows) page.show(heard.shows);
    if (heard.taken !== undefined) {
      const { taken } = heard;
      const first = pending.findIndex(({ message }) => message.number > taken);
      pending.splice(0, first < 0 ? pending.length : first);
    }
    if (heard.refused) {
      const seconds = Math.ceil((heard.waitMs ?? 0) / 1000);
      page.say({ none: 'askCode', wrong: 'wrongCode', wait: 'wait' }[heard.refused], { seconds });
      page.ask(true);
    }
  }
  function sendAgain() {
    const old = performance.now() - STILL_MEANT;
    const meant = pending.filter(({ at }) => at > old);
    if (meant.length < pending.length) page.say('unsent');
    pending.splice(0, pending.length, ...meant);
    for (const { message } of meant) line?.send(message);
  }
  function press(button: Press, index?: number) {
    const message = { press: button, number: number++, ...(index === undefined ? {} : { index }) };
    if (!line?.send(message)) return page.say('unsent');
    pending.push({ message, at: performance.now() });
    window.setTimeout(() => pending.some((each) => each.message === message) && line?.restart(), NO_ANSWER);
  }
  function join(typed: string) {
    code = typed;
    line?.close();
    page.say('connecting');
    line = openLine(
      BASE,
      () => ({ join: 'remote', code, id }),
      hear,
      () => page.say('lost'),
    );
  }
  if (await hasRoom(BASE)) join(code);
  else page.say('noServer');
}
