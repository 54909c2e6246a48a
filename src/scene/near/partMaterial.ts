import type { DataTexture, ShaderMaterial, Texture, Vector3, Vector4 } from 'three';
import { definesOf, material } from '../shading/material.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import BARS from './bars.glsl';
import FRAGMENT from './part.frag.glsl';
import VERTEX from './part.vert.glsl';
import { PART_FINISH, MOVES, PART_RECORD } from './parts.ts';
import PATTERN from './pattern.glsl';
import SERVER_FRAME from './serverFrame.glsl';
import { FIGURES_FROM, RULE } from './rule.ts';

/**
 * Which finishes a draw knows. A software renderer pays for every one that is in the shader, wherever it is used, so parts are drawn
 * in three turns.
 */
export const TURNS = {
  bare: ['plain', 'metal', 'fins', 'lamp'],
  boards: ['circuit', 'studs', 'holes'],
  fine: ['die', 'rule'],
} as const;
export type Turn = keyof typeof TURNS;

/** Uniforms of one open server, shared by its boxes and its tubes. */
export interface NearUniforms {
  /** The middle of its front's lower edge, closed, and 1 or -1 for a front to the south or north; site frame, metres. */
  uServer: { value: Vector4 };
  /** Which of its GPUs is looked at, 1-based. */
  uSubject: { value: number };
  /** Of its plate: height and z of the hinge in the server's frame, and how far it is open; metres, radians. */
  uHinge: { value: Vector3 };
  /** 0 installed, 1 energized, 2 in service. */
  uState: { value: number };
}

/** Boxes of an open server. A drawing in ink is a variant of its own: light is not paid for on paper. */
export const partMaterial = (
  shared: SharedUniforms,
  near: NearUniforms,
  parts: DataTexture,
  turn: Turn,
  isPlan: boolean,
  figures: Texture,
): ShaderMaterial =>
  material(shared, {
    name: `parts ${turn}`,
    vertex: [PART_RECORD.glsl, SERVER_FRAME, PATTERN, VERTEX],
    fragment: [BARS, PATTERN, FRAGMENT],
    uniforms: { ...near, uParts: { value: parts }, uFigures: { value: figures } },
    defines: {
      ...definesOf('FINISH', PART_FINISH),
      ...definesOf('MOVES', MOVES),
      RULE_FIGURES_FROM: FIGURES_FROM,
      RULE_LENGTH: RULE.length,
      [turn.toUpperCase()]: true,
      REFLECTIVE: (!isPlan && turn !== 'boards') || undefined,
    },
    isPlan,
  });
