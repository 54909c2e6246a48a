import { type BufferGeometry, Group, Mesh, type ShaderMaterial } from 'three';
import { describe, expect, it } from 'vitest';
import { GRADE_FILLS } from '../../src/inventory/overlay/fills.ts';
import { boxRecords } from '../../src/scene/boxes/boxes.ts';
import { boxMaterial } from '../../src/scene/boxes/boxMaterial.ts';
import { ROD, rodMaterial, rodRecords } from '../../src/scene/campus/rods.ts';
import { treeMaterial, treeRecords } from '../../src/scene/campus/trees.ts';
import type { SceneParts } from '../../src/scene/context/SceneContext.ts';
import { footprintMaterial, footprintRecords } from '../../src/scene/ground/footprints.ts';
import { paintSteps } from '../../src/scene/ground/paintGeometry.ts';
import { paintMaterial } from '../../src/scene/ground/paintMaterial.ts';
import { rackBoxMaterial, rackTubeMaterial } from '../../src/scene/near/nearRackMaterials.ts';
import { rackBoxRecords, rackTubeRecords } from '../../src/scene/near/nearRecords.ts';
import {
  createServerUniforms,
  partMaterial,
  TURNS,
  tubeMaterial,
} from '../../src/scene/near/serverMaterials.ts';
import { partRecords, tubeRecords } from '../../src/scene/near/parts.ts';
import { createPainter } from '../../src/scene/overlay/painter.ts';
import { crowdOf } from '../../src/scene/people/crowd.ts';
import { personMaterial } from '../../src/scene/people/personMaterial.ts';
import { kindRecords } from '../../src/scene/rackRecords/kindRecords.ts';
import { drawnRacks, rackRecords } from '../../src/scene/rackRecords/rackRecords.ts';
import { rackMaterial, rackShadowMaterial } from '../../src/scene/racks/rackMaterial.ts';
import { BOX, itemGeometry, QUAD, type Shape } from '../../src/scene/records/itemGeometry.ts';
import { createSharedUniforms, createViewUniforms } from '../../src/scene/shading/shared.ts';
import { classesOn } from '../../src/inventory/overlay/painting.ts';
import { makeCampus } from '../../src/timeline/campus.ts';
import { inventory } from '../../src/inventory/inventory.ts';
import { finish } from '../../src/inventory/steps.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';

const campus = makeCampus({ id: 'own', document: generatedSite(4000) });
const things = inventory(campus.layout, campus.timeline);
const shared = createSharedUniforms(createViewUniforms());
const part = { campus, shared, index: 0, isMain: true } as SceneParts;
const racks = rackRecords(campus.layout);
const kinds = kindRecords(campus.site.rackKinds);
const drawn = drawnRacks(racks);
const near = { racks, kinds, uNear: { value: new Int32Array(0) } };
const labels = { uLabels: { value: new Int32Array(0) }, uFigures: { value: undefined as never } };
const white = { value: undefined };

/** Geometry of some things, as the scene makes it. */
function of(list: readonly unknown[], shape: Shape): BufferGeometry {
  const geometry = itemGeometry(list.length, shape);
  geometry.userData = { things: list };
  return geometry;
}
const rackGeometry = itemGeometry(racks.count, BOX);
const people = crowdOf(things.people).geometry;

/** Every material that the scene paints, with its geometry. */
const meshes = (isPlan: boolean): [ShaderMaterial, BufferGeometry][] => [
  ...(['outside', 'inside'] as const).flatMap((vantage): [ShaderMaterial, BufferGeometry][] => [
    [boxMaterial(shared, boxRecords(things.boxes), vantage, isPlan), of(things.boxes, BOX)],
    [rackMaterial(shared, { racks: racks.texture, kinds, drawn }, vantage, isPlan), rackGeometry],
    [paintMaterial(shared, white, 'floors', isPlan, vantage), finish(paintSteps(things.floors))],
  ]),
  [rodMaterial(shared, rodRecords(things.rods), isPlan), of(things.rods, ROD)],
  [treeMaterial(shared, treeRecords(things.trees), isPlan), of(things.trees, QUAD)],
  [personMaterial(shared, isPlan), people],
  [
    footprintMaterial(shared, footprintRecords(campus.layout, campus.timeline).texture, isPlan),
    itemGeometry(3, QUAD),
  ],
  [rackBoxMaterial(shared, near, rackBoxRecords(campus.site.rackKinds), labels), itemGeometry(3, BOX)],
  [rackTubeMaterial(shared, near, rackTubeRecords(campus.site.rackKinds)), itemGeometry(3, BOX)],
  ...Object.keys(TURNS).map((turn): [ShaderMaterial, BufferGeometry] => [
    partMaterial(shared, createServerUniforms(), partRecords([]), turn as 'fine', isPlan, {
      figures: undefined as never,
      openness: undefined as never,
    }),
    of([{ subject: { kind: 'gpu' }, rackIndex: 0, server: 1 }], BOX),
  ]),
  [tubeMaterial(shared, createServerUniforms(), tubeRecords([]), isPlan), itemGeometry(3, QUAD)],
];

