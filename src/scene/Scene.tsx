import { useFrame, useThree } from '@react-three/fiber';
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Experience } from '../state/experience.ts';
import type { Arrived } from '../state/live.ts';
import { type Group, Object3D } from 'three';
import { useChoice, useExperience, useRenderAgain } from '../state/hooks.ts';
import type { CameraHandle } from './camera/cameraHandle.ts';
import { CameraRig } from './camera/CameraRig.tsx';
import { shownGpu } from '../views/focus.ts';
import { CampusMeshes } from './campus/CampusMeshes.tsx';
import { FrameLoop } from './frame/FrameLoop.tsx';
import { hasArrived } from './frame/hasArrived.ts';
import { Backdrop } from './ground/Backdrop.tsx';
import { Pointer } from './pointer/Pointer.tsx';
import { Sightlines } from './pointer/Sightlines.tsx';
import { Racks } from './racks/Racks.tsx';
import { optional } from './context/optional.tsx';
import { createParts, createView, SceneContext, type SceneParts, useScene } from './context/SceneContext.ts';
import { useFrameState, useViewState } from './frame/useFrameState.ts';

/** Loaded with the first plan; if that fails, the plan is drawn without dimensions. */
const PlanDrawing = optional(async () => {
  const { PlanDrawing, loadType } = await import('./plan/PlanDrawing.tsx');
  await loadType();
  return { default: PlanDrawing };
});

/** Loaded with the first overlay; if that fails, things keep their own colours. */
const Overlay = optional(() => import('./overlay/Overlay.tsx'));

/** Loaded when a GPU is first selected; if that fails, it is not marked. */
const Marker = optional(() => import('./pointer/Marker.tsx'));

/** The whole picture: every campus where it stands on the ground, seen by one eye. */
export function Scene({ camera, onDrawn }: { camera: CameraHandle; onDrawn: () => void }) {
  const experience = useExperience();
  useRenderAgain();
  const parts = useParts(experience);
  const main = parts.find(({ isMain }) => isMain)!;
  const look = useChoice((state) => state.look);
  const page = useChoice((state) => state.page);
  const overlay = useChoice((state) => state.overlay);
  const invalidate = useThree((state) => state.invalidate);
  useEffect(() => {
    if (look && page) invalidate();
  }, [look, page, invalidate]);
  // Present the first frame only when it is complete.
  const { live } = experience;
  const onPainted = useArrival('paint');
  return (
    <>
      {parts.map((each, index) => (
        // Keyed by index, so that uniforms stay when another campus takes the same index.
        <SceneContext key={index} value={each}>
          <CampusScene main={main} />
        </SceneContext>
      ))}
      <SceneContext value={main}>
        <View />
        <Backdrop />
        <Pointer />
        <Sightlines campuses={parts} />
        <CameraRig handle={camera} />
        <FrameLoop onDrawn={() => hasArrived(experience) && !live.pending && onDrawn()} />
        {overlay !== 'none' && (
          <Suspense>
            <Overlay overlay={overlay} parts={parts} onReady={onPainted} />
          </Suspense>
        )}
      </SceneContext>
    </>
  );
}

/** What to call when a part of the picture has been loaded. A function of its own, so that it holds on to no campus. */
function useArrival(part: Arrived): () => void {
  const { live } = useExperience();
  return useCallback(() => {
    live.arrived.add(part);
    live.touch();
  }, [live, part]);
}

/** The shown campuses with their parts, which stay while the campus in the same place of the list becomes another. */
function useParts(experience: Experience): SceneParts[] {
  const campuses = useChoice((state) => state.campuses);
  const campusIndex = useChoice((state) => state.campusIndex);
  const [view] = useState(createView);
  const [kept] = useState<ReturnType<typeof createParts>[]>(() => []);
  return useMemo(
    () =>
      campuses.map((campus, index) => {
        const parts = (kept[index] ??= createParts(experience, view));
        return { ...parts, campus, index, isMain: index === campusIndex };
      }),
    [campuses, campusIndex, experience, view, kept],
  );
}

/** One campus in its place. An eye in one of the main campus's halls sees none of the others. */
function CampusScene({ main }: { main: SceneParts }) {
  const { campus, isMain, shared } = useScene();
  const { layout, at, site } = campus;
  const look = useChoice((state) => state.look);
  const gpu = useChoice((state) => state.gpu);
  const onDrawing = useArrival('drawing');
  const onMarker = useArrival('marker');
  const focus = shownGpu(layout, isMain ? gpu : 0);
  useFrameState();
  const group = useRef<Group>(null);
  useFrame(() => {
    if (!group.current) return;
    group.current.visible = isMain || main.frame.current.inside < 1;
    shared.uSun.value.copy(shared.uSunInSky.value).applyAxisAngle(Object3D.DEFAULT_UP, site.turn);
  });
  return (
    <group ref={group} position={[at[0], 0, at[1]]} rotation-y={-site.turn}>
      <CampusMeshes />
      <Racks layout={layout} gpu={isMain ? focus : 0} />
      {isMain && look === 'plan' && (
        <Suspense>
          <PlanDrawing onReady={onDrawing} />
        </Suspense>
      )}
      {isMain && gpu > 0 && (
        <Suspense>
          <Marker onReady={onMarker} />
        </Suspense>
      )}
    </group>
  );
}

/** What all campuses have in common in a frame. */
function View() {
  useViewState();
  return null;
}
