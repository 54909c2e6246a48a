import { defineConfig } from 'vite';
import { embedPage, shared, slimDocuments } from './scripts/vitePlugins.ts';

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
      },
    },
  },
});
