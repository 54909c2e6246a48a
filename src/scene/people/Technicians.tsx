import { useFrame, useThree } from '@react-three/fiber';
import { useRef } from 'react';
import type { Group } from 'three';
import type { Layout } from '../../layout/layout.ts';
import { serverPlace } from '../../layout/serverPlan.ts';
import { useExperience } from '../../state/hooks.ts';
import { casterRecords } from '../boxes/boxes.ts';
import type { Body } from '../../inventory/things/shapes.ts';
import { shadowOf } from '../../inventory/people/shadow.ts';
import { crowdOf } from './crowd.ts';
import { litFrom } from '../../timeline/fitOutDays.ts';
import { personMaterial } from './personMaterial.ts';
import { AT_SERVER, ofServer, TALL } from '../../views/closeStations.ts';
import { itemGeometry, QUAD } from '../records/itemGeometry.ts';
import { casterShadowMaterial } from '../ground/shadowMaterial.ts';
import { LAYER } from '../context/layers.ts';
import { useOwned, useScene } from '../context/SceneContext.ts';

/** A technician: position in the server frame and height (metres, assumed), radians turned from facing the rack, number for the clothes. */
interface Work extends Pick<Body, 'pose' | 'height'> {
  at: readonly [number, number, number];
  turn: number;
  figure: number;
}

/** Stands to the right of the server as seen from its front. */
const AT_RACK: Work = { at: [1.6, 0, 0.66], turn: 0, pose: 'working', height: 1.72, figure: 0 };
/** Has both hands on the side of the pulled-out server. */
const DRAWING: Work = { ...AT_SERVER, turn: -Math.PI / 2, pose: 'serving', figure: 7 };

/** Zoom level from which they are drawn: between the aisle and the rack. */
const FROM_LEVEL = 3.3;
/** The second technician is drawn while the server is out by more than this, metres, and no cold plate is lifted. */
const DRAWN = 0.02;
const OPENED = 0.02;

/** People of known size who work at the rack that the near stations show. */
export function Technicians({ layout, gpu }: { layout: Layout; gpu: number }) {
  const { frame } = useScene();
  const { live } = useExperience();
  const { rackIndex } = serverPlace(layout, gpu);
  // A tall picture would cut them off.
  const isTall = useThree(({ size }) => size.width < size.height * TALL);
  // At the aisle station they would block the view.
  const atRack = () => !isTall && live.zoomLevel > FROM_LEVEL;
  const atServer = () => {
    const { open } = frame.current;
    return !isTall && open?.rackIndex === rackIndex && open.out > DRAWN && open.lift < OPENED;
  };
  return (
    <>
      <Technician layout={layout} gpu={gpu} work={AT_RACK} isThere={atRack} />
      <Technician layout={layout} gpu={gpu} work={DRAWING} isThere={atServer} />
    </>
  );
}

function Technician({
  layout,
  gpu,
  work,
  isThere,
}: {
  layout: Layout;
  gpu: number;
  work: Work;
  isThere: () => boolean;
}) {
  const { shared } = useScene();
  const { timeline } = useScene().campus;
  const { geometry, material, shadow, shadowMaterial } = useOwned(() => {
    const { at, turn, figure, ...stance } = work;
    const place = serverPlace(layout, gpu);
    const [x, , z] = ofServer(place, at, 0);
    const hall = layout.site.halls[layout.racks.hall[place.rackIndex]! - 1]!;
    const person: Body = {
      ...stance,
      x,
      y: layout.racks.y[place.rackIndex]!,
      z,
      heading: (place.facing * Math.PI) / 2 + turn,
      staff: true,
      hall: hall.number,
      from: timeline.installedDay[place.rackIndex] ?? 0,
      lit: litFrom(timeline, hall),
    };
    const { geometry, coarse } = crowdOf([person], figure);
    geometry.setDrawRange(coarse, Number.POSITIVE_INFINITY);
    const casters = casterRecords([shadowOf(person)]);
    const owned = {
      geometry,
      material: personMaterial(shared),
      shadow: itemGeometry(1, QUAD),
      shadowMaterial: casterShadowMaterial(shared, casters),
    };
    return { ...owned, dispose: () => [casters, ...Object.values(owned)].forEach((part) => part.dispose()) };
  }, [layout, gpu, work, timeline, shared]);
  const group = useRef<Group>(null);
  useFrame(() => {
    if (group.current) group.current.visible = isThere();
  });
  return (
    <group ref={group} visible={false}>
      <mesh geometry={geometry} material={material} renderOrder={LAYER.standing} frustumCulled={false} />
      <mesh
        geometry={shadow}
        material={shadowMaterial}
        renderOrder={LAYER.rackShadow}
        frustumCulled={false}
      />
    </group>
  );
}
