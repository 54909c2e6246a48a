import { useFrame, useThree } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import type { Vector3 } from 'three';
import type { Building, Hall } from '../../model/site.ts';
import { useCampus, useExperience } from '../../state/hooks.ts';
import { planCut } from '../plan/planEye.ts';
import { fitOutDays, litFrom } from '../../timeline/fitOutDays.ts';
import { useScene } from '../context/SceneContext.ts';
import { lightOf } from '../shading/look.ts';
import { lightHalls } from '../shading/shared.ts';
import { shareOf } from './pixelRatio.ts';
import { rowScreens, writeScreens, writeStrips } from './screens.ts';

/** Seconds in which the roof comes on or off. */
const ROOF_SECONDS = 0.9;
const INSIDE_SECONDS = 0.5;
const CUT_HEIGHT = 4.2;
const DROP_METRES = 3;
/** Distance at which the air has taken half of a colour, metres, for an eye near the ground. */
const FOG = 2600;
/** A hall's walls stand around it, metres. */
const WALLS = 0.7;
/** After the camera has moved, before anything looks at where it is. */
const BEFORE = -0.5;

/** Whether an eye is between the walls of a hall and below its ceiling. */
function isInside({ rect, floorY, height }: Hall, { x, y, z }: Vector3): boolean {
  return y < floorY + height - 0.3 && x > rect.x0 && x < rect.x1 && z > rect.z0 && z < rect.z1;
}

/** Whether an eye is in a building, below its beams. */
function isUnder({ rect, clear }: Building, { x, y, z }: Vector3): boolean {
  return y < clear - 0.5 && x > rect.x0 && x < rect.x1 && z > rect.z0 && z < rect.z1;
}

/** Takes a uniform a step towards a value; true while it is not there yet. */
function approach(uniform: { value: number }, goal: number, step: number): boolean {
  const apart = goal - uniform.value;
  if (apart === 0) return false;
  uniform.value = Math.abs(apart) <= step ? goal : uniform.value + Math.sign(apart) * Math.min(step, 0.2);
  return true;
}

/** What follows from the day and from where the eye is: the roof, the hall's own light, and what walls and rows hide. */
export function useSurroundings(): void {
  const experience = useExperience();
  const { shared } = useScene();
  const invalidate = useThree((state) => state.invalidate);
  const layout = useCampus((campus) => campus.layout);
  const timeline = useCampus((campus) => campus.timeline);
  const { live, store } = experience;
  const screens = useMemo(
    // Between two sites the timeline may still be the old one's.
    () => (timeline.installedDay.length === layout.racks.count ? rowScreens(layout, timeline) : []),
    [layout, timeline],
  );
  const leftOut = useRef({ x0: 0, x1: 0, z0: 0, z1: 0 });
  /** The hall whose lines of lamps are written down, and whether they burn there. */
  const lamps = useRef<{ hall?: Hall; isLit?: boolean }>({});

  useFrame(({ camera, gl }, delta) => {
    const still = experience.motion() === 'reduce';
    const { look, page, roof, quality } = store.getState();
    const { site } = experience.campus();
    shared.uDay.value = live.day;
    // From far away one looks down through clear air.
    shared.uFog.value = Math.max(FOG, camera.position.length() * 3.6);
    shared.uDrop.value = still ? 0 : DROP_METRES;
    // A hall shuts one in from the day on which its walls stand.
    const hall = site.halls.find(
      (each) => isInside(each, camera.position) && live.day >= fitOutDays(timeline, each, 'walls').to,
    );
    // Before, and between the halls, one is in the building as it is: under its roof.
    const isRoofed =
      look !== 'plan' && !hall && site.buildings.some((each) => isUnder(each, camera.position));
    if (approach(shared.uRoof, roof || isRoofed ? 1 : 0, still ? 1 : delta / ROOF_SECONDS)) invalidate();
    const wasInside = shared.uInside.value;
    const wasLit = shared.uWork.value;
    if (hall) shared.uWork.value = live.day >= litFrom(timeline, hall) ? 1 : 0;
    if (approach(shared.uInside, hall ? 1 : 0, still ? 1 : delta / INSIDE_SECONDS)) invalidate();
    if (shared.uInside.value !== wasInside || shared.uWork.value !== wasLit)
      lightHalls(shared, lightOf(look, page));
    const eave = Math.max(...site.buildings.map((building) => building.eave));
    const cut = look === 'plan' ? planCut(layout) : CUT_HEIGHT;
    shared.uCut.value = cut + (eave - cut) * Math.max(shared.uRoof.value, shared.uInside.value);

    // Walls hide what is outside once they stand at their full height.
    const { uWithin, uScreens, uGap, uMirror, uStrips } = shared;
    if (hall && shared.uInside.value === 1) {
      const { x0, x1, z0, z1 } = hall.rect;
      uWithin.value.set(x0 - WALLS, z0 - WALLS, x1 + WALLS, z1 + WALLS);
      const gap = uGap.value;
      Object.assign(leftOut.current, { x0: gap.x, z0: gap.y, x1: gap.z, z1: gap.w });
      writeScreens(screens, hall, camera.position, live.day, leftOut.current, shared);
      const isLit = shared.uWork.value > 0;
      if (lamps.current.hall !== hall || lamps.current.isLit !== isLit) {
        lamps.current = { hall, isLit };
        writeStrips(hall, isLit, uStrips.value);
      }
      // Every pixel of a floor pays for what it gives back, behind the racks, too: not at base quality, nor while a slow machine moves.
      const isFine = quality !== 'low' && shareOf(gl, quality) > 0.999;
      if (!isFine || look === 'plan') uMirror.value = 0;
      else if (approach(uMirror, 1, still ? 1 : delta / INSIDE_SECONDS)) invalidate();
    } else {
      uMirror.value = 0;
      uWithin.value.set(1, 0, 0, 0);
      for (const screen of uScreens.value) screen.set(0, 1, 0, 0);
    }
  }, BEFORE);
}
