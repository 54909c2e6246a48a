import { useMemo } from 'react';
import { InstancedBufferAttribute, InstancedBufferGeometry } from 'three';
import type { Layout } from '../../layout/layout.ts';
import { boxColumns } from '../boxes/BoxList.ts';
import { boxMaterial } from '../boxes/boxMaterial.ts';
import { floorQuad } from '../ground/floorQuad.ts';
import { paintMaterial } from '../ground/paintMaterial.ts';
import { boxShadeMaterial } from '../ground/shadeMaterial.ts';
import { LAYER } from '../layers.ts';
import { useOwned, useScene } from '../SceneContext.ts';
import { colour } from '../shading/shared.ts';
import { buildCampus } from './buildCampus.ts';
import type { Standing } from './Campus.ts';
import { personShape, treeShape } from './shapes.ts';
import { rodMaterial, standingMaterial } from './solidMaterials.ts';

function instanced(shape: InstancedBufferGeometry, standing: readonly Standing[], width: number) {
  const place = new Float32Array(standing.length * 4);
  const stature = new Float32Array(standing.length * 2);
  standing.forEach(({ x, y, z, height, heading }, at) => {
    place.set([x, y, z, heading], at * 4);
    stature.set([height, height * width], at * 2);
  });
  shape.setAttribute('aPlace', new InstancedBufferAttribute(place, 4));
  shape.setAttribute('aStature', new InstancedBufferAttribute(stature, 2));
  shape.instanceCount = standing.length;
  return shape;
}

/** Ground, floors, building, yard, trees and people: everything but the racks. */
export function CampusMeshes({ layout }: { layout: Layout }) {
  const { shared, look } = useScene();
  const campus = useMemo(() => buildCampus(layout, look), [layout, look]);
  const ground = useOwned(() => campus.ground.geometry(), [campus]);
  const floors = useOwned(() => campus.floors.geometry(), [campus]);
  const boxes = useOwned(() => campus.boxes.geometry(), [campus]);
  const rods = useOwned(() => campus.rods.geometry(), [campus]);
  const shades = useOwned(() => {
    const geometry = floorQuad();
    const { place, size, days } = boxColumns(campus.casters);
    const cut = Uint8Array.from(campus.casters, ({ finish }) => (finish === 'cut' || finish === 'facade' ? 1 : 0));
    geometry.setAttribute('aPlace', new InstancedBufferAttribute(place, 4));
    geometry.setAttribute('aSize', new InstancedBufferAttribute(size, 3));
    geometry.setAttribute('aDays', new InstancedBufferAttribute(days, 2));
    geometry.setAttribute('aCut', new InstancedBufferAttribute(cut, 1));
    geometry.instanceCount = campus.casters.length;
    return geometry;
  }, [campus]);
  const trees = useOwned(() => instanced(treeShape(), campus.trees, 0.5), [campus]);
  const people = useOwned(() => instanced(personShape(), campus.people, 1), [campus]);

  const line = useMemo(() => ({ value: colour(look.floorLine) }), [look]);
  const materials = useOwned(() => {
    const made = {
      shade: boxShadeMaterial(shared),
      paint: paintMaterial(shared, line),
      boxes: boxMaterial(shared),
      rods: rodMaterial(shared),
      trees: standingMaterial(shared, look.tree),
      people: standingMaterial(shared, look.person),
    };
    return { ...made, dispose: () => Object.values(made).forEach((material) => material.dispose()) };
  }, [shared, look, line]);

  return (
    <>
      <mesh geometry={shades} material={materials.shade} renderOrder={LAYER.groundShade} frustumCulled={false} />
      <mesh geometry={ground} material={materials.paint} renderOrder={LAYER.ground} frustumCulled={false} />
      <mesh geometry={floors} material={materials.paint} renderOrder={LAYER.floors} frustumCulled={false} />
      <mesh geometry={boxes} material={materials.boxes} renderOrder={LAYER.boxes} frustumCulled={false} />
      <mesh geometry={rods} material={materials.rods} renderOrder={LAYER.rods} frustumCulled={false} />
      <mesh geometry={trees} material={materials.trees} renderOrder={LAYER.standing} frustumCulled={false} />
      <mesh geometry={people} material={materials.people} renderOrder={LAYER.standing} frustumCulled={false} />
    </>
  );
}
