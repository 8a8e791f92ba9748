import { setUp } from './setUp/setUp.mjs';

/** Playwright's global set-up, for `npx playwright test` on its own: `npm test` has done it already. */
export default async function prepareForTests() {
  const isReady = process.env.RECEPTION_KIOSK_APP !== undefined;
  if (isReady) return undefined;
  const { executable, args, env, stop } = await setUp({ need: ['display', 'tests'] });
  process.env.RECEPTION_KIOSK_APP = JSON.stringify({ executable, args, env });
  Object.assign(process.env, env);
  return stop;
}
