import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { AuditFilter } from '../../../../preload/contract/desk/audit';
import { dateSchema } from '../../../../preload/contract/rules/dates';
import { auditProcedures } from '../../../../main/services/desk/auditProcedures';
import { actorOf } from '../../../../main/services/desk/caller';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { appendAnchor } from '../../../../main/store/anchors';
import { appendAudit, auditHead, type AuditEntry } from '../../../../main/store/audit';
import { openPractice } from '../../../support/practice';
import { temporaryFolder } from '../../../support/temporaryStore';
import { createBrowser } from './sessionSupport';
import { addStaff } from './support';

const everything: AuditFilter = { from: null, to: null, actor: null, action: null, subjectId: null };
const day = (text: string) => dateSchema.parse(text);

/** A manager at the Audit tab. */
async function openAudit() {
  const practice = await openPractice();
  const { store, log } = practice;
  const folder = temporaryFolder();
  const manager = await addStaff(store, 'Max Field', 'manager');
  const sessions = { find: () => Promise.resolve(manager) };
  const procedures = auditProcedures(deskProcedures(sessions, log), { ...practice, folder });
  const context = { context: createBrowser() };
  const append = (...entries: Partial<AuditEntry>[]) =>
    store.write(async (db) => {
      for (const entry of entries) {
        const usual = {
          at: '2026-11-23T10:00:00.000Z',
          actor: 'kiosk',
          action: 'test.done',
          subjectId: null,
          detail: {},
        };
        await appendAudit(db, { ...usual, ...entry });
      }
    });
  return {
    ...practice,
    folder,
    manager,
    append,
    read: (filter: Partial<AuditFilter> = {}, before: number | null = null) =>
      call(procedures.read, { filter: { ...everything, ...filter }, before }, context),
    verify: () => call(procedures.verify, {}, context),
    export: (filter: Partial<AuditFilter> = {}, before: number | null = null) =>
      call(procedures.export, { filter: { ...everything, ...filter }, before }, context),
    async anchor(at: string) {
      mkdirSync(join(folder, 'anchors'), { recursive: true });
      appendAnchor(join(folder, 'anchors'), { at, ...(await auditHead(store.db)) });
    },
  };
}

describe('reading the trail', () => {
  test('is in the trail itself, once for each opening and not for its further pages', async () => {
    const { read, append, manager } = await openAudit();
    await append(...Array.from({ length: 150 }, () => ({})));
    const first = await read();
    expect(first.rows).toHaveLength(100);
    expect(first.rows[0]).toMatchObject({ sequence: 151, actor: 'Max Field', action: 'audit.opened' });
    expect(first.rows[0]?.detail).toEqual({ filter: everything, role: 'manager' });
    const second = await read({}, first.next);
    expect(second.rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 51 }, (_, index) => 51 - index));
    expect(second.next).toBeNull();
    const openings = await read({ actor: manager.staffId });
    expect(openings.rows.map(({ action }) => action)).toEqual(['audit.opened', 'audit.opened']);
  });

  test('shows the names of accounts, and who has none as the chain holds them', async () => {
    const { read, append, store } = await openAudit();
    const left = `staff:${randomUUID()}`;
    const jo = await addStaff(store, 'Jo Bloggs', 'receptionist');
    const trickster = await addStaff(store, 'Kiosk', 'receptionist');
    await append({ actor: actorOf(jo) }, { actor: left }, { actor: actorOf(trickster) });
    const { rows, actors } = await read({ action: 'test' });
    expect(rows.map(({ actor }) => actor)).toEqual([`Kiosk (${actorOf(trickster)})`, left, 'Jo Bloggs']);
    expect(actors).toContainEqual({ id: jo.staffId, name: 'Jo Bloggs' });
  });

  test('tells what there is to filter by, what was added since with it', async () => {
    const { read, append } = await openAudit();
    await append({ action: 'a.one' });
    expect((await read()).actions).toEqual(['a.one', 'audit.opened']);
    await append({ action: 'b.two', actor: 'commandLine' });
    const later = await read();
    expect(later.actions).toEqual(['a.one', 'audit.opened', 'b.two']);
    expect(later.actors.map(({ id }) => id)).toContain('commandLine');
  });

  test('goes by whole days of London, in summer too', async () => {
    const { read, append } = await openAudit();
    await append(
      { at: '2026-06-30T22:59:59.999Z', action: 'day.before' },
      { at: '2026-06-30T23:00:00.000Z', action: 'day.first' },
      { at: '2026-07-01T22:59:59.999Z', action: 'day.last' },
      { at: '2026-07-01T23:00:00.000Z', action: 'day.after' },
    );
    const { rows } = await read({ from: day('2026-07-01'), to: day('2026-07-01') });
    expect(rows.map(({ action }) => action)).toEqual(['day.last', 'day.first']);
  });

  test('keeps nothing of what was typed that could be the name of a patient', async () => {
    const { read, append } = await openAudit();
    const subjectId = randomUUID();
    await append({ subjectId, action: 'arrival.recorded' });
    await read({ subjectId: 'Harriet Quill', actor: 'Quill', action: 'a' });
    await read({ subjectId, actor: 'kiosk', action: 'arrival' });
    const { rows } = await read({ action: 'audit.opened' });
    expect(rows.map(({ detail }) => detail['filter'])).toEqual([
      { ...everything, action: 'audit.opened' },
      { ...everything, subjectId, actor: 'kiosk', action: 'arrival' },
      { ...everything, subjectId: 'other', actor: 'other', action: 'other' },
    ]);
  });
});

