import type { Layout } from '../layout/layout.ts';
import { acceleratorOf, serverPlace, serverPlan } from '../layout/serverPlan.ts';
import type { Point } from './pose.ts';
import { VIEWS } from './view.ts';

/** A server that is drawn out of its rack. */
export interface ServerOpening {
  rackIndex: number;
  /** One of its GPUs. */
  gpu: number;
  /** Lower and upper edge of its opening above the rack's foot, and half of its width; metres. */
  from: number;
  to: number;
  halfWidth: number;
  /** How far it is out, metres. */
  out: number;
  /** How far the cold plate of one of its GPUs is lifted, 0 to 1. */
  lift: number;
  /** What hangs higher than this above the ground is left out, so that an eye over the server sees it; metres, or Infinity. */
  ceiling: number;
}

const RACK = VIEWS.indexOf('rack');
const SERVER = VIEWS.indexOf('server');
const GPU = VIEWS.indexOf('gpu');
/** Metres from the server to the target at which it is out, and at which it is closed. */
const BESIDE = 1.9;
const AWAY = 2.6;

const smooth = (from: number, to: number, at: number) => {
  const share = Math.max(0, Math.min(1, (at - from) / (to - from)));
  return share * share * (3 - 2 * share);
};

/**
 * How a GPU's server is out for an eye with this target (site frame, metres) at this zoom level: a function of where the eye is and of
 * nothing else, so that the same view is the same picture. Undefined while the server is in its rack, or where there is no such GPU.
 */
export function serverOpening(layout: Layout, gpu: number) {
  if (!(gpu >= 1 && gpu <= layout.totals.gpus)) return () => undefined;
  const place = serverPlace(layout, gpu);
  const { rackIndex, from, to } = place;
  const kind = layout.site.rackKinds[layout.racks.kind[rackIndex]!]!;
  const top = layout.racks.y[rackIndex]! + kind.height;
  const { face, travel } = serverPlan(layout, kind, acceleratorOf(layout, rackIndex));
  return ([x, y, z]: Point, level: number): ServerOpening | undefined => {
    if (level <= RACK) return undefined;
    const middle = place.z + place.facing * travel * 0.5;
    const near = 1 - smooth(BESIDE, AWAY, Math.hypot(x - place.x, y - place.y, z - middle));
    const out = near * smooth(RACK + 0.06, SERVER - 0.06, level) * travel;
    if (out <= 0) return undefined;
    const ceiling = out > travel * 0.5 ? top : Number.POSITIVE_INFINITY;
    const lift = near * smooth(SERVER + 0.1, GPU - 0.06, level);
    return { rackIndex, gpu, from, to, halfWidth: face / 2, out, lift, ceiling };
  };
}
