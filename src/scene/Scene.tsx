import { useThree } from '@react-three/fiber';
import {
  type ComponentProps,
  type ComponentType,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { useCampus, useChoice, useExperience } from '../state/hooks.ts';
import type { CameraHandle } from './camera/cameraHandle.ts';
import { CameraRig } from './camera/CameraRig.tsx';
import { focusGpu } from '../views/focus.ts';
import { Technicians } from './near/Technicians.tsx';
import { CampusMeshes } from './campus/CampusMeshes.tsx';
import { FrameLoop } from './frame/FrameLoop.tsx';
import { Backdrop } from './ground/Backdrop.tsx';
import { Marker } from './pointer/Marker.tsx';
import { Pointer } from './pointer/Pointer.tsx';
import type { PlanDrawing as Drawing } from './plan/PlanDrawing.tsx';
import { Racks } from './racks/Racks.tsx';
import { SceneContext } from './context/SceneContext.ts';
import { lightOf, PALETTE } from './shading/look.ts';
import { applyLight, createSharedUniforms } from './shading/shared.ts';

/** Comes with the first plan. A picture without its lengths is better than none. */
const PlanDrawing = lazy<ComponentType<ComponentProps<typeof Drawing>>>(() =>
  import('./plan/PlanDrawing.tsx').then(
    ({ PlanDrawing }) => ({ default: PlanDrawing }),
    () => ({ default: NoDrawing }),
  ),
);

function NoDrawing({ onReady }: { onReady: () => void }) {
  useEffect(onReady, [onReady]);
  return null;
}

/** The whole picture: what layout and timeline say, drawn. */
export function Scene({ camera, onDrawn }: { camera: CameraHandle; onDrawn: () => void }) {
  const experience = useExperience();
  const layout = useCampus((campus) => campus.layout);
  const timeline = useCampus((campus) => campus.timeline);
  const look = useChoice((state) => state.look);
  const page = useChoice((state) => state.page);
  const gpu = useChoice((state) => state.gpu);
  const focus = gpu > 0 && gpu <= layout.totals.gpus ? gpu : focusGpu(layout);
  const invalidate = useThree((state) => state.invalidate);
  const parts = useMemo(() => ({ experience, look: PALETTE, shared: createSharedUniforms() }), [experience]);
  // Before anything is drawn, and again whenever the look changes.
  useMemo(() => applyLight(parts.shared, lightOf(look, page)), [parts, look, page]);
  useEffect(() => {
    if (look && page) invalidate();
  }, [look, page, invalidate]);
  // The first frame is presented when there is all of it.
  const isDrawn = useRef(false);
  const whole = useCallback(() => {
    isDrawn.current = true;
    invalidate();
  }, [invalidate]);
  return (
    <SceneContext value={parts}>
      <CampusMeshes layout={layout} timeline={timeline} />
      <Racks layout={layout} gpu={focus} />
      {focus > 0 && look !== 'plan' && <Technicians layout={layout} gpu={focus} />}
      <Backdrop />
      {look === 'plan' && (
        <Suspense>
          <PlanDrawing layout={layout} onReady={whole} />
        </Suspense>
      )}
      <Marker />
      <Pointer />
      <CameraRig handle={camera} />
      <FrameLoop
        onDrawn={() => (look !== 'plan' || isDrawn.current) && !experience.live.pending && onDrawn()}
      />
    </SceneContext>
  );
}
