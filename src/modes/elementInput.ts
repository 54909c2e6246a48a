import type { Say } from '../state/words.ts';
import { listenToActivation } from '../ui/element/activation.ts';
import { keepControlKeys } from '../ui/element/controlKeys.ts';
import type { Part } from '../ui/element/controls.ts';
import { createHint } from '../ui/element/hint.ts';
import { createHome } from '../ui/element/home.ts';
import { listenToKeys } from '../ui/element/pictureKeys.ts';
import { cameraMoves } from './cameraMoves.ts';
import { followSlide } from './deckSlide.ts';
import type { Home } from './keepHome.ts';
import type { Mounted } from './mountExperience.ts';
import { connectParent } from './parentFrame.ts';

/** What the input of an element needs. */
export interface InputParts {
  element: HTMLElement;
  root: ShadowRoot;
  mounted: Mounted;
  home: Home;
  say: Say;
}

/**
 * Connects an element's picture with the viewer's hands and keys and with the deck or the frame that it is in; loaded after the first
 * frame. Until then gestures are the page's. Returns what it adds to the element, and the functions that stop it.
 */
export function connectInput({ element, root, mounted, home, say }: InputParts): {
  pieces: Part[];
  stops: (() => void)[];
} {
  const { experience } = mounted;
  const stage = root.querySelector<HTMLElement>('.stage')!;
  const canvas = stage.querySelector('canvas')!;
  const isPage = element.hasAttribute('page');
  return {
    pieces: [createHint(element, experience, say), createHome(experience, say, home)],
    stops: [
      listenToActivation(element, canvas, experience),
      listenToKeys(canvas, experience, cameraMoves(mounted, stage)),
      keepControlKeys(root),
      followSlide(element, experience),
      isPage ? connectParent(experience) : () => undefined,
    ],
  };
}
