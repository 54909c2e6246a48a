import type { DataTexture } from 'three';
import type { RackKind } from '../../model/site.ts';
import {
  type Fields,
  type RecordSchema,
  recordSchema,
  recordTexture,
  tintNumber,
  type Values,
} from '../records/recordSchema.ts';
import { PALETTE } from '../shading/look.ts';
import { RACK_BOX_FINISH, BOXES_PER_RACK, OPEN_BOXES, openBoxes, rackBoxes } from './rackBoxes.ts';
import { frontTubes, OPEN_TUBES, openTubes, TUBES_PER_RACK } from './rackFronts.ts';

/** A tube of a near rack, see RackTube; metres, frame of the rack. */
export const RACK_TUBE_RECORD = recordSchema('RackTube', {
  a: 'vec3',
  radius: 'float',
  b: 'vec3',
  tint: 'tint',
  c: 'vec3',
  /** 1 on the door, and the number of its slot, 0 for none. */
  part: 'codes',
  d: 'vec3',
  coupling: 'float',
});

/** A box of a near rack, see RackBox; metres, frame of the rack. */
export const RACK_BOX_RECORD = recordSchema('RackBox', {
  centre: 'vec3',
  tint: 'tint',
  size: 'vec3',
  /** Its finish, and 1 on the door. */
  show: 'codes',
  /** 1 where it has its rack's own colour, and the number of its slot, 0 for none. */
  part: 'codes',
});

/** Parts of every kind of rack: first of a closed one, then behind an open door; unused records stay 0. The caller owns the texture. */
function recordsOf<Thing, F extends Fields>(
  kinds: readonly RackKind[],
  schema: RecordSchema<F>,
  [closed, open]: readonly [closed: number, open: number],
  things: (kind: RackKind) => readonly [Thing[], Thing[]],
  valuesOf: (thing: Thing) => Values<F>,
): DataTexture {
  const { texture, data } = recordTexture(kinds.length * (closed + open) * schema.texels);
  kinds.forEach((kind, kindIndex) => {
    things(kind).forEach((those, isOpen) => {
      const first = kindIndex * (closed + open) + (isOpen ? closed : 0);
      those.forEach((thing, at) => schema.write(data, first + at, valuesOf(thing)));
    });
  });
  return texture;
}

/** Tubes of near racks, by kind; the caller owns the texture. */
export const rackTubeRecords = (kinds: readonly RackKind[]): DataTexture =>
  recordsOf(
    kinds,
    RACK_TUBE_RECORD,
    [TUBES_PER_RACK, OPEN_TUBES],
    (kind) => [frontTubes(kind), openTubes(kind)],
    ({ points: [a, b, c, d], radius, color, onDoor, slot = 0, coupling = 0 }) => ({
      ...{ a, b, c, d, radius, coupling },
      tint: tintNumber(PALETTE[color]),
      part: [onDoor ? 1 : 0, slot],
    }),
  );

/** Boxes of near racks, by kind; the caller owns the texture. */
export const rackBoxRecords = (kinds: readonly RackKind[]): DataTexture =>
  recordsOf(
    kinds,
    RACK_BOX_RECORD,
    [BOXES_PER_RACK, OPEN_BOXES],
    (kind) => [rackBoxes(kind), openBoxes(kind)],
    ({ at, size, color, finish = 'plain', onDoor, slot = 0 }) => ({
      centre: at,
      tint: color ? tintNumber(PALETTE[color]) : 0,
      size,
      show: [RACK_BOX_FINISH[finish], onDoor ? 1 : 0],
      part: [color ? 0 : 1, slot],
    }),
  );
