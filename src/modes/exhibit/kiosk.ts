import {
  ANSWER_MS,
  attract,
  dueAt,
  type Exhibit,
  failed,
  gotOver,
  handedOver,
  later,
  type Patience,
  recovered,
  touched,
} from '../../state/exhibit.ts';
import { readExhibit } from '../../state/exhibitAddress.ts';
import { chosenTag, sayNow, sharedWords } from '../../state/words.ts';
import type { StoryMoves } from '../../state/told.ts';
import { shelfByLook } from '../../stories/exhibitStories.ts';
import { make } from '../../ui/element/make.ts';
import { evidenceWords } from '../../ui/evidence/words.ts';
import { createExhibitView } from '../../ui/exhibit/exhibitView.ts';
import { exhibitWords } from '../../ui/exhibit/words.ts';
import { formatNow } from '../../ui/format.ts';
import { lengthsOn, type TouchScreen } from '../../views/touchScreen.ts';
import type { Handle } from '../experience/handle.ts';
import {
  keepLanguage,
  languagesToChoose,
  prepare,
  SAID_WORDS,
  speak,
  speakAgain,
} from '../experience/speak.ts';
import { mountExperience } from '../experience/mountExperience.ts';
import { openSite } from '../documents/openSite.ts';
import { pageQuery } from '../page/query.ts';
import { keepOffline } from '../page/offline.ts';
import { buildName } from '../page/buildName.ts';
import { readSettings, scheduleAt } from '../../state/exhibitSettings.ts';
import { staffWords } from '../../ui/exhibit/staffWords.ts';
import { readVisits, USES, type VisitCounts, withUse, withVisit } from '../../state/visitCounts.ts';
import { keepHours } from './keepHours.ts';
import { keepJson, kept } from './keptJson.ts';
import { offerStaff } from './offerStaff.ts';
import { closePage } from './closedPage.ts';
import { startHeartbeat } from './heartbeat.ts';
import { goHome, homeOf } from './home.ts';
import { keepCounts, keptCounts } from './keptCounts.ts';
import { listenToVisitor } from './listenToVisitor.ts';
import { recover } from './recover.ts';
import { takeUpdates } from './takeUpdates.ts';
import { type Along, tellAlong } from './tellAlong.ts';
import { untilDue } from './untilDue.ts';
import '../../ui/explorer/tokens.css';
import '../explorer/explore.css';
import '../../ui/exhibit/exhibit.css';
import '../../ui/exhibit/lifeSize.css';

/** Names under which settings and counts are kept on this machine. */
const SETTINGS = 'rackfield.exhibit.settings';
const COUNTS = 'rackfield.exhibit.counts';

