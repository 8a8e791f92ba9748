import { createRouterClient } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { boardSnapshotSchema } from '../../../../preload/contract/board';
import { createBoardRouter } from '../../../../main/services/desk/boardRouter';
import { startCallRepeats } from '../../../../main/services/desk/callingRepeat';
import { addQueueTicket } from '../../../../main/store/tickets';
import { settle } from '../../../support/practice';
import { day, row, tenOClock } from './support';
import { boardContext, callsOf, openBoards } from './boardsSupport';

const one = row(1, '10:10', { patient: { lastName: 'Planted', firstName: 'Perdita' } });
const ticketId = '10000000-0000-4000-8000-000000000000';

describe('a board shows', () => {
  test('the ticket, the room and the way, and nothing else of whom it calls', async () => {
    const { watch, arrive, call } = await openBoards([one]);
    const visit = await arrive(one);
    const callId = await call(visit);
    const snapshot = await watch().next();
    expect(snapshot).toEqual({
      kind: 'showing',
      revision: expect.any(Number),
      practice: 'your GP practice',
      mode: 'trial',
      at: tenOClock,
      calls: [
        {
          callId,
          shown: visit.ticket,
          isTicket: true,
          room: 'Room 4',
          direction: 'Left at the lift',
          calledAt: tenOClock,
          times: 1,
        },
      ],
      lines: ['If you feel worse, tell reception.'],
      isSpoken: true,
      soundTests: 0,
    });
    expect(boardSnapshotSchema.parse(snapshot)).toEqual(snapshot);
    expect(JSON.stringify(snapshot)).not.toMatch(/Planted|Perdita|Rao/);
  });

  test.each(['quiet', 'fetch'] as const)('nothing of a call that is %s', async (kind) => {
    const { watch, arrive, call } = await openBoards([one]);
    await call(await arrive(one), kind);
    expect(callsOf(await watch().next())).toEqual([]);
  });

  test('the newest first, nothing that has ended, and nothing older than five minutes', async () => {
    const two = row(2, '10:10');
    const { watch, arrive, call, calling, clock, jo, timers } = await openBoards([one, two]);
    const first = await call(await arrive(one));
    clock.set('2026-11-23T10:03');
    const second = await call(await arrive(two));
    const board = watch();
    expect(callsOf(await board.next()).map(({ callId }) => callId)).toEqual([second, first]);
    clock.set('2026-11-23T10:06');
    timers.advance(15_000);
    expect(callsOf(await board.next()).map(({ callId }) => callId)).toEqual([second]);
    await calling.again(jo, first);
    expect(callsOf(await board.next()).map(({ callId }) => callId)).toEqual([first, second]);
    await calling.cameIn(jo, first);
    expect(callsOf(await board.next()).map(({ callId }) => callId)).toEqual([second]);
  });

  test('that it is still there at least every 15 seconds', async () => {
    const { watch, clock, timers } = await openBoards();
    const board = watch();
    await board.next();
    clock.jump(15);
    timers.advance(15_000);
    expect(await board.next()).toMatchObject({ at: '2026-11-23T10:00:15.000Z' });
  });

  test('the ticket of a queue and where to go', async () => {
    const { watch, calling, jo, store } = await openBoards();
    await store.write((db) =>
      addQueueTicket(db, { id: ticketId, day, queue: 'reception', kind: 'other', ticket: 'D4K', issuedAt: tenOClock }),
    );
    await calling.callTicket(jo, { ticketId, room: 'Desk 2' });
    expect(callsOf(await watch().next())).toMatchObject([{ shown: 'D4K', isTicket: true, room: 'Desk 2' }]);
  });
});

describe('where the practice chose names', () => {
  const names = { areNamesOnBoard: true };

  test('a first name and an initial', async () => {
    const { watch, arrive, call } = await openBoards([one], names);
    await call(await arrive(one));
    const snapshot = await watch().next();
    expect(callsOf(snapshot)).toMatchObject([{ shown: 'Perdita P', isTicket: false }]);
    expect(JSON.stringify(snapshot)).not.toContain('Planted');
  });

  test('the ticket of two who are shown alike, for as long as both are here, and of who is like somebody the list calls arrived', async () => {
    const alike = row(2, '10:10', { patient: { lastName: 'Pike', firstName: 'PERDITA' } });
    const { watch, arrive, call, actions, jo, keyOf, list, changes } = await openBoards([one, alike], names);
    const [first, second] = [await arrive(one), await arrive(alike)];
    await call(first);
    const board = watch();
    expect(callsOf(await board.next())).toMatchObject([{ shown: first.ticket, isTicket: true }]);
    await actions.seen(jo, await keyOf(second));
    changes.publish('calls');
    expect(callsOf(await board.next())).toMatchObject([{ shown: 'Perdita P', isTicket: false }]);
    const listed = row(3, '10:20', { patient: { lastName: 'Penn', firstName: 'Perdita' }, status: 'arrived' });
    await list([one, alike, listed]);
    changes.publish('list');
    expect(callsOf(await board.next())).toMatchObject([{ shown: first.ticket, isTicket: true }]);
  });

  test('the ticket of whom a list or staff have marked since', async () => {
    for (const mark of ['list', 'staff'] as const) {
      const { watch, arrive, call, list, actions, jo, keyOf } = await openBoards([one], names);
      const visit = await arrive(one);
      await call(visit);
      const board = watch();
      expect(callsOf(await board.next())).toMatchObject([{ isTicket: false }]);
      if (mark === 'staff') await actions.flag(jo, { ...(await keyOf(visit)), isFlagged: true });
      else {
        await list([{ ...one, marking: 'private' }], '2026-11-23T10:05:00.000Z');
        await actions.note(jo, { ...(await keyOf(visit)), note: 'seen' });
      }
      const after = await watch().next();
      expect(callsOf(after)).toMatchObject([{ shown: visit.ticket, isTicket: true }]);
      expect(JSON.stringify(after)).not.toContain('Perdita');
    }
  });

  test('a private patient without a ticket is not called on it', async () => {
    const hidden = row(1, '10:10');
    const { arrive, calling, jo, keyOf, settings, list } = await openBoards([hidden], {
      ...names,
      calling: 'staffFetch',
    });
    const visit = await arrive(hidden);
    await settings.setRules({ calling: 'here' }, 'test');
    await list([{ ...hidden, patientMarking: 'private' }]);
    const refused = await calling.call(jo, { ...(await keyOf(visit)), kind: 'call', room: null });
    expect(refused).toMatchObject({ kind: 'notNow', why: expect.stringContaining('no ticket') });
  });
});

