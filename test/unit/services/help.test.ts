import { expect, test } from 'vitest';
import { createHelp } from '../../../main/services/help';
import { byLetter, handleOf, nobody, openCheckIn, row, tenOClock } from './support';

test('"I need help now" stands before every other alert, whatever was raised earlier', async () => {
  const here = row(1, '10:10');
  const { claim, checkIn, clock, alerts, published, log, ...parts } = await openCheckIn({ rows: [here] });
  await checkIn.dispute(handleOf(await claim(byLetter(here))));
  for (let time = 0; time < 3; time += 1) await claim(nobody);
  published.length = 0;
  clock.set('2026-11-23T10:05');
  const help = createHelp({ ...parts, clock, log });
  // Nobody has seen it yet: the patient is told to call out until it is acknowledged.
  const { callId } = await help.call();
  expect(await help.acknowledged()).toBeNull();
  expect(published).toEqual(['alerts']);
  expect(log.events.at(-1)).toBe('help.called');
  const open = await alerts();
  expect(open.map(({ kind }) => kind)).toEqual(['helpNeeded', 'disputed', 'threeFailures']);
  expect(open[0]).toMatchObject({ id: callId, raisedAt: '2026-11-23T10:05:00.000Z', visitId: null, detail: null });
  expect(open[1]?.raisedAt).toBe(tenOClock);
});
