import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { minifySync, type Plugin, type UserConfig } from 'vite';
import glsl from 'vite-plugin-glsl';
import stills from '../assets/stills.json' with { type: 'json' };

/** The content security policy of every built page. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "media-src 'self' blob:",
  "frame-src 'self'",
  "manifest-src 'self'",
].join('; ');

const policyMeta = `<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">`;

/** Puts the content security policy first in the head, and removes `crossorigin` attributes, which own files do not need. */
export function strictHtml(html: string): string {
  return html
    .replace(/<head([^>]*)>/, `<head$1>\n    ${policyMeta}`)
    .replace(/(<(?:script|link)\b[^>]*?)\s+crossorigin(?=[\s>])/g, '$1');
}

/** Applies {@link strictHtml} to every built page; the development server needs inline scripts, so not there. */
export function strictPage(): Plugin {
  return {
    name: 'rackfield:strict-page',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: strictHtml },
  };
}

/** Adds the page `embed/` to the element's build: the same source as in development, with the built element. */
export function embedPage(): Plugin {
  return {
    name: 'rackfield:embed-page',
    apply: 'build',
    generateBundle() {
      const html = readFileSync('embed/index.html', 'utf8')
        .replace('../src/embed.ts', '../embed.js')
        .replace('%facts%', escapeHtml(stills.configs['200k']));
      this.emitFile({ type: 'asset', fileName: 'embed/index.html', source: strictHtml(html) });
      const css = readFileSync('embed/page.css', 'utf8').replace(/\/\*[^]*?\*\//g, '');
      this.emitFile({ type: 'asset', fileName: 'embed/page.css', source: css.replace(/\s+/g, ' ').trim() });
      const fileName = 'embed/page.js';
      const { code } = minifySync(fileName, readFileSync(fileName, 'utf8'), { module: false });
      this.emitFile({ type: 'asset', fileName, source: code });
    },
  };
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Leaves `import()` as it is: about 1 kB less (gzip) without the build's own loader, which lazy style sheets need and the element does not. */
export function bareImports(): Plugin {
  return {
    name: 'rackfield:bare-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id.startsWith('\0vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null,
  };
}

/**
 * Puts the build's helpers for CommonJS into the chunk `owner`, from which the others import them. Left to itself, the build makes a chunk
 * of them, for which the page has to ask before the first frame, after it has read the owner.
 */
export function helpersInto(owner: string): Plugin {
  const swapped = (pairs: string) => pairs.replace(/([\w$]+) as ([\w$]+)/g, '$2:$1');
  return {
    name: 'rackfield:helpers-into',
    apply: 'build',
    // So that the chunk gets a new name, since names are made before it gets the helpers.
    augmentChunkHash: () => owner,
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const helpers = chunks.find(({ name }) => name === 'rolldown-runtime');
      const into = chunks.find(({ name }) => name === owner);
      const [code, exported] = helpers?.code.split(/export\s*{/) ?? [];
      if (!helpers || !into || !code || !exported) throw new Error('The helpers or their owner are missing.');
      const file = basename(helpers.fileName);
      const value = `(()=>{${code}return{${swapped(exported.slice(0, exported.indexOf('}')))}}})()`;
      for (const chunk of chunks) {
        chunk.code = chunk.code.replace(
          new RegExp(`import\\s*(?:{([^}]*)}\\s*from)?\\s*["']\\./${file}["'];`),
          (_all, pairs = '') =>
            chunk === into
              ? `export var HELPERS=${value};var{${pairs.replaceAll(' as ', ':')}}=HELPERS;`
              : pairs &&
                `import{HELPERS}from"./${basename(into.fileName)}";var{${pairs.replaceAll(' as ', ':')}}=HELPERS;`,
        );
        if (chunk.code.includes(file) && chunk !== helpers)
          throw new Error(`${chunk.fileName} imports the helpers in another way.`);
        chunk.imports = chunk.imports.filter((fileName) => fileName !== helpers.fileName);
      }
      delete bundle[helpers.fileName];
    },
  };
}

/**
 * Builds the modules that each of the files imports a second time, for it alone. Otherwise chunks would import what they share with the
 * entry from its file, and load that file again where the page loads it with a query; and what an early chunk shares with a large one
 * would be in the large one.
 */
export function buildAlone(...files: string[]): Plugin {
  const mark = (file: string) => `?for=${basename(file, '.ts')}`;
  return {
    name: 'rackfield:build-alone',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const owner = files.find((file) => importer?.endsWith(`/${file}`) || importer?.endsWith(mark(file)));
      if (!owner || options.kind === 'dynamic-import') return null;
      const found = await this.resolve(source, importer, options);
      // Styles and documents are not shared.
      if (!found || !/\.(ts|js)$/.test(found.id)) return found;
      return { ...found, id: found.id + mark(owner) };
    },
  };
}

/**
 * Strips remarks, sources, stories with their titles and reading dates, which the element does not show, from the catalogue and the site
 * documents. Values, units and grades of sizes stay. The explorer, the published documents and `?full` imports keep everything.
 */
export function slimDocuments(): Plugin {
  const stripped = new Set(['note', 'origin', 'source', 'sources', 'asOf', 'title', 'text']);
  /** By part of a site document: the element uses only the dates of milestones, and no grade of what is dated. */
  const unused = {
    growth: new Set(['grade']),
    units: new Set(['grade']),
    power: new Set(['grade']),
    milestones: new Set(['grade', 'id']),
  };
  const without = (value: unknown, names: ReadonlySet<string>): unknown =>
    JSON.parse(JSON.stringify(value, (name, part) => (names.has(name) ? undefined : part)));
  return {
    name: 'rackfield:slim-documents',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith(FULL)) return null;
      const json = readFileSync(id.slice(0, -FULL.length), 'utf8');
      return { code: `export default ${json}`, moduleType: 'js' };
    },
    transform(code, id) {
      if (!/\/assets\/(catalogue|sites)\/.*\.json$/.test(id)) return null;
      const document = without(JSON.parse(code), stripped) as Record<string, unknown>;
      for (const [part, names] of Object.entries(unused))
        if (document[part]) document[part] = without(document[part], names);
      return { code: JSON.stringify(document), map: null };
    },
  };
}

