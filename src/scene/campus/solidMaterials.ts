import type { DataTexture, ShaderMaterial } from 'three';
import { PALETTE } from '../shading/look.ts';
import { material } from '../shading/material.ts';
import { colour, type SharedUniforms } from '../shading/shared.ts';
import SOLID_FRAGMENT from '../shading/solid.frag.glsl';
import ROD_VERTEX from './rod.vert.glsl';
import { ROD_RECORD, ROD_SIDES } from './rods.ts';
import TREE_FRAGMENT from './tree.frag.glsl';
import TREE_VERTEX from './tree.vert.glsl';
import { TREE_RECORD } from './trees.ts';

/** Material of rods. */
export const rodMaterial = (shared: SharedUniforms, rods: DataTexture, isPlan: boolean): ShaderMaterial =>
  material(shared, {
    name: 'rods',
    vertex: [ROD_RECORD.glsl, ROD_VERTEX],
    fragment: [SOLID_FRAGMENT],
    uniforms: { uRods: { value: rods } },
    defines: { SIDES: ROD_SIDES },
    isPlan,
  });

/** Material of trees. */
export const treeMaterial = (shared: SharedUniforms, trees: DataTexture, isPlan: boolean): ShaderMaterial =>
  material(shared, {
    name: 'trees',
    vertex: [TREE_RECORD.glsl, TREE_VERTEX],
    fragment: [TREE_FRAGMENT],
    uniforms: { uColor: { value: colour(PALETTE.tree) }, uTrees: { value: trees } },
    isPlan,
  });
