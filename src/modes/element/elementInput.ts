import type { Say } from '../../state/words.ts';
import type { Pose } from '../../views/pose.ts';
import { listenToActivation } from '../../ui/element/activation.ts';
import { keepControlKeys } from '../../ui/element/controlKeys.ts';
import type { Part } from '../../ui/element/controls.ts';
import { createHint } from '../../ui/element/hint.ts';
import { createHome } from '../../ui/element/home.ts';
import { listenToKeys } from '../../ui/element/pictureKeys.ts';
import { listenToPrint } from '../../ui/element/print.ts';
import { cameraMoves } from '../page/cameraMoves.ts';
import { followSlide } from './deckSlide.ts';
import { type Home, keepHome } from './keepHome.ts';
import type { Mounted } from '../experience/mountExperience.ts';
import { connectParent } from './parentFrame.ts';
import { isOn } from '../page/query.ts';

/** What the input of an element needs. */
export interface InputParts {
  element: HTMLElement;
  root: ShadowRoot;
  mounted: Mounted;
  /** The camera with which the picture begins instead of a view. */
  camera: Pose | undefined;
  say: Say;
}

/**
 * Connects an element's picture with the viewer's hands and keys and with the deck or the frame that it is in; loaded after the first
 * frame. Until then gestures are the page's. Returns what it adds to the element, and the functions that stop it.
 */
export function connectInput({ element, root, mounted, camera, say }: InputParts): {
  home: Home;
  pieces: Part[];
  stops: (() => void)[];
  /** Connects a canvas; returns what lets go of it. */
  attach(canvas: HTMLCanvasElement): () => void;
} {
  const { experience } = mounted;
  const stage = root.querySelector<HTMLElement>('.stage')!;
  const home = keepHome(mounted, camera);
  return {
    home,
    pieces: [createHint(element, experience, say), createHome(experience, say, home)],
    stops: [
      keepControlKeys(root),
      followSlide(element, experience),
      isOn(element, 'page') ? connectParent(element, experience, mounted.plays) : () => undefined,
      listenToPrint(stage, () =>
        experience.store.getState().picture === 'shown' ? mounted.scene()?.copy() : undefined,
      ),
    ],
    attach(canvas) {
      const stops = [
        listenToActivation(element, canvas, experience),
        listenToKeys(canvas, experience, cameraMoves(mounted, stage)),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
