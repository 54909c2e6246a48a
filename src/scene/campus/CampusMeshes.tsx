import { useFrame, useThree } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import type { BufferGeometry, Mesh } from 'three';
import { shownThings } from '../../inventory/shownThings.ts';
import { useChoice, useExperience } from '../../state/hooks.ts';
import { boxMaterial } from '../boxes/boxMaterial.ts';
import { Drawn } from '../context/Drawn.tsx';
import { BOX, QUAD, type Shape } from '../records/itemGeometry.ts';
import { shareOf } from '../context/pixelRatio.ts';
import { glowMaterial } from '../ground/glows.ts';
import { floorBedMaterial, paintMaterial } from '../ground/paintMaterial.ts';
import { casterShadowMaterial } from '../ground/shadowMaterial.ts';
import { LAYER } from '../context/layers.ts';
import { perVantage, VantageMesh, vantageOf } from '../context/VantageMesh.tsx';
import { together, useOwned, useScene } from '../context/SceneContext.ts';
import type { FrameState } from '../frameState/frameState.ts';
import type { Vantage } from '../shading/culling.ts';
import { hasLampLight, PALETTE } from '../shading/look.ts';
import { colour } from '../shading/shared.ts';
import { takeThings } from './campusThings.ts';
import { detailsNear, peopleNear } from './details.ts';
import type { Range } from './hallThings.ts';
import { personImageMaterial, personMaterial } from '../people/personMaterial.ts';
import { ROD, rodMaterial } from './rods.ts';
import { treeMaterial } from './trees.ts';

/** Vantage of the floor's material: `inside` only while it reflects. */
const mirroring = ({ mirror }: FrameState): Vantage => (mirror > 0 ? 'inside' : 'outside');

/**
 * Everything in a parcel except its racks: ground, floors, buildings, yard, trees and people. Parcels other than the main one
 * are drawn without things that are too small to be visible from there.
 */
export function CampusMeshes() {
  const { shared, frame, index, isMain } = useScene();
  const isPlan = useChoice(({ look }) => look === 'plan');
  const hasGlows = useChoice((state) => hasLampLight(state.look));
  const { store } = useExperience();
  const gl = useThree((state) => state.gl);
  const campuses = useChoice((state) => state.campuses);
  const campus = useMemo(() => shownThings(campuses)[index]!, [campuses, index]);
  const things = useOwned(() => takeThings(campus), [campus]);
  const materials = useOwned(() => {
    const line = { value: colour(isPlan ? PALETTE.floorLineOfPlan : PALETTE.floorLine) };
    return together({
      casters: casterShadowMaterial(shared, things.casters.texture),
      floorCasters: casterShadowMaterial(shared, things.floorCasters.texture),
      details: perVantage((vantage) => boxMaterial(shared, things.details.texture, vantage, isPlan)),
      glows: glowMaterial(shared, things.glows.texture),
      floors: perVantage((vantage) => paintMaterial(shared, line, 'floors', isPlan, vantage)),
      ground: paintMaterial(shared, line, 'ground', isPlan),
      boxes: perVantage((vantage) => boxMaterial(shared, things.boxes.texture, vantage, isPlan)),
      fanned: boxMaterial(shared, things.fanned.texture, 'outside', isPlan, 'fans'),
      rods: rodMaterial(shared, things.rods.texture, isPlan),
      trees: treeMaterial(shared, things.trees.texture, isPlan),
      people: personMaterial(shared, isPlan),
      images: personImageMaterial(shared),
      floorBed: floorBedMaterial(shared),
    });
  }, [things, shared, isPlan]);

  type Draw = (geometry: BufferGeometry) => void;
  const { seen, crowd } = things;
  const setRange = (geometry: BufferGeometry, { triangles }: Shape, { first, count }: Range) =>
    geometry.setDrawRange(first * triangles.length, count * triangles.length);
  /** Draws what is seen from the eye, in a hall only what is in it. */
  const drawSeen =
    (shape: Shape, seenAt: (eyeY: number, hall: number) => Range): Draw =>
    (geometry) => {
      const { eye, inside, hall } = frame.current;
      setRange(geometry, shape, seenAt(eye.y, inside === 1 && hall ? hall.number : 0));
    };
  /** Nothing outside is drawn for an eye in a hall. */
  const drawOutside: Draw = (geometry) =>
    geometry.setDrawRange(0, frame.current.inside < 1 ? Number.POSITIVE_INFINITY : 0);
  /** Draws the details of the hall that the eye is in or near. */
  const drawDetails: Draw = (geometry) => setRange(geometry, BOX, detailsNear(campus, frame.current.eye));
  const drawPeople: Draw = (geometry) => {
    const { eye, inside } = frame.current;
    const { first, count } = peopleNear(crowd, campus.site, eye, inside === 1);
    geometry.setDrawRange(first, count);
  };
  /** Draws shadows on the ground: fewer while a slow machine moves. */
  const drawShadows: Draw = (geometry) => {
    const count = frame.current.inside < 1 ? seen.casters(shareOf(gl, store.getState().quality)) : 0;
    setRange(geometry, QUAD, { first: 0, count });
  };
  const meshes: readonly (readonly [
    Exclude<keyof typeof materials, 'dispose' | 'images' | 'floorBed'>,
    order: number,
    Draw?,
  ])[] = [
    ['boxes', LAYER.boxes, drawSeen(BOX, seen.boxes)],
    ['fanned', LAYER.boxes, drawOutside],
    ['details', LAYER.boxes, drawDetails],
    ['rods', LAYER.rods, drawSeen(ROD, seen.rods)],
    ['trees', LAYER.standing, drawOutside],
    ['people', LAYER.standing, drawPeople],
    ['floorCasters', LAYER.rackShadow],
    ['floors', LAYER.floors],
    ['casters', LAYER.groundShadow, drawShadows],
    ['glows', LAYER.glows, drawOutside],
    ['ground', index === 0 ? LAYER.ground : LAYER.otherGround, drawOutside],
  ];
  const shown: Partial<Record<string, boolean>> = { details: isMain, floorCasters: isMain, glows: hasGlows };

  const images = useRef<Mesh>(null);
  useFrame(() => {
    if (images.current) images.current.visible = frame.current.mirror > 0;
  });
  const drawn = meshes.map(([name, renderOrder, draw]) => {
    const { geometry } = things[name];
    const material = materials[name];
    const mesh = {
      geometry,
      renderOrder,
      // What a parcel has none of costs no draw call.
      visible: (shown[name] ?? true) && geometry.index?.count !== 0,
      onBeforeRender: () => draw?.(geometry),
    };
    if (!('inside' in material)) return <Drawn key={name} material={material} {...mesh} />;
    const at = name === 'floors' ? mirroring : vantageOf;
    return <VantageMesh key={name} materials={material} at={at} {...mesh} />;
  });
  return (
    <>
      {drawn}
      {/* The pipes that it hides are too small to be seen from another parcel. */}
      <Drawn
        visible={isMain && things.floors.geometry.index?.count !== 0}
        geometry={things.floors.geometry}
        material={materials.floorBed}
        renderOrder={LAYER.floorBed}
      />
      <Drawn
        ref={images}
        visible={false}
        geometry={things.people.geometry}
        material={materials.images}
        renderOrder={LAYER.images}
        onBeforeRender={() => drawPeople(things.people.geometry)}
      />
    </>
  );
}
