/** How everything is drawn. */
export const LOOKS = ['model', 'night', 'plan'] as const;
export type Look = (typeof LOOKS)[number];

/** What everything is painted by, instead of its own colours. */
export const OVERLAYS = ['none', 'evidence', 'phase'] as const;
export type Overlay = (typeof OVERLAYS)[number];
