import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Minutes of killing and starting again: `npm run test:crash`.
    exclude: ['test/crash/**'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    // Two cores are what a small machine has; more workers than cores only make the timings of the database tests jump.
    maxWorkers: 2,
    testTimeout: 30_000,
    // A hook may be the first to ask for the PostgreSQL server.
    hookTimeout: 120_000,
  },
});
