/** What the scene is measured against, drawn by three as plainly as it can be: the page of the bench. */
import { createRoot, extend, useFrame } from '@react-three/fiber';
import { InstancedMesh2 } from '@three.ez/instanced-mesh';
import { createElement, Fragment, useRef } from 'react';
import {
  BoxGeometry,
  Color,
  DirectionalLight,
  HemisphereLight,
  InstancedMesh,
  Matrix4,
  Mesh,
  MeshStandardMaterial,
  OrthographicCamera,
  PerspectiveCamera,
  PlaneGeometry,
  Scene,
  setConsoleFunction,
  Vector3,
  WebGLRenderer,
} from 'three';

export type Baseline = 'floor' | 'boxes' | 'instancedMesh2' | 'oneMesh';

interface Drawing {
  /** Draws one frame; the number of the frame lets something change in it. */
  draw(frame: number): void;
  gl: WebGLRenderingContext | WebGL2RenderingContext;
  dispose(): void;
}

const width = 1280;
const height = 720;

// fiber creates a Clock, which three reports as deprecated.
setConsoleFunction((type, message, ...rest) => {
  if (!String(message).includes('Clock')) console[type === 'log' ? 'log' : type](message, ...rest);
});

function newCanvas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  document.body.replaceChildren(canvas);
  return canvas;
}

function plainRenderer(): WebGLRenderer {
  const renderer = new WebGLRenderer({
    canvas: newCanvas(),
    antialias: false,
    powerPreference: 'high-performance',
  });
  renderer.setPixelRatio(1);
  renderer.setSize(width, height, false);
  renderer.shadowMap.enabled = false;
  return renderer;
}

function litScene(): Scene {
  const scene = new Scene();
  scene.background = new Color(0xe9e7e1);
  const sun = new DirectionalLight(0xffffff, 2);
  sun.position.set(1, 2, 1.5);
  scene.add(sun, new HemisphereLight(0xffffff, 0x888888, 1));
  return scene;
}

/** Every pixel shaded once: one quad over the whole picture. */
function floor(): Drawing {
  const renderer = plainRenderer();
  const scene = litScene();
  const geometry = new PlaneGeometry(2, 2);
  const material = new MeshStandardMaterial({ color: 0x9a9890, roughness: 0.8 });
  scene.add(new Mesh(geometry, material));
  const camera = new OrthographicCamera(-1, 1, 1, -1, 0, 2);
  camera.position.z = 1;
  return drawingOf(renderer, scene, camera, () => {
    geometry.dispose();
    material.dispose();
  });
}

const gpu = { width: 0.066, height: 0.15, depth: 0.9, perServer: 8, servers: 8 };
const rackPitch = { x: 0.6, z: 2.9 };

/** Centres of one box per GPU, in racks in rows as in a hall, over a ground about as wide as it is deep; metres. */
function gpuCentres(count: number): { at: (index: number, out: Vector3) => Vector3; radius: number } {
  const racks = Math.ceil(count / (gpu.perServer * gpu.servers));
  const columns = Math.max(1, Math.round(Math.sqrt((racks * rackPitch.z) / rackPitch.x)));
  const rows = Math.ceil(racks / columns);
  return {
    radius: Math.hypot(columns * rackPitch.x, rows * rackPitch.z) / 2,
    at(index, out) {
      const cell = index % gpu.perServer;
      const server = Math.floor(index / gpu.perServer) % gpu.servers;
      const rack = Math.floor(index / (gpu.perServer * gpu.servers));
      return out.set(
        ((rack % columns) - (columns - 1) / 2) * rackPitch.x + (cell - 3.5) * (gpu.width + 0.004),
        0.2 + server * (gpu.height + 0.08),
        (Math.floor(rack / columns) - (rows - 1) / 2) * rackPitch.z,
      );
    },
  };
}

/** The whole field in view from above and aside, as the site station shows it. */
function siteCamera(radius: number): PerspectiveCamera {
  const camera = new PerspectiveCamera(32, width / height, radius / 50, radius * 10);
  camera.position
    .set(0.45, 0.55, 0.7)
    .normalize()
    .multiplyScalar(radius * 2.6);
  camera.lookAt(0, 0, 0);
  return camera;
}

