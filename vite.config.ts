import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { languageType } from './scripts/languageType.ts';
import { fullDocuments, shared, strictPage } from './scripts/vitePlugins.ts';

/** The pages built from HTML entries, and the developer's server. The element has its own build: vite.embed.config.ts. */
export default defineConfig({
  ...shared,
  plugins: [react(), ...(shared.plugins ?? []), fullDocuments(), strictPage(), languageType()],
  build: {
    ...shared.build,
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        index: 'index.html',
        present: 'present/index.html',
        kiosk: 'kiosk/index.html',
        remote: 'remote/index.html',
      },
    },
  },
});
