import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { createActions } from '../../../../main/services/desk/actions';
import { actionProcedures } from '../../../../main/services/desk/actionProcedures';
import type { OpenSession } from '../../../../main/services/desk/caller';
import { createCalling } from '../../../../main/services/desk/calling';
import { callingProcedures } from '../../../../main/services/desk/callingProcedures';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { openDesk, row } from './support';

const one = row(1, '10:10');

async function openProcedures() {
  const desk = await openDesk({ rows: [one], rules: { calling: 'here' }, now: '2026-11-23T10:00' });
  const people: Record<string, OpenSession> = { jo: desk.jo, sam: desk.sam, max: desk.max, rao: desk.rao };
  const sessions = { find: (token: string | null) => Promise.resolve(people[token ?? ''] ?? null) };
  const os = deskProcedures(sessions, desk.log);
  const as = (token: string) => ({
    context: { token, keepToken: () => undefined, from: '192.168.1.5', device: 'Chrome on Windows' },
  });
  const actions = actionProcedures(os, { actions: createActions(desk) });
  const calling = callingProcedures(os, { calling: createCalling(desk) });
  return { ...desk, as, actions, calling };
}

describe('the procedures of a row', () => {
  test('say who was quicker, that a row is gone, and why not', async () => {
    const { arrive, actions, as, clock } = await openProcedures();
    const { id: visitId } = await arrive(one);
    await call(actions.flag, { visitId, version: 0, isFlagged: true }, as('jo'));
    await expect(call(actions.seen, { visitId, version: 0 }, as('sam'))).rejects.toMatchObject({
      code: 'CHANGED',
      defined: true,
      data: { by: 'Jo Bloggs', at: clock.instant() },
    });
    await expect(call(actions.waitAgain, { visitId, version: 1 }, as('sam'))).rejects.toMatchObject({
      code: 'NOT_NOW',
      data: { why: 'They are waiting already.' },
    });
    await expect(call(actions.checkIn, { appointmentIds: [999] }, as('jo'))).rejects.toMatchObject({ code: 'GONE' });
  });

  test('are closed to a clinician and a manager, who may do other things', async () => {
    const { arrive, actions, calling, as } = await openProcedures();
    const { id: visitId } = await arrive(one);
    for (const who of ['rao', 'max']) {
      await expect(call(actions.seen, { visitId, version: 0 }, as(who))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const input = { visitId, version: 0, kind: 'call' as const, room: null };
    await expect(call(calling.call, input, as('max'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(call(calling.call, input, as('nobody'))).rejects.toMatchObject({ code: 'SIGNED_OUT' });
    const { callId } = await call(calling.call, input, as('rao'));
    await expect(call(calling.call, { ...input, version: 1 }, as('jo'))).rejects.toMatchObject({ code: 'NOT_NOW' });
    expect(await call(calling.cameIn, { callId }, as('rao'))).toEqual({});
  });

  test('take no line with control characters as a note', async () => {
    const { arrive, actions, as } = await openProcedures();
    const { id: visitId } = await arrive(one);
    const note = call(actions.note, { visitId, version: 0, note: 'one\u0007two' }, as('jo'));
    await expect(note).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
