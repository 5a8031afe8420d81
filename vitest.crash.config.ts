import { defineConfig } from 'vitest/config';

/** What takes minutes: the real program, killed again and again. */
export default defineConfig({
  test: {
    include: ['test/crash/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
  },
});
