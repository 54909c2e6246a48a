import {
  CustomBlending,
  DstAlphaFactor,
  EqualStencilFunc,
  IncrementStencilOp,
  OneFactor,
  SrcAlphaFactor,
  ZeroFactor,
} from 'three';

/**
 * How a painted floor meets the frame: only where nothing has been painted yet, and multiplied by the shadow that waits in the
 * frame's alpha. With the topmost paint drawn first, no pixel of the ground is shaded twice.
 */
export const PAINTED = {
  stencilWrite: true,
  stencilRef: 0,
  stencilFunc: EqualStencilFunc,
  stencilZPass: IncrementStencilOp,
  blending: CustomBlending,
  blendSrc: DstAlphaFactor,
  blendDst: ZeroFactor,
  blendSrcAlpha: ZeroFactor,
  blendDstAlpha: OneFactor,
} as const;

/**
 * The same for the ground, under which there is nothing: what light lies there (see glowMaterial) waits in the frame's colour, black
 * without, and is multiplied by the paint's own brightness, its alpha.
 */
export const PAINTED_GROUND = { ...PAINTED, blendDst: SrcAlphaFactor } as const;

/** GLSL: how much of a hall's light its floor shows. From outside the machines come before what they stand on. */
export const FLOOR_SHARE = 'mix(0.42, 1.0, uInside)';
