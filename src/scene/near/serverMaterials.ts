import { type DataTexture, type Texture, Vector2, Vector3, Vector4 } from 'three';
import { bentTube } from '../records/itemGeometry.ts';
import { definesOf, material } from '../shading/material.ts';
import LIGHT from '../shading/nearLight.glsl';
import type { SharedUniforms } from '../shading/shared.ts';
import BARS from './bars.glsl';
import BENT_TUBE from './bentTube.glsl';
import PART_FRAGMENT from './part.frag.glsl';
import PART_VERTEX from './part.vert.glsl';
import { PART_FINISH, MOVES, PART_RECORD, TUBE_RECORD } from './parts.ts';
import PATTERN from './pattern.glsl';
import SERVER_FRAME from './serverFrame.glsl';
import { FIGURES_FROM, RULE } from './rule.ts';
import TUBE_FRAGMENT from './tube.frag.glsl';
import TUBE_VERTEX from './tube.vert.glsl';

/** Finishes that each draw knows. A software renderer pays for every finish in a shader, so parts are drawn in three turns. */
export const TURNS = {
  bare: ['plain', 'metal', 'fins', 'lamp', 'light'],
  boards: ['circuit', 'studs', 'holes'],
  fine: ['die', 'mirror', 'rule'],
} as const;
export type Turn = keyof typeof TURNS;

/** Corners around a tube, and pieces along it. */
const [SIDES, PIECES] = [9, 18];
export const TUBE = bentTube(SIDES, PIECES);

/** Uniforms of one open server, shared by its boxes and its tubes. */
export const createServerUniforms = () => ({
  /** The middle of its front's lower edge, closed, and 1 or -1 for a front to the south or north; site frame, metres. */
  uServer: { value: new Vector4() },
  /** The GPU that the stations are about, 1-based. */
  uSubject: { value: 0 },
  /** Of its plate: height and z of the hinge in the server's frame, and how far it is open; metres, radians. */
  uHinge: { value: new Vector3() },
  /** How a blade is turned, see rollOf, and the height of the axis that it turns about; radians, metres. */
  uRoll: { value: new Vector2() },
  /** Of that plate: x of its middle, width and length of its copper; metres. */
  uPlate: { value: new Vector3() },
  /** Width and depth of the server, metres; see openness.ts. */
  uExtent: { value: new Vector2(1, 1) },
  /** 0 installed, 1 energized, 2 in service. */
  uState: { value: 0 },
});
type ServerUniforms = ReturnType<typeof createServerUniforms>;

/** Textures of parts: see `ruleFigures`, and `opennessTexture`. */
export interface PartTextures {
  figures: Texture;
  openness: Texture;
}

/** Boxes of an open server. */
export const partMaterial = (
  shared: SharedUniforms,
  uniforms: ServerUniforms,
  parts: DataTexture,
  turn: Turn,
  isPlan: boolean,
  { figures, openness }: PartTextures,
) =>
  material(shared, {
    name: `parts ${turn}`,
    records: [[PART_RECORD, parts]],
    vertex: [SERVER_FRAME, PATTERN, PART_VERTEX],
    fragment: [LIGHT, BARS, PATTERN, PART_FRAGMENT],
    uniforms: { ...uniforms, uFigures: { value: figures }, uOpenness: { value: openness } },
    defines: {
      ...definesOf('FINISH', PART_FINISH),
      ...definesOf('MOVES', MOVES),
      RULE_FIGURES_FROM: FIGURES_FROM,
      RULE_LENGTH: RULE.length,
      [turn.toUpperCase()]: true,
      REFLECTIVE: !isPlan || undefined,
    },
    isPlan,
  });

/** Hoses and cables of an open server. */
export const tubeMaterial = (
  shared: SharedUniforms,
  uniforms: ServerUniforms,
  tubes: DataTexture,
  isPlan: boolean,
) =>
  material(shared, {
    name: 'tubes',
    records: [[TUBE_RECORD, tubes]],
    vertex: [SERVER_FRAME, BENT_TUBE, TUBE_VERTEX],
    fragment: [LIGHT, TUBE_FRAGMENT],
    uniforms,
    defines: { SIDES, PIECES, REFLECTIVE: !isPlan || undefined },
    isPlan,
  });
