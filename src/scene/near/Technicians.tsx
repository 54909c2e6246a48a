import { useFrame, useThree } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import type { Group } from 'three';
import { shadowOf } from '../../inventory/people/shadow.ts';
import type { Layout } from '../../layout/layout.ts';
import { useChoice, useExperience } from '../../state/hooks.ts';
import { casterRecords } from '../boxes/boxes.ts';
import { Drawn } from '../context/Drawn.tsx';
import { LAYER } from '../context/layers.ts';
import { together, useOwned, useScene } from '../context/SceneContext.ts';
import { casterShadowMaterial } from '../ground/shadowMaterial.ts';
import { crowdOf } from '../people/crowd.ts';
import { personMaterial } from '../people/personMaterial.ts';
import { itemGeometry, QUAD } from '../records/itemGeometry.ts';
import { type Technician, techniciansOf } from './atWork.ts';

/** People of known size who work at the rack that the near stations are about. */
export function Technicians({ layout, gpu }: { layout: Layout; gpu: number }) {
  const { timeline } = useScene().campus;
  const technicians = useMemo(() => techniciansOf(layout, timeline, gpu), [layout, timeline, gpu]);
  return technicians.map((each) => <TechnicianMesh key={each.figure} technician={each} />);
}

function TechnicianMesh({ technician }: { technician: Technician }) {
  const { shared, frame } = useScene();
  const { live } = useExperience();
  const isPlan = useChoice(({ look }) => look === 'plan');
  const aspect = useThree(({ size }) => size.width / size.height);
  const { geometry, material, shadow, shadowMaterial } = useOwned(() => {
    const { person, held, figure } = technician;
    const { geometry, coarse } = crowdOf([person], figure, held);
    geometry.setDrawRange(coarse, Number.POSITIVE_INFINITY);
    const casters = casterRecords([shadowOf(person)]);
    return together({
      geometry,
      casters,
      material: personMaterial(shared, isPlan),
      shadow: itemGeometry(1, QUAD),
      shadowMaterial: casterShadowMaterial(shared, casters),
    });
  }, [technician, shared, isPlan]);
  const group = useRef<Group>(null);
  useFrame(() => {
    const { zoomLevel } = live;
    const { open } = frame.current;
    if (!group.current) return;
    group.current.visible = technician.isThere({ zoomLevel, aspect, open });
    group.current.position.z = technician.moved(open);
  });
  return (
    <group ref={group} visible={false}>
      <Drawn geometry={geometry} material={material} renderOrder={LAYER.standing} />
      <Drawn geometry={shadow} material={shadowMaterial} renderOrder={LAYER.rackShadow} />
    </group>
  );
}
