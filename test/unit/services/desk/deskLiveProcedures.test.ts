import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import type { Caller, OpenSession } from '../../../../main/services/desk/caller';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { readProcedures } from '../../../../main/services/desk/readProcedures';
import { openDeskState } from './deskStateSupport';
import { clinician, row } from './support';

const here = row(1, '10:10');
const nursed = row(2, '10:20', { clinician: 'Nurse Jones' });

/** Pages of staff who bring their own id along as the secret of their session. */
async function openPages() {
  const desk = await openDeskState({ rows: [here, nursed] });
  const open = new Map<string, OpenSession>();
  const sessions = { find: (token: string | null) => Promise.resolve(open.get(token ?? '') ?? null) };
  const procedures = readProcedures(deskProcedures(sessions, desk.log), { ...desk, sessions });
  const page = (caller: Caller) => {
    open.set(caller.staffId, caller);
    const context = { token: caller.staffId, keepToken: () => undefined, from: 'kiosk', device: 'A test' };
    return createRouterClient(procedures, { context });
  };
  /** Locks a desk, as its session does when nobody touches the page. */
  const lock = (caller: Caller): void => {
    open.set(caller.staffId, { ...caller, isLocked: true });
    desk.changes.publish('staff');
  };
  return { ...desk, page, lock };
}

test('the page of a receptionist is told who is here until it is locked; then it is told nothing more', async () => {
  const { page, jo, arrive, read, lock } = await openPages();
  await arrive(here);
  const stream = await page(jo).arrivals.live();
  const whole = stream.next();
  await read();
  expect((await whole).value).toMatchObject({ isWhole: true, rows: [{ lastName: 'Sample1' }] });
  const coming = stream.next();
  lock(jo);
  await expect(coming).rejects.toMatchObject({ code: 'LOCKED', defined: true });
  await arrive(nursed);
  expect((await stream.next()).done).toBe(true);
});

test('a manager without reception, and a clinician, are told nobody of it', async () => {
  const { page, max, rao } = await openPages();
  await expect(page(max).arrivals.live()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(page(rao).arrivals.find({ text: 'sample' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(page(max).room.clinicians({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('a clinician asks for another room and is told of their own', async () => {
  const { page, rao, arrive, read } = await openPages();
  await arrive(nursed);
  await arrive(here);
  const stream = await page(rao).room.live({ clinician: 'Nurse Jones' });
  const whole = stream.next();
  await read();
  expect((await whole).value).toMatchObject({ clinician, rows: [{ lastName: 'Sample1' }] });
  await stream.return();
});

test('the second desk is told by name who was quicker, and what cannot be done is told in a sentence', async () => {
  const { page, jo, sam, arrive } = await openPages();
  const arrivalId = (await arrive(here)).arrivals[0]?.id ?? '';
  expect(await page(jo).worklist.mark({ arrivalId })).toEqual({});
  await expect(page(sam).worklist.mark({ arrivalId })).rejects.toMatchObject({
    code: 'CHANGED',
    defined: true,
    data: { by: 'Jo Bloggs', at: '2026-11-23T10:00:00.000Z' },
  });
  await expect(page(sam).worklist.take({ arrivalId: '00000000-0000-4000-8000-000000000000' })).rejects.toMatchObject({
    code: 'GONE',
  });
});
