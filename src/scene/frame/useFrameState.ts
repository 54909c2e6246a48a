import { useFrame, useThree } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import type { Page } from '../../state/choice.ts';
import type { Look } from '../../views/look.ts';
import { lampLines } from '../../inventory/hall/lampLines.ts';
import { hallsOf } from '../../layout/parcels.ts';
import { toSite } from '../../model/standing.ts';
import { ownDay } from '../../timeline/campus.ts';
import { fitOutDays, litFrom } from '../../timeline/fitOutDays.ts';
import { FRAME_STATE, VIEW_STATE } from '../context/order.ts';
import { useScene } from '../context/SceneContext.ts';
import { fogDistance, inputsOf, nextFrame } from '../frameState/frameState.ts';
import { rowOccluders, type SeenOccluder, seenOccluders } from '../frameState/occluders.ts';
import { planCut } from '../../views/planStations.ts';
import { lightOf } from '../shading/look.ts';
import { applyLight } from '../shading/shared.ts';
import { shareOf } from '../context/pixelRatio.ts';
import { writeUniforms } from './writeUniforms.ts';

/** Height at which walls are cut while the roof is off, metres above the slab; a plan has its own. */
const CUT_HEIGHT = 4.2;
/** Distance at which the air of a hall takes half of a colour, metres. */
const HAZE = 70;
/** Metres from which racks come in. */
const DROP = 3;
const NONE: readonly SeenOccluder[] = [];

/** Works out the frame state of the parcel that this is used in, once a frame, and copies it into its uniforms. */
export function useFrameState(): void {
  const { experience, shared, frame, inputs, campus, isCurrent, isMain } = useScene();
  const invalidate = useThree((state) => state.invalidate);
  const { layout, timeline, site } = campus;
  const occluders = useMemo(() => rowOccluders(layout, timeline), [layout, timeline]);

  useFrame(({ camera, gl }, delta) => {
    const { live, store } = experience;
    const { look, roof, quality } = store.getState();
    const isPlan = look === 'plan';
    const day = ownDay(campus, store.getState().campuses[0]!, live.day);
    const { x: east, y, z: south } = camera.position;
    const [x, z] = toSite(campus, east, south);
    const eye = { x, y, z };
    const next = nextFrame(frame.current, {
      site,
      inputs: inputsOf(inputs, { parcel: campus, isCurrent, isMain }),
      day,
      eye,
      isCurrent,
      isPlan,
      wantsRoof: roof,
      seconds: experience.motion() === 'reduce' ? Number.POSITIVE_INFINITY : delta,
      openCut: isPlan ? planCut(layout) : CUT_HEIGHT,
      isFine: quality !== 'low' && shareOf(gl, quality) > 0.999,
      isEnclosed: (hall) => day >= fitOutDays(timeline, hall, 'walls').to,
      isLit: (hall) => day >= litFrom(timeline, hall),
    });
    frame.current = next;
    if (next.isMoving) invalidate();
    const { hall, gap } = next;
    const seen = hall && next.inside === 1 ? seenOccluders(occluders, hall, eye, day, gap) : NONE;
    const lamps = hall ?? hallsOf(site)[0];
    writeUniforms(shared, next, seen, lamps && lampLines(lamps));
  }, FRAME_STATE);
}

/** The view's share of the frame state: the light, the fog. Belongs into the campus that the viewer is with. */
export function useViewState(): void {
  const { experience, shared, frame, campus } = useScene();
  const lit = useRef<{ look?: Look; page?: Page; inside?: number; isLit?: boolean }>({});
  useFrame(({ camera }) => {
    const { look, page } = experience.store.getState();
    const { inside, isLit } = frame.current;
    shared.uDrop.value = experience.motion() === 'reduce' ? 0 : DROP;
    const { x, y, z } = camera.position;
    const [east, south] = campus.at;
    const isPlan = look === 'plan';
    const far = fogDistance(isPlan, Math.hypot(x - east, y, z - south));
    shared.uFog.value = isPlan ? far : 1 / (inside / HAZE + (1 - inside) / far);
    const before = lit.current;
    if (look === before.look && page === before.page && inside === before.inside && isLit === before.isLit)
      return;
    lit.current = { look, page, inside, isLit };
    applyLight(shared, lightOf(look, page), inside, isLit);
  }, VIEW_STATE);
}
