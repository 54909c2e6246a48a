import type { ThreeElements } from '@react-three/fiber';

/** A mesh that is always drawn: its shader and its draw range leave out what is not to be seen. */
export const Drawn = (mesh: ThreeElements['mesh']) => <mesh frustumCulled={false} {...mesh} />;
