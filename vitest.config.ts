import glsl from 'vite-plugin-glsl';
import { defineConfig } from 'vitest/config';
import { languageType } from './scripts/languageType.ts';
import { fullDocuments } from './scripts/vitePlugins.ts';

const browserTests = ['tests/scene/**/*.test.ts', 'tests/pixels/**/*.test.ts', 'tests/e2e/**/*.test.ts'];
const engineTests = 'tests/engines/engines.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [glsl(), fullDocuments(), languageType({ none: true })],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: [...browserTests, engineTests, 'tests/.output/**'],
          testTimeout: 60_000,
          // Loading the modules anew for every file doubles the time. No file may leave anything in them.
          isolate: false,
          // vitest leaves one core to itself, which it does not use: on two cores it would run one file at a time.
          maxWorkers: '100%',
        },
      },
      {
        plugins: [glsl(), fullDocuments(), languageType({ none: true })],
        test: {
          name: 'browser',
          environment: 'node',
          include: browserTests,
          globalSetup: ['tests/harness/built.ts'],
          // Two files at a time, each with a browser: one waits for frames or timers while the other draws.
          maxWorkers: 2,
          // The files of a worker share its browser.
          isolate: false,
          // On a busy machine a frame may come later than a test waits; what fails twice is a fault.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A frame of the software renderer can take most of the usual second.
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        plugins: [glsl()],
        test: {
          name: 'engines',
          environment: 'node',
          include: [engineTests],
          globalSetup: ['tests/harness/built.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
