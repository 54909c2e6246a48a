import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { type Group, Vector4 } from 'three';
import { addressOf } from '../../layout/address.ts';
import type { Layout } from '../../layout/layout.ts';
import { acceleratorOf, modulePlan, serverPlace, serverPlan } from '../../layout/serverPlan.ts';
import { useChoice, useExperience } from '../../state/hooks.ts';
import { BOX, bentTube, itemGeometry } from '../records/records.ts';
import { LAYER } from '../context/layers.ts';
import { useOwned, useScene } from '../context/SceneContext.ts';
import { type NearUniforms, partMaterial, TURNS, type Turn } from './partMaterial.ts';
import { openServer } from './openServer.ts';
import { ruleFigures } from './rule.ts';
import { PLATE } from './serverHoses.ts';
import { partRecords, tubeRecords } from './parts.ts';
import { TUBE_PIECES, TUBE_SIDES, tubeMaterial } from './tubeMaterial.ts';

/** How far the module itself comes up under its plate, metres. */
const MODULE_LIFT = 0.012;
/** How a plate opens: radians, and how far its hinge comes up, metres. */
const LID_ANGLE = 1.25;
const HINGE_LIFT = 0.034;

/** The server that the near stations are about: drawn only while it is out of its rack. */
export function OpenServer({ layout, gpu }: { layout: Layout; gpu: number }) {
  const { shared, palette: look, frame } = useScene();
  const { live } = useExperience();
  const { timeline } = useScene().campus;
  const isInk = useChoice((state) => state.look === 'plan');
  const group = useRef<Group>(null);
  const near = useMemo(
    (): NearUniforms => ({
      uPlace: { value: new Vector4() },
      uSubject: { value: 0 },
      uHinge: { value: new Vector4() },
      uModuleLift: { value: 0 },
      uState: { value: 0 },
    }),
    [],
  );
  const { rackIndex } = serverPlace(layout, gpu);
  const kind = layout.site.rackKinds[layout.racks.kind[rackIndex]!]!;
  const accelerator = acceleratorOf(layout, rackIndex);

  const parts = useOwned(() => {
    const plan = serverPlan(layout, kind, accelerator);
    const server = openServer(plan, modulePlan(layout, accelerator, plan.modules[0]!), look);
    const draws = Object.entries(TURNS).map(([turn, finishes]) => {
      const parts = server.parts.filter(({ finish = 'plain' }) =>
        (finishes as readonly string[]).includes(finish),
      );
      const columns = partRecords(parts);
      const geometry = itemGeometry(parts.length, BOX);
      return { name: turn as Turn | 'tubes', columns, geometry };
    });
    const columns = tubeRecords(server.tubes);
    const geometry = itemGeometry(server.tubes.length, bentTube(TUBE_SIDES, TUBE_PIECES));
    draws.push({ name: 'tubes', columns, geometry });
    const figures = ruleFigures();
    const owned = [figures, ...draws.flatMap((draw) => [draw.columns, draw.geometry])];
    return { plan, draws, figures, dispose: () => owned.forEach((part) => part.dispose()) };
  }, [layout.site, kind, accelerator, look]);
  const { materials } = useOwned(() => {
    const materials = parts.draws.map(({ name, columns }) =>
      name === 'tubes'
        ? tubeMaterial(shared, near, columns, isInk)
        : partMaterial(shared, near, columns, name, isInk, parts.figures),
    );
    return { materials, dispose: () => materials.forEach((material) => material.dispose()) };
  }, [parts, shared, near, isInk]);

  useEffect(() => {
    const { x, y, z, facing } = serverPlace(layout, gpu);
    near.uPlace.value.set(x, y, z, facing);
    const subject = addressOf(layout, gpu).gpu;
    near.uSubject.value = subject;
    const module = parts.plan.modules[subject - 1]!;
    near.uHinge.value.x = module.y + module.size[1] / 2 - PLATE.height;
    near.uHinge.value.y = module.z - (module.size[2] * PLATE.length) / 2;
  }, [layout, gpu, near, parts]);

  useFrame(() => {
    if (!group.current) return;
    const { open } = frame.current;
    group.current.visible = open?.rackIndex === rackIndex;
    const lift = open?.lift ?? 0;
    const lid = shared.uInk.value > 0 ? 0 : lift;
    near.uHinge.value.z = lid * LID_ANGLE;
    near.uHinge.value.w = lid * HINGE_LIFT;
    near.uModuleLift.value = lift * MODULE_LIFT;
    const { energizedDay, inServiceDay } = timeline;
    near.uState.value =
      live.day >= inServiceDay[rackIndex]! ? 2 : live.day >= energizedDay[rackIndex]! ? 1 : 0;
  });

  return (
    <group ref={group} visible={false}>
      {parts.draws.map(({ name, geometry }, at) => (
        <mesh
          key={name}
          geometry={geometry}
          material={materials[at]!}
          renderOrder={LAYER.near}
          frustumCulled={false}
        />
      ))}
    </group>
  );
}
