import { type DataTexture, type Texture, Vector2, Vector4 } from 'three';
import { VIEWS } from '../../../views/view.ts';
import { definesOf, material } from '../../shading/material.ts';
import type { SharedUniforms } from '../../shading/shared.ts';
import { FLAG, ZOOM_LEVEL } from './pieces.ts';
import FRAGMENT from './stroke.frag.glsl';
import VERTEX from './stroke.vert.glsl';
import { STROKE_RECORD } from './strokeRecords.ts';

/** Lines and letters of the plan, of one size on the screen at any scale. */
export const strokeMaterial = (shared: SharedUniforms, strokes: DataTexture, atlas: Texture) =>
  material(shared, {
    name: 'drawing',
    records: [[STROKE_RECORD, strokes]],
    vertex: [VERTEX],
    fragment: [FRAGMENT],
    uniforms: {
      uAtlas: { value: atlas },
      /** Of the frame, and of the atlas; pixels. */
      uSize: { value: new Vector2() },
      uAtlasSize: { value: new Vector2() },
      /** Pixels of an em on the screen and in the atlas, and metres that it covers. */
      uEm: { value: 1 },
      uDensity: { value: 1 },
      uScale: { value: 1 },
      /** What nothing lies over: left, lower, right and upper edge, pixels. */
      uFree: { value: new Vector4() },
      /** How far the server that the stations are about is out, 0 to 1; and the zoom level of the eye. */
      uOpened: { value: 0 },
      uZoomLevel: { value: 0 },
      /** Right end of the title, ems from the left edge. */
      uTitle: { value: 0 },
    },
    defines: {
      ...definesOf('FLAG', FLAG),
      ZOOM_LEVEL,
      // Halfway between the aisle and the rack.
      NEAR_LEVEL: (VIEWS.indexOf('rack') - 0.5).toFixed(1),
      // What the arrow and the note in the upper left corner take, ems.
      CORNER_WIDTH: '6.2',
      CORNER_HEIGHT: '7.6',
      // And the height of the title's line.
      TITLE_HEIGHT: '2.35',
    },
    transparent: true,
    depthTest: false,
    depthWrite: false,
  });
