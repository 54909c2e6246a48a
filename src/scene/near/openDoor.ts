import type { Layout } from '../../layout/layout.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import { doorAngle, LEAF } from './door.ts';

interface Place {
  x: number;
  y: number;
  z: number;
}

/**
 * Opens the rear door that the eye stands behind, of the racks at hand (indices, -1 for none) that are `installed`, and closes every
 * other one. Site frame, metres; `ahead` is the way the eye looks.
 */
export function openDoor(
  { uDoor, uOpenRack }: Pick<SharedUniforms, 'uDoor' | 'uOpenRack'>,
  { racks, site }: Layout,
  atHand: Int32Array,
  eye: Place,
  ahead: Place,
  installed: (rackIndex: number) => boolean,
): void {
  uDoor.value.set(-1, 0);
  // One thing is looked into at a time.
  if (uOpenRack.value >= 0) return;
  for (const rackIndex of atHand) {
    if (rackIndex < 0) return;
    const { width, depth, height, rearDoor } = site.rackKinds[racks.kind[rackIndex]!]!;
    const facing = Math.cos(racks.heading[rackIndex]!) > 0 ? 1 : -1;
    const above = eye.y - racks.y[rackIndex]!;
    if (rearDoor <= LEAF || above < 0 || above > height + 0.3 || !installed(rackIndex)) continue;
    const behind = (racks.z[rackIndex]! - eye.z) * facing - depth / 2 - rearDoor;
    const faced = (ahead.z * facing) / (Math.hypot(ahead.x, ahead.z) || 1);
    const angle = doorAngle(behind, eye.x - racks.x[rackIndex]!, faced, width);
    if (angle <= uDoor.value.y) continue;
    uDoor.value.set(rackIndex, angle);
  }
}
