import type { SceneHandle } from '../../scene/mountScene.tsx';
import type { Wish } from '../../state/choice.ts';
import { createExperience, type Experience } from '../../state/experience.ts';
import type { Wheel } from '../../state/gesture.ts';
import type { Shelf } from '../../stories/shipped.ts';
import { retryLater, retryNow } from '../../state/retry.ts';
import { listenToScheme } from '../../ui/listenToScheme.ts';
import { createHandle, type Handle } from './handle.ts';
import { holdPicture } from './heldPicture.ts';
import type { OpenedSite } from '../documents/openSite.ts';
import { watchName } from './pageTitle.ts';
import type { Teller } from './teller.ts';

/** A mounted picture, with its state and its handle. */
export interface Mounted {
  experience: Experience;
  handle: Handle;
  scene: () => SceneHandle | undefined;
  /** The canvas that is drawn on now; another one after each change of the context. */
  canvas: () => HTMLCanvasElement;
  /** Updates the picture's accessible label. */
  label(): void;
  /** Loads and adds something; if that fails, says so and tries again when there is hope. Resolves after the first try. */
  retrying(add: () => Promise<void>): Promise<void>;
  /** Does something with the campuses beside the site, once the code for that is loaded. */
  bring(act: (code: typeof import('../documents/compare.ts')) => Promise<void>): Promise<void>;
  /** Brings the campuses that the address of a newly opened site names, if any. */
  join(wish: Wish): Promise<void>;
  /** What tells stories, once its code is loaded. */
  stories(): Promise<Teller>;
  /** Resolves when the first frame has been presented, or when it turns out that there is no WebGL, and all wished campuses have come. */
  settled: Promise<void>;
  /** Whether the address or the element asks for play from the beginning. */
  plays: boolean;
  /** Starts to play if that is so and there is a picture. */
  begin(): void;
  /** Replaces a context that is lost, or that could not be had. */
  renew(): Promise<void>;
  /** Gives the context back and keeps the rest of its state; asks for it again. */
  rest(): void;
  resume(): void;
  dispose(): void;
}

/**
 * Runs an experience in `stage` until disposed of; it stands still while the page is hidden or the stage out of view. `wheel` is what the
 * wheel does there by default; `attach` is called with each new canvas and returns what lets go of it;
 * `shelf` has further stories than those that come with the program; a lost context is replaced unless the page says when (`isRenewed`).
 */
export function mountExperience(
  stage: HTMLElement,
  { siteId, document: site, wish, messages }: OpenedSite,
  labelOf: (siteName: string, store: Experience['store']) => string,
  wheel: Wheel = 'zoom',
  attach: (canvas: HTMLCanvasElement, experience: Experience) => () => void = () => () => {},
  shelf?: Shelf,
  isRenewed?: boolean,
): Mounted {
  const reduced = window.matchMedia('(prefers-reduced-motion: reduce)');
  const experience = createExperience({
    siteId,
    document: site,
    wish,
    systemMotion: reduced.matches ? 'reduce' : 'full',
    wheel,
  });
  experience.notify(...messages);
  const furnish = (canvas: HTMLCanvasElement) => {
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'img');
    const detach = attach(canvas, experience);
    label();
    return detach;
  };
  const held = holdPicture(stage, experience, furnish, isRenewed);
  const label = () =>
    held.canvas().setAttribute('aria-label', labelOf(experience.campus().site.name, experience.store));
  const stopLabel = watchName(experience, label);

  const gone = new AbortController();
  const { signal } = gone;
  const onMotion = () => experience.set({ systemMotion: reduced.matches ? 'reduce' : 'full' });
  const onHidden = () => experience.suspend('hidden', document.hidden);
  const stopScheme = listenToScheme(stage, (page) => experience.set({ page }));
  reduced.addEventListener('change', onMotion, { signal });
  document.addEventListener('visibilitychange', onHidden, { signal });
  const resized = new ResizeObserver(() => held.scene()?.resize());
  const seen = new IntersectionObserver((entries) => {
    const isSeen = entries.at(-1)?.isIntersecting ?? true;
    if (isSeen && experience.isSuspended()) retryNow();
    experience.suspend('out of view', !isSeen);
  });

  /** What waits for another try. */
  const stops: (() => void)[] = [];
  async function retrying(add: () => Promise<void>) {
    await add().catch(() => {
      const found = experience.miss();
      const again = () => {
        found();
        void retrying(add);
      };
      stops.push(retryLater(again));
    });
  }
  const bring: Mounted['bring'] = (act) => retrying(async () => act(await import('../documents/compare.ts')));
  let teller: Promise<Teller> | undefined;
  const stories: Mounted['stories'] = () =>
    (teller ??= import('./teller.ts').then(
      ({ createTeller }) => createTeller(experience, held, gone.signal, shelf),
      (error) => {
        teller = undefined;
        throw error;
      },
    ));
  const join: Mounted['join'] = async (wish) => {
    if (wish.story) await retrying(async () => void (await (await stories()).begin(wish)));
    if (experience.store.getState().isJoining)
      await bring(({ compareWith }) => compareWith(experience, wish));
  };
  const joined = join(wish);
  const settled = Promise.all([held.settled, joined]).then(() => {
    if (!held.scene()) return;
    resized.observe(stage);
    seen.observe(stage);
    onHidden();
  });
  const plays = Boolean(wish.play && !wish.story);

  return {
    experience,
    handle: createHandle(experience, held, joined, stories),
    stories,
    scene: held.scene,
    canvas: held.canvas,
    renew: held.renew,
    rest: held.rest,
    resume: held.resume,
    label,
    retrying,
    bring,
    join,
    settled,
    plays,
    begin() {
      if (!plays || !held.scene()) return;
      if (wish.day === undefined) experience.seek(0);
      experience.play();
    },
    dispose() {
      gone.abort();
      for (const stop of stops) stop();
      stopLabel();
      stopScheme();
      resized.disconnect();
      seen.disconnect();
      experience.dispose();
      held.dispose();
    },
  };
}
