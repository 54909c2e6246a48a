import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import type { Pointed } from '../../state/experience.ts';
import { useExperience } from '../../state/hooks.ts';

/** A press that moves farther than this, CSS pixels, is a drag. */
const STILL = 5;

/** A position in the window, CSS pixels. */
type ClientPosition = Pick<MouseEvent, 'clientX' | 'clientY'>;

/** Loaded with the first use of a pointer; if that fails, nothing is picked. */
const loadPicking = () => import('./picking.ts').catch(() => undefined);

/** Finds the rack or GPU under the pointer by arithmetic; a click selects it, a double click goes there. */
export function Pointer() {
  const experience = useExperience();
  const canvas = useThree((state) => state.gl.domElement);

  useEffect(() => {
    const { store, live } = experience;
    let pressed: { x: number; y: number } | undefined;
    let waiting: number | undefined;
    /** Where the pointer was last; undefined once it has left. */
    let latest: ClientPosition | undefined;

    async function under({ clientX, clientY }: ClientPosition): Promise<Pointed | null> {
      const picking = await loadPicking();
      const { left, top, width } = canvas.getBoundingClientRect();
      // A page may have scaled the picture.
      const scale = canvas.clientWidth / width;
      const lines = live.sightlines((clientX - left) * scale, (clientY - top) * scale);
      const { campuses, chips } = store.getState();
      return picking?.rackUnder(campuses, lines, chips.length) ?? null;
    }
    /** In a plan, which shows no fronts, the first GPU of a rack is selected. */
    const gpuOf = ({ gpu, rackIndex, campusIndex }: Pointed) => {
      const { look, campuses } = store.getState();
      const { gpus, firstGpu } = campuses[campusIndex]!.layout.racks;
      return gpu || look !== 'plan' || gpus[rackIndex] === 0 ? gpu : firstGpu[rackIndex]!;
    };
    async function pointAt(position: ClientPosition): Promise<Pointed | null> {
      latest = position;
      const found = await under(position);
      if (latest !== position) return found;
      experience.point(found);
      canvas.style.cursor = found ? 'pointer' : '';
      return found;
    }
    const move = (event: PointerEvent) => {
      if (event.buttons !== 0 || waiting !== undefined) return;
      latest = event;
      waiting = requestAnimationFrame(() => {
        waiting = undefined;
        if (latest) void pointAt(event);
      });
    };
    const leave = () => {
      latest = undefined;
      experience.point(null);
    };
    const down = (event: PointerEvent) => {
      // With two fingers, point at the middle between them.
      if (event.pointerType === 'touch' && !event.isPrimary && pressed) {
        const between = {
          clientX: (event.clientX + pressed.x) / 2,
          clientY: (event.clientY + pressed.y) / 2,
        };
        void pointAt(between);
        pressed = undefined;
        return;
      }
      pressed = { x: event.clientX, y: event.clientY };
    };
    const click = async (event: MouseEvent) => {
      if (!pressed || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > STILL) return;
      const found = await pointAt(event);
      if (!found) experience.select(0);
      else if (gpuOf(found)) experience.select(gpuOf(found), found.campusIndex);
    };
    const twice = async (event: MouseEvent) => {
      const found = await under(event);
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
  }, [experience, canvas]);
  return null;
}
