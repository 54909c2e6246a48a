import type { DataTexture } from 'three';
import type { Tree } from '../../inventory/things/shapes.ts';
import { recordSchema } from '../records/recordSchema.ts';

/** Metres, site frame. */
export const TREE_RECORD = recordSchema('Tree', { foot: 'vec3', height: 'float' });

/** Trees as records; the caller owns the texture. */
export const treeRecords = (trees: readonly Tree[]): DataTexture =>
  TREE_RECORD.texture(trees, ({ x, z, height }) => ({ foot: [x, 0, z], height }));
