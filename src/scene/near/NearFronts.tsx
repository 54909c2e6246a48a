import { useFrame, useThree } from '@react-three/fiber';
import { useMemo } from 'react';
import { Vector3, Vector4 } from 'three';
import type { Layout } from '../../layout/layout.ts';
import { useExperience } from '../../state/hooks.ts';
import { bentTube, itemGeometry } from '../columns/columns.ts';
import { LAYER } from '../layers.ts';
import { kindUniforms, type RackTexture } from '../racks/rackColumns.ts';
import { useOwned, useScene } from '../SceneContext.ts';
import { colour } from '../shading/shared.ts';
import { FRONT_PIECES, FRONT_SIDES, frontMaterial } from './frontMaterial.ts';
import { nearest } from './nearest.ts';
import { MOST_NEAR, NEAR_FROM, NEAR_LINES } from './reach.ts';
import { frontColumns, TUBES_PER_RACK } from './rackFronts.ts';

/** The nearest racks are looked for again when the eye has moved so far, metres, or turned: cosine. */
const MOVED = 0.01;
const TURNED = 0.9999;
/** How many racks get their parts, by quality. */
const NEAR_RACKS = { low: 10, medium: 12, high: MOST_NEAR, auto: MOST_NEAR } as const;

/** Hoses, handles and cables of the racks at arm's length; nothing is drawn where there are none. */
export function NearFronts({ layout, columns }: { layout: Layout; columns: RackTexture }) {
  const { shared, look } = useScene();
  const { store } = useExperience();
  const camera = useThree((state) => state.camera);
  const near = useMemo(() => {
    const ahead = new Vector3();
    const leftOut = { x0: 0, x1: 0, z0: 0, z1: 0 };
    return {
      uNear: { value: new Int32Array(MOST_NEAR).fill(-1) },
      apart: new Float64Array(MOST_NEAR),
      // NaN is never near: the first frame asks.
      asked: new Vector3(Number.NaN),
      looked: new Vector3(),
      gap: new Vector4(),
      lines: 0,
      across: 0 as number | undefined,
      ahead,
      leftOut,
      asking: { reach: NEAR_FROM, ahead, wide: 1, leftOut },
      racks: layout.racks,
    };
  }, [layout]);
  const parts = useOwned(() => {
    const tubes = frontColumns(layout.site.rackKinds, look);
    const geometry = itemGeometry(MOST_NEAR * TUBES_PER_RACK, bentTube(FRONT_SIDES, FRONT_PIECES));
    const { uKindSize } = kindUniforms(layout.site.rackKinds);
    // Nothing is near before the first frame has asked.
    geometry.setDrawRange(0, 0);
    const material = frontMaterial(
      shared,
      columns.texture,
      tubes,
      { uKindSize, uNear: near.uNear },
      { value: colour(look.arrived) },
    );
    const owned = [tubes, geometry, material];
    return { geometry, material, dispose: () => owned.forEach((part) => part.dispose()) };
  }, [layout, columns, shared, look, near]);

  useFrame(({ gl }) => {
    const { uGap, uNearReach } = shared;
    const { 0: across, 5: up } = camera.projectionMatrix.elements;
    camera.getWorldDirection(near.ahead);
    const isSame =
      near.asked.distanceTo(camera.position) < MOVED &&
      near.looked.dot(near.ahead) > TURNED &&
      near.gap.equals(uGap.value) &&
      near.lines === gl.domElement.height &&
      near.across === across;
    if (isSame) return;
    near.asked.copy(camera.position);
    near.looked.copy(near.ahead);
    near.lines = gl.domElement.height;
    near.across = across;
    const from = NEAR_FROM * Math.min(1, near.lines / NEAR_LINES);
    near.asking.reach = from;
    near.asking.wide = Math.hypot(1 / across!, 1 / up!);
    near.gap.copy(uGap.value);
    const { leftOut, asking, apart, uNear } = near;
    const { x, y, z, w } = uGap.value;
    Object.assign(leftOut, { x0: x, z0: y, x1: z, z1: w });
    const count = nearest(near.racks, camera.position, asking, uNear.value, apart);
    const most = NEAR_RACKS[store.getState().quality];
    const shown = Math.min(count, most);
    uNearReach.value = shown < most ? (shown > 0 ? from : 0) : apart[most - 1]!;
    const perRack = (parts.geometry.index?.count ?? 0) / MOST_NEAR;
    parts.geometry.setDrawRange(0, perRack * shown);
  });

  return (
    <mesh
      geometry={parts.geometry}
      material={parts.material}
      renderOrder={LAYER.near}
      frustumCulled={false}
    />
  );
}
