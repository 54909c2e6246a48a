import type { StageControl } from '../../state/stageControl.ts';
import { sayNow } from '../../state/words.ts';
import { make } from '../../ui/element/make.ts';
import { speakerWords } from '../../ui/speaker/words.ts';
import type { Panels } from '../../ui/stage/panels.ts';
import type { Mounted } from '../experience/mountExperience.ts';
import { hashOf, newPair, rememberedPair, rememberPair } from './rememberPair.ts';
import { channelOf, readWish, type Shown, type SpeakerWish } from './speakerLine.ts';

/** Milliseconds that a stage waits for its pair's name, which the page before a reload may just be giving back. */
const NAME_MS = 1000;
/** Where the window opens if the browser places none on another screen. */
const USUAL_PLACE = 'popup,width=1280,height=800';

interface ScreenPlace {
  availLeft: number;
  availTop: number;
  availWidth: number;
  availHeight: number;
}

/** The used part of the Window Management API. */
interface ScreenApi {
  screen: { isExtended?: boolean };
  getScreenDetails?(): Promise<{ screens: readonly ScreenPlace[]; currentScreen: ScreenPlace }>;
}

/** The stage's end of the line to its speaker's window. */
export interface StageSpeaker {
  /** Opens the window, or brings it to the front. Call it within two seconds of a key press or a click. */
  open(): Promise<void>;
  /** Goes on with the window that was there before the stage was loaded again. */
  rejoin(): Promise<void>;
}

interface Stage {
  mounted: Mounted;
  control: StageControl;
  panels: Panels;
  /** Begins a story where the speaker asks for the next step of none. */
  begin(): void;
}

/** Makes the stage's end: the window moves the stage, and hears what it shows. */
export function createStageSpeaker({ mounted, control, panels, begin }: Stage): StageSpeaker {
  const { store } = mounted.experience;
  const say = sayNow(store, speakerWords);
  let joined: Promise<string> | undefined;
  let channel: BroadcastChannel | undefined;
  let isTelling = false;

  function shows(): Shown {
    const { told, blank, audience, frozenAt } = control.state();
    const { story: id = '', stepIndex: index = 0 } = told?.position ?? {};
    const seen =
      frozenAt && frozenAt.story === id && told?.steps[frozenAt.stepIndex] ? frozenAt.stepIndex : index;
    const site = store.getState().campuses[0]!.id;
    const story = told && { schemaVersion: 1 as const, id, title: told.title, site, steps: [...told.steps] };
    return { story, index, blank, audience, seen };
  }
  function tell() {
    if (isTelling) return;
    isTelling = true;
    // The site of another story comes just after its first step.
    queueMicrotask(() => {
      isTelling = false;
      channel?.postMessage({ shows: shows() });
    });
  }
  function act(wish: SpeakerWish) {
    const { told, blank } = control.state();
    if ('ask' in wish) return tell();
    if ('blank' in wish) return control.blank(wish.blank);
    if ('freeze' in wish) return control.freeze(wish.freeze);
    // As with keys, only that moves a blank stage.
    if (blank !== 'none') return;
    panels.close();
    if (!told) return begin();
    const { steps } = told.position;
    if ('goTo' in wish) {
      if (wish.goTo < steps) void control.goTo(wish.goTo);
    } else if (wish.press === 'first') void control.goTo(0);
    else if (wish.press === 'last') void control.goTo(steps - 1);
    else void control[wish.press]();
  }
  async function join(wanted: string) {
    // A copied window has the pair of the one it was copied from, which keeps it.
    const pair = (await hold(wanted)) ? wanted : newPair();
    if (pair !== wanted) await hold(pair);
    rememberPair(pair);
    channel = new BroadcastChannel(channelOf(pair));
    channel.addEventListener('message', ({ data }) => {
      const wish = readWish(data);
      if (wish) act(wish);
    });
    window.addEventListener('pagehide', () => channel?.postMessage({ gone: true }));
    control.subscribe(tell);
    tell();
    return pair;
  }
  const joinOnce = () => (joined ??= join(rememberedPair() ?? newPair()));
  return {
    async open() {
      const pair = await joinOnce();
      const query = new URLSearchParams(location.search);
      for (const key of [...query.keys()]) if (key !== 'lang' && key !== 'motion') query.delete(key);
      const address = `${location.pathname}?${query}${hashOf(pair)}`;
      const name = channelOf(pair);
      const opened = window.open(address, name, await otherScreen());
      if (opened) return opened.focus();
      const link = make('a', 'stage-link', say('speaker.blocked.link'));
      link.href = address;
      link.target = name;
      link.addEventListener('click', panels.close);
      panels.tell(say('speaker.blocked'), make('p', 'stage-stays', say('speaker.blocked.why')), link);
      link.focus();
    },
    rejoin: async () => void (await joinOnce()),
  };
}

/** Takes a pair's name for as long as the page lives; false where another page has it. */
async function hold(pair: string): Promise<boolean> {
  // Pages that are not secure have no locks; there a copied window moves with its original.
  if (!('locks' in navigator)) return true;
  return new Promise((resolve) => {
    const held = () => {
      resolve(true);
      return new Promise<never>(() => {});
    };
    navigator.locks
      .request(channelOf(pair), { signal: AbortSignal.timeout(NAME_MS) }, held)
      .catch(() => resolve(false));
  });
}

/** Where the window opens: on another screen if there is one and the viewer allows it. */
async function otherScreen(): Promise<string> {
  const api = window as unknown as ScreenApi;
  if (!api.screen.isExtended || !api.getScreenDetails) return USUAL_PLACE;
  try {
    const { screens, currentScreen } = await api.getScreenDetails();
    const other = screens.find((screen) => screen !== currentScreen);
    if (!other) return USUAL_PLACE;
    const { availLeft, availTop, availWidth, availHeight } = other;
    return `popup,left=${availLeft},top=${availTop},width=${availWidth},height=${availHeight}`;
  } catch {
    return USUAL_PLACE;
  }
}
