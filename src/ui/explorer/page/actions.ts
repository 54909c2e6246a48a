import { createContext, useContext } from 'react';
import type { StoryMoves } from '../../../state/told.ts';
import type { Inquiry } from '../../evidence/inquiry.ts';
import type { CameraMoves } from '../../keys.ts';

/** Actions that the page provides to the controls. */
export interface ExplorerActions extends CameraMoves {
  /** Copies the address of this exact view to the clipboard; false if the browser refuses. */
  copyLink(): Promise<boolean>;
  /** Enters or leaves fullscreen; components learn the outcome from the `fullscreenchange` event. */
  toggleFullscreen(): void;
  /** Shows the systems with these ids beside the site, and no others; says what cannot be shown. */
  compareWith(ids: readonly string[]): Promise<void>;
  /** Shows the site of a document's file beside the site; if it is refused, says why and leaves everything as it is. */
  addDocument(file: File): Promise<void>;
  /** Most systems beside the site. */
  mostSystems: number;
  /** Tags of the languages that can be spoken; empty if their list could not be loaded. */
  languages: readonly string[];
  /** Speaks another language. */
  speak(tag: string): Promise<void>;
  /** What moves the story that is told, once its code is loaded. */
  stories(): Promise<StoryMoves>;
  /** Tells a story from its first step on. */
  tell(story: string): Promise<void>;
  /** What can be asked about the figures of the picture. */
  inquiry: Inquiry;
  /** Holds the picture's canvas. */
  stage: HTMLElement;
  /** The address of this page that opens a figure's card and the view that shows it. */
  addressOf(figure: string): string;
  /** Address of the still picture that is shown without WebGL. */
  stillUrl: string;
  /** Sets how much of the window is covered on each side, CSS pixels; stations are framed for the rest. */
  leaveFree?(covered: { left: number; top: number; right: number; bottom: number }): void;
}

export const ActionsContext = createContext<ExplorerActions | null>(null);

/** The actions of the enclosing page; throws outside of one. */
export function useActions(): ExplorerActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('This component needs an ActionsContext above it.');
  return actions;
}

/** The dialogs; one is open at a time. */
export type Window = 'help' | 'find' | 'sources' | 'figures' | 'compare' | 'table' | 'numbers' | 'stories';

/** Opens a dialog, or closes the open one with null. */
export const OpenContext = createContext<(window: Window | null) => void>(() => undefined);
export const useOpen = () => useContext(OpenContext);
