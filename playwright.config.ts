import { defineConfig } from '@playwright/test';

const quiet = ['**/checkInDuringImport.spec.ts', '**/endings.spec.ts'];

/** End-to-end tests in the real Electron. Set-up hands them RECEPTION_KIOSK_APP: how to start it (see scripts/appPath.mjs). */
export default defineConfig({
  outputDir: 'test-results',
  globalSetup: './scripts/playwrightSetUp.mjs',
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  fullyParallel: false,
  reporter: [['list']],
  projects: [
    // Tests that measure time run alone; of the others two files at a time, each test with a kiosk of its own.
    { name: 'quiet', testDir: 'test/e2e', testMatch: quiet, workers: 1 },
    { name: 'e2e', testDir: 'test/e2e', testIgnore: ['**/screenshots/**', ...quiet], workers: 2 },
    { name: 'screenshots', testDir: 'test/e2e/screenshots' },
  ],
});
