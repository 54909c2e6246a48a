import { readTimer } from '../../state/talkTimer.ts';
import { chosenTag, sayIn, sharedWords, wordsTag } from '../../state/words.ts';
import type { Story } from '../../stories/storySchema.ts';
import { directionOf } from '../../ui/format.ts';
import { toggleFullscreen } from '../../ui/fullscreen.ts';
import { showSpeaker } from '../../ui/speaker/speakerPage.ts';
import { speakerWords } from '../../ui/speaker/words.ts';
import { keepAwake } from '../../ui/stage/stageInput.ts';
import { stageAction, WHILE_BLANK } from '../../ui/stage/stageKeys.ts';
import type { Handle } from '../experience/handle.ts';
import { prepare } from '../experience/speak.ts';
import { mountExperience } from '../experience/mountExperience.ts';
import { openSite } from '../documents/openSite.ts';
import { pageQuery } from '../page/query.ts';
import { readShown } from './readShown.ts';
import { channelOf, isObject, type Shown, type SpeakerWish } from './speakerLine.ts';
import { createStepPictures, type StepPictures } from './stepPictures.ts';
import { keepInTab, keptInTab } from '../page/tabStorage.ts';
import '../../ui/explorer/tokens.css';

/** Start of the key of the timer, in the storage of this window. */
const TIMER = 'rackfield.timer.';
/** Longest move of a stage, milliseconds; pictures are drawn after it. */
const MOVE_MS = 2500;

/** Mounts the speaker's window of a stage: it shows what is told and what comes, and moves the stage. */
export async function speaker(root: HTMLElement, pair: string): Promise<void> {
  const query = pageQuery(window.location).filter(([key]) => key === 'lang' || key === 'motion');
  const opened = await openSite([
    ...query.filter(([key]) => key === 'lang'),
    ['quality', 'low'],
    ['motion', 'reduce'],
  ]);
  const tag = chosenTag(opened.wish.lang);
  await prepare(tag, '', '.speaker');
  const language = wordsTag(tag);
  const say = sayIn(language, sharedWords, speakerWords);
  Object.assign(document.documentElement, { lang: language, dir: directionOf(language) });
  document.title = say('speaker.title');

  const channel = new BroadcastChannel(channelOf(pair));
  const send = (wish: SpeakerWish) => channel.postMessage(wish);
  let shown: Shown | undefined;
  let pictures: StepPictures | undefined;
  const page = showSpeaker(root, say, tag, readTimer(keptInTab(TIMER + pair)), {
    press: (press) => send({ press }),
    goTo: (goTo) => send({ goTo }),
    blank: (blank) => send({ blank }),
    freeze: (freeze) => send({ freeze }),
    keep: (timer) => keepInTab(TIMER + pair, JSON.stringify(timer)),
    picture: (story, index) => pictures?.of(story, index),
  });
  /** The story as the page has it, the same object until it has changed. */
  const same = (story: Story | undefined) =>
    JSON.stringify(story) === JSON.stringify(shown?.story) ? shown?.story : story;
  function draw() {
    if (!shown?.story || !pictures) return;
    const { story, index } = shown;
    pictures.want(
      story,
      [index, index + 1].filter((each) => each < story.steps.length),
    );
  }
  channel.addEventListener('message', ({ data }) => {
    if (isObject(data) && data.gone === true) return page.show(undefined);
    const heard = readShown(data);
    if (!heard) return;
    shown = { ...heard, story: same(heard.story) };
    page.show(shown);
    draw();
  });
  send({ ask: true });
  listenToKeys(() => shown, send, page.list);
  keepAwake();

  const mounted = mountExperience(page.mount, opened, () => '');
  const reduces = query.some(([key, value]) => key === 'motion' && value === 'reduce');
  pictures = createStepPictures(mounted, reduces ? 0 : MOVE_MS, page.redraw);
  const handle: Handle = {
    ...mounted.handle,
    next: async () => send({ press: 'next' }),
    previous: async () => send({ press: 'previous' }),
  };
  (window as Window & { rackfield?: Handle }).rackfield = handle;
  draw();
}

/** The keys and the clicker do in the window what they do on the stage. */
function listenToKeys(shown: () => Shown | undefined, send: (wish: SpeakerWish) => void, list: () => void) {
  window.addEventListener(
    'keydown',
    (event) => {
      const action = stageAction(event);
      const { target } = event;
      if (target instanceof HTMLInputElement && action !== 'start') return;
      // A button is pressed by the browser.
      if (!action || (target instanceof HTMLButtonElement && event.key === ' ')) return;
      event.preventDefault();
      const { blank = 'none' } = shown() ?? {};
      if (event.repeat || (blank !== 'none' && !WHILE_BLANK.includes(action))) return;
      if (action === 'next' || action === 'previous' || action === 'first' || action === 'last')
        send({ press: action });
      else if (action === 'black' || action === 'white') send({ blank: blank === action ? 'none' : action });
      else if (action === 'overview' || action === 'jump') list();
      else if (action === 'fullscreen') toggleFullscreen();
    },
    { capture: true },
  );
}
