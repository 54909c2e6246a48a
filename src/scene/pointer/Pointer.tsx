import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { type Hit, pick } from '../../layout/pick.ts';
import { useExperience } from '../../state/hooks.ts';
import type { SceneParts } from '../context/SceneContext.ts';
import { openModule } from './openModule.ts';
import { type PointerRay, rayThrough } from './rayThrough.ts';

/** A press that moves farther than this, CSS pixels, is a drag. */
const STILL = 5;

/** A position in the window, CSS pixels. */
type ClientPosition = Pick<MouseEvent, 'clientX' | 'clientY'>;

/** The rack or GPU that a ray hits first; positions are in its campus's site frame. */
interface Found extends Hit {
  campusIndex: number;
}

/** Finds the rack or GPU under the pointer, computed from the layouts; a click selects it, a double click goes there. */
export function Pointer({ campuses }: { campuses: readonly SceneParts[] }) {
  const experience = useExperience();
  const canvas = useThree((state) => state.gl.domElement);
  const camera = useThree((state) => state.camera);

  useEffect(() => {
    const { store } = experience;
    let pressed: { x: number; y: number } | undefined;
    let waiting: number | undefined;

    function under(event: ClientPosition): Found | undefined {
      const bounds = canvas.getBoundingClientRect();
      const ray = rayThrough(
        camera,
        store.getState().look === 'plan',
        (event.clientX - bounds.left) / bounds.width,
        (event.clientY - bounds.top) / bounds.height,
      );
      let nearest: Found | undefined;
      campuses.forEach((parts, campusIndex) => {
        const found = inCampus(parts, ray);
        if (found && !(nearest && nearest.distance <= found.distance)) nearest = { ...found, campusIndex };
      });
      return nearest;
    }
    /** What the ray hits first in one campus. */
    function inCampus({ campus, frame }: SceneParts, { origin, direction }: PointerRay): Hit | null {
      const { layout, site, timeline, at } = campus;
      const { roof, open, gap, day } = frame.current;
      const from: [number, number, number] = [origin[0] - at[0], origin[1], origin[2] - at[1]];
      const hit: Hit = { rackIndex: -1, gpu: 0, distance: 0, x: 0, y: 0, z: 0 };
      // A closed roof hides the racks.
      if (roof > 0.5 && from[1] > Math.min(...site.buildings.map((building) => building.clear))) return null;
      const module = openModule(layout, open, from, direction);
      if (module) return { ...hit, ...module };
      return pick(layout, from, direction, timeline.at(day).racks.installed, hit, gap);
    }
    /** In a plan, which shows no fronts, the first GPU of a rack is selected. */
    const gpuOf = ({ gpu, rackIndex, campusIndex }: Found) => {
      const { look, campuses } = store.getState();
      const { gpus, firstGpu } = campuses[campusIndex]!.layout.racks;
      return gpu || look !== 'plan' || gpus[rackIndex] === 0 ? gpu : firstGpu[rackIndex]!;
    };
    function pointAt(position: ClientPosition): Found | undefined {
      const found = under(position);
      experience.point(
        found ? { campusIndex: found.campusIndex, rackIndex: found.rackIndex, gpu: found.gpu } : null,
      );
      return found;
    }
    const move = (event: PointerEvent) => {
      if (event.buttons !== 0 || waiting !== undefined) return;
      waiting = requestAnimationFrame(() => {
        waiting = undefined;
        canvas.style.cursor = pointAt(event) ? 'pointer' : '';
      });
    };
    const leave = () => experience.point(null);
    const down = (event: PointerEvent) => {
      // With two fingers, point at the middle between them.
      if (event.pointerType === 'touch' && !event.isPrimary && pressed) {
        const between = {
          clientX: (event.clientX + pressed.x) / 2,
          clientY: (event.clientY + pressed.y) / 2,
        };
        pointAt(between);
        pressed = undefined;
        return;
      }
      pressed = { x: event.clientX, y: event.clientY };
    };
    const click = (event: MouseEvent) => {
      if (!pressed || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > STILL) return;
      const found = pointAt(event);
      if (!found) experience.select(0);
      else if (gpuOf(found)) experience.select(gpuOf(found), found.campusIndex);
    };
    const twice = (event: MouseEvent) => {
      const found = under(event);
      if (found && gpuOf(found)) experience.goTo('rack', gpuOf(found), found.campusIndex);
    };
    const listening = new AbortController();
    const { signal } = listening;
    canvas.addEventListener('pointermove', move, { signal });
    canvas.addEventListener('pointerleave', leave, { signal });
    canvas.addEventListener('pointerdown', down, { signal });
    canvas.addEventListener('click', click, { signal });
    canvas.addEventListener('dblclick', twice, { signal });
    return () => {
      if (waiting !== undefined) cancelAnimationFrame(waiting);
      listening.abort();
    };
  }, [experience, canvas, camera, campuses]);
  return null;
}
