import type { ElectronApplication } from '@playwright/test';
import type * as Electron from 'electron';

/**
 * Runs a function in main, on a turn of main's own event loop, and answers what it returns.
 *
 * Playwright's own `evaluate` runs in the middle of whatever main is doing. While main loads its parts that is one long
 * turn, and V8 may collect the promise of the answer before the turn ends: the function has run, and the call fails with
 * "Resulting promise was garbage collected". So the work waits for a turn of its own, and main holds its promise.
 * @param run sees nothing of the test but its arguments, and returns what can be sent as JSON.
 * @throws {Error} what the function throws.
 */
export function inMain<Answer, Argument = undefined>(
  app: ElectronApplication,
  run: (electron: typeof Electron, argument: Argument) => Answer | Promise<Answer>,
  ...[argument]: Argument extends undefined ? [] : [argument: Argument]
): Promise<Answer> {
  return app.evaluate(
    (electron, { source, given }) => {
      const held = globalThis as { answers?: Set<Promise<Answer>> };
      // oxlint-disable-next-line no-eval -- the function comes from the test itself, as with Playwright's evaluate
      const work = (0, eval)(`(${source})`) as typeof run;
      const answer = new Promise<Answer>((resolve, reject) => {
        setImmediate(() => {
          Promise.resolve()
            .then(() => work(electron, given as Argument))
            .then(resolve, reject);
        });
      });
      held.answers ??= new Set();
      held.answers.add(answer);
      return answer.finally(() => held.answers?.delete(answer));
    },
    { source: run.toString(), given: argument },
  );
}