const FULL = '?full';

/** Resolves `?full` imports to the plain documents, in builds without {@link slimDocuments}. */
export function fullDocuments(): Plugin {
  return {
    name: 'rackfield:full-documents',
    enforce: 'pre',
    resolveId(id, importer) {
      return id.endsWith(FULL) ? this.resolve(id.slice(0, -FULL.length), importer, { skipSelf: true }) : null;
    },
  };
}

/** Modules of three that the renderer imports and the scene never uses, with their replacements. */
const UNUSED: Readonly<Record<string, string>> = {
  // VR headsets: the renderer asks whether one is presenting, and fiber listens for sessions.
  WebXRManager: `export class WebXRManager {
    enabled = false;
    isPresenting = false;
    cameraAutoUpdate = false;
    addEventListener() {}
    removeEventListener() {}
    setAnimationLoop() {}
    hasDepthSensing() { return false; }
    getDepthSensingMesh() { return null; }
    getEnvironmentBlendMode() {}
    dispose() {}
  }`,
  // Environment maps, and a table for three's lit materials.
  WebGLEnvironments: 'export class WebGLEnvironments { get() { return null; } dispose() {} }',
  DFGLUTData: 'export const getDFGLUT = () => null;',
  // Shadow maps, lights, morph targets, uniform groups and output passes.
  WebGLShadowMap: `export class WebGLShadowMap {
    enabled = false;
    autoUpdate = true;
    needsUpdate = false;
    render() {}
  }`,
  WebGLLights: `export class WebGLLights {
    state = {
      version: 0,
      numSpotLightShadowsWithMaps: 0,
      numLightProbes: 0,
      sun: [],
      directional: [],
      point: [],
      spot: [],
      spotLightMap: [],
      rectArea: [],
      hemi: [],
      sunShadowMap: [],
      directionalShadowMap: [],
      pointShadowMap: [],
      spotShadowMap: [],
    };
    setup() {}
    setupView() {}
  }`,
  WebGLMorphtargets: 'export class WebGLMorphtargets { update() {} }',
  WebGLUniformsGroups: 'export class WebGLUniformsGroups { bind() {} update() {} dispose() {} }',
  WebGLOutput: 'export class WebGLOutput {}',
  // Clipping planes; pictures behind the scene, of which only the clear colour is left.
  WebGLClipping: `export class WebGLClipping {
    uniform = { value: null, needsUpdate: false };
    numPlanes = 0;
    numIntersection = 0;
    init() { return false; }
  }`,
  WebGLBackground: `import { Color } from 'three/src/math/Color.js';
  import { getUnlitUniformColorSpace } from 'three/src/renderers/shaders/UniformsUtils.js';
  export function WebGLBackground(renderer, _environments, { buffers }, _objects, alpha, premultipliedAlpha) {
    const color = new Color(0);
    const rgb = { r: 0, g: 0, b: 0 };
    let clearAlpha = alpha ? 0 : 1;
    function setClear() {
      color.getRGB(rgb, getUnlitUniformColorSpace(renderer));
      buffers.color.setClear(rgb.r, rgb.g, rgb.b, clearAlpha, premultipliedAlpha);
    }
    return {
      getClearColor: () => color,
      setClearColor(value, alpha = 1) { color.set(value); clearAlpha = alpha; setClear(); },
      getClearAlpha: () => clearAlpha,
      setClearAlpha(alpha) { clearAlpha = alpha; setClear(); },
      render() {
        setClear();
        if (!renderer.autoClear) return;
        buffers.depth.setTest(true);
        buffers.depth.setMask(true);
        buffers.color.setMask(true);
        renderer.clear(renderer.autoClearColor, renderer.autoClearDepth, renderer.autoClearStencil);
      },
      addToRenderList() {},
      dispose() {},
    };
  }`,
  // Rays of three's own, since what is under the pointer is found in the records.
  Mesh: `import { Object3D } from 'three/src/core/Object3D.js';
  export class Mesh extends Object3D {
    isMesh = true;
    type = 'Mesh';
    count = 1;
    constructor(geometry, material) {
      super();
      this.geometry = geometry;
      this.material = material;
    }
    intersectsFrustum(frustum) { return frustum.intersectsObject(this); }
  }`,
  Raycaster: 'export class Raycaster { params = {}; setFromCamera() {} intersectObject() { return []; } }',
  // Uniforms and shaders of three's own materials, shapes of pictures behind the scene, cameras for headsets.
  WebGLMaterials: `export function WebGLMaterials() {
    return {
      refreshFogUniforms() {},
      refreshMaterialUniforms(uniforms, material) { material.uniformsNeedUpdate = false; },
    };
  }`,
  ShaderLib: 'export const ShaderLib = {};',
  UniformsLib: 'export const UniformsLib = {};',
  BoxGeometry: 'export class BoxGeometry {}',
  PlaneGeometry: 'export class PlaneGeometry {}',
  FrustumArray: 'export class FrustumArray {}',
};

