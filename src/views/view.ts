/** The stations of the zoom from the whole site to one GPU, farthest first. */
export const VIEWS = ['site', 'building', 'hall', 'aisle', 'rack', 'server', 'gpu'] as const;
export type View = (typeof VIEWS)[number];

/** What a station shows, as the words name it: on a site without GPUs the last one shows a processor. */
export const shownAt = (view: View, gpus: number): View | 'processor' =>
  view === 'gpu' && gpus === 0 ? 'processor' : view;
