import { Color, type DataTexture } from 'three';
import type { RackKind } from '../../model/site.ts';
import { recordTexture } from '../records/records.ts';
import { MOST_KINDS } from '../rackRecords/rackRecords.ts';
import type { Palette } from '../shading/look.ts';
import { TUBE_TEXELS } from './parts.ts';
import { BOX_FINISH, BOXES_PER_RACK, OPEN_BOXES, openBoxes, rackBoxes } from './rackBoxes.ts';
import { frontTubes, OPEN_TUBES, openTubes, TUBES_PER_RACK } from './rackFronts.ts';

export const BOX_TEXELS = 2;
/** A colour that stands for the rack's own. */
export const OWN_COLOUR = -1;

const hexOf = (color: string) => new Color(color).getHex();

/** Things of every kind: those of a closed rack, then those of an open one; unused places stay empty. The caller owns the texture. */
function columnsOf<Thing>(
  kinds: readonly RackKind[],
  texels: number,
  most: readonly [closed: number, open: number],
  things: (kind: RackKind) => readonly [Thing[], Thing[]],
  write: (thing: Thing) => number[],
): DataTexture {
  const known = kinds.slice(0, MOST_KINDS);
  const { texture, data } = recordTexture(known.length * (most[0] + most[1]) * texels);
  known.forEach((kind, kindIndex) => {
    things(kind).forEach((those, isOpen) => {
      const first = kindIndex * (most[0] + most[1]) + (isOpen ? most[0] : 0);
      those.forEach((thing, at) => {
        data.set(write(thing), (first + at) * texels * 4);
      });
    });
  });
  return texture;
}

/** Tubes as columns: the four points, with radius; colour as one number; whether it is on the door; its couplings. */
export const rackTubeRecords = (kinds: readonly RackKind[], look: Palette): DataTexture =>
  columnsOf(
    kinds,
    TUBE_TEXELS,
    [TUBES_PER_RACK, OPEN_TUBES],
    (kind) => [frontTubes(kind, look), openTubes(kind, look)],
    ({ points: [a, b, c, d], radius, color, onDoor, coupling = 0 }) => [
      ...[...a, radius],
      ...[...b, hexOf(color)],
      ...[...c, onDoor ? 1 : 0],
      ...[...d, coupling],
    ],
  );

/** Boxes as columns: centre, and colour as one number; size, and its finish, plus 16 on the door. */
export const rackBoxRecords = (kinds: readonly RackKind[], look: Palette): DataTexture =>
  columnsOf(
    kinds,
    BOX_TEXELS,
    [BOXES_PER_RACK, OPEN_BOXES],
    (kind) => [rackBoxes(kind, look), openBoxes(kind, look)],
    ({ at, size, color, finish = 'plain', onDoor }) => [
      ...[...at, color ? hexOf(color) : OWN_COLOUR],
      ...[...size, BOX_FINISH[finish] + (onDoor ? 16 : 0)],
    ],
  );
