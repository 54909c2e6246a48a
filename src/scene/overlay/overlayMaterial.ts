import { type DataTexture, Material, ShaderMaterial, Vector2, Vector4 } from 'three';
import { type Fill, PERIOD } from '../../inventory/overlay/fills.ts';
import { colour } from '../shading/shared.ts';
import SURFACE from '../shading/surface.glsl';
import OVERLAY from './overlay.glsl';

/** Most classes of an overlay. */
const MOST = 8;

export type OverlayUniforms = ReturnType<typeof overlayUniforms>;

/** The colours and patterns of an overlay's classes as uniforms, shared by all its materials. */
export function overlayUniforms(fills: readonly Fill[]) {
  const all = Array.from({ length: MOST }, (_, at) => fills[at] ?? fills[0]!);
  return {
    uOverlayGround: { value: all.map(({ ground }) => colour(ground)) },
    uOverlayInk: { value: all.map(({ ink }) => colour(ink)) },
    uOverlayAcross: {
      value: all.map(({ across: [[ax, ay] = [0, 0], [bx, by] = [0, 0]] }) => new Vector4(ax, ay, bx, by)),
    },
    uOverlayLine: { value: all.map(({ half, isDotted }) => new Vector2(half, isDotted ? 1 : 0)) },
    uOverlayPixels: { value: 1 },
  };
}

/** A record's function of records.glsl in a vertex shader: all of it, the struct's name, and its body. */
const READ = (name: string) => new RegExp(`\\b${name} read${name}\\(int i\\)\\{[^}]*\\}`);

/** How a material draws its things. */
export interface Drawing {
  /** How the vertex shader knows which thing a corner belongs to: by the record that it has read last, or by the corner's own number; else all are one. */
  item?: { record: string } | 'corner';
  /** In a plan it is drawn black on white, without any lighting. */
  isInk?: boolean;
}

function vertexShader(base: string, item: Drawing['item']): string {
  let reading = base;
  if (typeof item === 'object') {
    const { record } = item;
    reading = base.replace(
      READ(record),
      (read) => `${read}
${record} overlayRead(int i) { overlayItem = i; return read${record}(i); }
#define read${record} overlayRead`,
    );
    if (reading === base) throw new Error(`The vertex shader reads no ${record}.`);
  }
  return `int overlayItem = 0;
#define main overlayMain
${reading}
#undef main
uniform highp sampler2D uOverlayClasses;
flat varying float vOverlay;
void main() {
  overlayMain();
  ${item === 'corner' ? 'overlayItem = gl_VertexID;' : ''}
  vOverlay = texelAt(uOverlayClasses, overlayItem >> 2)[overlayItem & 3];
}`;
}

/** Drawings that are black and white without any lighting get their colour afterwards. */
const TINTED = `#undef main
void main() {
  overlayMain();
  gl_FragColor.rgb *= encoded(overlayColor());
}`;

/**
 * A material that draws what `base` draws in the colours of its classes, which `classes` holds, four in a texel. It follows the base's
 * uniforms; the caller owns it.
 */
export function overlayMaterial(
  base: ShaderMaterial,
  { item, isInk = false }: Drawing,
  classes: DataTexture,
  uniforms: OverlayUniforms,
): ShaderMaterial {
  const fragment = base.fragmentShader.replace(SURFACE, `${SURFACE}\n${OVERLAY}`);
  const isTinted = isInk && base.defines.PLAN !== undefined;
  const made = new ShaderMaterial();
  // Without the uniforms, which would be cloned with their textures.
  Material.prototype.copy.call(made, base);
  return Object.assign(made, {
    name: `${base.name}, painted`,
    vertexShader: vertexShader(base.vertexShader, item),
    fragmentShader: isTinted ? `#define main overlayMain\n${fragment}\n${TINTED}` : fragment,
    defines: { ...base.defines, OVERLAY_CLASSES: MOST, OVERLAY_PERIOD: PERIOD.toFixed(1) },
    uniforms: Object.assign(Object.create(base.uniforms) as ShaderMaterial['uniforms'], uniforms, {
      uOverlayClasses: { value: classes },
    }),
  });
}
