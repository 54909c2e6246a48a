import { useEffect, useState } from 'react';
import { type Camera, type OrthographicCamera, Vector2, type WebGLRenderer } from 'three';
import type { Layout } from '../../layout/layout.ts';
import { useChoice } from '../../state/hooks.ts';
import { createLengths } from '../../state/lengths.ts';
import { subject } from '../camera/stations.ts';
import { itemGeometry, QUAD } from '../columns/columns.ts';
import { LAYER } from '../layers.ts';
import { useOwned, useScene } from '../SceneContext.ts';
import { planDrawing } from './drawing.ts';
import { createLetters } from './letters.ts';
import { strokeMaterial } from './strokeMaterial.ts';
import { strokeColumns } from './strokes.ts';

/** CSS pixels of an em in a picture of this size: the page's own measure, that a wall can be read from the back of the room. */
export const emFor = (width: number, height: number): number =>
  0.8 * Math.max(15, Math.min(height * 0.016, width * 0.009));

/** Counts the times that a font has come in: letters are written again then. */
function useFonts(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const loaded = () => setCount((before) => before + 1);
    document.fonts.addEventListener('loadingdone', loaded);
    return () => document.fonts.removeEventListener('loadingdone', loaded);
  }, []);
  return count;
}

/** Dimensions, names and outlines over the plan: one draw. There only while the plan is. */
export function PlanDrawing({ layout, onReady }: { layout: Layout; onReady: () => void }) {
  const { shared } = useScene();
  const gpu = useChoice((state) => state.gpu);
  const tag = useChoice((state) => state.langWish) ?? navigator.language;
  const fonts = useFonts();
  const { rackIndex } = subject(layout, gpu);
  const parts = useOwned(() => {
    const letters = createLetters();
    const { count, texture } = strokeColumns(planDrawing(layout, rackIndex), letters, createLengths(tag));
    const geometry = itemGeometry(count, QUAD);
    const material = strokeMaterial(shared, texture, letters.texture);
    const owned = [letters, texture, geometry, material];
    return { letters, geometry, material, dispose: () => owned.forEach((part) => part.dispose()) };
  }, [layout, rackIndex, tag, fonts, shared]);
  useEffect(() => {
    if (parts) onReady();
  }, [parts, onReady]);

  /** Adapts the drawing to the frame that is about to be drawn: the window's or a picture's. */
  function adapt(gl: WebGLRenderer, camera: Camera) {
    const { letters, material } = parts;
    const { uSize, uAtlasSize, uEm, uDensity, uScale } = material.uniforms;
    const { top, bottom } = camera as OrthographicCamera;
    const { width, height } = gl.getSize(new Vector2());
    const em = emFor(width, height);
    gl.getDrawingBufferSize(uSize!.value);
    uEm!.value = (em * uSize!.value.height) / height;
    uScale!.value = ((top - bottom) / height) * em;
    letters.raster(uEm!.value);
    uDensity!.value = letters.density();
    const { image } = letters.texture;
    uAtlasSize!.value.set(image.width, image.height);
  }
  return (
    <mesh
      geometry={parts.geometry}
      material={parts.material}
      renderOrder={LAYER.drawing}
      frustumCulled={false}
      onBeforeRender={(gl, _scene, camera) => adapt(gl, camera)}
    />
  );
}
