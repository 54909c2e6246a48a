import { useFrame, useThree } from '@react-three/fiber';
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { campusOf, type Experience } from '../state/experience.ts';
import type { Arrived } from '../state/live.ts';
import { type Group, Object3D, type Vector3 } from 'three';
import { useChoice, useExperience, useRenderAgain } from '../state/hooks.ts';
import type { CameraHandle } from './camera/cameraHandle.ts';
import { CameraRig } from './camera/CameraRig.tsx';
import { hallsOf } from '../layout/parcels.ts';
import { isWithin } from '../model/rect.ts';
import { toSite } from '../model/standing.ts';
import type { Campus } from '../timeline/campus.ts';
import { campusIndexOf, partsOf, shownParcels } from '../timeline/parcels.ts';
import { shownGpu } from '../views/focus.ts';
import { parcelShowing } from '../views/viewPose.ts';
import { CampusMeshes } from './campus/CampusMeshes.tsx';
import { FrameLoop } from './frame/FrameLoop.tsx';
import { hasArrived } from './frame/hasArrived.ts';
import { Backdrop } from './ground/Backdrop.tsx';
import { Pointer } from './pointer/Pointer.tsx';
import { Sightlines } from './pointer/Sightlines.tsx';
import { Racks } from './racks/Racks.tsx';
import { optional } from './context/optional.tsx';
import { FRAME_STATE } from './context/order.ts';
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

/** The whole picture: every parcel of every campus where it stands on the ground, seen by one eye. */
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
        // Keyed by index, so that uniforms stay when another parcel takes the same index.
        <SceneContext key={index} value={each}>
          <ParcelScene parts={parts} />
        </SceneContext>
      ))}
      <SceneContext value={main}>
        <View />
        <Backdrop />
        <Pointer />
        <Sightlines parts={parts} />
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

/** The shown parcels with their parts, which stay while the parcel in the same place of the list becomes another. */
function useParts(experience: Experience): SceneParts[] {
  const campuses = useChoice((state) => state.campuses);
  const current = useChoice((state) => state.campusIndex);
  const gpu = useChoice((state) => state.gpu);
  const entered = useEntered(campuses[current]!);
  const [view] = useState(createView);
  const [kept] = useState<ReturnType<typeof createParts>[]>(() => []);
  const main = entered ?? parcelShowing(campuses[current]!, gpu);
  const invalidate = useThree((state) => state.invalidate);
  // Near parts of another parcel come with the next frame.
  useEffect(() => {
    if (main) invalidate();
  }, [main, invalidate]);
  return useMemo(
    () =>
      shownParcels(campuses).map((campus, index) => {
        const parts = (kept[index] ??= createParts(experience, view));
        const campusIndex = campusIndexOf(campuses, index);
        return {
          ...parts,
          ...{ campus, index, campusIndex, isCurrent: campusIndex === current, isMain: campus === main },
        };
      }),
    [campuses, current, main, experience, view, kept],
  );
}

/** The parcel of the current campus in one of whose buildings the eye is; undefined for none, and where a campus has one parcel only. */
function useEntered(campus: Campus): Campus | undefined {
  const [entered, enter] = useState<Campus>();
  const own = partsOf(campus);
  useFrame(({ camera: { position } }) => {
    enter(own.length > 1 ? own.find((parcel) => isEntered(parcel, position)) : undefined);
  }, FRAME_STATE);
  return entered && own.includes(entered) ? entered : undefined;
}

/** Whether an eye (scene frame) is in one of a parcel's buildings, below its eave. */
function isEntered(parcel: Campus, { x, y, z }: Vector3): boolean {
  const [across, along] = toSite(parcel, x, z);
  return parcel.site.buildings.some(({ rect, eave }) => y < eave && isWithin(rect, across, along));
}

/** One parcel in its place. An eye in a hall sees no other parcel. */
function ParcelScene({ parts }: { parts: readonly SceneParts[] }) {
  const { campus, index, isCurrent, isMain, shared } = useScene();
  const gpu = useChoice((state) => state.gpu);
  /** Whether the views are about this parcel; the eye may be in another one. */
  const isShown = useChoice((state) => isCurrent && campus === parcelShowing(campusOf(state), state.gpu));
  const { layout, at, site } = campus;
  const look = useChoice((state) => state.look);
  const onDrawing = useArrival('drawing');
  const onMarker = useArrival('marker');
  const focus = shownGpu(layout, gpu);
  useFrameState();
  const group = useRef<Group>(null);
  useFrame(() => {
    if (!group.current) return;
    group.current.visible = !parts.some((each) => each.index !== index && each.frame.current.inside >= 1);
    shared.uSun.value.copy(shared.uSunInSky.value).applyAxisAngle(Object3D.DEFAULT_UP, site.turn);
  });
  return (
    <group ref={group} position={[at[0], 0, at[1]]} rotation-y={-site.turn}>
      <CampusMeshes />
      {hallsOf(site).length > 0 && <Racks layout={layout} gpu={isMain && isShown ? focus : 0} />}
      {isMain && look === 'plan' && (
        <Suspense>
          <PlanDrawing onReady={onDrawing} />
        </Suspense>
      )}
      {isShown && gpu > 0 && (
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
