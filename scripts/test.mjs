import { sentenceOf } from './setUp/say.mjs';

/*
 * `npm test [-- static | unit | package | e2e]`: every check, or those of one kind. A failing stage does not hide the next.
 * The very last line is "N passed, M failed", summed over all of them.
 */
const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0 };

try {
  const { setUp } = await import('./setUp/setUp.mjs');
  const { stages } = await import('./testing/stages.mjs');
  const unknown = wanted.filter((word) => !stages.some(({ group }) => group === word));
  if (unknown.length > 0) throw new Error(`there is no stage "${unknown[0]}", only static, unit, package and e2e`);
  const ready = await setUp({ need: ['display', 'tests'] });
  for (const { group, heading, run } of stages) {
    if (wanted.length > 0 && !wanted.includes(group)) continue;
    process.stdout.write(`\n== ${heading} ==\n`);
    const start = performance.now();
    const { passed, failed } = await run(ready);
    total.passed += passed;
    total.failed += failed;
    process.stdout.write(
      `${passed} passed, ${failed} failed in ${((performance.now() - start) / 1000).toFixed(1)} s\n`,
    );
  }
  ready.stop();
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  total.failed += 1;
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
