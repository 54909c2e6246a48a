/** Every key of the address and its values. Planned ones are known, so that using them gives a message. */

import type { Look, Overlay } from '../views/look.ts';
import type { Pose } from '../views/pose.ts';
import type { View } from '../views/view.ts';
import type { Wheel } from './gesture.ts';
import type { Value } from './words.ts';

/** Colour scheme of the page around the picture. */
export type Page = 'light' | 'dark';

export const QUALITIES = ['auto', 'low', 'medium', 'high'] as const;
export type Quality = (typeof QUALITIES)[number];

export const MOTIONS = ['full', 'reduce'] as const;
export type Motion = (typeof MOTIONS)[number];

/** Planned values, which give a message of their own. */
export const PLANNED: Readonly<Record<string, readonly string[]>> = {
  overlay: ['power', 'cooling', 'network'],
};

/** Keys of the exhibit's page alone, and those planned for it; the element has no such attributes. */
export const EXHIBIT_KEYS = ['idle', 'diagonal', 'mount', 'chaos', 'staff'] as const;
export const PLANNED_EXHIBIT_KEYS = ['wall', 'tile', 'bezel'] as const;

/** What an address can ask for. A missing key means its default. */
export interface Wish {
  site?: string;
  config?: string;
  /** Days from day 0. */
  day?: number;
  curve?: string;
  /** Days from day 0 that bound slider and play. */
  from?: number;
  to?: number;
  /** Id of the shown campus that view and GPU mean, as written; the site by default. */
  campus?: string;
  view?: View;
  /** 1 to the number of GPUs; with {@link campus} not checked yet. */
  gpu?: number;
  look?: Look;
  overlay?: Overlay;
  /** What stands beside the site, as written; read when it is loaded. */
  compare?: string;
  /** Pose instead of the view's station; scene frame. */
  camera?: Pose;
  roof?: boolean;
  lang?: string;
  quality?: Quality;
  motion?: Motion;
  play?: boolean;
  wheel?: Wheel;
  /** Id of the figure whose card is open. */
  figure?: string;
  /** Id of the story that is told, and of its step; checked when the story is loaded. */
  story?: string;
  step?: string;
}

/** A message for the viewer: key of the language file, or a whole sentence; and values for its placeholders. */
export interface Message {
  key: string;
  values: Readonly<Record<string, Value>>;
  /** `problem` by default. */
  kind?: 'problem' | 'success';
}
