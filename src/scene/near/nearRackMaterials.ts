import type { DataTexture, ShaderMaterial, Texture } from 'three';
import { KIND_RECORD, type KindRecords } from '../rackRecords/kindRecords.ts';
import REACH from '../rackRecords/nearReach.glsl';
import { MOST_NEAR, REACH_DEFINES } from '../rackRecords/nearReach.ts';
import RACK from '../rackRecords/rack.glsl';
import { RACK_RECORD, type RackTexture } from '../rackRecords/rackRecords.ts';
import DOOR from '../rackRecords/rearDoor.glsl';
import { bentTube } from '../records/itemGeometry.ts';
import { PALETTE } from '../shading/look.ts';
import LIGHT from '../shading/nearLight.glsl';
import { definesOf, material, type MaterialParts } from '../shading/material.ts';
import { colour, type SharedUniforms } from '../shading/shared.ts';
import BARS from './bars.glsl';
import BENT_TUBE from './bentTube.glsl';
import NEAR_RACK from './nearRack.glsl';
import { RACK_BOX_RECORD, RACK_TUBE_RECORD } from './nearRecords.ts';
import BOX_FRAGMENT from './rackBox.frag.glsl';
import BOX_VERTEX from './rackBox.vert.glsl';
import { RACK_BOX_FINISH, BOXES_PER_RACK, OPEN_BOXES } from './rackBoxes.ts';
import { LABEL_DEFINES } from './rackLabel.ts';
import { OPEN_TUBES, TUBES_PER_RACK } from './rackFronts.ts';
import TUBE_FRAGMENT from './rackTube.frag.glsl';
import TUBE_VERTEX from './rackTube.vert.glsl';

/** Corners around a tube of a near rack, and pieces along it. */
const [SIDES, PIECES] = [6, 10];
export const RACK_TUBE = bentTube(SIDES, PIECES);

/** What the parts of near racks are drawn from; `uNear` holds the indices of the near racks, -1 for none. */
interface NearRacks {
  racks: RackTexture;
  kinds: KindRecords;
  uNear: { value: Int32Array };
}

/** A material for parts of near racks: the first `open` ones are those of the rack whose door is open, then each rack has `closed`. */
function nearRackMaterial(
  shared: SharedUniforms,
  { racks, kinds, uNear }: NearRacks,
  [open, closed]: readonly [open: number, closed: number],
  { records = [], vertex, fragment, uniforms, defines, ...parts }: MaterialParts,
): ShaderMaterial {
  return material(shared, {
    ...parts,
    records: [[RACK_RECORD, racks.texture], [KIND_RECORD, kinds.kinds], ...records],
    vertex: [RACK, DOOR, REACH, NEAR_RACK, ...vertex],
    fragment: [LIGHT, ...fragment],
    uniforms: { uNear, ...uniforms },
    defines: {
      ...REACH_DEFINES,
      MOST_NEAR,
      OPEN_PARTS: open,
      CLOSED_PARTS: closed,
      REFLECTIVE: true,
      ...defines,
    },
  });
}

/** Pumps, displays, labels, doors' frames and what is behind an open one, of the racks nearest to the eye. */
export const rackBoxMaterial = (
  shared: SharedUniforms,
  racks: NearRacks,
  boxes: DataTexture,
  labels: { uLabels: { value: Int32Array }; uFigures: { value: Texture } },
) =>
  nearRackMaterial(shared, racks, [OPEN_BOXES, BOXES_PER_RACK], {
    name: 'boxes of near racks',
    records: [[RACK_BOX_RECORD, boxes]],
    vertex: [BOX_VERTEX],
    fragment: [BARS, BOX_FRAGMENT],
    uniforms: labels,
    defines: { ...definesOf('BOX', RACK_BOX_FINISH), ...LABEL_DEFINES },
  });

/** Hoses, cables and handles of the racks nearest to the eye. */
export const rackTubeMaterial = (shared: SharedUniforms, racks: NearRacks, tubes: DataTexture) =>
  nearRackMaterial(shared, racks, [OPEN_TUBES, TUBES_PER_RACK], {
    name: 'tubes of near racks',
    records: [[RACK_TUBE_RECORD, tubes]],
    vertex: [BENT_TUBE, TUBE_VERTEX],
    fragment: [TUBE_FRAGMENT],
    uniforms: { uSteel: { value: colour(PALETTE.plantDark) } },
    defines: { SIDES, PIECES },
  });
