import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Minutes of killing, starting again and carrying on: `npm run test:proofs`. In Chromium: `npm run test:browser`.
    exclude: ['test/proofs/**', '**/*.browser.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    // Two cores are what a small machine has; more workers than cores only make the timings of the database tests jump.
    maxWorkers: 2,
    // No module keeps anything between files, so the files of a worker may share them; loading them anew took a third of the time.
    isolate: false,
    testTimeout: 30_000,
    // A hook may be the first to ask for the PostgreSQL server.
    hookTimeout: 120_000,
  },
});
