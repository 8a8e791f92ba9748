import { describe, expect, test } from 'vitest';
import { readAudit } from '../../../../main/store/audit';
import { settle } from '../../../support/practice';
import { row } from './support';
import { boardContext, callsOf, codeOf, openBoards } from './boardsSupport';

const one = row(1, '10:10');
const quarterHour = 15 * 60_000;

describe('pairing', () => {
  test('gives a new board a secret before it shows its code, and the code makes it show calls at once', async () => {
    const { boards, watch, jo, arrive, call, store } = await openBoards([one]);
    const board = watch();
    const remote = watch(boardContext());
    expect(remote.context.kept).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
    const code = codeOf(await remote.next());
    expect(code).toMatch(/^[2346789DFJKMQRWXY]{6}$/);
    const visit = await arrive(one);
    await call(visit);
    expect(await boards.pair(jo, { code: ` ${code.toLowerCase().slice(0, 3)}-${code.slice(3)}`, name: 'Hall' })).toBe(
      true,
    );
    const shown = callsOf(await remote.next());
    expect(shown).toMatchObject([{ shown: visit.ticket }]);
    expect(callsOf(await board.next())).toEqual(shown);
    expect(await boards.list()).toMatchObject([{ name: 'Hall', isConnected: true }]);
    const kept = await store.db.selectFrom('boards').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(kept)).not.toContain(remote.context.kept[0]);
    expect((await readAudit(store.db, 0, 500)).at(-1)).toMatchObject({
      action: 'board.paired',
      actor: `staff:${jo.staffId}`,
      detail: { boardId: kept.id, role: 'receptionist' },
    });
  });

  test('a board comes back with its secret, and one with a made-up secret is given another', async () => {
    const { boards, watch, jo } = await openBoards();
    const first = watch(boardContext());
    await boards.pair(jo, { code: codeOf(await first.next()), name: 'Hall' });
    const token = first.context.kept[0] ?? null;
    await first.leave();
    expect(await boards.list()).toMatchObject([{ isConnected: false }]);
    const again = watch(boardContext('192.168.1.20', token));
    expect([callsOf(await again.next()), again.context.kept]).toEqual([[], []]);
    const forged = watch(boardContext('192.168.1.66', 'board'));
    expect([codeOf(await forged.next()).length, forged.context.kept.length]).toEqual([6, 1]);
  });

  test('a board that is revoked shows its code again at once, and holds nothing', async () => {
    const { boards, watch, jo, arrive, call, store } = await openBoards([one]);
    const board = watch(boardContext());
    const code = codeOf(await board.next());
    await boards.pair(jo, { code, name: 'Hall' });
    await call(await arrive(one));
    expect(callsOf(await board.next())).toHaveLength(1);
    const [paired] = await boards.list();
    await boards.revoke(jo, paired?.boardId ?? '');
    const after = await board.next();
    expect(after).toEqual({ kind: 'unpaired', revision: expect.any(Number), code: expect.any(String) });
    expect(codeOf(after)).not.toBe(code);
    expect(await boards.list()).toEqual([]);
    expect((await readAudit(store.db, 0, 500)).at(-1)).toMatchObject({ action: 'board.revoked' });
  });

  test('a code pairs one board once, and a new one comes after a quarter of an hour', async () => {
    const { boards, watch, jo, timers } = await openBoards();
    const board = watch(boardContext());
    const old = codeOf(await board.next());
    timers.advance(quarterHour);
    const code = codeOf(await board.next());
    expect(code).not.toBe(old);
    expect(await boards.pair(jo, { code: old, name: 'Hall' })).toBe(false);
    expect(await boards.pair(jo, { code, name: 'Hall' })).toBe(true);
    expect(await boards.pair(jo, { code, name: 'Hall again' })).toBe(false);
    expect(await boards.list()).toHaveLength(1);
  });

  test('wrong codes are slowed down: after ten, even the right one waits', async () => {
    const { boards, watch, jo, timers, log } = await openBoards();
    const code = codeOf(await watch(boardContext()).next());
    for (let tries = 0; tries < 10; tries += 1) await boards.pair(jo, { code: 'AAAAAA', name: 'Hall' });
    expect(await boards.pair(jo, { code, name: 'Hall' })).toBe(false);
    expect(log.entries.at(-1)).toEqual({ event: 'board.refused', fields: { kind: 'tooManyCodes' } });
    timers.advance(60_000);
    expect(await boards.pair(jo, { code, name: 'Hall' })).toBe(true);
  });

  test('no more than twenty boards wait at a time, and the one after them waits for the next place', async () => {
    const { watch, timers } = await openBoards();
    const boards = Array.from({ length: 20 }, () => watch(boardContext()));
    const codes = await Promise.all(boards.map(async ({ next }) => codeOf(await next())));
    expect(new Set(codes).size).toBe(20);
    await expect(watch(boardContext()).next()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    await Promise.all(boards.map(({ leave }) => leave()));
    timers.advance(61_000);
    await settle();
    expect(codeOf(await watch(boardContext()).next())).toHaveLength(6);
  });
});

test('a board window of this machine needs no pairing, and sounds when staff try it', async () => {
  const { watch, soundTests, boards, jo } = await openBoards();
  const own = watch();
  expect(await own.next()).toMatchObject({ kind: 'showing', soundTests: 0, calls: [] });
  soundTests.ring();
  expect(await own.next()).toMatchObject({ soundTests: 1 });
  const remote = watch(boardContext());
  await boards.pair(jo, { code: codeOf(await remote.next()), name: 'Hall' });
  expect(await remote.next()).toMatchObject({ kind: 'showing', soundTests: 0 });
});
