import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Frustum, Matrix4, Vector3 } from 'three';
import type { Layout } from '../../layout/layout.ts';
import type { Rect } from '../../model/site.ts';
import { useExperience } from '../../state/hooks.ts';
import { BOX, bentTube, itemGeometry } from '../records/itemGeometry.ts';
import { Drawn } from '../context/Drawn.tsx';
import { LAYER } from '../context/layers.ts';
import { NEAR } from '../context/order.ts';
import type { KindRecords } from '../rackRecords/kindRecords.ts';
import type { RackTexture } from '../rackRecords/rackRecords.ts';
import { useOwned, useScene } from '../context/SceneContext.ts';
import { keepSeen } from './inPicture.ts';
import { openDoor } from './openDoor.ts';
import { RACK_TUBE_PIECES, RACK_TUBE_SIDES, rackBoxMaterial, rackTubeMaterial } from './nearRackMaterials.ts';
import { nearest } from './nearest.ts';
import { MOST_NEAR, NEAR_FROM, NEAR_LINES } from '../rackRecords/nearReach.ts';
import { rackBoxRecords, rackTubeRecords } from './nearRecords.ts';
import { BOXES_PER_RACK, OPEN_BOXES } from './rackBoxes.ts';
import { OPEN_TUBES, TUBES_PER_RACK } from './rackFronts.ts';

const NOTHING: Rect = { x0: 0, x1: 0, z0: 0, z1: 0 };
/** The nearest racks are looked for again once the eye has moved this far (metres) or turned (cosine). */
const MOVED = 0.01;
const TURNED = 0.9999;
/** How many racks get their parts, by quality. */
const NEAR_RACKS = { low: 8, medium: 12, high: MOST_NEAR, auto: MOST_NEAR } as const;

/** Hoses, handles and cables of the racks nearest to the eye; nothing is drawn where none is near. */
export function NearFronts({
  layout,
  racks,
  kinds,
  onReady,
}: {
  layout: Layout;
  racks: RackTexture;
  kinds: KindRecords;
  onReady: () => void;
}) {
  useEffect(onReady, [onReady]);
  const { shared, inputs } = useScene();
  const { store, live } = useExperience();
  const { timeline, at } = useScene().campus;
  const camera = useThree((state) => state.camera);
  const near = useMemo(() => {
    const ahead = new Vector3();
    return {
      uNear: { value: new Int32Array(MOST_NEAR).fill(-1) },
      apart: new Float64Array(MOST_NEAR),
      // NaN is near nothing, so that the first frame looks for racks.
      asked: new Vector3(Number.NaN),
      looked: new Vector3(),
      gap: undefined as Rect | undefined,
      eye: new Vector3(),
      picture: new Frustum(),
      matrix: new Matrix4(),
      placed: new Matrix4(),
      lines: 0,
      across: 0 as number | undefined,
      ahead,
      asking: { reach: NEAR_FROM, ahead, wide: 1, leftOut: NOTHING },
    };
  }, []);
  const parts = useOwned(() => {
    const { rackKinds } = layout.site;
    const nearRacks = { racks, kinds, uNear: near.uNear };
    const tubes = rackTubeRecords(rackKinds);
    const boxes = rackBoxRecords(rackKinds);
    const draws = [
      {
        open: OPEN_TUBES,
        each: TUBES_PER_RACK,
        perItem: RACK_TUBE_SIDES * RACK_TUBE_PIECES * 6,
        geometry: itemGeometry(
          OPEN_TUBES + MOST_NEAR * TUBES_PER_RACK,
          bentTube(RACK_TUBE_SIDES, RACK_TUBE_PIECES),
        ),
        material: rackTubeMaterial(shared, nearRacks, tubes),
      },
      {
        open: OPEN_BOXES,
        each: BOXES_PER_RACK,
        perItem: BOX.triangles.length,
        geometry: itemGeometry(OPEN_BOXES + MOST_NEAR * BOXES_PER_RACK, BOX),
        material: rackBoxMaterial(shared, nearRacks, boxes),
      },
    ];
    // Nothing is near before the first frame has asked.
    for (const { geometry } of draws) geometry.setDrawRange(0, 0);
    const owned = [tubes, boxes, ...draws.flatMap(({ geometry, material }) => [geometry, material])];
    return { draws, dispose: () => owned.forEach((part) => part.dispose()) };
  }, [layout, racks, kinds, shared, near]);

  useFrame(({ gl }) => {
    const { gap } = inputs;
    const { uNear, asking, apart, eye } = near;
    const { 0: across, 5: up } = camera.projectionMatrix.elements;
    camera.getWorldDirection(near.ahead);
    eye.set(camera.position.x - at[0], camera.position.y, camera.position.z - at[1]);
    const isSame =
      near.asked.distanceTo(eye) < MOVED &&
      near.looked.dot(near.ahead) > TURNED &&
      near.gap === gap &&
      near.lines === gl.domElement.height &&
      near.across === across;
    if (!isSame) {
      near.asked.copy(eye);
      near.looked.copy(near.ahead);
      near.lines = gl.domElement.height;
      near.across = across;
      asking.reach = NEAR_FROM * Math.min(1, near.lines / NEAR_LINES);
      asking.wide = Math.hypot(1 / across!, 1 / up!);
      near.gap = gap;
      asking.leftOut = gap ?? NOTHING;
      const count = nearest(layout.racks, eye, asking, uNear.value, apart);
      const most = NEAR_RACKS[store.getState().quality];
      const shown = Math.min(count, most);
      inputs.nearReach = shown < most ? (shown > 0 ? asking.reach : 0) : apart[most - 1]!;
      // getWorldDirection has just brought the camera's matrices up to date.
      near.matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
      near.matrix.multiply(near.placed.makeTranslation(at[0], 0, at[1]));
      const seen = keepSeen(layout, near.picture.setFromProjectionMatrix(near.matrix), uNear.value, shown);
      for (const { geometry, perItem, open, each } of parts.draws)
        geometry.setDrawRange(0, seen > 0 ? perItem * (open + each * seen) : 0);
    }
    const installed = (rackIndex: number) => (timeline.installedDay[rackIndex] ?? 0) <= live.day;
    // No door is open while a server is out.
    inputs.door = inputs.open ? undefined : openDoor(layout, uNear.value, eye, near.ahead, installed);
  }, NEAR);
  useEffect(
    () => () => {
      Object.assign(inputs, { nearReach: 0, door: undefined });
    },
    [inputs],
  );

  return (
    <>
      {parts.draws.map(({ geometry, material }) => (
        <Drawn key={material.name} geometry={geometry} material={material} renderOrder={LAYER.near} />
      ))}
    </>
  );
}
