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
 * Blending of a painted floor: only where nothing has been painted yet (stencil), multiplied by the shadow in the frame's alpha.
 * Because the topmost shape is drawn first, no pixel is shaded twice.
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
 * The same for the ground: the frame's colour holds the light of lamps (see glowMaterial), black if there is none, which is
 * multiplied by the paint's brightness in its alpha and added.
 */
export const PAINTED_GROUND = { ...PAINTED, blendDst: SrcAlphaFactor } as const;

/** GLSL: share of a hall's light that its floor shows; less from outside, so that machines stand out. */
export const FLOOR_SHARE = 'mix(0.42, 1.0, uInside)';
