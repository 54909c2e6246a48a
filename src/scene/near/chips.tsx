import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import type { Group } from 'three';
import type { Layout } from '../../layout/layout.ts';
import { useChoice } from '../../state/hooks.ts';
import { Drawn } from '../context/Drawn.tsx';
import { LAYER } from '../context/layers.ts';
import { useOwned, useScene } from '../context/SceneContext.ts';
import { partDraws } from './partDraws.ts';
import { openTexture } from './openness.ts';
import { ruleFigures } from './rule.ts';
import { createServerUniforms } from './serverMaterials.ts';
import { chipBench, type ChipPart } from './chipParts.ts';
import { isOut } from './chipAt.ts';

export { chipAt, chipsDrawn } from './chipAt.ts';

/** Chips side by side on a bench over the open server of a GPU; a chunk of its own. */
export default function Chips({
  layout,
  gpu,
  chips,
  onReady,
}: {
  layout: Layout;
  gpu: number;
  chips: readonly string[];
  onReady: () => void;
}) {
  const { shared, frame } = useScene();
  const isPlan = useChoice((state) => state.look === 'plan');
  const group = useRef<Group>(null);
  const uniforms = useMemo(createServerUniforms, []);
  const bench = useMemo(() => chipBench(layout, gpu, chips, isPlan), [layout, gpu, chips, isPlan]);
  const { draws } = useOwned(() => {
    const textures = { figures: ruleFigures(), openness: openTexture() };
    const { parts, rackIndex, server } = bench;
    const draws = partDraws(parts, (part) => ({ subject: (part as ChipPart).subject, rackIndex, server }), {
      shared,
      uniforms,
      isPlan,
      textures,
    });
    return { draws, dispose: () => [...Object.values(textures), ...draws].forEach((part) => part.dispose()) };
  }, [bench, isPlan, shared, uniforms]);
  useEffect(onReady, [onReady]);
  useEffect(() => {
    const { x, y, z, facing } = bench;
    uniforms.uServer.value.set(x, y, z, facing);
    // A work lamp is on the bench, as in a server under power.
    uniforms.uState.value = 1;
  }, [bench, uniforms]);
  useFrame(() => {
    if (group.current) group.current.visible = isOut(bench, frame.current.open);
  });
  return (
    <group ref={group} visible={false}>
      {draws.map(({ geometry, material }) => (
        <Drawn key={material.name} geometry={geometry} material={material} renderOrder={LAYER.near} />
      ))}
    </group>
  );
}
