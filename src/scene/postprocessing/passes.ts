import type {
  Camera,
  Object3D,
  PerspectiveCamera,
  ShaderMaterial,
  WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import BLUR from './blur.frag.glsl';
import BRIGHT from './bright.frag.glsl';
import type { Three } from './composer.ts';
import DEPTH from './depth.glsl';
import EDGE_KEPT from './edge.glsl';
import FOCUSED from './focused.frag.glsl';
import LAMPS from './lamps.glsl';
import OCCLUSION from './occlusion.frag.glsl';
import SCREEN_VERTEX from './screen.vert.glsl';
import SMOOTHED from './smoothed.frag.glsl';
import WITH_BLOOM from './withBloom.frag.glsl';
import WITH_OCCLUSION from './withOcclusion.frag.glsl';
import type { Effect } from './wanted.ts';

/** Samples per pixel of a frame drawn for an effect; without an effect the canvas does its own antialiasing. */
const SAMPLES = 4;

/** How much darker the corners of a picture are, share. */
const EDGE = 0.16;

/** Nearer than this the eye sees what lies before and behind its subject less sharp, metres. Farther away nothing would show it. */
const FOCUSED_WITHIN = 8;

/** three's constants by value: an import would move three out of the first chunk. */
const LINEAR = 1006 satisfies typeof import('three').LinearFilter;
const DEPTH_STENCIL = 1027 satisfies typeof import('three').DepthStencilFormat;
const UNSIGNED_24_8 = 1020 satisfies typeof import('three').UnsignedInt248Type;

/** Draws a frame into a target and from there to the canvas through full-screen passes. The caller disposes of it. */
export interface Passes {
  readonly effect: Effect;
  /** `focus` is the distance of the eye's subject, metres. */
  draw(gl: WebGLRenderer, scene: Object3D, camera: Camera, focus: number): void;
  dispose(): void;
}

/** One full-screen pass into a target or to the canvas, at 1 / `coarse` of the frame's width and height. */
interface Pass {
  material: ShaderMaterial;
  into?: WebGLRenderTarget;
  coarse: number;
}

/** Makes the passes of an effect. Their targets follow the size of the drawing buffer. */
export function createPasses(effect: Effect, three: Three): Passes {
  const { BufferAttribute, BufferGeometry, Camera, Mesh, Vector2 } = three;
  const target = frame(three);
  const sharp = small(three);
  const own = effect === 'bloom' ? bloom(target, three) : occlusion(target, three);
  const last = own.at(-1)!;
  const focused: Pass = {
    material: full(three, 'focused', DEPTH + FOCUSED, {
      uFrom: textureOf(sharp),
      uDepth: { value: target.depthTexture },
      uFocus: { value: 1 },
    }),
    coarse: 1,
  };
  const passes = [...own, focused];
  // One triangle over the whole picture.
  const geometry = new BufferGeometry();
  const corners = new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]);
  geometry.setAttribute('position', new BufferAttribute(corners, 3));
  const mesh = new Mesh(geometry);
  mesh.frustumCulled = false;
  const flat = new Camera();
  const size = new Vector2();

  function follow(gl: WebGLRenderer, camera: PerspectiveCamera, focus: number) {
    focused.material.uniforms.uFocus!.value = focus;
    if (focus < FOCUSED_WITHIN) last.into = sharp;
    else delete last.into;
    gl.getDrawingBufferSize(size);
    target.setSize(size.x, size.y);
    for (const { material, into, coarse } of passes) {
      const [width, height] = [Math.ceil(size.x / coarse), Math.ceil(size.y / coarse)];
      into?.setSize(width, height);
      const { uPixel, uNearFar, uReach, uEdge } = material.uniforms;
      uPixel!.value.set(1 / width, 1 / height);
      uNearFar!.value.set(camera.near, camera.far);
      const { elements } = camera.projectionMatrix;
      uReach!.value.set(1 / elements[0]!, 1 / elements[5]!);
      // A part of a larger picture has no edge of its own.
      uEdge!.value = elements[8] === 0 && elements[9] === 0 ? EDGE : 0;
    }
  }

  return {
    effect,
    draw(gl, scene, camera, focus) {
      // The plan, which has an orthographic camera, has no effects.
      follow(gl, camera as PerspectiveCamera, focus);
      // Draw calls of all passes count as one frame's.
      gl.info.autoReset = false;
      gl.info.reset();
      gl.setRenderTarget(target);
      gl.render(scene, camera);
      for (const { material, into } of last.into ? passes : own) {
        mesh.material = material;
        gl.setRenderTarget(into ?? null);
        gl.render(mesh, flat);
      }
      gl.info.autoReset = true;
    },
    dispose() {
      target.depthTexture?.dispose();
      target.dispose();
      sharp.dispose();
      geometry.dispose();
      for (const { material, into } of passes) {
        material.dispose();
        into?.dispose();
      }
    },
  };
}

