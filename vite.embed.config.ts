import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { embedPage, shared, slimDocuments } from './scripts/vitePlugins.ts';

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
    first = closure('src/modes/elementPicture.ts', modules);
    for (const own of closure('src/embed.ts', modules)) first.delete(own);
  }
  return first.has(id) ? 'picture' : null;
}

/**
 * The second build: `dist/embed.js`, one ES module with the custom element, and the page `dist/embed/` around it.
 * It shares no chunk with the first build, so nothing of the explorer can get into it.
 */
export default defineConfig({
  ...shared,
  plugins: [...(shared.plugins ?? []), slimDocuments(), embedPage()],
  build: {
    ...shared.build,
    emptyOutDir: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: { embed: 'src/embed.ts' },
      // A lazy chunk may then take what it shares with the element from embed.js instead of a third file.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'embed-chunks/[name]-[hash].js',
        assetFileNames: 'embed-chunks/[name]-[hash][extname]',
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: firstFrame }] },
      },
    },
  },
});
