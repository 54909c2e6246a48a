import { BufferAttribute, CylinderGeometry, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';
import { colour } from '../shading/shared.ts';

/** A round bar from one point to another: a pipe, a stack, a wheel. Site frame, metres. */
export interface Rod {
  from: readonly [number, number, number];
  to: readonly [number, number, number];
  radius: number;
  color: string;
  /** Days between which it stands. */
  days?: readonly [number, number];
}

const SIDES = 8;

/** Gathers rods for one instanced draw. */
export class RodList {
  readonly rods: Rod[] = [];

  add(rod: Rod): this {
    this.rods.push(rod);
    return this;
  }

  /** A unit cylinder along y from 0 to 1, instanced; the caller owns it. */
  geometry(): InstancedBufferGeometry {
    const unit = new CylinderGeometry(1, 1, 1, SIDES, 1).translate(0, 0.5, 0);
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute('position', unit.getAttribute('position') as BufferAttribute);
    geometry.setAttribute('normal', unit.getAttribute('normal') as BufferAttribute);
    geometry.setIndex(unit.index);
    const { rods } = this;
    const start = new Float32Array(rods.length * 4);
    const reach = new Float32Array(rods.length * 3);
    const tint = new Float32Array(rods.length * 3);
    const days = new Float32Array(rods.length * 2);
    rods.forEach((rod, rodIndex) => {
      start.set([...rod.from, rod.radius], rodIndex * 4);
      reach.set(
        rod.to.map((end, axis) => end - (rod.from[axis] ?? 0)),
        rodIndex * 3,
      );
      colour(rod.color).toArray(tint, rodIndex * 3);
      days.set(rod.days ?? [-1e4, 1e6], rodIndex * 2);
    });
    geometry.setAttribute('aStart', new InstancedBufferAttribute(start, 4));
    geometry.setAttribute('aReach', new InstancedBufferAttribute(reach, 3));
    geometry.setAttribute('aTint', new InstancedBufferAttribute(tint, 3));
    geometry.setAttribute('aDays', new InstancedBufferAttribute(days, 2));
    geometry.instanceCount = rods.length;
    return geometry;
  }
}
