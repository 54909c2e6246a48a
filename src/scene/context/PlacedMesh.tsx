import { type ThreeElements, useFrame } from '@react-three/fiber';
import { useRef } from 'react';
import type { Mesh, ShaderMaterial } from 'three';
import { useScene } from './SceneContext.ts';
import { type Place, PLACES } from '../shading/culling.ts';
import type { SharedUniforms } from '../shading/shared.ts';

/** A material for an eye in a hall and one for an eye anywhere else; they share their uniforms. The caller owns them. */
export type Placed = Readonly<Record<Place, ShaderMaterial>> & { dispose(): void };

/** Makes both materials. `make` is given the same uniforms twice. */
export function placed(make: (place: Place) => ShaderMaterial): Placed {
  const [outside, inside] = PLACES.map(make) as [ShaderMaterial, ShaderMaterial];
  inside.uniforms = Object.assign(outside.uniforms, { ...inside.uniforms, ...outside.uniforms });
  return {
    outside,
    inside,
    dispose() {
      outside.dispose();
      inside.dispose();
    },
  };
}

/** Where the eye is. What is open, or drawn out, only a material for an eye in a hall knows. */
export const placeOf = ({ uInside, uOpenRack, uDoor }: SharedUniforms): Place =>
  uInside.value === 1 || uOpenRack.value >= 0 || uDoor.value.x >= 0 ? 'inside' : 'outside';

/** A mesh that is drawn with the material for where the eye is, or for what else `at` goes by. */
export function PlacedMesh({
  materials,
  at = placeOf,
  ...mesh
}: Omit<ThreeElements['mesh'], 'material'> & { materials: Placed; at?: typeof placeOf }) {
  const { shared } = useScene();
  const drawn = useRef<Mesh>(null);
  useFrame(() => {
    if (drawn.current) drawn.current.material = materials[at(shared)];
  });
  return <mesh ref={drawn} material={materials.outside} frustumCulled={false} {...mesh} />;
}
