import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { minifySync, type Plugin, type Rolldown } from 'vite';

/** Where the chunks of the classic build lie in dist/; `embed/classicLoader.js` looks for them there. */
export const CLASSIC_CHUNKS = 'embed-chunks/classic';

/** How the build writes `import()` and imports in its CommonJS format. */
const LAZY = /Promise\.resolve\(\)\.then\(\(\)\s*=>\s*require\((["'`])([^"'`]+)\1\)\)/g;
const STATIC = /\brequire\((["'`])(\.[^"'`]+)\1\)/g;

/**
 * Turns the chunks of a build in CommonJS format into classic scripts that load each other by script elements: for frames and pages
 * where modules are refused. The only entry gets `embed/classicLoader.js` in front of it. Throws if it finds fewer imports in a chunk
 * than the build says.
 */
export function classicScripts(): Plugin {
  return {
    name: 'rackfield:classic-scripts',
    apply: 'build',
    enforce: 'pre',
    // Where modules are refused, fonts are, too.
    load: (id) => (/\.woff2(\?|$)/.test(id) ? "export default '';" : null),
    // So that chunks get new names when they are put together in another way, since names are made before that.
    augmentChunkHash: () => `${loader()}${asChunk('')}`,
    generateBundle(_options, bundle) {
      const all = Object.values(bundle).filter((file) => file.type === 'chunk');
      const chunks = new Map(all.map((chunk) => [chunk.fileName, chunk]));
      for (const chunk of all) {
        const code = linked(chunk, chunks);
        const script = chunk.isEntry ? asEntry(code) : asChunk(code);
        const minified = minifySync(chunk.fileName, script, { module: false });
        if (minified.errors.length > 0) throw new Error(`${chunk.fileName}: ${minified.errors[0]?.message}`);
        chunk.code = minified.code;
      }
    },
  };
}

const loader = () => readFileSync('embed/classicLoader.js', 'utf8');
const asEntry = (code: string) =>
  `(()=>{'use strict';${loader()};(function(require,exports){${code}})(require,exports)})();`;
const asChunk = (code: string) =>
  `document.currentScript.chunk=function(require,exports,load,OWN_ADDRESS){'use strict';${code}};`;

/** A chunk's code with file names for addresses in its imports, and a call of the loader for each `import()`. */
function linked(chunk: Rolldown.OutputChunk, chunks: Map<string, Rolldown.OutputChunk>): string {
  const found = { lazy: new Set<string>(), required: new Set<string>() };
  const code = chunk.code
    .replace(LAZY, (_all, _quote, address: string) => {
      const name = basename(address);
      found.lazy.add(name);
      return `load(${[name, ...requiredBy(name, chunks)].map((each) => JSON.stringify(each)).join()})`;
    })
    .replace(STATIC, (_all, _quote, address: string) => {
      found.required.add(basename(address));
      return `require(${JSON.stringify(basename(address))})`;
    });
  const expected = { lazy: chunk.dynamicImports, required: chunk.imports };
  for (const kind of ['lazy', 'required'] as const)
    if (found[kind].size !== new Set(expected[kind]).size)
      throw new Error(`${chunk.fileName} imports ${expected[kind]}, found were ${[...found[kind]]}`);
  if (/\bimport\.meta\b|\bimport\(/.test(code))
    throw new Error(`${chunk.fileName} has syntax that only modules have`);
  return code;
}

/** File names of the chunks that a chunk requires, directly or not; without the entry, which has run by then. */
function requiredBy(name: string, chunks: Map<string, Rolldown.OutputChunk>): string[] {
  const start = [...chunks.values()].find(({ fileName }) => basename(fileName) === name);
  const reached = new Set(start?.imports);
  for (const fileName of reached) for (const other of chunks.get(fileName)?.imports ?? []) reached.add(other);
  return [...reached].filter((fileName) => !chunks.get(fileName)?.isEntry).map((path) => basename(path));
}
