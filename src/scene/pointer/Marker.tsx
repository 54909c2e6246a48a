import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { type BufferGeometry, Vector2, Vector3 } from 'three';
import { gpuPosition, mounted } from '../../layout/address.ts';
import { serverOf } from '../../layout/serverPlan.ts';
import { modulePosition } from '../../views/closeStations.ts';
import { isOut } from '../../views/serverOpening.ts';
import { useChoice } from '../../state/hooks.ts';
import { Drawn } from '../context/Drawn.tsx';
import { indexed } from '../records/itemGeometry.ts';
import { LAYER } from '../context/layers.ts';
import { useOwned, useScene } from '../context/SceneContext.ts';
import { PALETTE } from '../shading/look.ts';
import { material as sceneMaterial } from '../shading/material.ts';
import { colour } from '../shading/shared.ts';
import FRAGMENT from './marker.frag.glsl';
import VERTEX from './marker.vert.glsl';

/** Height of a GPU module with its cold plate, metres. */
const MODULE = 0.03;

/** Quads with corners (-1 to 1) and part: 0 for the frame around the GPU's cell, 1 for the pin above its rack. */
function quads(): BufferGeometry {
  const position = [0, 1].flatMap((part) => [-1, -1, part, 1, -1, part, 1, 1, part, -1, 1, part]);
  return indexed([0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7], { position: [3, position] });
}

/** Marks the selected GPU: a frame around its cell, and a pin of constant size on the screen. `onReady` is called once it is there. */
export default function Marker({ onReady }: { onReady: () => void }) {
  const { shared, frame, campus } = useScene();
  const gpu = useChoice((state) => state.gpu);
  const { layout } = campus;
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const geometry = useOwned(quads, []);
  const material = useOwned(
    () =>
      sceneMaterial(shared, {
        name: 'marker',
        vertex: [VERTEX],
        fragment: [FRAGMENT],
        uniforms: {
          uCell: { value: new Vector3() },
          uOutward: { value: new Vector3() },
          uTop: { value: new Vector3() },
          uOut: { value: 0 },
          uCellHalf: { value: new Vector2() },
          uViewport: { value: new Vector2() },
          uColor: { value: colour(PALETTE.signal) },
        },
        transparent: true,
        depthWrite: false,
      }),
    [shared],
  );
  useEffect(onReady, [onReady]);
  const shown = gpu > 0 && gpu <= layout.totals.gpus;
  const server = useMemo(() => (shown ? serverOf(layout, gpu) : undefined), [layout, gpu, shown]);

  useEffect(() => {
    const { uCell, uOutward, uCellHalf, uViewport } = material.uniforms;
    uViewport!.value.set(size.width, size.height);
    if (server) {
      const { kind, from, to } = server;
      const cell = gpuPosition(layout, gpu);
      uCell!.value.set(cell.x, cell.y, cell.z);
      uOutward!.value.set(cell.nx, 0, cell.nz);
      uCellHalf!.value.set(mounted('opening', kind) / kind.columns / kind.gpusPerServer / 2, (to - from) / 2);
    }
    invalidate();
  }, [material, layout, gpu, server, size, invalidate]);

  // While its server is open, the pin is on the GPU's module, and there is no cell to frame.
  const places = useMemo(() => {
    if (!server) return undefined;
    const { rackIndex, kind } = server;
    const { racks } = layout;
    const top = racks.y[rackIndex]! + kind.height;
    const [x, y, z] = modulePosition(layout, gpu);
    return {
      rackIndex,
      rack: [racks.x[rackIndex]!, top, racks.z[rackIndex]!],
      module: [x, y + MODULE, z],
    } as const;
  }, [layout, gpu, server]);
  useFrame(() => {
    if (!places) return;
    const { open } = frame.current;
    const isShown = open?.rackIndex === places.rackIndex && isOut(open);
    material.uniforms.uOut!.value = isShown ? 1 : 0;
    material.uniforms.uTop!.value.set(...(isShown ? places.module : places.rack));
  });

  return <Drawn geometry={geometry} material={material} renderOrder={LAYER.marker} visible={shown} />;
}
