import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** A busy machine is slow, not wrong: what is waited for may take its time. */
const expect = { poll: { timeout: 10_000 } };

export default defineConfig({
  test: {
    // By default a machine of two cores gets one worker; most tests wait for threads and processes of their own.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          expect,
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/contract/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'contract',
          expect,
          include: ['test/contract/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          expect,
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
