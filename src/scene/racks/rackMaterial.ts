import type { DataTexture, ShaderMaterial, Texture } from 'three';
import { FACEPLATE, FRONT_RECESS } from '../../layout/serverPlan.ts';
import { MOUNTING } from '../../model/figure.ts';
import RECORDS from '../records/records.glsl';
import { shadowMaterial } from '../ground/shadowMaterial.ts';
import type { Vantage } from '../shading/culling.ts';
import { PALETTE } from '../shading/look.ts';
import { definesOf, material } from '../shading/material.ts';
import { colour, type SharedUniforms } from '../shading/shared.ts';
import VARYINGS from './faces.varyings.glsl';
import { FRESH_DAYS } from '../rackRecords/runs.ts';
import { KIND_RECORD, type KindRecords, ROLE, SLOTS_RECORD } from '../rackRecords/kindRecords.ts';
import { LABEL } from './nameLabel.ts';
import FRAGMENT from './rack.frag.glsl';
import RACK from '../rackRecords/rack.glsl';
import VERTEX from './rack.vert.glsl';
import REACH from '../rackRecords/nearReach.glsl';
import { REACH_DEFINES } from '../rackRecords/nearReach.ts';
import DOOR from '../rackRecords/rearDoor.glsl';
import { LEAF, RECESS } from '../rackRecords/rearDoor.ts';
import FACES from './rackFaces.glsl';
import { type DrawnRacks, RACK_RECORD } from '../rackRecords/rackRecords.ts';
import SHADOW_VERTEX from './rackShadow.vert.glsl';

/** Number of boxes of a rack with an open server. */
const OPEN_PARTS = 6;
/** Number of the box of an open rear door's leaf, after those. */
const DOOR_LEAF = OPEN_PARTS + 1;
/** Number of boxes besides those of the racks. */
export const MORE_PARTS = DOOR_LEAF;

/** Density of the plan's hatch: strokes per half the picture's height. */
const HATCH = '36.0';

/** What the racks of a site are drawn from. */
interface RackSources {
  racks: DataTexture;
  kinds: KindRecords;
  drawn: DrawnRacks;
  /** The machine's name, see LABEL; undefined for racks without it. */
  label?: Texture | undefined;
}

/** Material of all racks, with their insides drawn on their faces; in a plan, with outlines and hatches. */
export function rackMaterial(
  shared: SharedUniforms,
  { racks, kinds, drawn, label }: RackSources,
  vantage: Vantage,
  isPlan: boolean,
): ShaderMaterial {
  const color = (hex: string) => ({ value: colour(hex) });
  return material(shared, {
    name: `racks from ${vantage}${isPlan ? ', plan' : ''}`,
    records: [
      [RACK_RECORD, racks],
      [KIND_RECORD, kinds.kinds],
      [SLOTS_RECORD, kinds.slots],
    ],
    vertex: [RACK, DOOR, REACH, VARYINGS, VERTEX],
    fragment: [RECORDS, SLOTS_RECORD.glsl, VARYINGS, FACES, FRAGMENT],
    uniforms: {
      uPointed: { value: -1 },
      ...drawn,
      uFirst: { value: 0 },
      uAround: { value: new Int32Array(2) },
      uArrived: color(PALETTE.arrived),
      uCold: color(PALETTE.coldHose),
      uWarm: color(PALETTE.warmHose),
      ...(label && { uLabel: { value: label } }),
    },
    defines: {
      ...definesOf('ROLE', ROLE),
      ...(label && definesOf('LABEL', LABEL)),
      ...REACH_DEFINES,
      DOOR_LEAF,
      DOOR_RECESS: RECESS,
      DOOR_THICKNESS: LEAF,
      HATCH,
      FRESH_DAYS: FRESH_DAYS.toFixed(1),
      FACEPLATE,
      FRONT_RECESS,
      // Distances from the middle, shares of the width between the posts: to the screw holes, the ears' edges, the posts' outer sides.
      FACE_HOLES: MOUNTING.holes / MOUNTING.opening / 2,
      FACE_EARS: MOUNTING.face / MOUNTING.opening / 2,
      FACE_POST: MOUNTING.face / MOUNTING.opening / 2 + 0.03,
      SEVERAL_RUNS: kinds.hasSeveralRuns || undefined,
    },
    vantage,
    isPlan,
  });
}

/** Shadows of racks on the floor they stand on. */
export const rackShadowMaterial = (
  shared: SharedUniforms,
  { racks, kinds, drawn }: RackSources,
  vantage: Vantage,
): ShaderMaterial =>
  shadowMaterial(shared, {
    name: `shadows of racks from ${vantage}`,
    records: [
      [RACK_RECORD, racks],
      [KIND_RECORD, kinds.kinds],
    ],
    vertex: [RACK, SHADOW_VERTEX],
    uniforms: { ...drawn },
    vantage,
  });
