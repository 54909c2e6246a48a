import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Frustum, Matrix4, type ShaderMaterial, Vector3 } from 'three';
import type { Layout } from '../../layout/layout.ts';
import type { Rect } from '../../model/site.ts';
import { useExperience } from '../../state/hooks.ts';
import { ownDay } from '../../timeline/campus.ts';
import { isOut } from '../../views/serverOpening.ts';
import { BOX, itemGeometry, type Shape } from '../records/itemGeometry.ts';
import { Drawn } from '../context/Drawn.tsx';
import { LAYER } from '../context/layers.ts';
import { NEAR } from '../context/order.ts';
import type { KindRecords } from '../rackRecords/kindRecords.ts';
import type { RackTexture } from '../rackRecords/rackRecords.ts';
import { together, useOwned, useScene } from '../context/SceneContext.ts';
import { keepSeen } from './inPicture.ts';
import { openDoor } from './openDoor.ts';
import { RACK_TUBE, rackBoxMaterial, rackTubeMaterial } from './nearRackMaterials.ts';
import { nearest } from './nearest.ts';
import { MOST_NEAR, NEAR_FROM, NEAR_LINES } from '../rackRecords/nearReach.ts';
import { rackBoxRecords, rackTubeRecords } from './nearRecords.ts';
import { BOXES_PER_RACK, OPEN_BOXES } from './rackBoxes.ts';
import { labelFigures, labelNumbers, labelText, writeLabel } from './rackLabel.ts';
import { OPEN_TUBES, TUBES_PER_RACK } from './rackFronts.ts';

const NOTHING: Rect = { x0: 0, x1: 0, z0: 0, z1: 0 };
/** How many racks get near parts, by quality. */
const NEAR_RACKS = { low: 8, medium: 12, high: MOST_NEAR, auto: MOST_NEAR } as const;

/** Parts in one draw call: `open` ones of the rack whose door is open, then `each` of every near rack. */
function drawOf(shape: Shape, open: number, each: number, material: ShaderMaterial) {
  const geometry = itemGeometry(open + MOST_NEAR * each, shape);
  const show = (racks: number) =>
    geometry.setDrawRange(0, racks > 0 ? shape.triangles.length * (open + each * racks) : 0);
  // No rack is near before the first frame has looked for them.
  show(0);
  return { ...together({ geometry, material }), show };
}

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
  const { shared, inputs, campus } = useScene();
  const { store, live } = useExperience();
  const { timeline, at, site } = campus;
  const camera = useThree((state) => state.camera);
  const near = useMemo(() => {
    const ahead = new Vector3();
    return {
      uNear: { value: new Int32Array(MOST_NEAR).fill(-1) },
      uLabels: { value: labelNumbers(MOST_NEAR) },
      apart: new Float64Array(MOST_NEAR),
      eye: new Vector3(),
      ahead,
      /** From the site frame to the picture: now, and when racks were last looked for. */
      matrix: new Matrix4(),
      asked: new Matrix4(),
      placed: new Matrix4(),
      picture: new Frustum(),
      gap: undefined as Rect | undefined,
      lines: 0,
      asking: { reach: NEAR_FROM, ahead, wide: 1, leftOut: NOTHING, isOwn: (_: number): boolean => true },
    };
  }, []);
  const draws = useOwned(() => {
    const { rackKinds } = layout.site;
    const nearRacks = { racks, kinds, uNear: near.uNear };
    const [tubes, boxes] = [rackTubeRecords(rackKinds), rackBoxRecords(rackKinds)];
    const figures = labelFigures();
    const [tubeMaterial, boxMaterial] = [
      rackTubeMaterial(shared, nearRacks, tubes),
      rackBoxMaterial(shared, nearRacks, boxes, { uLabels: near.uLabels, uFigures: { value: figures } }),
    ];
    return together({
      tubes,
      boxes,
      figures,
      ofTubes: drawOf(RACK_TUBE, OPEN_TUBES, TUBES_PER_RACK, tubeMaterial),
      ofBoxes: drawOf(BOX, OPEN_BOXES, BOXES_PER_RACK, boxMaterial),
    });
  }, [layout, racks, kinds, shared, near]);

  useFrame(({ gl }) => {
    const { gap } = inputs;
    const { uNear, uLabels, asking, apart, eye, ahead, matrix } = near;
    camera.getWorldDirection(ahead);
    // getWorldDirection has just brought the camera's matrices up to date.
    matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    matrix.multiply(near.placed.makeRotationY(-site.turn).setPosition(at[0], 0, at[1]));
    // From the scene frame to the site frame.
    const back = near.placed.invert();
    eye.copy(camera.position).applyMatrix4(back);
    ahead.transformDirection(back);
    const lines = gl.domElement.height;
    if (!matrix.equals(near.asked) || near.gap !== gap || near.lines !== lines) {
      near.asked.copy(matrix);
      near.gap = gap;
      near.lines = lines;
      const { 0: across, 5: up } = camera.projectionMatrix.elements;
      asking.reach = NEAR_FROM * Math.min(1, lines / NEAR_LINES);
      asking.wide = Math.hypot(1 / across!, 1 / up!);
      asking.leftOut = gap ?? NOTHING;
      asking.isOwn = racks.isOwn;
      const count = nearest(layout.racks, eye, asking, uNear.value, apart);
      const most = NEAR_RACKS[store.getState().quality];
      const shown = Math.min(count, most);
      inputs.nearReach = shown < most ? (shown > 0 ? asking.reach : 0) : apart[most - 1]!;
      const seen = keepSeen(layout, near.picture.setFromProjectionMatrix(matrix), uNear.value, shown);
      for (let at = 0; at < seen; at++)
        writeLabel(uLabels.value, at, labelText(layout.racks, uNear.value[at]!));
      draws.ofTubes.show(seen);
      draws.ofBoxes.show(seen);
    }
    const day = ownDay(campus, store.getState().campuses[0]!, live.day);
    const installed = (rackIndex: number) => (timeline.installedDay[rackIndex] ?? 0) <= day;
    // No door is open while a server is out, nor in the rack of one that is ajar.
    const { open } = inputs;
    const door = open && isOut(open) ? undefined : openDoor(layout, uNear.value, eye, ahead, installed);
    inputs.door = door?.rackIndex === open?.rackIndex ? undefined : door;
  }, NEAR);
  useEffect(
    () => () => {
      Object.assign(inputs, { nearReach: 0, door: undefined });
    },
    [inputs],
  );

  return [draws.ofTubes, draws.ofBoxes].map(({ geometry, material }) => (
    <Drawn key={material.name} geometry={geometry} material={material} renderOrder={LAYER.near} />
  ));
}
