import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import type { Group } from 'three';
import { addressOf } from '../../layout/address.ts';
import type { Layout } from '../../layout/layout.ts';
import { modulePlan } from '../../layout/modulePlan.ts';
import { serverParts } from '../../layout/serverParts.ts';
import { serverOf, serverPosition } from '../../layout/serverPlan.ts';
import { useChoice } from '../../state/hooks.ts';
import type { SubjectKind } from '../../inventory/things/subject.ts';
import { Drawn } from '../context/Drawn.tsx';
import { LAYER } from '../context/layers.ts';
import { together, useOwned, useScene } from '../context/SceneContext.ts';
import { subjectOf } from './nearAt.ts';
import { openServer } from './openServer.ts';
import { opennessTexture } from './openness.ts';
import { ruleFigures } from './rule.ts';
import { COPPER, hingeOf, LID_ANGLE } from './lid.ts';
import { rollOf } from './roll.ts';
import { geometryOf, partDraws } from './partDraws.ts';
import { tubeRecords } from './parts.ts';
import { createServerUniforms, TUBE, tubeMaterial } from './serverMaterials.ts';

/** The server that the near stations are about: drawn only while it is out of its rack. */
export function OpenServer({ layout, gpu }: { layout: Layout; gpu: number }) {
  const { shared, frame, campus } = useScene();
  const isPlan = useChoice((state) => state.look === 'plan');
  const group = useRef<Group>(null);
  const near = useMemo(createServerUniforms, []);
  const { rackIndex, kind, accelerator } = useMemo(() => serverOf(layout, gpu), [layout, gpu]);

  const server = useOwned(() => {
    const plan = serverParts(layout, kind, accelerator);
    const { parts, tubes, stays } = openServer(
      plan,
      modulePlan(layout, accelerator, plan.modules[0] ?? plan.board),
    );
    const textures = { figures: ruleFigures(), openness: opennessTexture(plan, parts, tubes) };
    const thingOf = (kind: SubjectKind) => ({ subject: { kind }, rackIndex, server: 1 });
    const draws = partDraws(parts, (part) => thingOf(subjectOf(part)), {
      ...{ shared, uniforms: near, isPlan, textures },
    });
    const shown = isPlan ? tubes : [...tubes, ...stays];
    const records = tubeRecords(shown);
    const material = tubeMaterial(shared, near, records, isPlan);
    const kinds = shown.map(({ is }, at) => is ?? (at < tubes.length ? 'hose' : 'cold-plate'));
    draws.push(together({ records, material, geometry: geometryOf(kinds.map(thingOf), TUBE) }));
    return {
      ...{ plan, draws },
      dispose: () => [...Object.values(textures), ...draws].forEach((part) => part.dispose()),
    };
  }, [layout.site, rackIndex, kind, accelerator, isPlan, shared, near]);

  useEffect(() => {
    const { x, y, z, facing } = serverPosition(layout, gpu);
    near.uServer.value.set(x, y, z, facing);
    const subject = addressOf(layout, gpu).gpu;
    // None of its parts is the subject where there are no GPUs.
    near.uSubject.value = subject || -1;
    const module = server.plan.modules[subject - 1] ?? server.plan.board;
    [near.uHinge.value.x, near.uHinge.value.y] = hingeOf(module);
    near.uPlate.value.set(module.x, module.size[0] * COPPER.width, module.size[2] * COPPER.length);
    near.uExtent.value.set(server.plan.width, server.plan.depth);
  }, [layout, gpu, near, server]);

  useFrame(() => {
    if (!group.current) return;
    const { open, day } = frame.current;
    group.current.visible = open?.rackIndex === rackIndex;
    near.uRoll.value.set(rollOf(server.plan, open?.out ?? 0), server.plan.height / 2);
    near.uHinge.value.z = isPlan ? 0 : (open?.lift ?? 0) * LID_ANGLE;
    const { energizedDay, inServiceDay } = campus.timeline;
    near.uState.value = day >= inServiceDay[rackIndex]! ? 2 : day >= energizedDay[rackIndex]! ? 1 : 0;
  });

  return (
    <group ref={group} visible={false}>
      {server.draws.map(({ geometry, material }) => (
        <Drawn key={material.name} geometry={geometry} material={material} renderOrder={LAYER.near} />
      ))}
    </group>
  );
}
