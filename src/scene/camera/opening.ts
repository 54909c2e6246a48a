import type CameraControlsImpl from 'camera-controls';
import { useMemo } from 'react';
import { Vector3 } from 'three';
import { acceleratorOf, type ServerPlace, serverPlace, serverPlan } from '../../layout/serverPlan.ts';
import { useExperience } from '../../state/hooks.ts';
import { VIEWS } from '../../views/view.ts';
import { useScene } from '../context/SceneContext.ts';

const RACK = VIEWS.indexOf('rack');
const SERVER = VIEWS.indexOf('server');
const GPU = VIEWS.indexOf('gpu');
/** Metres from its server within which the eye's target has to be for it to be out, and at which it is closed. */
const BESIDE = 1.9;
const AWAY = 2.6;

/** Higher than anything that hangs, metres. */
const NO_CEILING = 1e6;

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
  const { shared } = useScene();
  return useMemo(() => {
    let place: ServerPlace | undefined;
    let width = 0;
    let travel = 0;
    let top = 0;
    const target = new Vector3();
    return {
      /** Which GPU's server it is. */
      open(gpu: number) {
        const { layout } = campus();
        place = gpu >= 1 && gpu <= layout.totals.gpus ? serverPlace(layout, gpu) : undefined;
        if (!place) return;
        const kind = layout.site.rackKinds[layout.racks.kind[place.rackIndex]!]!;
        top = layout.racks.y[place.rackIndex]! + kind.height;
        ({ width, travel } = serverPlan(layout, kind, acceleratorOf(layout, place.rackIndex)));
      },
      /** Before each frame. */
      follow(rig: CameraControlsImpl, level: number) {
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
        shared.uOpenRack.value = place && out > 0 ? place.rackIndex : -1;
        if (place && out > 0) shared.uOpenSlot.value.set(place.from, place.to, width / 2, out);
        shared.uCeiling.value = out > travel * 0.5 ? top : NO_CEILING;
        shared.uLift.value = near * smooth(SERVER + 0.1, GPU - 0.06, level);
      },
    };
  }, [live, campus, shared]);
}
