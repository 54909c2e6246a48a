import { useMemo } from 'react';
import type { BufferGeometry, Camera, WebGLRenderer } from 'three';
import { shownThings } from '../../inventory/shownThings.ts';
import type { Box } from '../../inventory/things/shapes.ts';
import { useChoice, useExperience } from '../../state/hooks.ts';
import { boxRecords, casterRecords } from '../boxes/boxes.ts';
import { boxMaterial } from '../boxes/boxMaterial.ts';
import { BOX, itemGeometry, QUAD, tube } from '../records/itemGeometry.ts';
import { shareOf } from '../context/pixelRatio.ts';
import { glowMaterial } from '../ground/glowMaterial.ts';
import { glowRecords } from '../ground/glows.ts';
import { paintGeometry } from '../ground/paintGeometry.ts';
import { paintMaterial } from '../ground/paintMaterial.ts';
import { casterShadowMaterial } from '../ground/shadowMaterial.ts';
import { finishOf } from '../materials/materials.ts';
import { LAYER } from '../context/layers.ts';
import { perVantage, VantageMesh } from '../context/VantageMesh.tsx';
import { together, useOwned, useScene } from '../context/SceneContext.ts';
import type { FrameState } from '../frameState/frameState.ts';
import type { Vantage } from '../shading/culling.ts';
import { hasLampLight } from '../shading/look.ts';
import { colour } from '../shading/shared.ts';
import { largestFirst, shadowedAt } from './casters.ts';
import { detailsNear, fineLast, peopleNear, seenFrom } from './details.ts';
import { crowdOf } from '../people/crowd.ts';
import { personMaterial } from '../people/personMaterial.ts';
import { ROD_SIDES, rodRecords } from './rods.ts';
import { treeRecords } from './trees.ts';
import { rodMaterial, treeMaterial } from './solidMaterials.ts';

/** Sets the draw range of a list that is sorted by `fineLast` to what is visible from the eye's height. */
function drawSeen(things: readonly { fine?: boolean }[], { triangles }: { triangles: readonly number[] }) {
  const seen = seenFrom(things);
  return (_gl: unknown, _stage: unknown, camera: Camera, geometry: BufferGeometry) =>
    geometry.setDrawRange(0, seen(camera.position.y) * triangles.length);
}

/** Vantage of the floor's material: `inside` only while it reflects. */
const mirroring = ({ mirror }: FrameState): Vantage => (mirror > 0 ? 'inside' : 'outside');

/** Whether a box needs the shader variant with fans and windows. */
const isFanned = (box: Box) => ['chiller', 'bus'].includes(finishOf(box));

/**
 * Everything in a campus except its racks: ground, floors, buildings, yard, trees and people. Campuses other than the current one
 * are drawn without things that are too small to be visible from there.
 */
