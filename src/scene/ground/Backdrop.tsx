import { CustomBlending, FrontSide, LessEqualDepth, OneFactor, ShaderMaterial, ZeroFactor } from 'three';
import { Drawn } from '../context/Drawn.tsx';
import { indexed } from '../records/itemGeometry.ts';
import { LAYER } from '../context/layers.ts';
import { useOwned, useScene } from '../context/SceneContext.ts';
import { material } from '../shading/material.ts';
import SKY_FRAGMENT from './sky.frag.glsl';
import SKY_VERTEX from './sky.vert.glsl';

/** One triangle over the whole picture, at the far plane. */
const fullScreenTriangle = () => indexed([0, 1, 2], { position: [3, [-1, -1, 1, 3, -1, 1, -1, 3, 1]] });

/** Covers the picture and writes alpha only. */
const SOLID = {
  vertexShader: 'void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }',
  fragmentShader: 'void main() { gl_FragColor = vec4(1.0); }',
};

/** The sky, and the last pass, which sets the frame's alpha to 1 after it has held shadows. */
export function Backdrop() {
  const { shared } = useScene();
  const geometry = useOwned(fullScreenTriangle, []);
  const sky = useOwned(
    () =>
      material(shared, {
        name: 'sky',
        vertex: [SKY_VERTEX],
        fragment: [SKY_FRAGMENT],
        side: FrontSide,
        depthWrite: false,
        depthFunc: LessEqualDepth,
      }),
    [shared],
  );
  const solid = useOwned(
    () =>
      new ShaderMaterial({
        name: 'solid',
        ...SOLID,
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
      <Drawn geometry={geometry} material={sky} renderOrder={LAYER.sky} />
      <Drawn geometry={geometry} material={solid} renderOrder={LAYER.solid} />
    </>
  );
}
