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
 * Blending of a painted floor: only where nothing has been painted yet (the stencil), and multiplied by the shadow in the frame's
 * alpha. With the topmost paint drawn first, no pixel of the ground is shaded twice.
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
 * The same for the ground, under which there is nothing: the light of lamps (see glowMaterial) is in the frame's colour, which is black
 * where there is none, and is multiplied by the paint's brightness, its alpha.
 */
export const PAINTED_GROUND = { ...PAINTED, blendDst: SrcAlphaFactor } as const;

/** GLSL: how much of a hall's light its floor shows. From outside the machines come before what they stand on. */
export const FLOOR_SHARE = 'mix(0.42, 1.0, uInside)';
