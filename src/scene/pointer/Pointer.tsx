import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { Vector3 } from 'three';
import { type Hit, pick } from '../../layout/pick.ts';
import { useExperience } from '../../state/hooks.ts';
import { useScene } from '../context/SceneContext.ts';
import { openModule } from './openModule.ts';

/** A press that moves farther than this is a drag, CSS pixels. */
const STILL = 5;

/** Of the window, CSS pixels. */
type Place = Pick<MouseEvent, 'clientX' | 'clientY'>;

/** What is under the pointer, by arithmetic on the layout; a click selects it, a double click goes there. */
export function Pointer() {
  const experience = useExperience();
  const { shared } = useScene();
  const canvas = useThree((state) => state.gl.domElement);
  const camera = useThree((state) => state.camera);

  useEffect(() => {
    const { store } = experience;
    const ray = new Vector3();
    const origin = [0, 0, 0] as [number, number, number];
    const direction = [0, 0, 0] as [number, number, number];
    const hit: Hit = { rackIndex: -1, gpu: 0, distance: 0, x: 0, y: 0, z: 0 };
    let pressed: { x: number; y: number } | undefined;
    let waiting: number | undefined;

    function under(event: Place): Hit | null {
      const { moment, roof } = store.getState();
      const { layout, site } = experience.campus();
      const bounds = canvas.getBoundingClientRect();
      ray.set(
        ((event.clientX - bounds.left) / bounds.width) * 2 - 1,
        1 - ((event.clientY - bounds.top) / bounds.height) * 2,
        0.5,
      );
      if (store.getState().look === 'plan') {
        // Every ray of a plan goes straight down.
        ray.unproject(camera).setY(camera.position.y).toArray(origin);
        ray.set(0, -1, 0);
      } else {
        ray.unproject(camera).sub(camera.position);
        camera.position.toArray(origin);
      }
      ray.toArray(direction);
      // Nothing is pointed at through a closed roof.
      if (roof && origin[1] > Math.min(...site.buildings.map((building) => building.clear))) return null;
      const module = openModule(layout, shared, origin, direction);
      if (module) return { ...hit, ...module };
      const { x: x0, y: z0, z: x1, w: z1 } = shared.uGap.value;
      return pick(layout, origin, direction, moment.racks.installed, hit, { x0, x1, z0, z1 });
    }
    /** A plan shows no fronts: there a rack stands for its first GPU. */
    const gpuOf = ({ gpu, rackIndex }: Hit) => {
      const { look } = store.getState();
      const { gpus, firstGpu } = experience.campus().layout.racks;
      return gpu || look !== 'plan' || gpus[rackIndex] === 0 ? gpu : firstGpu[rackIndex]!;
    };
    function pointAt(place: Place): Hit | null {
      const found = under(place);
      experience.point(found ? { rackIndex: found.rackIndex, gpu: found.gpu } : null);
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
      // Two fingers mean what lies between them.
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
      else if (gpuOf(found)) experience.select(gpuOf(found));
    };
    const twice = (event: MouseEvent) => {
      const found = under(event);
      if (found && gpuOf(found)) experience.goTo('rack', gpuOf(found));
    };
    canvas.addEventListener('pointermove', move);
    canvas.addEventListener('pointerleave', leave);
    canvas.addEventListener('pointerdown', down);
    canvas.addEventListener('click', click);
    canvas.addEventListener('dblclick', twice);
    return () => {
      if (waiting !== undefined) cancelAnimationFrame(waiting);
      canvas.removeEventListener('pointermove', move);
      canvas.removeEventListener('pointerleave', leave);
      canvas.removeEventListener('pointerdown', down);
      canvas.removeEventListener('click', click);
      canvas.removeEventListener('dblclick', twice);
    };
  }, [experience, canvas, camera, shared]);
  return null;
}
