import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { Layout } from '../../layout/layout.ts';
import { useChoice } from '../../state/hooks.ts';
import { BOX, itemGeometry, QUAD } from '../records/itemGeometry.ts';
import { footprintMaterial, footprintRecords } from '../ground/footprints.ts';
import { LAYER } from '../context/layers.ts';
import { Drawn } from '../context/Drawn.tsx';
import { NearParts } from './NearParts.tsx';
import { perVantage, VantageMesh, vantageOf } from '../context/VantageMesh.tsx';
import { together, useOwned, useScene } from '../context/SceneContext.ts';
import { firstRack, racksOfHalls, rowStarts } from './drawOrder.ts';
import {
  drawnRacks,
  drawSettled,
  NONE,
  rackRecords,
  settledOn,
  writeDays,
} from '../rackRecords/rackRecords.ts';
import { kindRecords } from '../rackRecords/kindRecords.ts';
import { nameLabel } from './nameLabel.ts';
import { MORE_PARTS, rackMaterial, rackShadowMaterial } from './rackMaterial.ts';

/** All racks, their shadows and marks of empty places, in three draw calls. `gpu` is the GPU whose server can be opened, 0 for none. */
export function Racks({ layout, gpu }: { layout: Layout; gpu: number }) {
  const { shared, frame, campusIndex, isMain } = useScene();
  const { timeline } = useScene().campus;
  const pointed = useChoice(({ pointed }) => (pointed?.campusIndex === campusIndex ? pointed.rackIndex : -1));
  // Only the plan's racks have outlines and hatches, which cost time in every pixel.
  const isPlan = useChoice(({ look }) => look === 'plan');
  const isCompared = useChoice(({ campuses }) => campuses.length > 1);
  const invalidate = useThree((state) => state.invalidate);

  const records = useOwned(() => rackRecords(layout), [layout]);
  const kinds = useOwned(() => kindRecords(layout.site.rackKinds), [layout.site.rackKinds]);
  useMemo(() => {
    writeDays(records, timeline);
  }, [records, timeline]);

  const racks = useOwned(() => {
    const geometry = itemGeometry(records.count + MORE_PARTS, BOX);
    const quads = itemGeometry(records.count, QUAD);
    const drawn = drawnRacks(records);
    const shadowed = drawnRacks(records);
    const racks = records.texture;
    const label = isCompared && !isPlan ? nameLabel(layout.site.name) : undefined;
    const material = perVantage((vantage) =>
      rackMaterial(shared, { racks, kinds, drawn, label }, vantage, isPlan),
    );
    const shadows = perVantage((vantage) =>
      rackShadowMaterial(shared, { racks, kinds, drawn: shadowed }, vantage),
    );
    return { ...together({ geometry, quads, material, shadows, ...(label && { label }) }), drawn, shadowed };
  }, [records, kinds, shared, isPlan, isCompared, layout.site.name]);
  const starts = useMemo(() => rowStarts(layout), [layout]);
  const ofHalls = useMemo(() => racksOfHalls(layout), [layout]);
  useFrame(() => {
    const { geometry, quads, material, drawn, shadowed } = racks;
    const { gap, day } = frame.current;
    const isOutside = vantageOf(frame.current) === 'outside';
    const settled = settledOn(records, day);
    // A gap leaves out single racks, and the plan outlines each one, so runs are then drawn rack by rack.
    const isWhole = isOutside && !isPlan && !gap;
    const items = drawSettled(drawn, isWhole ? settled : NONE);
    // Walls hide the racks of other halls.
    const { inside, hall, eye } = frame.current;
    const [first, count] = (inside === 1 && hall && ofHalls[hall.number - 1]) || [0, records.count];
    geometry.setDrawRange(0, (isOutside ? items : count + MORE_PARTS) * BOX.triangles.length);
    quads.setDrawRange(0, drawSettled(shadowed, settled) * QUAD.triangles.length);
    if (isOutside) return;
    const { uFirst, uAround } = material.inside.uniforms;
    uAround!.value.set([first, count]);
    uFirst!.value = Math.min(Math.max(firstRack(layout, starts, eye), first), first + Math.max(count - 1, 0));
  });
  useEffect(() => {
    racks.material.outside.uniforms.uPointed!.value = pointed;
    invalidate();
  }, [racks, pointed, invalidate]);

  return (
    <>
      <VantageMesh geometry={racks.geometry} materials={racks.material} renderOrder={LAYER.racks} />
      {isMain && <NearParts layout={layout} racks={records} kinds={kinds} gpu={gpu} />}
      <VantageMesh geometry={racks.quads} materials={racks.shadows} renderOrder={LAYER.rackShadow} />
      <Places layout={layout} isPlan={isPlan} />
    </>
  );
}

/** Marks of empty places. */
function Places({ layout, isPlan }: { layout: Layout; isPlan: boolean }) {
  const { shared, campus, frame } = useScene();
  const { timeline } = campus;
  const places = useOwned(() => {
    const { count, texture } = footprintRecords(layout, timeline);
    const geometry = itemGeometry(count, QUAD);
    const material = footprintMaterial(shared, texture, isPlan);
    return together({ texture, geometry, material });
  }, [layout, timeline, shared, isPlan]);
  /** The day from which every place but the spare ones has its rack. */
  const fullDay = useMemo(
    () => timeline.installedDay.reduce((last, day) => Math.max(last, day), 0),
    [timeline],
  );
  useFrame(() => {
    const waiting = frame.current.day > fullDay ? layout.racks.count : 0;
    places.geometry.setDrawRange(waiting * QUAD.triangles.length, Number.POSITIVE_INFINITY);
  });
  return <Drawn geometry={places.geometry} material={places.material} renderOrder={LAYER.footprints} />;
}
