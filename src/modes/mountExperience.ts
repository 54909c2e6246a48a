import { canDraw, mountScene, type SceneHandle } from '../scene/mountScene.tsx';
import { createExperience, type Experience } from '../state/experience.ts';
import type { Wheel } from '../state/gesture.ts';
import { createHandle, type Handle } from './handle.ts';
import type { OpenedSite } from './openSite.ts';
import { watchName } from './pageTitle.ts';

/** A mounted picture, with its state and its handle. */
export interface Mounted {
  experience: Experience;
  handle: Handle;
  scene: () => SceneHandle | undefined;
  /** Updates the picture's accessible label. */
  label(): void;
  /** Resolves when the first frame has been presented, or when it turns out that there is no WebGL. */
  settled: Promise<void>;
  dispose(): void;
}

/**
 * Runs an experience on a canvas in `stage` until disposed of; it stands still while the page is hidden or the stage out of view. `wheel`
 * is what the wheel does there by default.
 */
export function mountExperience(
  stage: HTMLElement,
  { siteId, document: site, wish, messages }: OpenedSite,
  labelOf: (siteName: string) => string,
  wheel: Wheel = 'zoom',
): Mounted {
  const reduced = window.matchMedia('(prefers-reduced-motion: reduce)');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const experience = createExperience({
    siteId,
    document: site,
    wish,
    systemMotion: reduced.matches ? 'reduce' : 'full',
    page: dark.matches ? 'dark' : 'light',
    wheel,
  });
  experience.notify(...messages);
  let scene: SceneHandle | undefined;

  const canvas = document.createElement('canvas');
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'img');
  const label = () => canvas.setAttribute('aria-label', labelOf(experience.campus().document.name));
  const stopLabel = watchName(experience, label);
  stage.append(canvas);

  const gone = new AbortController();
  const { signal } = gone;
  const onMotion = () => experience.set({ systemMotion: reduced.matches ? 'reduce' : 'full' });
  const onHidden = () => experience.suspend('hidden', document.hidden);
  const onPage = () => experience.set({ page: dark.matches ? 'dark' : 'light' });
  reduced.addEventListener('change', onMotion, { signal });
  dark.addEventListener('change', onPage, { signal });
  document.addEventListener('visibilitychange', onHidden, { signal });
  const resized = new ResizeObserver(() => scene?.resize());
  const seen = new IntersectionObserver((entries) => {
    experience.suspend('out of view', !(entries.at(-1)?.isIntersecting ?? true));
  });

  async function draw() {
    if (!canDraw()) {
      experience.set({ picture: 'text' });
      experience.notify({ key: 'notice.noWebgl', values: {} });
      return;
    }
    const mounted = await mountScene(canvas, experience);
    if (signal.aborted) {
      mounted.dispose();
      return;
    }
    scene = mounted;
    experience.set({ picture: 'shown' });
    resized.observe(stage);
    seen.observe(stage);
    onHidden();
    if (wish.play) {
      if (wish.day === undefined) experience.seek(0);
      experience.play();
    }
  }

  return {
    experience,
    handle: createHandle(experience, () => scene),
    scene: () => scene,
    label,
    settled: draw(),
    dispose() {
      gone.abort();
      stopLabel();
      resized.disconnect();
      seen.disconnect();
      experience.dispose();
      scene?.dispose();
      canvas.remove();
    },
  };
}
