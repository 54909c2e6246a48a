import { canDraw, mountScene, type SceneHandle } from '../../scene/mountScene.tsx';
import type { Experience } from '../../state/experience.ts';
import { pause } from '../../state/slices.ts';
import type { Pose } from '../../views/pose.ts';
import { type ContextUser, leaveContexts, shareContexts } from './contexts.ts';

/** How long a lost context may take to come back before another one is asked for, milliseconds. */
const PATIENCE_MS = 3000;
/** How often a lost context is replaced before the page has been out of sight again. */
const MOST_RENEWALS = 3;

/** A picture that has a canvas and a WebGL context while it may, and a copy of its last frame otherwise. */
export interface HeldPicture {
  scene(): SceneHandle | undefined;
  canvas(): HTMLCanvasElement;
  /** Waits for the context, if it was given away, and answers the scene; undefined where nothing can be drawn. */
  wanted(): Promise<SceneHandle | undefined>;
  /** Replaces a context that is lost, or that could not be had. */
  renew(): Promise<void>;
  /** Gives the context away until it is asked for again. */
  rest(): void;
  resume(): void;
  dispose(): void;
}

/**
 * Draws an experience in `stage`, on a new canvas for each context; `attach` is called with each canvas and returns what lets go of it.
 * A context that does not come back is replaced, a few times, unless the page does that itself.
 */
export function holdPicture(
  stage: HTMLElement,
  experience: Experience,
  attach: (canvas: HTMLCanvasElement) => () => void,
  isRenewed = true,
): HeldPicture & { settled: Promise<void> } {
  const { store } = experience;
  let scene: SceneHandle | undefined;
  let canvas = document.createElement('canvas');
  let letGo = () => {};
  let copy: HTMLCanvasElement | undefined;
  /** Where the eye was when the context was given away, and the last flight then. */
  let left: { pose: Pose | undefined; flight: number } | undefined;
  let renewals = 0;
  let isRenewing = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isTold = false;
  let isGone = false;

  /** Nothing can be drawn, and it is not tried again without a reason to hope. */
  function fail() {
    if (!isTold) experience.notify({ key: 'notice.noWebgl', values: {} });
    isTold = true;
    experience.set({ picture: 'text' });
  }
  const user: ContextUser = {
    distance() {
      if (stage.getClientRects().length === 0) return Infinity;
      if (store.getState().isActivated) return -1;
      const { left, right, top, bottom } = stage.getBoundingClientRect();
      return Math.hypot((left + right - innerWidth) / 2, (top + bottom - innerHeight) / 2);
    },
    holds: () => scene !== undefined,
    async take() {
      await pause();
      if (isGone || (store.getState().picture === 'text' && !isRenewing)) return;
      if (!canDraw()) return fail();
      await pause();
      if (isGone) return;
      canvas = document.createElement('canvas');
      letGo = attach(canvas);
      stage.prepend(canvas);
      try {
        scene = await mountScene(canvas, experience);
      } catch {
        letGo();
        canvas.remove();
        return fail();
      }
      if (isGone) return void scene.dispose();
      if (left?.pose && left.flight === store.getState().flight) scene.camera.setPose(left.pose);
      experience.set({ picture: 'shown' });
      copy?.remove();
    },
    async release() {
      if (!scene) return;
      const { camera, dispose } = scene;
      const pose = camera.attached()?.atStation() ? undefined : camera.pose();
      left = { pose, flight: store.getState().flight };
      if (store.getState().picture === 'shown') {
        copy = scene.copy();
        copy.className = 'kept';
        for (const name of ['role', 'aria-label']) copy.setAttribute(name, canvas.getAttribute(name) ?? '');
        stage.append(copy);
      }
      scene = undefined;
      letGo();
      canvas.remove();
      await dispose();
    },
  };
  const share = () => shareContexts(user);

  /** A context that was dropped for good, or a failure that may have passed by now. */
  async function renew() {
    const { picture } = store.getState();
    if (isGone || (picture !== 'lost' && picture !== 'text')) return;
    await user.release();
    if (isRenewed && renewals++ >= MOST_RENEWALS) return fail();
    isRenewing = true;
    await share();
    isRenewing = false;
  }
  const watch = store.subscribe(({ picture }, before) => {
    if (picture === before.picture) return;
    clearTimeout(waiting);
    if (picture === 'lost' && isRenewed) waiting = setTimeout(() => void renew(), PATIENCE_MS);
  });
  const hope = () => {
    if (document.hidden || !isRenewed) return;
    renewals = 0;
    if (store.getState().picture === 'text') void renew();
  };
  document.addEventListener('visibilitychange', hope);

  return {
    scene: () => scene,
    canvas: () => canvas,
    settled: share(),
    async wanted() {
      if (!scene) await share();
      return scene;
    },
    renew,
    rest() {
      leaveContexts(user);
      void user.release();
    },
    resume: () => void share(),
    dispose() {
      isGone = true;
      watch();
      clearTimeout(waiting);
      document.removeEventListener('visibilitychange', hope);
      letGo();
      leaveContexts(user);
      void scene?.dispose();
      canvas.remove();
      copy?.remove();
    },
  };
}