function boxes(count: number): Drawing {
  const renderer = plainRenderer();
  const scene = litScene();
  const { at, radius } = gpuCentres(count);
  const geometry = new BoxGeometry(gpu.width, gpu.height, gpu.depth);
  const material = new MeshStandardMaterial({ color: 0x3a3c3e, roughness: 0.6 });
  const mesh = new InstancedMesh(geometry, material, count);
  const matrix = new Matrix4();
  const centre = new Vector3();
  for (let index = 0; index < count; index++) mesh.setMatrixAt(index, matrix.setPosition(at(index, centre)));
  mesh.frustumCulled = false;
  scene.add(mesh);
  return drawingOf(renderer, scene, siteCamera(radius), () => {
    mesh.dispose();
    geometry.dispose();
    material.dispose();
  });
}

function instancedMesh2(count: number): Drawing {
  const renderer = plainRenderer();
  const scene = litScene();
  const { at, radius } = gpuCentres(count);
  const geometry = new BoxGeometry(gpu.width, gpu.height, gpu.depth);
  const material = new MeshStandardMaterial({ color: 0x3a3c3e, roughness: 0.6 });
  const mesh = new InstancedMesh2(geometry, material, { capacity: count, renderer });
  mesh.addInstances(count, (entity, index) => {
    at(index, entity.position);
  });
  scene.add(mesh);
  return drawingOf(renderer, scene, siteCamera(radius), () => {
    mesh.dispose();
    geometry.dispose();
    material.dispose();
  });
}

function TurningMesh() {
  const mesh = useRef<Mesh>(null);
  useFrame(() => mesh.current?.rotateY(0.01));
  return createElement(
    'mesh',
    { ref: mesh },
    createElement('boxGeometry'),
    createElement('meshStandardMaterial'),
  );
}

/** The least that React Three Fiber costs per frame: a scene of one mesh, turned by a frame callback. */
async function oneMesh(): Promise<Drawing> {
  extend({ Mesh, BoxGeometry, MeshStandardMaterial, DirectionalLight, HemisphereLight });
  const root = createRoot(newCanvas());
  await root.configure({
    frameloop: 'never',
    dpr: 1,
    size: { width, height, top: 0, left: 0 },
    camera: { position: [2, 2, 3] },
  });
  const store = root.render(
    createElement(
      Fragment,
      null,
      createElement('directionalLight', { position: [1, 2, 1.5] }),
      createElement('hemisphereLight'),
      createElement(TurningMesh),
    ),
  );
  while (!store.getState().scene.getObjectByProperty('isMesh', true)) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  let time = 0;
  return {
    gl: store.getState().gl.getContext(),
    draw() {
      time += 1 / 60;
      store.getState().advance(time);
    },
    dispose: () => root.unmount(),
  };
}

function drawingOf(
  renderer: WebGLRenderer,
  scene: Scene,
  camera: PerspectiveCamera | OrthographicCamera,
  free: () => void,
): Drawing {
  return {
    gl: renderer.getContext(),
    draw: () => renderer.render(scene, camera),
    dispose() {
      free();
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}

const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] ?? Number.NaN)
    : ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2;
};

let current: { key: string; drawing: Drawing } | undefined;

async function prepare(kind: Baseline, gpus: number): Promise<Drawing> {
  const key = `${kind} ${gpus}`;
  if (current?.key === key) return current.drawing;
  current?.drawing.dispose();
  current = undefined;
  const makers = { floor, boxes, instancedMesh2, oneMesh };
  const drawing = await makers[kind](gpus);
  current = { key, drawing };
  return drawing;
}

/** Draws `warmUp` frames that are not counted, then n, waits for the GPU after each, and answers medians, ms. */
async function measure(kind: Baseline, gpus: number, n: number, warmUp: number) {
  const { draw, gl } = await prepare(kind, gpus);
  const pixel = new Uint8Array(4);
  const jsMs: number[] = [];
  const frameMs: number[] = [];
  for (let frame = -warmUp; frame < n; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const start = performance.now();
    draw(frame);
    const drawn = performance.now();
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    const done = performance.now();
    if (frame < 0) continue;
    jsMs.push(drawn - start);
    frameMs.push(done - start);
  }
  return { jsMs: median(jsMs), frameMs: median(frameMs) };
}

export interface Baselines {
  measure: typeof measure;
}

Object.assign(window, { baselines: { measure } satisfies Baselines });
