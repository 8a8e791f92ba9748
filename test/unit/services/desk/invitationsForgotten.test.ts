import { expect, test } from 'vitest';
import { settle } from '../../../support/practice';
import { listOf, openPrinting } from './printingSupport';

const people = ['Amelia Okoye', 'Jonquil Smithers', 'Zsofia Szaboreno'];
const anyName = /Amelia|Okoye|Jonquil|Smithers|Zsofia|Szaboreno/;
const hour = 60 * 60 * 1000;

/** A batch that was begun and of which nothing was printed. */
async function openBegun() {
  const practice = await openPrinting();
  const { invitations, team } = practice;
  const list = { file: listOf('Name', ...people), size: 'a5' } as const;
  const begun = await invitations.begin(team.manager, list);
  if (begun.kind !== 'begun') throw new Error('The batch was not begun');
  const { batchId } = begun;
  return {
    ...practice,
    batchId,
    print: () => invitations.print(team.manager, { batchId, printer: 'Reception' }),
    last: async () => (await practice.trail()).at(-1),
  };
}

test('a batch that is forgotten leaves nothing, and its paper on the way is called back', async () => {
  const { print, printer, invitations, batchId, team, last } = await openBegun();
  printer.becomes = () => null;
  await print();
  await expect.poll(() => printer.prints.length).toBe(1);
  await invitations.forget(team.receptionist, batchId);
  expect(printer.prints.map(({ signal }) => signal?.aborted)).toEqual([true]);
  expect(invitations.batch()).toBeNull();
  expect(await last()).toMatchObject({
    actor: `staff:${team.receptionist.staffId}`,
    action: 'invitations.forgotten',
    detail: { printed: 0, total: 3 },
  });
  expect(await print()).toBe('gone');
  expect(invitations.stop(team.manager, batchId)).toBe(false);
  await invitations.forget(team.manager, batchId);
  expect(printer.prints).toHaveLength(1);
});

test('a paper that came out before it could be called back is counted', async () => {
  const { print, printer, invitations, batchId, team, last } = await openBegun();
  printer.becomes = () => null;
  await print();
  await expect.poll(() => printer.prints.length).toBe(1);
  printer.prints[0]?.end();
  await invitations.forget(team.manager, batchId);
  expect(await last()).toMatchObject({ action: 'invitations.forgotten', detail: { printed: 1 } });
});

test('a batch is forgotten by itself an hour after somebody last did something with it', async () => {
  const { timers, invitations, print, printer, batchId, team, last } = await openBegun();
  timers.advance(hour - 60_000);
  printer.becomes = () => ({ state: 'failed', reason: 'jammed' });
  await print();
  await expect.poll(() => invitations.batch()?.state).toBe('stopped');
  timers.advance(hour - 60_000);
  await settle();
  expect(invitations.batch()).toMatchObject({ batchId, state: 'stopped' });
  timers.advance(60_000);
  await settle();
  expect(invitations.batch()).toBeNull();
  await expect.poll(last).toMatchObject({
    actor: 'system',
    action: 'invitations.forgotten',
    detail: { printed: 0, total: 3, why: 'untouched' },
  });
  expect((await invitations.begin(team.manager, { file: listOf('Name', 'Jon Smith'), size: 'a4' })).kind).toBe('begun');
});

test('a batch that is being printed is not forgotten, however long the printer takes', async () => {
  const { timers, invitations, print, printer } = await openBegun();
  printer.becomes = () => null;
  await print();
  await expect.poll(() => printer.prints.length).toBe(1);
  timers.advance(2 * hour);
  await settle();
  expect(invitations.batch()).toMatchObject({ state: 'printing' });
});

test('the end of the program calls back what is on its way, forgets, and begins nothing more', async () => {
  const { print, printer, invitations, last, team } = await openBegun();
  printer.becomes = () => null;
  await print();
  await expect.poll(() => printer.prints.length).toBe(1);
  await invitations.close();
  expect(printer.prints.map(({ signal }) => signal?.aborted)).toEqual([true]);
  expect(invitations.batch()).toBeNull();
  expect(await last()).toMatchObject({ actor: 'system', action: 'invitations.forgotten', detail: { why: 'closed' } });
  const again = await invitations.begin(team.manager, { file: listOf('Name', 'Jon Smith'), size: 'a4' });
  expect(again).toEqual({ kind: 'busy' });
});

test('what a finished batch leaves is two counts, for an hour or until it is put away', async () => {
  const { print, invitations, batchId, team, timers, trail } = await openBegun();
  await print();
  await expect.poll(() => invitations.batch()?.state).toBe('finished');
  await expect.poll(async () => (await trail()).at(-1)?.action).toBe('invitations.finished');
  expect(await print()).toBe('gone');
  timers.advance(hour);
  await settle();
  expect(invitations.batch()).toBeNull();
  await invitations.forget(team.manager, batchId);
  expect((await trail()).at(-1)?.action).toBe('invitations.finished');
});

test('no name is ever in the store, the trail, the log, or what desks are sent', async () => {
  const { print, printer, invitations, stored, log, team, batchId } = await openBegun();
  const sent = [invitations.batch()];
  printer.becomes = ({ html }) => (html.includes('Jonquil') ? { state: 'failed', reason: 'jammed' } : {});
  await print();
  await expect.poll(() => invitations.batch()?.state).toBe('stopped');
  sent.push(invitations.batch());
  await invitations.forget(team.manager, batchId);
  sent.push(invitations.batch());
  // That they would be found: they were on the papers.
  expect(printer.prints.map(({ html }) => html).join(' ')).toMatch(anyName);
  expect(await stored()).toContain('invitations.stopped');
  expect(await stored()).not.toMatch(anyName);
  expect(log.events).toContain('batch.begun');
  expect(JSON.stringify(log.entries)).not.toMatch(anyName);
  expect(JSON.stringify(sent)).not.toMatch(anyName);
});
