import { defineConfig } from 'vitest/config';

/** What takes minutes: the real program killed again and again, many whole reports, many quarters. One after the other. */
export default defineConfig({
  test: {
    include: ['test/proofs/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
