import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { InstancedBufferAttribute } from 'three';
import type { Layout } from '../../layout/layout.ts';
import { useChoice } from '../../state/hooks.ts';
import { threeFaces } from '../boxes/threeFaces.ts';
import { floorQuad } from '../ground/floorQuad.ts';
import { footprintMaterial } from '../ground/footprintMaterial.ts';
import { rackShadeMaterial } from '../ground/shadeMaterial.ts';
import { LAYER } from '../layers.ts';
import { useOwned, useScene } from '../SceneContext.ts';
import { colour } from '../shading/shared.ts';
import { footprintColumns } from './footprints.ts';
import { rackAttributes, writeDays } from './rackAttributes.ts';
import { rackMaterial } from './rackMaterial.ts';

/** Every rack, the shade at its foot and the marks of the places that wait: three draws, whatever their number. */
export function Racks({ layout }: { layout: Layout }) {
  const { shared, look } = useScene();
  const timeline = useChoice((state) => state.timeline);
  const pointed = useChoice((state) => state.pointed?.rackIndex ?? -1);
  const invalidate = useThree((state) => state.invalidate);
  const attributes = useMemo(() => rackAttributes(layout), [layout]);
  useMemo(() => writeDays(attributes, timeline), [attributes, timeline]);

  const racks = useOwned(() => {
    const geometry = threeFaces();
    geometry.setAttribute('aRack', attributes.aRack);
    geometry.setAttribute('aDays', attributes.aDays);
    geometry.setAttribute('aKind', attributes.aKind);
    geometry.instanceCount = attributes.count;
    return geometry;
  }, [attributes]);
  const quads = useOwned(() => {
    const geometry = floorQuad();
    geometry.setAttribute('aRack', attributes.aRack);
    geometry.setAttribute('aDays', attributes.aDays);
    geometry.setAttribute('aKind', attributes.aKind);
    geometry.instanceCount = attributes.count;
    return geometry;
  }, [attributes]);
  const places = useOwned(() => {
    const geometry = floorQuad();
    const columns = footprintColumns(layout, timeline);
    geometry.setAttribute('aPlace', new InstancedBufferAttribute(columns.place, 4));
    geometry.setAttribute('aExtent', new InstancedBufferAttribute(columns.extent, 2));
    geometry.setAttribute('aDays', new InstancedBufferAttribute(columns.days, 2));
    geometry.instanceCount = columns.count;
    return geometry;
  }, [layout, timeline]);
  const material = useOwned(() => rackMaterial(shared, look, layout.site.rackKinds), [shared, look, layout]);
  const shade = useOwned(
    () => rackShadeMaterial(shared, material.uniforms.uKindSize as { value: Float32Array }),
    [shared, material],
  );
  const marks = useOwned(() => footprintMaterial(shared, { value: colour(look.footprint) }, { value: colour(look.floor) }), [shared, look]);

  useEffect(() => {
    material.uniforms.uPointed!.value = pointed;
    invalidate();
  }, [material, pointed, invalidate]);

  return (
    <>
      <mesh geometry={quads} material={shade} renderOrder={LAYER.rackShade} frustumCulled={false} />
      <mesh geometry={places} material={marks} renderOrder={LAYER.footprints} frustumCulled={false} />
      <mesh geometry={racks} material={material} renderOrder={LAYER.racks} frustumCulled={false} />
    </>
  );
}
