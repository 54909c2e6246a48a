import { chosenTag, sayNow, sharedWords } from '../../state/words.ts';
import { type Shelf, shippedShelf } from '../../stories/shipped.ts';
import { formatNow } from '../../ui/format.ts';
import { respeak } from '../../ui/respeak.ts';
import { createNotices } from '../../ui/element/notices.ts';
import { make } from '../../ui/element/make.ts';
import { listenToDrops } from '../../ui/listenToDrops.ts';
import { fillRemotePanel } from '../../ui/remote/remotePanel.ts';
import { remoteWords } from '../../ui/remote/words.ts';
import { createCaption } from '../../ui/stage/caption.ts';
import { createOfflineLine } from '../../ui/stage/offlineLine.ts';
import { createOverPicture } from '../../ui/stage/overPicture.ts';
import { createPanels, type PanelActions } from '../../ui/stage/panels.ts';
import { hideIdle, keepAwake, listenToStageKeys, listenToSwipes } from '../../ui/stage/stageInput.ts';
import { stageWords } from '../../ui/stage/words.ts';
import { idle } from '../../state/slices.ts';
import { currentQuery, keepAddress } from '../page/addressBar.ts';
import type { Handle } from '../experience/handle.ts';
import { createInquiry } from '../page/inquiry.ts';
import { keepLanguage, languagesToChoose, prepare, SAID_WORDS, speak } from '../experience/speak.ts';
import { mountExperience } from '../experience/mountExperience.ts';
import { openSite } from '../documents/openSite.ts';
import { blankBefore, frozenBefore } from './rememberAudience.ts';
import { keepContrast } from './rememberContrast.ts';
import { editedBefore } from '../editor/rememberEdited.ts';
import { pageQuery } from '../page/query.ts';
import { rememberedPair } from './rememberPair.ts';
import { createStageControl } from './stageControl.ts';
import { createStageRemote } from './stageRemote.ts';
import type { StageSpeaker } from './stageSpeaker.ts';
import type { StageStories } from './stageStories.ts';
import '../../ui/explorer/tokens.css';
import '../explorer/explore.css';
import '../../ui/stage/stage.css';

