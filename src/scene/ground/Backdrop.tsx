import {
  BufferAttribute,
  BufferGeometry,
  CustomBlending,
  LessEqualDepth,
  OneFactor,
  ShaderMaterial,
  ZeroFactor,
} from 'three';
import { LAYER } from '../context/layers.ts';
import { useOwned, useScene } from '../context/SceneContext.ts';
import { OUTPUT, PLACEMENT, SHARED } from '../shading/chunks.ts';

/** One triangle over the whole picture, at the far end of the depth. */
function screen(): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([-1, -1, 1, 3, -1, 1, -1, 3, 1]), 3),
  );
  return geometry;
}

const SKY_VERTEX = /* glsl */ `
${SHARED}${PLACEMENT}
varying vec3 vRay;
void main() {
  // No sky is seen from within a hall.
  if (uInside == 1.0) { cull(); return; }
  gl_Position = vec4(position.xy, 1.0, 1.0);
  vec4 far = inverse(projectionMatrix) * vec4(position.xy, 1.0, 1.0);
  vRay = (inverse(viewMatrix) * vec4(far.xyz / far.w, 0.0)).xyz;
}
`;

const SKY_FRAGMENT = /* glsl */ `
${SHARED}
varying vec3 vRay;
void main() {
  vec3 ray = normalize(vRay);
  float up = max(ray.y, 0.0);
  vec3 color = mix(uHorizon, uZenith, 1.0 - exp(-up * 3.2));
  color += uSunLight * 0.08 * pow(max(dot(ray, uSun), 0.0), 24.0);
  gl_FragColor = vec4(color, 1.0);
  ${OUTPUT}
}
`;

const SOLID_VERTEX = /* glsl */ `
void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }
`;

const SOLID_FRAGMENT = /* glsl */ `
void main() { gl_FragColor = vec4(1.0); }
`;

/** The sky behind everything, and the last pass that makes the frame's alpha whole after it carried the shadow. */
export function Backdrop() {
  const { shared } = useScene();
  const geometry = useOwned(screen, []);
  const sky = useOwned(
    () =>
      new ShaderMaterial({
        name: 'sky',
        vertexShader: SKY_VERTEX,
        fragmentShader: SKY_FRAGMENT,
        uniforms: { ...shared },
        depthWrite: false,
        depthFunc: LessEqualDepth,
      }),
    [shared],
  );
  const solid = useOwned(
    () =>
      new ShaderMaterial({
        name: 'solid',
        vertexShader: SOLID_VERTEX,
        fragmentShader: SOLID_FRAGMENT,
        depthTest: false,
        depthWrite: false,
        blending: CustomBlending,
        blendSrc: ZeroFactor,
        blendDst: OneFactor,
        blendSrcAlpha: OneFactor,
        blendDstAlpha: ZeroFactor,
      }),
    [],
  );
  return (
    <>
      <mesh geometry={geometry} material={sky} renderOrder={LAYER.sky} frustumCulled={false} />
      <mesh geometry={geometry} material={solid} renderOrder={LAYER.solid} frustumCulled={false} />
    </>
  );
}
