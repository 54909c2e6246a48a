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
 * Blending of painted ground and floors: only where nothing has been painted yet (stencil), multiplied by the shadow in the frame's
 * alpha. The frame's colour holds the light that is left in shade and that of lamps (see shadowMaterial and glowMaterial), black if
 * there is none, which is multiplied by the paint's brightness in its alpha and added. Because the topmost shape is drawn first, no
 * pixel is shaded twice.
 */
export const PAINTED = {
  stencilWrite: true,
  stencilRef: 0,
  stencilFunc: EqualStencilFunc,
  stencilZPass: IncrementStencilOp,
  blending: CustomBlending,
  blendSrc: DstAlphaFactor,
  blendDst: SrcAlphaFactor,
  blendSrcAlpha: ZeroFactor,
  blendDstAlpha: OneFactor,
} as const;

/** GLSL: share of a hall's light that its floor shows; less from outside, so that machines stand out. */
export const FLOOR_SHARE = 'mix(0.42, 1.0, uInside)';