/** The target of the frame, with a stencil for the floors, and with its depth, which passes read. */
function frame({ DepthTexture, WebGLRenderTarget }: Three): WebGLRenderTarget {
  const target = new WebGLRenderTarget(1, 1, { samples: SAMPLES, stencilBuffer: true });
  target.depthTexture = new DepthTexture(1, 1, UNSIGNED_24_8);
  target.depthTexture.format = DEPTH_STENCIL;
  return target;
}

/** A target without depth. */
const small = ({ WebGLRenderTarget }: Three) =>
  new WebGLRenderTarget(1, 1, { depthBuffer: false, minFilter: LINEAR, magFilter: LINEAR });

/** The material of a full-screen pass. */
const full = (
  { ShaderMaterial, Vector2 }: Three,
  name: string,
  fragmentShader: string,
  uniforms: ShaderMaterial['uniforms'],
): ShaderMaterial =>
  new ShaderMaterial({
    name,
    vertexShader: SCREEN_VERTEX,
    fragmentShader,
    uniforms: {
      uPixel: { value: new Vector2() },
      uNearFar: { value: new Vector2() },
      uReach: { value: new Vector2() },
      uEdge: { value: 0 },
      ...uniforms,
    },
    depthTest: false,
    depthWrite: false,
  });

type Five = [WebGLRenderTarget, WebGLRenderTarget, WebGLRenderTarget, WebGLRenderTarget, WebGLRenderTarget];

const textureOf = ({ texture }: WebGLRenderTarget) => ({ value: texture });

function bloom(from: WebGLRenderTarget, three: Three): Pass[] {
  const [half, across, wide, farAcross, far] = [1, 2, 3, 4, 5].map(() => small(three)) as Five;
  const uFrom = textureOf(from);
  const blur = (name: string, source: WebGLRenderTarget, x: number, y: number) =>
    full(three, name, BLUR, { uFrom: textureOf(source), uWay: { value: new three.Vector2(x, y) } });
  const around = { uFrom, uNear: textureOf(half), uWide: textureOf(wide), uFar: textureOf(far) };
  return [
    { material: full(three, 'bright', LAMPS + BRIGHT, { uFrom }), into: half, coarse: 2 },
    { material: blur('across', half, 1, 0), into: across, coarse: 4 },
    { material: blur('along', across, 0, 1), into: wide, coarse: 4 },
    { material: blur('far across', wide, 1, 0), into: farAcross, coarse: 16 },
    { material: blur('far along', farAcross, 0, 1), into: far, coarse: 16 },
    { material: full(three, 'with bloom', LAMPS + EDGE_KEPT + WITH_BLOOM, around), coarse: 1 },
  ];
}

function occlusion(from: WebGLRenderTarget, three: Three): Pass[] {
  const [rough, smooth] = [small(three), small(three)];
  const uDepth = { value: from.depthTexture };
  const smoothing = { uDepth, uFrom: textureOf(rough) };
  const darkened = { uFrom: textureOf(from), uOcclusion: textureOf(smooth) };
  return [
    { material: full(three, 'occlusion', DEPTH + OCCLUSION, { uDepth }), into: rough, coarse: 2 },
    { material: full(three, 'smoothed', DEPTH + SMOOTHED, smoothing), into: smooth, coarse: 2 },
    { material: full(three, 'with occlusion', EDGE_KEPT + WITH_OCCLUSION, darkened), coarse: 1 },
  ];
}
