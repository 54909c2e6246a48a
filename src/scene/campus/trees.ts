import type { DataTexture } from 'three';
import type { LampAt } from '../../inventory/land/nearestLamp.ts';
import type { Tree } from '../../inventory/things/shapes.ts';
import { lampRecord, UNLIT } from '../boxes/boxes.ts';
import OUTDOOR_LAMP from '../ground/outdoorLamp.glsl';
import { recordSchema } from '../records/recordSchema.ts';
import { PALETTE } from '../shading/look.ts';
import { material } from '../shading/material.ts';
import { colour, type SharedUniforms } from '../shading/shared.ts';
import CROWN from './crown.glsl';
import FRAGMENT from './tree.frag.glsl';
import VERTEX from './tree.vert.glsl';

/** Metres, site frame; the lamp outside that lights it, see outdoorLamp.glsl. */
const TREE_RECORD = recordSchema('Tree', { foot: 'vec3', height: 'float', lamp: 'vec4' });

/** Trees as records; the caller owns the texture. */
export const treeRecords = (trees: readonly Tree[], lampAt: LampAt = UNLIT): DataTexture =>
  TREE_RECORD.texture(trees, ({ x, z, height }) => ({
    foot: [x, 0, z],
    height,
    lamp: lampRecord(lampAt, { x, z }),
  }));

/** Lobes of a crown; see crown.glsl. */
const LOBES = 7;

/** Material of trees. */
export const treeMaterial = (shared: SharedUniforms, trees: DataTexture, isPlan: boolean) =>
  material(shared, {
    name: 'trees',
    records: [[TREE_RECORD, trees]],
    vertex: [OUTDOOR_LAMP, CROWN, VERTEX],
    fragment: [FRAGMENT],
    uniforms: { uColor: { value: colour(PALETTE.tree) } },
    defines: { LOBES },
    isPlan,
  });
