import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,store}/**/*.test.{ts,tsx}'],
    // Tests of rules take milliseconds; the store's open real files.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // A test that cannot fail is a defect, and so is one left out or left alone.
    allowOnly: false,
    passWithNoTests: false,
  },
});
