import { defineConfig } from '@playwright/test';

/** End-to-end tests in the real Electron. Set-up hands them RECEPTION_KIOSK_APP: how to start it (see scripts/appPath.mjs). */
export default defineConfig({
  outputDir: 'test-results',
  globalSetup: './scripts/playwrightSetUp.mjs',
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  // Each test has a kiosk of its own; on a small machine two of them measure each other instead of the kiosk.
  workers: 1,
  fullyParallel: false,
  reporter: [['list']],
  projects: [
    { name: 'e2e', testDir: 'test/e2e', testIgnore: '**/screenshots/**' },
    { name: 'screenshots', testDir: 'test/e2e/screenshots' },
  ],
});
