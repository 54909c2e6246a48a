import { useFrame } from '@react-three/fiber';
import { useRef } from 'react';
import type { Mesh } from 'three';
import type { Layout } from '../../layout/layout.ts';
import { serverPlace } from '../../layout/serverPlan.ts';
import { useChoice, useExperience } from '../../state/hooks.ts';
import { litFrom } from '../campus/fitOutDays.ts';
import { peopleGeometry } from '../campus/figures.ts';
import { standingMaterial } from '../campus/solidMaterials.ts';
import { ofServer } from '../camera/closeStations.ts';
import { LAYER } from '../layers.ts';
import { useOwned, useScene } from '../SceneContext.ts';

/** A person of about the mean height, metres; assumed. */
const HEIGHT = 1.72;
/** Some racks to the right of the server that is drawn out, for who looks at its front, and before the row: metres. */
const BESIDE = 1.6;
const BEFORE = 0.66;

/** The rung of the ladder from which on they are there: on the way from the aisle to the rack. */
const FROM_RUNG = 3.3;

/** Someone of known size who works at the rack that the near stations are about. */
export function Technician({ layout, gpu }: { layout: Layout; gpu: number }) {
  const { shared, look } = useScene();
  const { live } = useExperience();
  const timeline = useChoice((state) => state.timeline);
  const { geometry, material } = useOwned(() => {
    const place = serverPlace(layout, gpu);
    const [x, , z] = ofServer(place, [BESIDE, 0, BEFORE], 0);
    const hall = layout.site.halls[layout.racks.hall[place.rackIndex]! - 1]!;
    const geometry = peopleGeometry([
      {
        x,
        y: layout.racks.y[place.rackIndex]!,
        z,
        height: HEIGHT,
        // Towards the rack.
        heading: (place.facing * Math.PI) / 2,
        pose: 'working',
        from: timeline.installedDay[place.rackIndex] ?? 0,
        lit: litFrom(timeline, hall),
      },
    ]);
    const material = standingMaterial(shared, look.person);
    return {
      geometry,
      material,
      dispose() {
        geometry.dispose();
        material.dispose();
      },
    };
  }, [layout, gpu, timeline, shared, look]);
  const mesh = useRef<Mesh>(null);
  // Whoever looks along the aisle would have a back before the eyes.
  useFrame(() => {
    if (mesh.current) mesh.current.visible = live.rung > FROM_RUNG;
  });
  return (
    <mesh
      ref={mesh}
      geometry={geometry}
      material={material}
      renderOrder={LAYER.standing}
      frustumCulled={false}
    />
  );
}