describe('verifying', () => {
  test('says how much is sound, and since when it is noted outside; and is in the trail', async () => {
    const { verify, append, anchor, read } = await openAudit();
    await append({}, {});
    await anchor('2026-11-22T03:00:00.000Z');
    await append({});
    await anchor('2026-11-23T03:00:00.000Z');
    expect(await verify()).toEqual({ isSound: true, rows: 3, anchors: 2, lastAnchorAt: '2026-11-23T03:00:00.000Z' });
    expect((await read()).rows[1]).toMatchObject({ action: 'audit.verified', detail: { isSound: true, rows: 3 } });
  });

  test('says that nothing is noted outside yet', async () => {
    const { verify } = await openAudit();
    expect(await verify()).toEqual({ isSound: true, rows: 0, anchors: 0, lastAnchorAt: null });
  });

  test('says where a trail breaks off, and why', async () => {
    const { verify, append, folder, read } = await openAudit();
    await append({}, {});
    mkdirSync(join(folder, 'anchors'), { recursive: true });
    appendAnchor(join(folder, 'anchors'), { at: '2026-11-23T03:00:00.000Z', sequence: 9, hash: 'x' });
    const finding = { isSound: false, soundRows: 2, why: 'cutOff' };
    // Two at once are looked through together, and each is answered.
    expect(await Promise.all([verify(), verify()])).toEqual([finding, finding]);
    expect((await read({ action: 'audit.verified' })).rows.map(({ detail }) => detail['why'])).toEqual([
      'cutOff',
      'cutOff',
    ]);
  });
});

describe('the export', () => {
  test('is a table that no spreadsheet takes for formulas, with headings once, and is in the trail', async () => {
    const { export: exportPart, append, store } = await openAudit();
    const jo = await addStaff(store, '=HYPERLINK("x")', 'receptionist');
    await append({ actor: actorOf(jo), detail: { reason: '=1+1, "quoted"' } }, { action: '+cmd' });
    const part = await exportPart();
    expect(part).toMatchObject({ fileName: 'audit-trail-2026-11-23.csv', rows: 3, next: null });
    const lines = parse(part.text, { bom: true });
    expect(lines).toEqual([
      ['number', 'time (UTC)', 'who', 'account', 'action', 'subject', 'detail'],
      [
        '3',
        expect.any(String),
        'Max Field',
        expect.stringMatching(/^staff:/),
        'audit.exported',
        '',
        expect.any(String),
      ],
      ['2', expect.any(String), 'kiosk', 'kiosk', "'+cmd", '', '{}'],
      ['1', expect.any(String), `'=HYPERLINK("x")`, actorOf(jo), 'test.done', '', '{"reason":"=1+1, \\"quoted\\""}'],
    ]);
  });

  test('comes in parts that together are the whole, noted once', async () => {
    const { export: exportPart, append, read } = await openAudit();
    await append(...Array.from({ length: 2300 }, (_, index) => ({ detail: { index } })));
    const texts: string[] = [];
    let next: number | null = null;
    do {
      const part: Awaited<ReturnType<typeof exportPart>> = await exportPart({ action: 'test' }, next);
      expect(part.rows).toBeLessThanOrEqual(1000);
      texts.push(part.text);
      next = part.next;
    } while (next !== null);
    expect(texts).toHaveLength(3);
    const lines: string[][] = parse(texts.join(''), { bom: true });
    expect(lines.slice(1).map(([number]) => Number(number))).toEqual(
      Array.from({ length: 2300 }, (_, index) => 2300 - index),
    );
    const { rows } = await read({ action: 'audit.exported' });
    expect(rows.map(({ detail }) => detail)).toEqual([{ filter: { ...everything, action: 'test' }, role: 'manager' }]);
  });
});

test('reading, verifying and exporting a long trail let others in between, at every hundred entries or so', async () => {
  const { export: exportPart, append, read, verify } = await openAudit();
  await append(...Array.from({ length: 2000 }, () => ({})));
  const turnsOf = async (work: () => Promise<unknown>): Promise<number> => {
    let turns = 0;
    let isDone = false;
    const turn = (): void => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    await work();
    isDone = true;
    return turns;
  };
  expect(await turnsOf(() => read())).toBeGreaterThanOrEqual(4);
  expect(await turnsOf(() => verify())).toBeGreaterThanOrEqual(40);
  expect(await turnsOf(() => exportPart())).toBeGreaterThanOrEqual(9);
});