export function CampusMeshes() {
  const { shared, palette, frame, index, isMain } = useScene();
  const isPlan = useChoice(({ look }) => look === 'plan');
  const hasGlows = useChoice((state) => hasLampLight(state.look));
  const { store } = useExperience();
  const campuses = useChoice((state) => state.campuses);
  const campus = useMemo(() => shownThings(campuses)[index]!, [campuses, index]);
  const parts = useOwned(() => {
    const details = campus.details.flat();
    const crowd = crowdOf(campus.people);
    const textures = together({
      boxes: boxRecords(fineLast(campus.boxes.filter((box) => !isFanned(box)))),
      fanned: boxRecords(campus.boxes.filter(isFanned)),
      details: boxRecords(details),
      floorCasters: casterRecords(campus.floorCasters),
      casters: casterRecords(largestFirst(campus.casters)),
      rods: rodRecords(fineLast(campus.rods)),
      trees: treeRecords(campus.trees),
      glows: glowRecords(campus.glows),
    });
    const geometries = together({
      ground: paintGeometry(campus.ground),
      floors: paintGeometry(campus.floors),
      boxes: itemGeometry(campus.boxes.filter((box) => !isFanned(box)).length, BOX),
      fanned: itemGeometry(campus.boxes.filter(isFanned).length, BOX),
      details: itemGeometry(details.length, BOX),
      casters: itemGeometry(campus.casters.length, QUAD),
      floorCasters: itemGeometry(campus.floorCasters.length, QUAD),
      rods: itemGeometry(campus.rods.length, tube(ROD_SIDES)),
      trees: itemGeometry(campus.trees.length, QUAD),
      glows: itemGeometry(campus.glows.length, QUAD),
      people: crowd.geometry,
    });
    return { ...together({ textures, geometries }), crowd };
  }, [campus]);
  const { textures, geometries, crowd } = parts;
  const materials = useOwned(() => {
    const line = { value: colour(isPlan ? palette.floorLineOfPlan : palette.floorLine) };
    return together({
      shadows: casterShadowMaterial(shared, textures.casters),
      floorShadow: casterShadowMaterial(shared, textures.floorCasters),
      details: perVantage((vantage) => boxMaterial(shared, textures.details, vantage, isPlan)),
      glows: glowMaterial(shared, textures.glows),
      floors: perVantage((vantage) => paintMaterial(shared, line, 'floors', isPlan, vantage)),
      ground: paintMaterial(shared, line, 'ground', isPlan),
      boxes: perVantage((vantage) => boxMaterial(shared, textures.boxes, vantage, isPlan)),
      fanned: boxMaterial(shared, textures.fanned, 'outside', isPlan, 'fans'),
      rods: rodMaterial(shared, textures.rods, isPlan),
      trees: treeMaterial(shared, palette.tree, textures.trees, isPlan),
      people: personMaterial(shared, isPlan),
    });
  }, [textures, shared, palette, isPlan]);

  const seen = useMemo(
    () => ({
      boxes: drawSeen(
        campus.boxes.filter((box) => !isFanned(box)),
        BOX,
      ),
      rods: drawSeen(campus.rods, tube(ROD_SIDES)),
      shadows: shadowedAt(campus.casters),
    }),
    [campus],
  );
  /** Draws the details of the hall that the eye is in or near. */
  const drawNear = (_gl: unknown, _stage: unknown, _eye: Camera, geometry: BufferGeometry) => {
    const { first, count } = detailsNear(campus, frame.current.eye);
    geometry.setDrawRange(first * BOX.triangles.length, count * BOX.triangles.length);
  };

  const drawPeople = (_gl: unknown, _stage: unknown, _eye: Camera, geometry: BufferGeometry) => {
    const { eye, inside } = frame.current;
    const { first, count } = peopleNear(crowd, campus.site, eye, inside === 1);
    geometry.setDrawRange(first, count);
  };

  /** Nothing outside is drawn for an eye in a hall. */
  const drawOutside = (_gl: unknown, _stage: unknown, _eye: Camera, geometry: BufferGeometry) => {
    geometry.setDrawRange(0, frame.current.inside < 1 ? Number.POSITIVE_INFINITY : 0);
  };

  /** Shadows on the ground: fewer while a slow machine moves. */
  const drawShadows = (gl: WebGLRenderer, _stage: unknown, _eye: Camera, geometry: BufferGeometry) => {
    const casters = frame.current.inside < 1 ? seen.shadows(shareOf(gl, store.getState().quality)) : 0;
    geometry.setDrawRange(0, casters * QUAD.triangles.length);
  };

  return (
    <>
      <VantageMesh
        geometry={geometries.boxes}
        materials={materials.boxes}
        renderOrder={LAYER.boxes}
        onBeforeRender={seen.boxes}
      />
      <mesh
        geometry={geometries.fanned}
        material={materials.fanned}
        renderOrder={LAYER.boxes}
        frustumCulled={false}
        onBeforeRender={drawOutside}
      />
      {isMain && (
        <VantageMesh
          geometry={geometries.details}
          materials={materials.details}
          renderOrder={LAYER.boxes}
          onBeforeRender={drawNear}
        />
      )}
      <mesh
        geometry={geometries.rods}
        material={materials.rods}
        renderOrder={LAYER.rods}
        frustumCulled={false}
        onBeforeRender={seen.rods}
      />
      <mesh
        geometry={geometries.trees}
        material={materials.trees}
        renderOrder={LAYER.standing}
        frustumCulled={false}
        onBeforeRender={drawOutside}
      />
      <mesh
        geometry={geometries.people}
        material={materials.people}
        renderOrder={LAYER.standing}
        frustumCulled={false}
        onBeforeRender={drawPeople}
      />
      {isMain && (
        <mesh
          geometry={geometries.floorCasters}
          material={materials.floorShadow}
          renderOrder={LAYER.rackShadow}
          frustumCulled={false}
        />
      )}
      <VantageMesh
        geometry={geometries.floors}
        materials={materials.floors}
        at={mirroring}
        renderOrder={LAYER.floors}
      />
      <mesh
        geometry={geometries.casters}
        material={materials.shadows}
        renderOrder={LAYER.groundShadow}
        frustumCulled={false}
        onBeforeRender={drawShadows}
      />
      <mesh
        geometry={geometries.glows}
        material={materials.glows}
        renderOrder={LAYER.glows}
        frustumCulled={false}
        visible={hasGlows}
        onBeforeRender={drawOutside}
      />
      <mesh
        geometry={geometries.ground}
        material={materials.ground}
        renderOrder={index === 0 ? LAYER.ground : LAYER.otherGround}
        frustumCulled={false}
        onBeforeRender={drawOutside}
      />
    </>
  );
}