describe('a call', () => {
  test('repeats every 40 seconds until it is answered, for five minutes after somebody last made it', async () => {
    const desk = await openBoards([one]);
    const { arrive, call, calling, clock, timers, jo, store } = desk;
    const stop = startCallRepeats(desk);
    const callId = await call(await arrive(one));
    const timesAfter = async (seconds: number) => {
      for (let passed = 0; passed < seconds; passed += 5) {
        clock.jump(5);
        timers.advance(5_000);
        await settle();
      }
      return (await store.db.selectFrom('calls').where('id', '=', callId).select('times').executeTakeFirstOrThrow())
        .times;
    };
    expect(await timesAfter(40)).toBe(1);
    expect(await timesAfter(5)).toBe(2);
    expect(await timesAfter(40)).toBe(3);
    expect(await timesAfter(600)).toBe(8);
    await calling.again(jo, callId);
    expect(await timesAfter(45)).toBe(10);
    await calling.cameIn(jo, callId);
    expect(await timesAfter(120)).toBe(10);
    stop();
  });

  test('is spoken once for all boards, and not where boards are silent or it is not shown', async () => {
    const desk = await openBoards([one]);
    const { arrive, call, calls, calling, jo, speech, settings } = desk;
    const visit = await arrive(one);
    const callId = await call(visit);
    const text = `Ticket ${[...(visit.ticket ?? '')].join(', ')}. Please go to room 4. Left at the lift.`;
    const wav = Buffer.from(`WAV ${text}`).toString('base64');
    expect(await Promise.all([calls.speech(callId), calls.speech(callId)])).toEqual([
      { wav, text },
      { wav, text },
    ]);
    expect(speech.said).toEqual([text]);
    await settings.setRules({ isBoardSpoken: false }, 'test');
    expect(await calls.speech(callId)).toEqual({ wav: null, text: null });
    await settings.setRules({ isBoardSpoken: true }, 'test');
    await calling.cameIn(jo, callId);
    expect(await calls.speech(callId)).toEqual({ wav: null, text: null });
  });

  test('is left to the page to speak where the machine has no voice, and tried again the next time', async () => {
    const { arrive, call, calls, speech } = await openBoards([one]);
    const callId = await call(await arrive(one));
    speech.fail();
    for (let tries = 0; tries < 2; tries += 1) {
      expect(await calls.speech(callId)).toEqual({ wav: null, text: expect.stringContaining('room 4') });
    }
    expect(speech.said).toHaveLength(2);
  });
});

describe('the router of the board', () => {
  test('tells a board that is not paired no word of a call', async () => {
    const desk = await openBoards([one]);
    const router = createBoardRouter(desk);
    const callId = await desk.call(await desk.arrive(one));
    const stranger = createRouterClient(router, { context: boardContext() });
    const own = createRouterClient(router, { context: boardContext('kiosk') });
    expect(await stranger.speech({ callId })).toEqual({ wav: null, text: null });
    expect((await own.speech({ callId })).text).toContain('Ticket');
    const forged = createRouterClient(router, { context: boardContext('192.168.1.66', 'x'.repeat(43)) });
    expect(await forged.speech({ callId })).toEqual({ wav: null, text: null });
    const stream = await stranger.live();
    const { value } = await stream.next();
    expect(value).toEqual({ kind: 'unpaired', revision: expect.any(Number), code: expect.any(String) });
    await stream.return?.();
  });

  test('says of a bug neither its message nor its data', async () => {
    const desk = await openBoards();
    const calls = { ...desk.calls, speech: () => Promise.reject(new Error('Perdita Planted')) };
    const client = createRouterClient(createBoardRouter({ ...desk, calls }), { context: boardContext('kiosk') });
    await expect(client.speech({ callId: ticketId })).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(desk.log.events).toContain('procedure.failed');
    expect(JSON.stringify(desk.log.entries)).not.toContain('Perdita');
  });
});
