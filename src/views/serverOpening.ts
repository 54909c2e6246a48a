import { smooth } from '../inventory/query/sight.ts';
import type { Layout } from '../layout/layout.ts';
import { serverOf } from '../layout/serverPlan.ts';
import type { Point } from './pose.ts';
import { VIEWS } from './view.ts';

/** A server that is pulled out of its rack. */
export interface ServerOpening {
  rackIndex: number;
  /** The GPU in it that the view is about. */
  gpu: number;
  /** Lower and upper edge of its slot above the rack's underside; its middle, to the right of the rack's, and half its width; metres. */
  from: number;
  to: number;
  middle: number;
  halfWidth: number;
  /** How far it is pulled out, metres. */
  out: number;
  /** How far the cold plate of `gpu` is lifted, 0 to 1. */
  lift: number;
  /** Things that hang higher than this above the ground are not drawn, because they would hide the server; metres, or Infinity. */
  ceiling: number;
}

const RACK = VIEWS.indexOf('rack');
const SERVER = VIEWS.indexOf('server');
const GPU = VIEWS.indexOf('gpu');
/** How far it is drawn out at the station of its rack, share of how far it comes out. */
export const AJAR = 0.5;
/** Zoom levels before that station at which it begins to come out. */
const BEFORE = 0.4;
/** Distances from the server to the camera's target within which it is open, and beyond which it is closed; metres. */
const BESIDE = 1.9;
const AWAY = 2.6;

const between = (from: number, to: number, at: number) => smooth((at - from) / (to - from));

/** Whether a server is drawn out of its rack far enough to be the subject of the picture. */
export const isOut = ({ ceiling }: ServerOpening): boolean => ceiling < Number.POSITIVE_INFINITY;

/**
 * A function from the camera's target (site frame, metres) and zoom level to how far a GPU's server is open, or on a site without GPUs
 * the server of that number; `isAjar`: it begins to come out at the station of its rack. It depends on nothing else, so the same view
 * gives the same picture. Undefined while the server is closed, or if there is no such GPU or server.
 */
export function serverOpening(layout: Layout, gpu: number) {
  const { gpus, servers } = layout.totals;
  if (!(gpu >= 1 && gpu <= (gpus || servers))) return () => undefined;
  const server = serverOf(layout, gpu);
  const { rackIndex, from, to, kind } = server;
  const top = layout.racks.y[rackIndex]! + kind.height;
  const { face, height, isBlade, travel } = server.plan;
  const slot = {
    from,
    to,
    middle: (server.x - layout.racks.x[rackIndex]!) * server.facing,
    halfWidth: (isBlade ? height : face) / 2,
  };
  return ([x, y, z]: Point, level: number, isAjar = false): ServerOpening | undefined => {
    if (level <= RACK - (isAjar ? BEFORE : 0)) return undefined;
    const middle = server.z + server.facing * travel * 0.5;
    const near = 1 - between(BESIDE, AWAY, Math.hypot(x - server.x, y - server.y, z - middle));
    const ajar = isAjar ? between(RACK - BEFORE, RACK - 0.02, level) * AJAR : 0;
    const out = near * (ajar + between(RACK + 0.06, SERVER - 0.06, level) * (1 - ajar)) * travel;
    if (out <= 0) return undefined;
    const ceiling = out > travel * (AJAR + 0.1) ? top : Number.POSITIVE_INFINITY;
    const lift = near * between(SERVER + 0.1, GPU - 0.06, level);
    return { rackIndex, gpu, ...slot, out, lift, ceiling };
  };
}
