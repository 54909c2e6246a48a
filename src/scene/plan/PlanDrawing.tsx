import { useEffect, useState } from 'react';
import { type Camera, type OrthographicCamera, Vector2, type WebGLRenderer } from 'three';
import { toScene, toSite } from '../../model/standing.ts';
import { campusIndexOf, shownParcels } from '../../timeline/parcels.ts';
import { shownGpu } from '../../views/focus.ts';
import { serverOf } from '../../layout/serverPlan.ts';
import { useChoice, useExperience } from '../../state/hooks.ts';
import { createLengths } from '../../state/lengths.ts';
import { freeWindow } from '../../views/freeWindow.ts';
import { subjectRack } from '../../views/stations.ts';
import { itemGeometry, QUAD } from '../records/itemGeometry.ts';
import { Drawn } from '../context/Drawn.tsx';
import { LAYER } from '../context/layers.ts';
import { together, useOwned, useScene } from '../context/SceneContext.ts';
import { chosenTag, sayIn } from '../../state/words.ts';
import { planDrawing } from './content/planDrawing.ts';
import { createLetters } from './sheet/letters.ts';
import { planWords } from './content/planWords.ts';
import { strokeMaterial } from './sheet/strokeMaterial.ts';
import { strokeRecords } from './sheet/strokeRecords.ts';
import { titleEnd } from './sheet/titleBlock.ts';
import type { PlanPoint } from './content/statement.ts';
import { titles } from './content/titles.ts';

export { loadType } from './sheet/type.ts';

/** CSS pixels of an em in a picture of this size, in step with the page's own type. */
const emFor = (width: number, height: number): number =>
  0.8 * Math.max(15, Math.min(height * 0.016, width * 0.009));

/** Counts how often fonts have been loaded; letters are written again each time. */
function useFonts(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const loaded = () => setCount((before) => before + 1);
    document.fonts.addEventListener('loadingdone', loaded);
    return () => document.fonts.removeEventListener('loadingdone', loaded);
  }, []);
  return count;
}

/** Dimensions, names and outlines over the plan of all parcels, in one draw call. Belongs into the main parcel, in the look of the plan. */
export function PlanDrawing({ onReady }: { onReady: () => void }) {
  const { shared, frame, campus, campusIndex } = useScene();
  const { live } = useExperience();
  const { layout } = campus;
  const gpu = useChoice((state) => state.gpu);
  const chips = useChoice((state) => state.chips.length);
  const campuses = useChoice((state) => state.campuses);
  const tag = chosenTag(useChoice((state) => state.langWish));
  const fonts = useFonts();
  const { rackIndex } = subjectRack(layout, gpu);
  const focus = shownGpu(layout, gpu);
  const travel = focus > 0 ? serverOf(layout, focus).plan.travel : 0;
  const parts = useOwned(() => {
    const letters = createLetters();
    const say = sayIn(tag, planWords);
    const lengths = createLengths(tag);
    // Of other parcels only what is seen from afar, in this one's frame.
    const others = shownParcels(campuses).flatMap((other, at) => {
      const place = ([x, z]: PlanPoint) => toSite(campus, ...toScene(other, x, z));
      const stands = { place, turn: other.site.turn - campus.site.turn };
      return other === campus
        ? []
        : [
            {
              ...planDrawing(other.layout, other.layout.racks.count, 0, say),
              ...{ stands, campusIndex: campusIndexOf(campuses, at) },
            },
          ];
    });
    // Compared chips hide the server under their bench.
    const own = { ...planDrawing(layout, rackIndex, chips > 0 ? 0 : focus, say), campusIndex };
    // Titles name what is shown of the whole campus.
    const all = titles(campuses[campusIndex]!.layout, rackIndex, focus, lengths, say, {
      chips,
      campuses: campuses.length,
    });
    const { count, texture } = strokeRecords([own, ...others], letters, lengths, say, all);
    const ends = all.map(({ zoomLevel, text }) => [zoomLevel, titleEnd(letters, text)] as const);
    const geometry = itemGeometry(count, QUAD);
    const material = strokeMaterial(shared, texture, letters.texture);
    return { ...together({ letters, texture, geometry, material }), ends: new Map(ends) };
  }, [campus, campusIndex, campuses, layout, rackIndex, focus, chips, tag, fonts, shared]);
  useEffect(() => {
    if (parts) onReady();
  }, [parts, onReady]);

  /** Adapts the drawing to the frame that is about to be drawn: the window's or a picture's. */
  function adapt(gl: WebGLRenderer, camera: Camera) {
    const { letters, material, ends } = parts;
    const { uSize, uAtlasSize, uEm, uDensity, uScale, uFree, uTitle, uOpened, uZoomLevel } =
      material.uniforms;
    const { projectionMatrix, view } = camera as OrthographicCamera;
    const { width, height } = gl.getSize(new Vector2());
    const em = emFor(width, height);
    gl.getDrawingBufferSize(uSize!.value);
    uEm!.value = (em * uSize!.value.height) / height;
    uScale!.value = (2 * em) / (projectionMatrix.elements[5]! * height);
    // Nothing is written under the page's panels; a picture that is saved has none.
    const dense = uSize!.value.height / height;
    const free = freeWindow({ width, height }, live.covered);
    const whole = { x: width / 2, y: height / 2, width, height };
    const { x, y, ...shape } = view?.enabled ? free : whole;
    const [left, below] = [x - shape.width / 2, height - y - shape.height / 2];
    uFree!.value.set(left, below, left + shape.width, below + shape.height).multiplyScalar(dense);
    uOpened!.value = (frame.current.open?.out ?? 0) / (travel || 1);
    uZoomLevel!.value = live.zoomLevel;
    uTitle!.value = ends.get(Math.floor(live.zoomLevel + 0.5)) ?? 0;
    letters.raster(uEm!.value);
    uDensity!.value = letters.density();
    const { image } = letters.texture;
    uAtlasSize!.value.set(image.width, image.height);
  }
  return (
    <Drawn
      geometry={parts.geometry}
      material={parts.material}
      renderOrder={LAYER.drawing}
      onBeforeRender={(gl, _scene, camera) => adapt(gl, camera)}
    />
  );
}
