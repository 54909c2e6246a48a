import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { CLASSIC_CHUNKS, classicScripts } from './scripts/classicScripts.ts';
import { languageType } from './scripts/languageType.ts';
import {
  bareImports,
  buildAlone,
  embedPage,
  helpersInto,
  shared,
  slimDocuments,
} from './scripts/vitePlugins.ts';

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** A module of ours and all that it imports, by whatever way, but not what it loads later. */
function closure(file: string, modules: Modules): Set<string> {
  const found = new Set([resolve(file)]);
  for (const id of found)
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

let first: Set<string> | undefined;

/**
 * One chunk for all that the first frame needs besides the element itself. Left to itself, the build makes a chunk of everything that a
 * lazy part happens to share with it: 2 kB more, gzipped, for names and for what compresses worse apart.
 */
function firstFrame(id: string, modules: Modules): string | null {
  if (!first) {
    first = closure('src/modes/element/elementPicture.ts', modules);
    for (const own of closure('src/embed.ts', modules)) first.delete(own);
  }
  return first.has(id) ? 'picture' : null;
}

/**
 * The element's builds: `dist/embed.js`, one ES module with the custom element, and the page `dist/embed/` around it; in the mode
 * `classic` `dist/embed.classic.js`, the same as classic scripts. They share no chunk with the explorer's build, so nothing of it can get
 * into them.
 */
export default defineConfig(({ mode }) => {
  const isClassic = mode === 'classic';
  const chunks = isClassic ? CLASSIC_CHUNKS : 'embed-chunks';
  return {
    ...shared,
    plugins: [
      ...(shared.plugins ?? []),
      slimDocuments(),
      languageType({ none: isClassic }),
      bareImports(),
      buildAlone('src/embed.ts', 'src/modes/element/elementLife.ts'),
      ...(isClassic ? [classicScripts()] : [helpersInto('picture'), embedPage()]),
    ],
    define: isClassic ? { 'import.meta.url': 'OWN_ADDRESS' } : {},
    build: {
      ...shared.build,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: { embed: 'src/embed.ts' },
        preserveEntrySignatures: 'allow-extension',
        output: {
          format: isClassic ? 'cjs' : 'es',
          entryFileNames: isClassic ? '[name].classic.js' : '[name].js',
          chunkFileNames: `${chunks}/[name]-[hash].js`,
          assetFileNames: `${chunks}/[name]-[hash][extname]`,
          dynamicImportInCjs: false,
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ name: firstFrame, debugName: 'picture' }],
          },
        },
      },
    },
  };
});
