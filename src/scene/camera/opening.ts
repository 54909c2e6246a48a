import type CameraControlsImpl from 'camera-controls';
import { useMemo } from 'react';
import { Vector3 } from 'three';
import { acceleratorOf, type ServerPlace, serverPlace, serverPlan } from '../../layout/serverPlan.ts';
import { useExperience } from '../../state/hooks.ts';
import { VIEWS } from '../../views/view.ts';
import type { OpenServer } from '../frameState/frameState.ts';

const RACK = VIEWS.indexOf('rack');
const SERVER = VIEWS.indexOf('server');
const GPU = VIEWS.indexOf('gpu');
/** Metres from its server within which the eye's target has to be for it to be out, and at which it is closed. */
const BESIDE = 1.9;
const AWAY = 2.6;

const smooth = (from: number, to: number, at: number) => {
  const share = Math.max(0, Math.min(1, (at - from) / (to - from)));
  return share * share * (3 - 2 * share);
};

/**
 * Draws a server out of its rack, and lifts one of its cold plates, as the eye comes nearer: a function of where the eye is and
 * of nothing else, so that the same view is the same picture.
 */
export function useOpening() {
  const { live, campus } = useExperience();
  return useMemo(() => {
    let place: ServerPlace | undefined;
    let shown = 0;
    let face = 0;
    let travel = 0;
    let top = 0;
    const target = new Vector3();
    return {
      /** Which GPU's server it is. */
      open(gpu: number) {
        const { layout } = campus();
        place = gpu >= 1 && gpu <= layout.totals.gpus ? serverPlace(layout, gpu) : undefined;
        if (!place) return;
        shown = gpu;
        const kind = layout.site.rackKinds[layout.racks.kind[place.rackIndex]!]!;
        top = layout.racks.y[place.rackIndex]! + kind.height;
        ({ face, travel } = serverPlan(layout, kind, acceleratorOf(layout, place.rackIndex)));
      },
      /** Before each frame: the server as it is out for this eye; undefined while it is in its rack. */
      follow(rig: CameraControlsImpl, level: number): OpenServer | undefined {
        const { timeline } = campus();
        const isThere = place && (timeline.installedDay[place.rackIndex] ?? 0) <= live.day;
        let near = 0;
        if (place && isThere && level > RACK) {
          rig.getTarget(target, false);
          const apart = Math.hypot(
            target.x - place.x,
            target.y - place.y,
            target.z - place.z - place.facing * travel * 0.5,
          );
          near = 1 - smooth(BESIDE, AWAY, apart);
        }
        const out = near * smooth(RACK + 0.06, SERVER - 0.06, level) * travel;
        if (!place || out <= 0) return undefined;
        const { rackIndex, from, to } = place;
        const ceiling = out > travel * 0.5 ? top : Number.POSITIVE_INFINITY;
        const lift = near * smooth(SERVER + 0.1, GPU - 0.06, level);
        return { rackIndex, gpu: shown, from, to, halfWidth: face / 2, out, lift, ceiling };
      },
    };
  }, [live, campus]);
}
