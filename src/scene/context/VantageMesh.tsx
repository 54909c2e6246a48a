import { type ThreeElements, useFrame } from '@react-three/fiber';
import { useRef } from 'react';
import type { Mesh, ShaderMaterial } from 'three';
import { together, useScene } from './SceneContext.ts';
import { type Vantage, VANTAGES } from '../shading/culling.ts';
import type { FrameState } from '../frameState/frameState.ts';

/** A material for when the eye is inside a hall and one for outside; they share their uniforms. The caller owns them. */
type PerVantage = Readonly<Record<Vantage, ShaderMaterial>> & { dispose(): void };

/** Makes both materials; `make` must give both the same uniforms. */
export function perVantage(make: (vantage: Vantage) => ShaderMaterial): PerVantage {
  const [outside, inside] = VANTAGES.map(make) as [ShaderMaterial, ShaderMaterial];
  inside.uniforms = Object.assign(outside.uniforms, { ...inside.uniforms, ...outside.uniforms });
  return together({ outside, inside });
}

/** The vantage of a frame; `inside` also while a server or rear door is open, which only that material can draw. */
export const vantageOf = ({ inside, open, door }: FrameState): Vantage =>
  inside === 1 || open || door ? 'inside' : 'outside';

/** A mesh that is drawn with the material for the frame's vantage, as `at` chooses it. */
export function VantageMesh({
  materials,
  at = vantageOf,
  ...mesh
}: Omit<ThreeElements['mesh'], 'material'> & { materials: PerVantage; at?: typeof vantageOf }) {
  const { frame } = useScene();
  const drawn = useRef<Mesh>(null);
  useFrame(() => {
    if (drawn.current) drawn.current.material = materials[at(frame.current)];
  });
  return <mesh ref={drawn} material={materials.outside} frustumCulled={false} {...mesh} />;
}
