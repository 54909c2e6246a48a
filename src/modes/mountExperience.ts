import type { SceneHandle } from '../scene/mountScene.tsx';
import { createExperience, type Experience } from '../state/experience.ts';
import type { Wheel } from '../state/gesture.ts';
import { retryNow } from '../state/retry.ts';
import { listenToScheme } from '../ui/listenToScheme.ts';
import { createHandle, type Handle } from './handle.ts';
import { holdPicture } from './heldPicture.ts';
import type { OpenedSite } from './openSite.ts';
import { watchName } from './pageTitle.ts';

/** A mounted picture, with its state and its handle. */
export interface Mounted {
  experience: Experience;
  handle: Handle;
  scene: () => SceneHandle | undefined;
  /** The canvas that is drawn on now; another one after each change of the context. */
  canvas: () => HTMLCanvasElement;
  /** Updates the picture's accessible label. */
  label(): void;
  /** Resolves when the first frame has been presented, or when it turns out that there is no WebGL. */
  settled: Promise<void>;
  /** Whether the address or the element asks for play from the beginning. */
  plays: boolean;
  /** Starts to play if that is so and there is a picture. */
  begin(): void;
  /** Gives the context back and keeps the rest of its state; asks for it again. */
  rest(): void;
  resume(): void;
  dispose(): void;
}

/**
 * Runs an experience in `stage` until disposed of; it stands still while the page is hidden or the stage out of view. `wheel` is what the
 * wheel does there by default; `attach` is called with each new canvas and returns what lets go of it.
 */
export function mountExperience(
  stage: HTMLElement,
  { siteId, document: site, wish, messages }: OpenedSite,
  labelOf: (siteName: string) => string,
  wheel: Wheel = 'zoom',
  attach: (canvas: HTMLCanvasElement, experience: Experience) => () => void = () => () => {},
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
  const held = holdPicture(stage, experience, (canvas) => {
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'img');
    const detach = attach(canvas, experience);
    label();
    return detach;
  });
  const label = () => held.canvas().setAttribute('aria-label', labelOf(experience.campus().document.name));
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

  const settled = held.settled.then(() => {
    if (!held.scene()) return;
    resized.observe(stage);
    seen.observe(stage);
    onHidden();
  });
  const plays = Boolean(wish.play);

  return {
    experience,
    handle: createHandle(experience, held),
    scene: held.scene,
    canvas: held.canvas,
    rest: held.rest,
    resume: held.resume,
    label,
    settled,
    plays,
    begin() {
      if (!plays || !held.scene()) return;
      if (wish.day === undefined) experience.seek(0);
      experience.play();
    },
    dispose() {
      gone.abort();
      stopLabel();
      stopScheme();
      resized.disconnect();
      seen.disconnect();
      experience.dispose();
      held.dispose();
    },
  };
}
