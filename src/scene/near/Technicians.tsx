import { useFrame, useThree } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import type { Group } from 'three';
import type { Layout } from '../../layout/layout.ts';
import { mounted } from '../../layout/address.ts';
import {
  acceleratorOf,
  FRONT_RECESS,
  HANDLE,
  type ServerPlace,
  serverPlace,
  serverPlan,
  WALL,
} from '../../layout/serverPlan.ts';
import { RACK_UNIT } from '../../model/figure.ts';
import { useExperience } from '../../state/hooks.ts';
import { casterRecords } from '../boxes/boxes.ts';
import type { Body } from '../../inventory/things/shapes.ts';
import { shadowOf } from '../../inventory/people/shadow.ts';
import { crowdOf } from '../people/crowd.ts';
import { holding } from './holding.ts';
import { litFrom } from '../../timeline/fitOutDays.ts';
import { personMaterial } from '../people/personMaterial.ts';
import type { Point } from '../../views/pose.ts';
import { AT_SERVER, ofServer, TALL } from '../../views/closeStations.ts';
import { itemGeometry, QUAD } from '../records/itemGeometry.ts';
import { casterShadowMaterial } from '../ground/shadowMaterial.ts';
import { Drawn } from '../context/Drawn.tsx';
import { LAYER } from '../context/layers.ts';
import { together, useOwned, useScene } from '../context/SceneContext.ts';

/**
 * Someone at work: where in the server's frame (metres), which way from facing the rack, what the left and the right hand hold there, how
 * tall (assumed), and dressed as which figure.
 */
interface Work extends Pick<Body, 'pose' | 'height'> {
  at: Point;
  turn: number;
  hands: readonly [Point, Point];
  figure: number;
}

/** How far before a rack somebody works at it, and at which height; metres. */
const BEFORE_RACK = 0.66;
const CHEST = 1.25;
/** How many racks to the right of the server's that is, as seen from the front: the first of these that is of the same kind. */
const ASIDE = [2, -2, 1, -1];
const NEAREST = 2.5;
/** Where along a drawn out server the left hand lies on its wall, metres behind its front. */
const LEFT_HAND = -0.4;

/** Both hands at the handles of a server in another rack of the row; undefined where there is no such rack. */
function atRack({ racks, site }: Layout, { rackIndex, facing }: ServerPlace): Work | undefined {
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const other = ASIDE.map((aside) => rackIndex + aside * facing).find(
    (each) =>
      racks.kind[each] === racks.kind[rackIndex] &&
      racks.z[each] === racks.z[rackIndex] &&
      Math.abs(racks.x[each]! - racks.x[rackIndex]!) < NEAREST * kind.width,
  );
  if (other === undefined) return undefined;
  const x = (racks.x[other]! - racks.x[rackIndex]!) * facing;
  const heights = kind.serverSlots
    .slice(0, racks.servers[other])
    .map(({ startU, heightU }) => kind.base + (startU - 1 + heightU / 2) * RACK_UNIT);
  const [y] = heights.sort((a, b) => Math.abs(a - CHEST) - Math.abs(b - CHEST));
  if (y === undefined) return undefined;
  const holes = mounted('holes', kind) / 2;
  const hand = (side: number): Point => [x + side * holes, y, FRONT_RECESS + HANDLE];
  return {
    at: [x, 0, BEFORE_RACK],
    turn: 0,
    hands: [hand(-1), hand(1)],
    pose: 'working',
    height: 1.72,
    figure: 0,
  };
}

/** One hand at the handle of the server that is drawn out, the other on its wall. */
function atServer(layout: Layout, place: ServerPlace): Work {
  const kind = layout.site.rackKinds[layout.racks.kind[place.rackIndex]!]!;
  const { width, height, holes, travel } = serverPlan(layout, kind, acceleratorOf(layout, place.rackIndex));
  const floor = place.y - layout.racks.y[place.rackIndex]!;
  return {
    ...AT_SERVER,
    turn: -Math.PI / 2,
    hands: [
      [-width / 2, floor + height * WALL, travel + LEFT_HAND],
      [-holes / 2, floor + height / 2, travel + HANDLE],
    ],
    pose: 'standing',
    figure: 7,
  };
}

/** Zoom level from which somebody works at the rack: between the aisle and the rack. */
const FROM_LEVEL = 3.3;
/** Somebody holds the server once it is this near to all the way out, metres, and steps back when a plate opens by this share. */
const DRAWN = 0.02;
const OPENED = 0.02;

/** People of known size who work at the rack that the near stations are about. */
export function Technicians({ layout, gpu }: { layout: Layout; gpu: number }) {
  const { frame } = useScene();
  const { live } = useExperience();
  const { rack, server, rackIndex, travel } = useMemo(() => {
    const place = serverPlace(layout, gpu);
    const kind = layout.site.rackKinds[layout.racks.kind[place.rackIndex]!]!;
    const { travel } = serverPlan(layout, kind, acceleratorOf(layout, place.rackIndex));
    const { rackIndex } = place;
    return { rack: atRack(layout, place), server: atServer(layout, place), rackIndex, travel };
  }, [layout, gpu]);
  // A tall picture would cut them off.
  const isTall = useThree(({ size }) => size.width < size.height * TALL);
  // Seen along the aisle they would be in the way.
  const isAtRack = () => !isTall && live.zoomLevel > FROM_LEVEL;
  const isAtServer = () => {
    const { open } = frame.current;
    return !isTall && open?.rackIndex === rackIndex && open.out > travel - DRAWN && open.lift < OPENED;
  };
  return (
    <>
      {rack && <Technician layout={layout} gpu={gpu} work={rack} isThere={isAtRack} />}
      <Technician layout={layout} gpu={gpu} work={server} isThere={isAtServer} />
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
    const { at, turn, hands, figure, ...stance } = work;
    const place = serverPlace(layout, gpu);
    const [x, , z] = ofServer(place, at, 0);
    const heading = (place.facing * Math.PI) / 2 + turn;
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    /** A place of the server's frame in the frame of whoever works there, thousandths of their height. */
    const before = ([px, py, pz]: Point): Point => {
      const [ahead, right] = [at[2] - pz, px - at[0]];
      return [c * ahead - s * right, py, s * ahead + c * right].map(
        (each) => (each * 1000) / stance.height,
      ) as [number, number, number];
    };
    const hall = layout.site.halls[layout.racks.hall[place.rackIndex]! - 1]!;
    const person: Body = {
      ...stance,
      x,
      y: layout.racks.y[place.rackIndex]!,
      z,
      heading,
      staff: true,
      hall: hall.number,
      from: timeline.installedDay[place.rackIndex] ?? 0,
      lit: litFrom(timeline, hall),
    };
    const { geometry, coarse } = crowdOf([person], figure, holding([before(hands[0]), before(hands[1])]));
    geometry.setDrawRange(coarse, Number.POSITIVE_INFINITY);
    const casters = casterRecords([shadowOf(person)]);
    return together({
      geometry,
      casters,
      material: personMaterial(shared),
      shadow: itemGeometry(1, QUAD),
      shadowMaterial: casterShadowMaterial(shared, casters),
    });
  }, [layout, gpu, work, timeline, shared]);
  const group = useRef<Group>(null);
  useFrame(() => {
    if (group.current) group.current.visible = isThere();
  });
  return (
    <group ref={group} visible={false}>
      <Drawn geometry={geometry} material={material} renderOrder={LAYER.standing} />
      <Drawn geometry={shadow} material={shadowMaterial} renderOrder={LAYER.rackShadow} />
    </group>
  );
}