/** Parts of three's modules that the scene never uses, by the end of the modules' names; each must be there. */
const UNUSED_PARTS: readonly [RegExp, RegExp][] = [
  // Compressed pictures and those of cubes.
  [/\/WebGLUtils\.js$/, /\/\/ S3TC[^]*(?=\/\/\n\n\t\tif \( p === UnsignedInt248Type)/],
  [/\/WebGLTextures\.js$/, /(?<=function uploadCubeTexture\(.*\) {)[^]*?(?=\n\t})/],
  // Objects as text.
  [
    /\/(Object3D|Buffer(Geometry|Attribute)|(Shader)?Material|(Depth)?Texture|TextureSource)\.js$/,
    /\n\ttoJSON\([^]*?\n\t}\n/,
  ],
  [/\/(Shader)?Material\.js$/, /\n\tfromJSON\([^]*?\n\t}\n/],
];

/** Shaders of three's own materials, except the chunk that every shader includes. */
const OWN_SHADERS =
  /\/three\/src\/renderers\/shaders\/Shader(Chunk|Lib)\/(?!colorspace_pars_fragment)\w+\.glsl\.js$/;

/**
 * Builds three from its sources without the modules above and without the shaders of its own materials, which the scene does not
 * use: about 62 kB less (gzip) up to the first frame.
 */
export function slimThree(): Plugin {
  const mark = '\0unused:';
  return {
    name: 'rackfield:slim-three',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === 'three') return this.resolve('three/src/Three.js', importer, { skipSelf: true });
      const name = /(\w+)\.js$/.exec(id)?.[1] ?? '';
      return name in UNUSED && importer?.includes('/three/src/') ? `${mark}${name}` : null;
    },
    load(id) {
      if (id.startsWith(mark)) return UNUSED[id.slice(mark.length)];
      const part = OWN_SHADERS.exec(id)?.[1];
      if (part === 'Chunk') return "export default '';";
      return part === 'Lib' ? "export const vertex = ''; export const fragment = '';" : null;
    },
    transform(code, id) {
      if (!id.includes('/three/src/')) return null;
      const parts = UNUSED_PARTS.filter(([name]) => name.test(id)).map(([, part]) => part);
      const missing = parts.find((part) => !part.test(code));
      if (missing) throw new Error(`${id} has nothing like ${missing}.`);
      return parts.length
        ? { code: parts.reduce((left, part) => left.replace(part, ''), code), map: null }
        : null;
    },
  };
}

/** Leaves out what stands in for `useSyncExternalStore` in old versions of React: about 0.4 kB less (gzip). */
export function ownExternalStore(): Plugin {
  return {
    name: 'rackfield:own-external-store',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      const own = id.replace('use-sync-external-store/shim/', 'use-sync-external-store/');
      return own === id ? null : this.resolve(own, importer, { skipSelf: true });
    },
  };
}

/** Settings of both builds: static files with relative addresses, nothing inlined, nothing preloaded. */
export const shared: UserConfig = {
  base: './',
  plugins: [glsl({ minify: true }), slimThree(), ownExternalStore()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
};
