import { createContext, useContext } from 'react';
import type { CameraMoves } from '../../keys.ts';

/** What the page furniture asks of the page around it: the camera, the clipboard, the screen. */
export interface ExplorerActions extends CameraMoves {
  /** Puts the address of this exact view on the clipboard; false where the browser refuses. */
  copyLink(): Promise<boolean>;
  /** The page follows the document's own fullscreen event. */
  toggleFullscreen(): void;
  /** Address of the still picture that stands in where there is no WebGL. */
  stillUrl: string;
  /** What the furniture covers of the window on each side, CSS pixels: the picture's middle belongs between. */
  leaveFree?(covered: { left: number; top: number; right: number; bottom: number }): void;
}

export const ActionsContext = createContext<ExplorerActions | null>(null);

/** The actions of the page that a component stands in; throws outside of one. */
export function useActions(): ExplorerActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('This component needs an ActionsContext above it.');
  return actions;
}

/** The windows that lie over the page; one at a time. */
export type Window = 'help' | 'find' | 'sources';

/** Opens one of the windows, or closes what is open. */
export const OpenContext = createContext<(window: Window | null) => void>(() => undefined);
export const useOpen = () => useContext(OpenContext);
