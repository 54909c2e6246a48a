import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { useChoice, useExperience } from '../state/hooks.ts';
import type { CameraHandle } from './camera/cameraHandle.ts';
import { CameraRig } from './camera/CameraRig.tsx';
import { CampusMeshes } from './campus/CampusMeshes.tsx';
import { FrameLoop } from './frame/FrameLoop.tsx';
import { Backdrop } from './ground/Backdrop.tsx';
import { Marker } from './pointer/Marker.tsx';
import { Pointer } from './pointer/Pointer.tsx';
import { Racks } from './racks/Racks.tsx';
import { PlanDrawing } from './plan/PlanDrawing.tsx';
import { SceneContext } from './SceneContext.ts';
import { LIGHTS, PALETTE } from './shading/look.ts';
import { applyLight, createSharedUniforms } from './shading/shared.ts';

/** The whole picture: what layout and timeline say, drawn. */
export function Scene({ camera, onDrawn }: { camera: CameraHandle; onDrawn: () => void }) {
  const experience = useExperience();
  const layout = useChoice((state) => state.layout);
  const timeline = useChoice((state) => state.timeline);
  const look = useChoice((state) => state.look);
  const invalidate = useThree((state) => state.invalidate);
  const parts = useMemo(() => ({ experience, look: PALETTE, shared: createSharedUniforms() }), [experience]);
  // Before anything is drawn, and again whenever the look changes.
  useMemo(() => applyLight(parts.shared, LIGHTS[look]), [parts, look]);
  useEffect(() => {
    if (look) invalidate();
  }, [look, invalidate]);
  return (
    <SceneContext value={parts}>
      <CampusMeshes layout={layout} timeline={timeline} />
      <Racks layout={layout} />
      <Backdrop />
      {look === 'plan' && <PlanDrawing layout={layout} />}
      <Marker />
      <Pointer />
      <CameraRig handle={camera} />
      <FrameLoop onDrawn={onDrawn} />
    </SceneContext>
  );
}
