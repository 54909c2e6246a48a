import type { PaintedThing } from '../../inventory/overlay/painting.ts';
import { together } from '../context/SceneContext.ts';
import { BOX, itemGeometry, type Shape } from '../records/itemGeometry.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import { type Part, partRecords } from './parts.ts';
import {
  type createServerUniforms,
  partMaterial,
  type PartTextures,
  TURNS,
  type Turn,
} from './serverMaterials.ts';

/** Geometry of some things, which tells overlays what they are. */
export function geometryOf(things: readonly PaintedThing[], shape: Shape) {
  const geometry = itemGeometry(things.length, shape);
  geometry.userData = { things };
  return geometry;
}

/** How parts are drawn. */
interface Drawing {
  shared: SharedUniforms;
  uniforms: ReturnType<typeof createServerUniforms>;
  isPlan: boolean;
  textures: PartTextures;
}

/** Boxes of an open server, one draw call for each kind of finish; `thingOf` says what a part is. The caller owns them. */
export const partDraws = (
  parts: readonly Part[],
  thingOf: (part: Part) => PaintedThing,
  { shared, uniforms, isPlan, textures }: Drawing,
) =>
  Object.entries(TURNS).map(([turn, finishes]) => {
    const own = parts.filter(({ finish = 'plain' }) => (finishes as readonly string[]).includes(finish));
    const records = partRecords(own);
    const material = partMaterial(shared, uniforms, records, turn as Turn, isPlan, textures);
    return together({ records, material, geometry: geometryOf(own.map(thingOf), BOX) });
  });
