import glsl from 'vite-plugin-glsl';
import { defineConfig } from 'vitest/config';

const browserTests = ['tests/scene/**/*.test.ts', 'tests/pixels/**/*.test.ts', 'tests/e2e/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [glsl()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: [...browserTests, 'tests/.output/**'],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [glsl()],
        test: {
          name: 'browser',
          environment: 'node',
          include: browserTests,
          globalSetup: ['tests/harness/built.ts'],
          // One file at a time, so that there is one browser at a time.
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A frame of the software renderer can take most of the usual second.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
