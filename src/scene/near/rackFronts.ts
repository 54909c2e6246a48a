import type { DataTexture } from 'three';
import { RACK_UNIT } from '../../model/figure.ts';
import type { RackKind } from '../../model/site.ts';
import { columnsTexture } from '../columns/columns.ts';
import { MOST_KINDS } from '../racks/rackColumns.ts';
import type { Palette } from '../shading/look.ts';
import { Color } from 'three';
import { type Point, type Tube, TUBE_TEXELS } from './parts.ts';

/** Most tubes that one rack shows; the shader gives every near rack as many. */
export const TUBES_PER_RACK = 56;

/** Where a server's hoses hang, metres from the middle: those of the face's shader. */
const COLD = 0.1;
const WARM = 0.19;

/**
 * What stands out of a rack's front and rear at arm's length: hoses from the manifolds to the servers, handles, cables of switches,
 * and at the rear the door's handle and its hoses. Rack frame: x to the right of who stands before the front, y up from the
 * floor, z towards the viewer, 0 at the front. All of it is assumed.
 */
export function frontTubes(kind: RackKind, look: Palette): Tube[] {
  const tubes: Tube[] = [];
  const { width, depth, height, rearDoor, base, serverSlots } = kind;
  const handle = (x: number, from: number, to: number, out: number, radius: number, color: string): Tube => ({
    points: [
      [x, from, 0],
      [x, from, out * 1.35],
      [x, to, out * 1.35],
      [x, to, 0],
    ],
    radius,
    color,
  });
  const [first, second] = serverSlots;
  const pitch = ((second?.startU ?? 0) - (first?.startU ?? 0)) * RACK_UNIT;
  for (const { startU, heightU } of serverSlots) {
    const foot = base + (startU - 1) * RACK_UNIT;
    const top = foot + heightU * RACK_UNIT;
    if (kind.role === 'compute' && kind.servers > 0 && heightU > 1) {
      const gap = Math.max(0, pitch - heightU * RACK_UNIT);
      for (const side of [-1, 1]) {
        tubes.push(handle(side * (width / 2 - 0.032), foot + 0.03, top - 0.03, 0.026, 0.0055, look.steel));
        if (gap > 0.02)
          for (const [x, color] of [
            [COLD, look.cold],
            [WARM, look.warm],
          ] as const)
            tubes.push(handle(side * x, foot - gap * 0.8, foot + 0.016, 0.026, 0.0078, color));
      }
    } else if (kind.role === 'network' || kind.role === 'core') {
      // Bundles of fibre that leave the ports for the sides of the rack.
      for (const side of [-1, 1]) {
        const y = (foot + top) / 2;
        const points: [Point, Point, Point, Point] = [
          [side * 0.07, y + 0.012, 0],
          [side * 0.12, y - 0.005, 0.085],
          [side * (width / 2 - 0.09), y + 0.01, 0.075],
          [side * (width / 2 - 0.045), y - 0.03, 0],
        ];
        tubes.push({ points, radius: 0.0048, color: look.bus });
      }
    }
  }
  const rear = -depth - rearDoor;
  if (rearDoor > 0) {
    const x = width / 2 - 0.07;
    tubes.push({
      points: [
        [x, height * 0.45, rear],
        [x, height * 0.45, rear - 0.06],
        [x, height * 0.55, rear - 0.06],
        [x, height * 0.55, rear],
      ],
      radius: 0.009,
      color: look.steel,
    });
    for (const [at, color] of [
      [0.05, look.cold],
      [0.12, look.warm],
    ] as const)
      tubes.push({
        points: [
          [at - width / 2, 0.42, rear],
          [at - width / 2, 0.4, rear - 0.11],
          [at - width / 2, 0.12, rear - 0.1],
          [at - width / 2, -0.02, rear - 0.04],
        ],
        radius: 0.02,
        color,
      });
  }
  return tubes.slice(0, TUBES_PER_RACK);
}

/** The tubes of every kind, {@link TUBES_PER_RACK} texels' worth each; unused ones have no radius. The caller owns it. */
export function frontColumns(kinds: readonly RackKind[], look: Palette): DataTexture {
  const { texture, data } = columnsTexture(Math.min(kinds.length, MOST_KINDS) * TUBES_PER_RACK * TUBE_TEXELS);
  const tint = new Color();
  kinds.slice(0, MOST_KINDS).forEach((kind, kindIndex) => {
    frontTubes(kind, look).forEach(({ points: [a, b, c, d], radius, color }, at) => {
      const hex = tint.set(color).getHex();
      data.set(
        [...a, radius, ...b, hex, ...c, 0, ...d, 0],
        (kindIndex * TUBES_PER_RACK + at) * TUBE_TEXELS * 4,
      );
    });
  });
  return texture;
}