/** A scene of meshes, painted by grade on a day. */
function painted(isPlan: boolean, day = 400) {
  const scene = new Group();
  const list = meshes(isPlan);
  for (const [material, geometry] of list) scene.add(new Mesh(geometry, material));
  const painter = createPainter(scene);
  painter.set([part], GRADE_FILLS, [classesOn('evidence', [campus], 0, day)]);
  painter.paint(1);
  const materials = () => scene.children.map((mesh) => (mesh as Mesh).material as ShaderMaterial);
  return { scene, list, painter, materials };
}

describe('painted materials', () => {
  it.each([
    ['the picture', false],
    ['the plan', true],
  ])('are there for all that is drawn in %s, once each', (_where, isPlan) => {
    const { list, painter, materials } = painted(isPlan);
    const first = materials();
    for (const [at, material] of first.entries()) {
      const [base] = list[at]!;
      expect(material.name).toBe(`${base.name}, painted`);
      expect(material.vertexShader).toContain('overlayMain()');
      expect(material.fragmentShader.match(/vec3 overlayShade\(/g)).toHaveLength(1);
      // What is written to the base's uniforms is drawn.
      expect(material.uniforms.uDay).toBe(base.uniforms.uDay);
      expect(material.blending).toBe(base.blending);
    }
    painter.paint(1);
    expect(materials()).toEqual(first);
  });

  it('leave shadows, and are taken away again with everything that they hold', () => {
    const { scene, list, painter, materials } = painted(false);
    const shadow = rackShadowMaterial(shared, { racks: racks.texture, kinds, drawn }, 'outside');
    const mesh = new Mesh(rackGeometry, shadow);
    scene.add(mesh);
    painter.paint(1);
    expect(mesh.material).toBe(shadow);
    scene.remove(mesh);
    let held = 0;
    for (const material of materials()) {
      for (const each of [material, material.uniforms.uOverlayClasses!.value])
        each.addEventListener('dispose', () => held--);
      held += 2;
    }
    painter.dispose();
    expect(materials()).toEqual(list.map(([base]) => base));
    // Racks and what is near them share their classes.
    expect(held).toBe(0);
    // As after a lost context.
    painter.paint(1);
    expect(materials().every(({ userData }, at) => userData.base === list[at]![0])).toBe(true);
  });

  it('go with the materials that they were made from', () => {
    const { list, painter, materials } = painted(false);
    const [[base]] = list as [[ShaderMaterial, BufferGeometry]];
    const [before] = materials();
    base.dispose();
    painter.paint(1);
    const [after] = materials();
    expect(after).not.toBe(before);
    expect(after!.userData.base).toBe(base);
  });

  it('read the class of each thing where its record or its corners are', () => {
    const { materials, list } = painted(false);
    const classOf = classesOn('evidence', [campus], 0, 400);
    const classes = (at: number): Float32Array => materials()[at]!.uniforms.uOverlayClasses!.value.image.data;
    for (const [at, box] of things.boxes.entries()) expect(classes(0)[at]).toBe(classOf(box));
    for (let rackIndex = 0; rackIndex < racks.count; rackIndex++)
      expect(classes(1)[rackIndex]).toBe(classOf({ subject: { kind: 'rack' }, rackIndex }));
    let corner = 0;
    for (const thing of list[2]![1].userData.things) {
      expect(classes(2)[corner]).toBe(classOf(thing));
      corner += thing.corners.length;
    }
    expect(corner).toBe(list[2]![1].getAttribute('position').count);
  });
});