/** Mounts the stage: a picture that fills the window, with the words of one step below it and nothing else. */
export async function present(root: HTMLElement): Promise<void> {
  const blank = make('div', 'stage-blank');
  blank.dataset.blank = blankBefore();
  // The audience sees nothing of a page that is loaded again while it is blank.
  root.append(blank);
  root.className = 'presenting';
  const changeContrast = keepContrast(root);
  const opened = await openSite(pageQuery(window.location));
  const wished = opened.wish;
  const isFrozen = wished.story !== undefined && frozenBefore() !== undefined;
  // The audience gets the step back that it kept, and then the speaker the present one.
  if (isFrozen) opened.wish = { ...wished, ...frozenBefore() };
  const stage = make('main', 'stage-picture');
  stage.id = 'stage';
  blank.before(stage);
  const tag = chosenTag(opened.wish.lang);
  const endings = [...SAID_WORDS, '.stage', '.editor', '.speaker', '.remote'];
  const [languages] = await Promise.all([languagesToChoose(), prepare(tag, ...endings)]);
  let known: StageStories | undefined;
  async function stories() {
    const { openStageStories } = await import('./stageStories.ts');
    known ??= openStageStories({ mounted, control, panels, root, changed: show });
    return known;
  }
  const shelf: Shelf = {
    ids: async () => (await stories()).ids(),
    find: async (id) => (await shippedShelf.find(id)) ?? (await stories()).find(id),
  };
  const mounted = mountExperience(
    stage,
    opened,
    (name, store) => sayNow(store, sharedWords)('picture.label', { name }),
    undefined,
    undefined,
    shelf,
  );
  const { experience, scene } = mounted;
  const { store, live } = experience;
  const say = sayNow(store, sharedWords, stageWords);
  const control = createStageControl(mounted);

  const caption = createCaption(control, say, formatNow(store));
  function createButton(className: string, name: 'previous' | 'next' | 'menu', act: () => void) {
    const button = make('button', className);
    button.type = 'button';
    button.setAttribute('aria-label', say(`stage.${name}`));
    button.addEventListener('click', act);
    return button;
  }
  const buttons = [
    ...(['previous', 'next'] as const).map((side) =>
      createButton(`stage-side stage-side-${side}`, side, () => void control[side]()),
    ),
    createButton('stage-menu', 'menu', () => panels.toggle('menu')),
  ];
  const over = createOverPicture(experience, createInquiry(mounted).areas);
  root.append(over.root, caption, ...buttons, createNotices(experience, say).root, blank);
  /** Does something with the stories, once the code for that is loaded. */
  const withStories = (act: (stories: StageStories) => Promise<void>) =>
    mounted.retrying(async () => act(await stories()));
  const editTold = () => withStories(({ edit }) => edit({ story: control.state().told?.position.story }));
  const take = (file: File) => withStories(({ take }) => take(file));
  const list = () => known?.list() ?? [];
  function begin() {
    const [first] = list();
    if (first) void withStories(({ begin }) => begin(first.id));
  }
  let speaker: StageSpeaker | undefined;
  /** Does something with the speaker's window, once the code for that is loaded. */
  const withSpeaker = (act: (speaker: StageSpeaker) => Promise<void>) =>
    mounted.retrying(async () => {
      const { createStageSpeaker } = await import('./stageSpeaker.ts');
      speaker ??= createStageSpeaker({ mounted, control, panels, begin });
      await act(speaker);
    });
  const openSpeaker = () => void withSpeaker(({ open }) => open());
  const remote = createStageRemote(control, {
    waiting: () => say('stage.choose'),
    begin,
    onPress: () => panels.open() === 'remote' && panels.close(),
  });
  const fillRemote = (panel: HTMLElement) => fillRemotePanel(panel, remote, sayNow(store, remoteWords));
  const offline = createOfflineLine(say);
  offline.tell('loading');
  const actions: PanelActions = {
    list,
    begin: (id: string) => void withStories(({ begin }) => begin(id)),
    write: () => void withStories(({ edit }) => edit({})),
    edit: () => void editTold(),
    take,
    openSpeaker,
    leave: () => window.location.assign(`../?${currentQuery(mounted, window.location.search)}`),
    offline: offline.root,
    languages,
    speak: (tag) => void speak(experience, tag),
  };
  const panels = createPanels(root, experience, control, say, actions, fillRemote);
  keepLanguage(experience, () => stage.setAttribute('aria-label', say('picture.region')));
  respeak(root, experience, sharedWords, stageWords, remoteWords);
  listenToDrops(take);

  let frozen: HTMLCanvasElement | undefined;
  function show() {
    const { told, blank: covered, audience } = control.state();
    blank.hidden = covered === 'none';
    blank.dataset.blank = covered;
    for (const button of buttons) button.hidden = !told || (known?.isEditing() ?? false);
    over.freeze(audience === 'frozen');
    if (audience === 'live') {
      frozen?.remove();
      frozen = undefined;
    } else if (!frozen) {
      frozen = scene()?.copy();
      if (frozen) {
        frozen.className = 'stage-kept';
        stage.append(frozen);
      }
    }
    if (told && panels.open() === 'choose') panels.close();
    if (told) document.title = `${told.steps[told.position.stepIndex]!.title} · ${told.title}`;
  }
  function leaveFree() {
    const bottom = caption.offsetHeight;
    if (bottom === live.covered.bottom) return;
    live.covered = { left: 0, top: 0, right: 0, bottom };
    scene()?.camera.reframe();
  }
  const dress = () => {
    const { look, page } = store.getState();
    Object.assign(document.documentElement.dataset, { look, page });
  };
  listenToStageKeys(
    control,
    panels,
    changeContrast,
    {
      toggle: () => (known?.isEditing() ? known.close() : void editTold()),
      close() {
        const isOpen = known?.isEditing() ?? false;
        known?.close();
        return isOpen;
      },
    },
    openSpeaker,
  );
  listenToSwipes(stage, control);
  hideIdle(root, stage, control);
  keepAwake();
  dress();
  show();
  control.subscribe(show);
  store.subscribe(dress);
  new ResizeObserver(leaveFree).observe(caption);

  if (!isFrozen) keepAddress(mounted);
  const handle: Handle = {
    ...mounted.handle,
    stats() {
      const { blank, audience } = control.state();
      return { ...mounted.handle.stats(), mode: 'present', stage: { blank, audience } };
    },
  };
  (window as Window & { rackfield?: Handle }).rackfield = handle;
  await mounted.settled;
  if (isFrozen) {
    await scene()?.complete();
    if (frozenBefore()) control.freeze(true);
    await mounted.retrying(async () => void (await (await mounted.stories()).begin(wished)));
    keepAddress(mounted);
  }
  remote.look();
  if (rememberedPair() !== undefined) void withSpeaker(({ rejoin }) => rejoin());
  const key = editedBefore();
  if (key !== undefined) void withStories(({ edit }) => edit({ key }));
  else if (!control.state().told) {
    // The viewer's own stories are among those to choose from.
    await withStories(async () => undefined);
    if (!control.state().told) panels.toggle('choose');
  }
  mounted.begin();
  await idle();
  const kept = (await import('../page/offline.ts')).keepOffline('../sw.js');
  const tellKept = () => offline.tell(kept.state());
  tellKept();
  kept.subscribe(tellKept);
}
