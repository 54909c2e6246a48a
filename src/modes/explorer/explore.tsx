import { createRoot } from 'react-dom/client';
import { ExperienceContext } from '../../state/hooks.ts';
import { chosenTag, sayNow, sharedWords } from '../../state/words.ts';
import { idle } from '../../state/slices.ts';
import type { ExplorerActions } from '../../ui/explorer/page/actions.ts';
import { toggleFullscreen } from '../../ui/fullscreen.ts';
import { Explorer } from '../../ui/explorer/Explorer.tsx';
import type { SiteDocument } from '../../model/schema.ts';
import { currentQuery, keepAddress, viewQuery } from '../page/addressBar.ts';
import { cameraMoves } from '../page/cameraMoves.ts';
import { followFigure } from '../answers/followFigure.ts';
import type { Handle } from '../experience/handle.ts';
import { createInquiry } from '../page/inquiry.ts';
import { mountExperience } from '../experience/mountExperience.ts';
import { openSite } from '../documents/openSite.ts';
import { keepLanguage, languagesToChoose, prepare, SAID_WORDS, speak } from '../experience/speak.ts';
import { keepTitle } from '../experience/pageTitle.ts';
import { pageQuery } from '../page/query.ts';
import { MOST_SYSTEMS } from '../documents/readCompare.ts';
import './explore.css';

/** Mounts the explorer: a picture that fills the window, and the controls over it. */
export async function explore(root: HTMLElement): Promise<void> {
  const opened = await openSite(pageQuery(window.location));
  const stage = document.createElement('div');
  stage.id = 'stage';
  stage.setAttribute('role', 'region');
  const furniture = document.createElement('div');
  furniture.id = 'furniture';
  root.append(stage, furniture);
  const tag = chosenTag(opened.wish.lang);
  const [languages] = await Promise.all([languagesToChoose(), prepare(tag, ...SAID_WORDS, '.explorer')]);
  const mounted = mountExperience(stage, opened, (name, store) =>
    sayNow(store, sharedWords)('picture.label', { name }),
  );
  const { experience, scene } = mounted;
  const say = sayNow(experience.store, sharedWords);
  keepLanguage(experience, () => stage.setAttribute('aria-label', say('picture.region')));
  const camera = () => scene()?.camera;

  /** Documents of the viewer's, by the ids of their campuses. */
  const handedOver = new Map<string, SiteDocument>();
  /** Goes where all campuses are seen if there are more than before. */
  function showNew(before: number) {
    if (experience.store.getState().campuses.length > before) experience.goTo('site');
  }
  const actions: ExplorerActions = {
    ...cameraMoves(mounted, stage),
    async copyLink() {
      const link = new URL(window.location.href);
      link.search = currentQuery(mounted, link.search, true).toString();
      link.hash = '';
      try {
        await navigator.clipboard.writeText(link.href);
        return true;
      } catch {
        return false;
      }
    },
    toggleFullscreen,
    leaveFree(covered) {
      experience.live.covered = covered;
      camera()?.reframe();
    },
    async compareWith(ids) {
      const { length } = experience.store.getState().campuses;
      await mounted.bring(({ compareWith }) =>
        compareWith(experience, { compare: ids.join(',') }, handedOver),
      );
      showNew(length);
    },
    async addDocument(file) {
      const { length } = experience.store.getState().campuses;
      await mounted.bring(({ addDocument }) => addDocument(experience, file, handedOver));
      showNew(length);
    },
    stories: mounted.stories,
    tell: (story) => mounted.retrying(async () => (await mounted.stories()).goToStep(story)),
    mostSystems: MOST_SYSTEMS,
    languages,
    speak: (tag) => speak(experience, tag),
    inquiry: createInquiry(mounted),
    stage,
    addressOf(figure) {
      const query = viewQuery(mounted, window.location.search);
      // The figure's own view is shown.
      for (const key of ['view', 'gpu', 'camera', 'campus']) query.delete(key);
      query.set('figure', figure);
      return `?${query}`;
    },
    stillUrl: './still.jpg',
  };
  createRoot(furniture).render(
    <ExperienceContext value={experience}>
      <Explorer actions={actions} />
    </ExperienceContext>,
  );
  keepAddress(mounted);
  keepTitle(experience);
  const handle: Handle = {
    ...mounted.handle,
    stats: () => ({ ...mounted.handle.stats(), mode: 'explore' }),
  };
  (window as Window & { rackfield?: Handle }).rackfield = handle;
  await mounted.settled;
  mounted.begin();
  followFigure(experience, opened.wish);
  await idle();
  const { keepOffline } = await import('../page/offline.ts');
  keepOffline('./sw.js');
}
