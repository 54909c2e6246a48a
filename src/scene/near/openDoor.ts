import type { Layout } from '../../layout/layout.ts';
import type { FrameInputs, Position } from '../frameState/frameState.ts';
import { doorAngle, LEAF } from '../rackRecords/rearDoor.ts';

/** The rear door that is open for an eye behind it, of near racks (indices, -1 for none) that are `installed`. Site frame, metres. */
export function openDoor(
  { racks, site }: Layout,
  atHand: Int32Array,
  eye: Position,
  ahead: Position,
  installed: (rackIndex: number) => boolean,
): FrameInputs['door'] {
  let open: FrameInputs['door'];
  for (const rackIndex of atHand) {
    if (rackIndex < 0) break;
    const { width, depth, height, rearDoor } = site.rackKinds[racks.kind[rackIndex]!]!;
    const facing = Math.cos(racks.heading[rackIndex]!) > 0 ? 1 : -1;
    const above = eye.y - racks.y[rackIndex]!;
    if (rearDoor <= LEAF || above < 0 || above > height + 0.3 || !installed(rackIndex)) continue;
    const behind = (racks.z[rackIndex]! - eye.z) * facing - depth / 2 - rearDoor;
    const faced = (ahead.z * facing) / (Math.hypot(ahead.x, ahead.z) || 1);
    const angle = doorAngle(behind, eye.x - racks.x[rackIndex]!, faced, width);
    if (angle > (open?.angle ?? 0)) open = { rackIndex, angle };
  }
  return open;
}
