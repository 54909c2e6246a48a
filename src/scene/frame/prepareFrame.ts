import { type Camera, type Mesh, type Scene, type ShaderMaterial, Texture, type WebGLRenderer } from 'three';
import type { Steps } from '../../inventory/steps.ts';
import { inSlices } from '../../state/slices.ts';

/** Milliseconds between looks at the driver's progress. */
const LOOK_MS = 8;

/**
 * Prepares the first frame without blocking the main thread: compiles the programs of the visible meshes, in parallel where the driver
 * can, and uploads what they draw. Resolves when drawing them waits for nothing, or the context is lost.
 */
export async function prepareFrame(gl: WebGLRenderer, scene: Scene, camera: Camera): Promise<void> {
  const meshes: Mesh[] = [];
  scene.traverseVisible((object) => {
    if ('isMesh' in object) meshes.push(object as Mesh);
  });
  function* compile(): Steps<void> {
    for (const mesh of meshes) {
      gl.compile(mesh, camera, scene);
      yield;
    }
  }
  await inSlices(compile());
  const isLost = () => gl.getContext().isContextLost();
  while (!isLost() && meshes.some((mesh) => programOf(gl, mesh)?.isReady() === false))
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  // Drawing would ask for the uniforms and wait for the answer, too, and upload all records at a stretch.
  function* upload(): Steps<void> {
    for (const mesh of meshes) {
      if (isLost()) return;
      programOf(gl, mesh)?.getUniforms();
      yield;
      for (const { value } of Object.values((mesh.material as ShaderMaterial).uniforms))
        if (value instanceof Texture) gl.initTexture(value);
      yield;
    }
  }
  await inSlices(upload());
}

/** The program of a mesh, which three keeps in the properties of its material. */
const programOf = (gl: WebGLRenderer, { material }: Mesh) =>
  (gl.properties.get(material) as { currentProgram?: { isReady(): boolean; getUniforms(): unknown } })
    .currentProgram;
