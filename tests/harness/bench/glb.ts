/** A file of plain boxes for viewers of models: made by the bench's page, since three's exporter wants a browser. */
import { BoxGeometry, Mesh, MeshStandardMaterial } from 'three';
import { GLTFExporter } from 'three/addons/exporters/GLTFExporter.js';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';

/** Middle and size along x, y and z of one box after the other, metres. */
export type Boxes = readonly (readonly [number, number, number, number, number, number])[];

/** One mesh with one material, as a GLB in base64. */
async function boxesGlb(boxes: Boxes): Promise<string> {
  const parts = boxes.map(([x, y, z, width, height, depth]) =>
    new BoxGeometry(width, height, depth).translate(x, y, z),
  );
  const mesh = new Mesh(mergeGeometries(parts), new MeshStandardMaterial({ color: 0x555555 }));
  const file = (await new GLTFExporter().parseAsync(mesh, { binary: true })) as ArrayBuffer;
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(new Blob([file]));
  });
}

export interface WithGlb {
  boxesGlb: typeof boxesGlb;
}
(window as unknown as WithGlb).boxesGlb = boxesGlb;
