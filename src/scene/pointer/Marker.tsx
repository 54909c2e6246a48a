import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry, DoubleSide, ShaderMaterial, Vector2, Vector3 } from 'three';
import { addressOf, gpuPosition, mounted } from '../../layout/address.ts';
import { RACK_UNIT } from '../../model/figure.ts';
import { modulePlace } from '../../views/closeStations.ts';
import { useChoice } from '../../state/hooks.ts';
import { LAYER } from '../context/layers.ts';
import { useOwned, useScene } from '../context/SceneContext.ts';
import { OUTPUT, PLACEMENT } from '../shading/chunks.ts';
import { colour } from '../shading/shared.ts';

/** Height of a module with its plate, metres. */
const MODULE = 0.03;

/** Corner (-1 to 1) and part: 0 the frame around the GPU's cell, 1 the pin above its rack. */
function quads(): BufferGeometry {
  const geometry = new BufferGeometry();
  const corners = [-1, -1, 1, -1, 1, 1, -1, 1];
  const position: number[] = [];
  for (const part of [0, 1])
    for (let corner = 0; corner < 4; corner++)
      position.push(corners[corner * 2]!, corners[corner * 2 + 1]!, part);
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(position), 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7]);
  return geometry;
}

const VERTEX = /* glsl */ `
${PLACEMENT}
uniform vec3 uCell, uOutward, uTop;
uniform vec2 uCellHalf, uViewport;
uniform float uOut;
varying vec2 vAt;
varying float vPart;
varying vec2 vPixels;
void main() {
  vAt = position.xy;
  vPart = position.z;
  if (vPart < 0.5) {
    vec3 across = vec3(uOutward.z, 0.0, -uOutward.x);
    vec3 site = uCell + uOutward * 0.006 + across * position.x * uCellHalf.x + vec3(0.0, position.y * uCellHalf.y, 0.0);
    putAt(site);
    if (uOut > 0.5) cull();
    vPixels = uCellHalf / max(uCellHalf.x, 1e-4);
  } else {
    // The pin keeps its size on the screen: 30 by 60 pixels, its point on the rack.
    putAt(uTop);
    vec4 foot = gl_Position;
    vec2 offset = vec2(position.x * 15.0, (position.y + 1.0) * 30.0) / uViewport * 2.0;
    gl_Position = vec4(foot.xy + offset * foot.w, foot.zw);
    gl_Position.z = -abs(foot.w) * 0.9999;
    vPixels = vec2(15.0, 30.0);
  }
}
`;

const FRAGMENT = /* glsl */ `
uniform vec3 uColor;
varying vec2 vAt;
varying float vPart;
varying vec2 vPixels;
void main() {
  float alpha;
  vec3 color = uColor;
  if (vPart < 0.5) {
    vec2 edge = (1.0 - abs(vAt)) * vPixels;
    float line = 1.0 - smoothstep(0.1, 0.1 + fwidth(edge.x) + 0.02, min(edge.x, edge.y));
    alpha = 0.22 + 0.78 * line;
  } else {
    vec2 at = vec2(vAt.x * 15.0, (vAt.y + 1.0) * 30.0);
    float head = length(at - vec2(0.0, 46.0));
    float disc = 1.0 - smoothstep(11.5, 13.0, head);
    float hole = 1.0 - smoothstep(4.0, 5.2, head);
    float stem = (1.0 - smoothstep(0.8, 1.8, abs(at.x))) * step(0.0, at.y) * (1.0 - step(36.0, at.y));
    alpha = max(disc, stem);
    color = mix(color, vec3(1.0), hole);
  }
  if (alpha < 0.01) discard;
  gl_FragColor = vec4(color, alpha);
  ${OUTPUT}
}
`;

/** Marks the selected GPU: a frame around its cell, and a pin that can be found from a kilometre away. */
export function Marker() {
  const { palette: look, frame, campus } = useScene();
  const gpu = useChoice((state) => state.gpu);
  const { layout } = campus;
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const geometry = useOwned(quads, []);
  const material = useOwned(
    () =>
      new ShaderMaterial({
        name: 'marker',
        vertexShader: VERTEX,
        fragmentShader: FRAGMENT,
        uniforms: {
          uCell: { value: new Vector3() },
          uOutward: { value: new Vector3() },
          uTop: { value: new Vector3() },
          uOut: { value: 0 },
          uCellHalf: { value: new Vector2() },
          uViewport: { value: new Vector2() },
          uColor: { value: colour(look.signal) },
        },
        transparent: true,
        depthWrite: false,
        side: DoubleSide,
      }),
    [look],
  );
  const shown = gpu > 0 && gpu <= layout.totals.gpus;

  useEffect(() => {
    const { uCell, uOutward, uCellHalf, uViewport } = material.uniforms;
    uViewport!.value.set(size.width, size.height);
    if (shown) {
      const { rackIndex, server } = addressOf(layout, gpu);
      const cell = gpuPosition(layout, gpu);
      const kind = layout.site.rackKinds[layout.racks.kind[rackIndex]!]!;
      const slot = kind.serverSlots[server - 1];
      uCell!.value.set(cell.x, cell.y, cell.z);
      uOutward!.value.set(cell.nx, 0, cell.nz);
      uCellHalf!.value.set(
        mounted('opening', kind) / kind.gpusPerServer / 2,
        ((slot?.heightU ?? 1) * RACK_UNIT) / 2,
      );
    }
    invalidate();
  }, [material, layout, gpu, shown, size, invalidate]);

  // While its server is out, the pin stands on the GPU itself, and its cell on the rack's front is empty.
  const places = useMemo(() => {
    if (!shown) return undefined;
    const { rackIndex } = addressOf(layout, gpu);
    const { racks, site } = layout;
    const top = racks.y[rackIndex]! + site.rackKinds[racks.kind[rackIndex]!]!.height;
    const [x, y, z] = modulePlace(layout, gpu);
    return {
      rackIndex,
      rack: [racks.x[rackIndex]!, top, racks.z[rackIndex]!],
      module: [x, y + MODULE, z],
    } as const;
  }, [layout, gpu, shown]);
  useFrame(() => {
    if (!places) return;
    const isOut = frame.current.open?.rackIndex === places.rackIndex;
    material.uniforms.uOut!.value = isOut ? 1 : 0;
    material.uniforms.uTop!.value.set(...(isOut ? places.module : places.rack));
  });

  return (
    <mesh
      geometry={geometry}
      material={material}
      renderOrder={LAYER.marker}
      frustumCulled={false}
      visible={shown}
    />
  );
}
