import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import type { Group } from 'three';
import { addressOf } from '../../layout/address.ts';
import type { Layout } from '../../layout/layout.ts';
import { acceleratorOf, modulePlan, serverPlan, serverPosition } from '../../layout/serverPlan.ts';
import { useChoice, useExperience } from '../../state/hooks.ts';
import { BOX, bentTube, itemGeometry } from '../records/itemGeometry.ts';
import { Drawn } from '../context/Drawn.tsx';
import { LAYER } from '../context/layers.ts';
import { useOwned, useScene } from '../context/SceneContext.ts';
import { openServer } from './openServer.ts';
import { ruleFigures } from './rule.ts';
import { hingeOf, LID_ANGLE } from './lid.ts';
import { partRecords, tubeRecords } from './parts.ts';
import {
  createServerUniforms,
  partMaterial,
  TUBE_PIECES,
  TUBE_SIDES,
  TURNS,
  type Turn,
  tubeMaterial,
} from './serverMaterials.ts';

/** The server that the near stations are about: drawn only while it is out of its rack. */
export function OpenServer({ layout, gpu }: { layout: Layout; gpu: number }) {
  const { shared, frame } = useScene();
  const { live } = useExperience();
  const { timeline } = useScene().campus;
  const isPlan = useChoice((state) => state.look === 'plan');
  const group = useRef<Group>(null);
  const near = useMemo(createServerUniforms, []);
  const { rackIndex } = serverPosition(layout, gpu);
  const kind = layout.site.rackKinds[layout.racks.kind[rackIndex]!]!;
  const accelerator = acceleratorOf(layout, rackIndex);

  const parts = useOwned(() => {
    const plan = serverPlan(layout, kind, accelerator);
    const server = openServer(plan, modulePlan(layout, accelerator, plan.modules[0]!));
    const draws = Object.entries(TURNS).map(([turn, finishes]) => {
      const parts = server.parts.filter(({ finish = 'plain' }) =>
        (finishes as readonly string[]).includes(finish),
      );
      const records = partRecords(parts);
      const geometry = itemGeometry(parts.length, BOX);
      return { name: turn as Turn | 'tubes', records, geometry };
    });
    const tubes = isPlan ? server.tubes : [...server.tubes, ...server.stays];
    const records = tubeRecords(tubes);
    const geometry = itemGeometry(tubes.length, bentTube(TUBE_SIDES, TUBE_PIECES));
    draws.push({ name: 'tubes', records, geometry });
    const figures = ruleFigures();
    const owned = [figures, ...draws.flatMap((draw) => [draw.records, draw.geometry])];
    return { plan, draws, figures, dispose: () => owned.forEach((part) => part.dispose()) };
  }, [layout.site, kind, accelerator, isPlan]);
  const { materials } = useOwned(() => {
    const materials = parts.draws.map(({ name, records }) =>
      name === 'tubes'
        ? tubeMaterial(shared, near, records, isPlan)
        : partMaterial(shared, near, records, name, isPlan, parts.figures),
    );
    return { materials, dispose: () => materials.forEach((material) => material.dispose()) };
  }, [parts, shared, near, isPlan]);

  useEffect(() => {
    const { x, y, z, facing } = serverPosition(layout, gpu);
    near.uServer.value.set(x, y, z, facing);
    const subject = addressOf(layout, gpu).gpu;
    near.uSubject.value = subject;
    const module = parts.plan.modules[subject - 1]!;
    [near.uHinge.value.x, near.uHinge.value.y] = hingeOf(module);
  }, [layout, gpu, near, parts]);

  useFrame(() => {
    if (!group.current) return;
    const { open } = frame.current;
    group.current.visible = open?.rackIndex === rackIndex;
    near.uHinge.value.z = isPlan ? 0 : (open?.lift ?? 0) * LID_ANGLE;
    const { energizedDay, inServiceDay } = timeline;
    near.uState.value =
      live.day >= inServiceDay[rackIndex]! ? 2 : live.day >= energizedDay[rackIndex]! ? 1 : 0;
  });

  return (
    <group ref={group} visible={false}>
      {parts.draws.map(({ name, geometry }, at) => (
        <Drawn key={name} geometry={geometry} material={materials[at]!} renderOrder={LAYER.near} />
      ))}
    </group>
  );
}
