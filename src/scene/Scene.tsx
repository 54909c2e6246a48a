import { useMemo } from 'react';
import { useChoice, useExperience } from '../state/hooks.ts';
import type { CameraHandle } from './camera/cameraHandle.ts';
import { CameraRig } from './camera/CameraRig.tsx';
import { CampusMeshes } from './campus/CampusMeshes.tsx';
import { FrameLoop } from './frame/FrameLoop.tsx';
import { Backdrop } from './ground/Backdrop.tsx';
import { Marker } from './pointer/Marker.tsx';
import { Pointer } from './pointer/Pointer.tsx';
import { Racks } from './racks/Racks.tsx';
import { SceneContext } from './SceneContext.ts';
import { MODEL_LOOK } from './shading/look.ts';
import { createSharedUniforms } from './shading/shared.ts';

/** The whole picture: what layout and timeline say, drawn. */
export function Scene({ camera, onDrawn }: { camera: CameraHandle; onDrawn: () => void }) {
  const experience = useExperience();
  const layout = useChoice((state) => state.layout);
  const parts = useMemo(
    () => ({ experience, look: MODEL_LOOK, shared: createSharedUniforms(MODEL_LOOK) }),
    [experience],
  );
  return (
    <SceneContext value={parts}>
      <CampusMeshes layout={layout} />
      <Racks layout={layout} />
      <Backdrop />
      <Marker />
      <Pointer />
      <CameraRig handle={camera} />
      <FrameLoop onDrawn={onDrawn} />
    </SceneContext>
  );
}
