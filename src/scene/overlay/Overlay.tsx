import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import { classesOn, fillsOf, type Painted } from '../../inventory/overlay/painting.ts';
import { useExperience } from '../../state/hooks.ts';
import { ownDay } from '../../timeline/campus.ts';
import { DRAWING } from '../context/order.ts';
import { type SceneParts, useOwned } from '../context/SceneContext.ts';
import { createPainter } from './painter.ts';

/** Paints everything in the picture by how well it is known or by when it came; a chunk of its own. */
export default function Overlay({
  overlay,
  parts,
  onReady,
}: {
  overlay: Painted;
  parts: readonly SceneParts[];
  onReady: () => void;
}) {
  const { live } = useExperience();
  const scene = useThree((state) => state.scene);
  const painter = useOwned(() => createPainter(scene), [scene]);
  const known = useRef<unknown[]>([]);
  useFrame(({ gl }) => {
    // Only grades depend on the day.
    const day = overlay === 'evidence' ? Math.floor(live.day) : 0;
    const wanted = [painter, overlay, parts, day];
    if (wanted.some((value, at) => value !== known.current[at])) {
      known.current = wanted;
      const campuses = parts.map(({ campus }) => campus);
      painter.set(
        parts,
        fillsOf(overlay, campuses),
        campuses.map((campus, index) =>
          classesOn(overlay, campuses, index, ownDay(campus, campuses[0]!, day)),
        ),
      );
    }
    painter.paint(gl.getPixelRatio());
  }, DRAWING - 1);
  useEffect(onReady, [onReady]);
  return null;
}
