/**
 * The viewer's vocabulary: every key of the address, its values and its defaults.
 * Keys whose feature has not been built yet are known by name, so that they get a sentence instead of silence.
 */

import type { Pose } from '../views/pose.ts';
import type { View } from '../views/view.ts';

export const LOOKS = ['model', 'night', 'plan'] as const;
export type Look = (typeof LOOKS)[number];

/** What the picture stands on: a light page or a dark one, as the system or the page around it says. */
export type Page = 'light' | 'dark';

export const OVERLAYS = ['none'] as const;
export type Overlay = (typeof OVERLAYS)[number];

export const QUALITIES = ['auto', 'low', 'medium', 'high'] as const;
export type Quality = (typeof QUALITIES)[number];

export const MOTIONS = ['full', 'reduce'] as const;
export type Motion = (typeof MOTIONS)[number];

/** Values that are promised, are not there yet, and are answered with a sentence of their own. */
export const PLANNED: Readonly<Record<string, readonly string[]>> = {
  overlay: ['evidence', 'phase', 'power', 'cooling', 'network'],
  config: ['230k'],
};

/** Keys of the address that are known and carry no feature yet. */
export const PLANNED_KEYS = ['compare', 'from', 'to', 'campus', 'figure', 'story', 'step', 'wheel'] as const;

/** The same on the kiosk's page; the element has no such attributes. */
export const KIOSK_KEYS = ['idle', 'diagonal', 'mount', 'chaos', 'wall', 'tile', 'bezel'] as const;

/** Every key of the address, in the order of the documented table; attributes and properties of the element, too. */
export const KEYS = [
  'site',
  'config',
  'date',
  'day',
  'curve',
  'view',
  'gpu',
  'look',
  'overlay',
  'compare',
  'camera',
  'roof',
  'from',
  'to',
  'campus',
  'figure',
  'story',
  'step',
  'lang',
  'quality',
  'motion',
  'play',
  'wheel',
] as const;
export type Key = (typeof KEYS)[number];

/** What an address can ask for. A key that is missing means its default. */
export interface Wish {
  site?: string;
  config?: string;
  /** Days from day 0. */
  day?: number;
  curve?: string;
  view?: View;
  /** 1 to the number of GPUs. */
  gpu?: number;
  look?: Look;
  overlay?: Overlay;
  /** Where the eye is instead of at the view's station; frame of the scene. */
  camera?: Pose;
  roof?: boolean;
  lang?: string;
  quality?: Quality;
  motion?: Motion;
  play?: boolean;
}

/** One sentence for the viewer, as a key of the language file and the values that go into it. */
export interface Message {
  key: string;
  values: Readonly<Record<string, string | number>>;
  /** Whether something went wrong or went well; a problem if not given. */
  kind?: 'problem' | 'success';
}
