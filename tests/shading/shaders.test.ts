import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const scene = join(import.meta.dirname, '../../src/scene');
const shaders = new Map(
  readdirSync(scene, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.glsl'))
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(scene, path), 'utf8')]),
);
/** Names of the shaders, without their folders, whose text matches. */
const having = (pattern: RegExp, among = /./) =>
  [...shaders]
    .filter(([path, text]) => among.test(path) && pattern.test(text))
    .map(([path]) => basename(path))
    .sort();
const materials = /^(?!postprocessing)/;

describe('the shaders', () => {
  it('are seen', () => expect(shaders.size).toBeGreaterThan(40));

  it('work out light in one place, and show the sky', () => {
    expect(having(/uSunLight|uSkyLight|uGroundLight/)).toEqual([
      'nearLight.glsl',
      'sky.frag.glsl',
      'surface.glsl',
      'uniforms.glsl',
    ]);
    expect(having(/\bsqrt\(light\)/)).toEqual(['encode.glsl']);
  });

  it('fill a surface and shade it, but for what is no surface', () => {
    const unlit = [
      'glow.frag.glsl',
      'marker.frag.glsl',
      'shadow.frag.glsl',
      'sky.frag.glsl',
      'stroke.frag.glsl',
    ];
    const fragments = [...shaders.keys()].filter(
      (path) => path.endsWith('.frag.glsl') && materials.test(path),
    );
    const names = fragments.map((path) => basename(path)).sort();
    expect(having(/= vec4\(shade\(surface\), /, /\.frag\.glsl$/)).toEqual(
      names.filter((name) => !unlit.includes(name)),
    );
  });

  it('place a corner, and leave one out, through one function', () => {
    expect(having(/\bviewMatrix \*|modelViewMatrix/)).toEqual(['placement.glsl']);
    expect(having(/vec4\(0\.0, 0\.0, 2\.0, 1\.0\)/)).toEqual(['placement.glsl']);
    expect(having(/cameraPosition/)).toEqual([]);
  });

  it('know finishes, kinds and moves by name', () => {
    expect(having(/\b(finish|role|moves|shadow|onto)\s*[=!<>]=?\s*-?\d/)).toEqual([]);
    expect(having(/texelFetch/)).toEqual(['records.glsl']);
  });
});
