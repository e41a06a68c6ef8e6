import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Most tests wait for a browser or another process.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'plain',
          include: ['test/**/*.test.ts'],
          exclude: ['test/print/**', 'test/e2e/**', 'test/corpus/**'],
          // No test is about time; a busy machine may take its own.
          testTimeout: 30_000,
        },
      },
      // A real browser is started here.
      {
        test: {
          name: 'print',
          include: ['test/print/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // The command line is run as a shell runs it.
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/corpus/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxConcurrency: 2,
        },
      },
    ],
  },
})
