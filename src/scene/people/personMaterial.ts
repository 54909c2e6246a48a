import type { ShaderMaterial } from 'three';
import { material } from '../shading/material.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import FRAGMENT from '../shading/solid.frag.glsl';
import VERTEX from './person.vert.glsl';

/** Material of people. */
export const personMaterial = (shared: SharedUniforms, isPlan: boolean): ShaderMaterial =>
  material(shared, { name: 'people', vertex: [VERTEX], fragment: [FRAGMENT], isPlan });
