/** The stations of the zoom from the whole site to one GPU, farthest first. */
export const VIEWS = ['site', 'building', 'hall', 'aisle', 'rack', 'server', 'gpu'] as const;
export type View = (typeof VIEWS)[number];
