import { type ThreeElements, useFrame } from '@react-three/fiber';
import { useRef } from 'react';
import type { Mesh, ShaderMaterial } from 'three';
import { useScene } from './SceneContext.ts';
import { type Place, PLACES } from './shading/hidden.ts';

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

/** A mesh that is drawn with the material for where the eye is. */
export function PlacedMesh({
  materials,
  ...mesh
}: Omit<ThreeElements['mesh'], 'material'> & { materials: Placed }) {
  const { shared } = useScene();
  const drawn = useRef<Mesh>(null);
  useFrame(() => {
    // What is open, or drawn out, only the one for an eye in a hall knows.
    const isInside = shared.uInside.value === 1 || shared.uOpenRack.value >= 0 || shared.uDoor.value.x >= 0;
    if (drawn.current) drawn.current.material = materials[isInside ? 'inside' : 'outside'];
  });
  return <mesh ref={drawn} material={materials.outside} frustumCulled={false} {...mesh} />;
}
