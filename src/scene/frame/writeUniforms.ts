import { EVENLY, type LampLines } from '../../inventory/hall/lampLines.ts';
import type { FrameState } from '../frameState/frameState.ts';
import type { SeenOccluder } from '../frameState/occluders.ts';
import { WALLS } from '../shading/culling.ts';
import { type CampusUniforms, NO_CEILING } from '../shading/shared.ts';

/** Copies a campus's frame state into its uniforms: the only place that writes them. `lamps` are those of the hall around the eye, else of one of its halls. */
export function writeUniforms(
  uniforms: CampusUniforms,
  frame: FrameState,
  occluders: readonly SeenOccluder[],
  lamps: LampLines | undefined,
): void {
  const { gap, open, door, hall, eye } = frame;
  uniforms.uEye.value.set(eye.x, eye.y, eye.z);
  uniforms.uDay.value = frame.day;
  uniforms.uCut.value = frame.cut;
  uniforms.uRoof.value = frame.roof;
  uniforms.uInside.value = frame.inside;
  uniforms.uMirror.value = frame.mirror;
  uniforms.uNearReach.value = frame.nearReach;
  if (gap) uniforms.uGap.value.set(gap.x0, gap.z0, gap.x1, gap.z1);
  else uniforms.uGap.value.set(0, 0, 0, 0);
  uniforms.uOpenRack.value.set(open?.rackIndex ?? -1, open?.middle ?? 0);
  if (open) uniforms.uOpenSlot.value.set(open.from, open.to, open.halfWidth, open.out);
  uniforms.uLift.value = open?.lift ?? 0;
  uniforms.uCeiling.value = Math.min(open?.ceiling ?? NO_CEILING, NO_CEILING);
  uniforms.uDoor.value.set(door?.rackIndex ?? -1, door?.angle ?? 0);

  const { z, apart, y, count, ahead } = lamps ?? EVENLY;
  uniforms.uLampLines.value.set(z, apart, y, count);
  uniforms.uLampAhead.value = ahead;
  uniforms.uLampShine.value = lamps ? 1 : 0;

  // Walls hide what is outside once they stand at their full height.
  const { uWithin, uOccluders, uOccluderFar, uOccluderLamps } = uniforms;
  if (hall) uniforms.uFloorY.value = hall.floorY;
  if (hall && frame.inside === 1) {
    const { x0, x1, z0, z1 } = hall.rect;
    uWithin.value.set(x0 - WALLS, z0 - WALLS, x1 + WALLS, z1 + WALLS);
  } else uWithin.value.set(1, 0, 0, 0);
  uOccluders.value.forEach((occluder, at) => {
    const seen = occluders[at];
    if (!seen) {
      occluder.set(0, 1, 0, 0);
      return;
    }
    const { row, near, far, lampRows } = seen;
    occluder.set(near, row.x0, row.x1, row.top);
    uOccluderFar.value[at] = far;
    uOccluderLamps.value[at]!.set(row.lamps.across, row.lamps.lowest, row.lamps.up, lampRows);
  });
}
