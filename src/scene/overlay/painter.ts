import type { BufferGeometry, DataTexture, Material, Mesh, Object3D, ShaderMaterial } from 'three';
import { type Fill, GRADE_FILLS } from '../../inventory/overlay/fills.ts';
import type { ClassOf, PaintedThing } from '../../inventory/overlay/painting.ts';
import type { SceneParts } from '../context/SceneContext.ts';
import { BOX } from '../records/itemGeometry.ts';
import { recordTexture } from '../records/recordSchema.ts';
import { type Drawing, overlayMaterial, overlayUniforms } from './overlayMaterial.ts';

/** Materials by the start of their names; sky, shadows, light on the ground and lines of the plan are not painted. */
const DRAWINGS: readonly (readonly [name: RegExp, Drawing & { isOfRacks?: boolean }])[] = [
  [/^boxes with/, { item: { record: 'Box' } }],
  [/^rods$/, { item: { record: 'Rod' } }],
  [/^trees$/, { item: { record: 'Tree' } }],
  [/^(people|paint on)/, { item: 'corner' }],
  [/^(racks from|boxes of near racks|tubes of near racks)/, { item: { record: 'Rack' }, isOfRacks: true }],
  [/^parts /, { item: { record: 'Part' }, isInk: true }],
  [/^tubes$/, { item: { record: 'Tube' }, isInk: true }],
  [/^footprints$/, {}],
];

/** What a geometry draws, in the order of its records, or of its corners if things have such. */
interface Drawn {
  things?: readonly DrawnThing[];
}
type DrawnThing = PaintedThing & { corners?: { length: number } };

/** Classes of what one geometry draws, or of a campus's racks; a texture of four in a texel. */
interface Classes {
  texture: DataTexture;
  data: Float32Array;
  campusIndex: number;
  things: Iterable<readonly [thing: PaintedThing, corners: number]>;
}

/** Marks of places without a rack, and anything that does not say what it is. */
const UNKNOWN: DrawnThing = { subject: { kind: 'slot' } };

function* thingsOf({ userData }: BufferGeometry): Classes['things'] {
  const { things = [UNKNOWN] }: Drawn = userData;
  for (const thing of things) yield [thing, thing.corners?.length ?? 1];
}

function* racksOf({ campus }: SceneParts): Classes['things'] {
  for (let rackIndex = 0; rackIndex < campus.layout.racks.count; rackIndex++)
    yield [{ subject: { kind: 'rack' }, rackIndex }, 1];
}

/** The material that a painted one was made from, else the material itself. */
const baseOf = (material: ShaderMaterial): ShaderMaterial => material.userData?.base ?? material;

const counted = (things: Classes['things']) => {
  let corners = 0;
  for (const [, own] of things) corners += own;
  return corners;
};

/**
 * Paints the meshes of a scene by class: draws them with materials of its own, made from theirs, until it is disposed of. It needs no
 * change in what draws them, so that a picture without overlay costs nothing.
 */
export function createPainter(scene: Object3D) {
  /** Painted materials by their bases. */
  const painted = new Map<Material, ShaderMaterial>();
  const classes = new Map<object, Classes>();
  const uniforms = overlayUniforms(GRADE_FILLS);
  let parts: readonly SceneParts[] = [];
  let classOf: readonly ClassOf[] = [];

  function fill({ texture, data, campusIndex, things }: Classes) {
    const own = classOf[campusIndex];
    if (!own) return;
    let at = 0;
    let isNew = false;
    for (const [thing, corners] of things) {
      const number = own(thing);
      for (const end = at + corners; at < end; at++) {
        isNew ||= data[at] !== number;
        data[at] = number;
      }
    }
    if (isNew) texture.needsUpdate = true;
  }

  /** The classes of a list of things, made once for a key, which is a geometry or a campus's racks. */
  function classesFor(key: object, campusIndex: number, list: () => Classes['things']): DataTexture {
    const known = classes.get(key);
    if (known) return known.texture;
    const made: Classes = {
      ...recordTexture(Math.ceil(counted(list()) / 4)),
      campusIndex,
      things: { [Symbol.iterator]: () => list()[Symbol.iterator]() },
    };
    classes.set(key, made);
    fill(made);
    return made.texture;
  }

  function make(base: ShaderMaterial, geometry: BufferGeometry): ShaderMaterial | undefined {
    const drawing = DRAWINGS.find(([name]) => name.test(base.name))?.[1];
    const part = parts.find(({ shared }) => base.uniforms.uCut === shared.uCut);
    if (!drawing || !part) return;
    const texture = drawing.isOfRacks
      ? classesFor(part.campus.layout, part.index, () => racksOf(part))
      : classesFor(geometry, part.index, () => thingsOf(geometry));
    const made = overlayMaterial(base, drawing, texture, uniforms);
    if (drawing.isOfRacks)
      // Each rack has a class of its own, so that none is drawn as a part of a run.
      Object.assign(made.uniforms, { uRuns: { value: 0 }, uTail: { value: 0 } });
    made.userData = { base };
    painted.set(base, made);
    // What draws it disposes of it when it is made anew, and when the context is lost.
    base.addEventListener('dispose', release);
    geometry.addEventListener('dispose', forget);
    return made;
  }

  const forget = ({ target }: { target: object }) => {
    classes.get(target)?.texture.dispose();
    classes.delete(target);
    if ('removeEventListener' in target) (target as BufferGeometry).removeEventListener('dispose', forget);
  };
  const release = ({ target }: { target: Material }) => {
    painted.get(target)?.dispose();
    painted.delete(target);
    target.removeEventListener('dispose', release);
  };
  function releaseAll() {
    for (const target of [...painted.keys()]) release({ target });
    for (const target of [...classes.keys()]) forget({ target });
  }

  function paint(mesh: Mesh<BufferGeometry, ShaderMaterial>) {
    const { geometry, material } = mesh;
    if (!material?.isShaderMaterial) return;
    const base = baseOf(material);
    const made = painted.get(base) ?? make(base, geometry);
    if (!made) return;
    mesh.material = made;
    if (base.name.startsWith('racks from outside'))
      geometry.setDrawRange(0, base.uniforms.uCount!.value * BOX.triangles.length);
  }

  return {
    /** Sets what things are painted as: the classes of each shown campus, in the order of `shown`. */
    set(shown: readonly SceneParts[], fills: readonly Fill[], own: readonly ClassOf[]) {
      const isOther = shown.some(({ campus }, at) => campus.layout !== parts[at]?.campus.layout);
      if (isOther) releaseAll();
      parts = shown;
      classOf = own;
      const { uOverlayPixels: _, ...given } = overlayUniforms(fills);
      for (const [name, { value }] of Object.entries(given))
        uniforms[name as keyof typeof given].value = value as never;
      for (const each of classes.values()) fill(each);
    },
    /** Paints all meshes; `pixels` are those of the picture for each CSS pixel. */
    paint(pixels: number) {
      uniforms.uOverlayPixels.value = pixels;
      scene.traverse((each) => {
        if ('isMesh' in each) paint(each as Mesh<BufferGeometry, ShaderMaterial>);
      });
    },
    /** Gives all meshes their own materials back, and frees what the painted ones held. It can paint again after that. */
    dispose() {
      scene.traverse((each) => {
        const mesh = each as Mesh;
        if ('isMesh' in each) mesh.material = baseOf(mesh.material as ShaderMaterial);
      });
      releaseAll();
    },
  };
}