/** Mounts an exhibit, which nobody looks after: it draws people, guides them, lets them explore, and begins again. */
export async function kiosk(root: HTMLElement): Promise<void> {
  const { wish, rest, messages } = readExhibit(pageQuery(window.location));
  const opened = await openSite(rest);
  // The attract loop and the tour say what the picture shows; what the address asks for is where free exploring begins.
  const { lang, quality, motion, ...asked } = opened.wish;
  const { home, unused } = homeOf(asked);
  const own = Object.entries({ lang, quality, motion }).filter(([, value]) => value !== undefined);
  const byAddress = lang;
  let settings = readSettings(kept(SETTINGS));
  let counts = readVisits(kept(COUNTS));
  opened.wish = { ...Object.fromEntries(own), look: scheduleAt(settings, new Date()).look, story: 'attract' };
  /** Takes over the language of the settings, else that of the address. */
  const settle = () => {
    const { lang: _, ...others } = opened.wish;
    const begun = settings.language ?? byAddress;
    opened.wish = begun === undefined ? others : { ...others, lang: begun };
  };
  settle();
  opened.messages.push(...messages, ...unused);
  closePage();
  root.className = 'exhibit';
  const picture = make('main', 'exhibit-picture');
  picture.id = 'stage';
  root.append(picture);
  const tag = chosenTag(opened.wish.lang);
  const [languages] = await Promise.all([languagesToChoose(), prepare(tag, ...SAID_WORDS, '.exhibit')]);
  const mounted = mountExperience(
    picture,
    opened,
    (name, store) => sayNow(store, exhibitWords)('exhibit.picture', { name }),
    'zoom',
    undefined,
    shelfByLook(() => scheduleAt(settings, new Date()).look),
    false,
  );
  const { experience, scene } = mounted;
  const { store, live } = experience;
  const say = sayNow(store, sharedWords, evidenceWords, exhibitWords);
  keepLanguage(experience, () => {
    document.title = say('exhibit.title');
    picture.setAttribute('aria-label', say('picture.region'));
  });
  const patience = (): Patience => ({ idle: (settings.idle || wish.idle) * 1000, answer: ANSWER_MS });

  let exhibit = attract(keptCounts(), performance.now());
  let along: Along | undefined;
  /** What tells the stories, as soon as it is there. */
  let teller: StoryMoves | undefined;
  /** The screen, if the address says how large it is. */
  let sized: TouchScreen | undefined;
  let stopWaiting = () => {};
  const view = createExhibitView(
    experience,
    say,
    formatNow(store),
    {
      restart: () => become(attract(exhibit, performance.now())),
      languages,
      speak: (tag) => void speak(experience, tag),
      tell: (story) => mounted.retrying(async () => (await mounted.stories()).goToStep(story)),
      next: async () => (await mounted.stories()).next(),
      previous: async () => (await mounted.stories()).previous(),
      leave: () => teller?.leave(),
      moved: leaveFree,
    },
    () => sized,
  );
  root.append(view.root);

  /** Frames the picture for what is free of it. In the attract loop the words lie on it. */
  function leaveFree() {
    const bottom = exhibit.state === 'attract' ? 0 : innerHeight - view.foot.getBoundingClientRect().top;
    if (Math.abs(bottom - live.covered.bottom) < 1) return;
    live.covered = { left: 0, top: 0, right: 0, bottom };
    scene()?.camera.reframe();
  }
  new ResizeObserver(leaveFree).observe(view.foot);

  /** Takes over a state of the exhibit, and does what it begins with. */
  function become(next: Exhibit) {
    const before = exhibit;
    exhibit = next;
    stopWaiting();
    const due = dueAt(exhibit, patience());
    if (due !== undefined)
      stopWaiting = untilDue(due, () => become(later(exhibit, performance.now(), patience())));
    if (before.visits !== exhibit.visits) count(withVisit(counts, new Date()));
    if (before.visits !== exhibit.visits || before.recoveries !== exhibit.recoveries) keep();
    if (before.state === exhibit.state) return;
    along?.stop();
    along = undefined;
    if (exhibit.state === 'recovering') experience.pause();
    // A visitor has nothing to do with a fault.
    if (exhibit.state === 'attract' || exhibit.state === 'recovering') {
      // The next visitor has nothing to do with them.
      for (const { id } of store.getState().notices) experience.dismiss(id);
    }
    if (exhibit.state === 'attract') begin();
    if (exhibit.state === 'tour') along = tell('tour', () => become(handedOver(exhibit, performance.now())));
    if (before.state === 'tour' && exhibit.state === 'explore') {
      // A script that has moved the picture has ended the story, too.
      const isTold = store.getState().story !== undefined;
      experience.set({ story: undefined });
      if (home && isTold) goHome(mounted, opened, home);
    }
    view.show(exhibit.state);
    hours.look();
    leaveFree();
  }
  function count(next: VisitCounts) {
    counts = next;
    keepJson(COUNTS, counts);
  }
  let askForRestart: () => void = () => undefined;
  let heardAt: () => number | undefined = () => undefined;
  let isStaff = () => false;
  const hours = keepHours(
    root,
    () => settings,
    () => exhibit.state === 'attract',
    (_, isDark) => {
      experience.suspend('closed', isDark);
      if (exhibit.state === 'attract' && isBegun) begin();
    },
  );
  let isBegun = false;
  let isKept = true;
  function keep() {
    const wasKept = isKept;
    isKept = keepCounts(exhibit);
    if (wasKept && !isKept) become(gotOver(exhibit));
  }
  const tell = (story: string, finished: () => void): Along => {
    let inner: Along | undefined;
    let isStopped = false;
    void mounted.retrying(async () => {
      teller = await mounted.stories();
      if (!isStopped) inner = tellAlong(teller, story, () => store.getState().story, finished);
    });
    return {
      stop() {
        isStopped = true;
        inner?.stop();
      },
    };
  };
  /** Begins the attract loop, with everything as it was at the start. */
  function begin() {
    experience.pause();
    experience.set({ motionWish: opened.wish.motion, story: undefined, isActivated: false, speed: 1 });
    experience.point(null);
    speakAgain(experience, opened.wish.lang);
    view.reset();
    const again = () => {
      along?.stop();
      along = tell('attract', again);
    };
    again();
  }

  function screen(): TouchScreen & { isSized: boolean } {
    const { clientWidth: width, clientHeight: height } = root;
    const { wish, isSized } = readExhibit(pageQuery(window.location));
    return { diagonal: wish.diagonal, mount: wish.mount, width, height, isSized };
  }
  function measure() {
    const { isSized, ...size } = screen();
    sized = isSized ? size : undefined;
    root.toggleAttribute('data-sized', isSized);
    const { millimetre, target, usual, lowered } = lengthsOn(size);
    const lengths = { millimetre, target, usual, lowered };
    for (const [name, value] of Object.entries(lengths)) root.style.setProperty(`--${name}`, `${value}px`);
    root.toggleAttribute('data-lowers', lowered < usual);
    leaveFree();
    scene()?.camera.reframe();
  }
  measure();
  window.addEventListener('resize', measure);
  listenToVisitor(
    () => exhibit.state === 'explore',
    () => {
      if (!isStaff()) become(touched(exhibit, performance.now()));
    },
    // The tour goes on in the language of the visitor's choice.
    (target) => exhibit.state === 'tour' && target.closest('.exhibit-languages') !== null,
  );

  const dress = () => {
    const { look, page } = store.getState();
    Object.assign(document.documentElement.dataset, { look, page });
  };
  dress();
  store.subscribe(dress);
  view.root.addEventListener('click', ({ target }) => {
    const used =
      target instanceof Element ? target.closest<HTMLElement>('[data-use]')?.dataset.use : undefined;
    const use = USES.find((each) => each === used);
    if (use) count(withUse(counts, use, new Date()));
  });
  if (wish.staff !== undefined)
    isStaff = offerStaff(root, wish.staff, () => lengthsOn(screen()).target, {
      format: formatNow(store),
      languages,
      async say() {
        await prepare(chosenTag(store.getState().langWish), '.staff');
        return sayNow(store, sharedWords, exhibitWords, staffWords);
      },
      counts: () => counts,
      settings: () => settings,
      change(next) {
        settings = next;
        keepJson(SETTINGS, settings);
        settle();
        hours.look();
      },
      health() {
        const { memory, contextLosses } = mounted.handle.stats();
        // Chromium alone tells how much its scripts hold.
        const { memory: heap } = performance as { memory?: { usedJSHeapSize: number } };
        return {
          version: buildName(),
          uptimeMs: performance.now(),
          heardAt: heardAt(),
          visits: exhibit.visits,
          recoveries: exhibit.recoveries,
          losses: contextLosses,
          memory: [
            `${memory.geometries} + ${memory.textures} + ${memory.programs}`,
            ...(heap ? [`${Math.round(heap.usedJSHeapSize / 1e6)} MB`] : []),
          ].join(', '),
        };
      },
      opened: () => become(attract(exhibit, performance.now())),
      left: () => become(attract(exhibit, performance.now())),
    });
  const isRunning = recover(mounted, root, picture, wish.chaos, {
    failed: () => become(failed(exhibit, performance.now())),
    recovered: () => become(recovered(exhibit, performance.now())),
    gotOver: () => become(gotOver(exhibit)),
    measure,
    keep,
    clockJumped: () => hours.look(),
    askForRestart: () => askForRestart(),
  });

  const handle: Handle = {
    ...mounted.handle,
    goTo(...given) {
      mounted.handle.goTo(...given);
      if (exhibit.state !== 'explore') become(handedOver(exhibit, performance.now()));
    },
    stats() {
      const { state, visits, recoveries } = exhibit;
      return { ...mounted.handle.stats(), mode: 'kiosk', kiosk: { state, visits, recoveries } };
    },
  };
  (window as Window & { rackfield?: Handle }).rackfield = handle;
  view.show(exhibit.state);
  await mounted.settled;
  begin();
  hours.look();
  isBegun = true;
  isRunning();
  const isFree = () => exhibit.state === 'attract' && !isStaff();
  const heartbeat = await startHeartbeat(() => {
    const { state, visits, recoveries } = exhibit;
    return { state, visits, recoveries };
  });
  askForRestart = () => heartbeat?.askForRestart();
  heardAt = () => heartbeat?.heardAt();
  // With a watchdog the machine itself is the copy, and the watchdog changes versions.
  if (heartbeat) return;
  keepOffline('../sw.js');
  takeUpdates(isFree);
}
