import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appendAnchor, readAnchors } from '../../main/store/anchors';
import { appendAudit, auditHead, readAudit, verifyAudit } from '../../main/store/audit';
import type { Connection } from '../../main/store/connection';
import { openTemporaryStore, temporaryFolder } from '../support/temporaryStore';
import { openRaw } from './support/raw';
import { instant } from './support/samples';

/** A store with `count` audited acts, anchored outside after `anchorAfter` of them. */
async function auditedStore(count: number, anchorAfter = count) {
  const { store, options } = await openTemporaryStore();
  const folder = temporaryFolder();
  await store.write(async (db) => {
    for (let number = 1; number <= count; number += 1) {
      const detail = { window: { late: number, early: 30 }, words: 'Änderung' };
      await appendAudit(db, { at: instant, actor: 'kiosk', action: 'test.done', subjectId: `s${number}`, detail });
      if (number === anchorAfter) {
        appendAnchor(folder, { at: instant, ...(await auditHead(db)) });
      }
    }
  });
  const verify = () => verifyAudit(store.db, store.auditSeal, readAnchors(folder));
  return { store, options, folder, verify };
}

/** What a thief with the key of the file would do first. */
function withoutTriggers(raw: Connection): Connection {
  return raw.exec('drop trigger auditIsNeverChanged; drop trigger auditIsNeverDeleted; drop trigger auditGrowsByOne');
}

test('entries come back as they were written, in order', async () => {
  const { store, verify } = await auditedStore(3);
  expect(await readAudit(store.db, 1, 1)).toEqual([
    {
      sequence: 2,
      at: instant,
      actor: 'kiosk',
      action: 'test.done',
      subjectId: 's2',
      detail: { window: { late: 2, early: 30 }, words: 'Änderung' },
    },
  ]);
  expect(await verify()).toMatchObject({ isSound: true, head: { sequence: 3 } });
});

test('an empty trail is sound', async () => {
  const { store } = await openTemporaryStore();
  expect(await verifyAudit(store.db, store.auditSeal, [])).toMatchObject({ isSound: true, head: { sequence: 0 } });
});

test('an entry is not there when what it tells of is not', async () => {
  const { store, verify } = await auditedStore(1);
  const failing = store.write(async (db) => {
    await appendAudit(db, { at: instant, actor: 'kiosk', action: 'test.failed', subjectId: null, detail: {} });
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(await verify()).toMatchObject({ isSound: true, head: { sequence: 1 } });
});

describe('the file itself refuses', () => {
  test.each([
    ['to change an entry', `update audit set actor = 'somebody' where sequence = 2`, 'never changed'],
    ['to delete an entry', 'delete from audit where sequence = 3', 'never deleted'],
    [
      'to put an entry in the place of another',
      `insert or replace into audit values (2, '', '', '', null, '', '', '')`,
      'without a gap',
    ],
    ['an entry after a gap', `insert into audit values (5, '', '', '', null, '', '', '')`, 'without a gap'],
  ])('%s', async (_, statement, message) => {
    const { options, verify } = await auditedStore(3);
    expect(() => openRaw(options).exec(statement)).toThrow(message);
    expect(await verify()).toMatchObject({ isSound: true, head: { sequence: 3 } });
  });
});

describe('who gets past that is found out', () => {
  test.each([
    ['a changed word', `update audit set actor = 'somebody' where sequence = 2`, { index: 1, why: 'altered' }],
    ['a changed detail', `update audit set detail = '{}' where sequence = 1`, { index: 0, why: 'altered' }],
    ['an entry taken out', 'delete from audit where sequence = 2', { index: 1, why: 'gap' }],
    [
      'two entries exchanged',
      'update audit set sequence = 9 where sequence = 1; update audit set sequence = 1 where sequence = 2; update audit set sequence = 2 where sequence = 9',
      { index: 0, why: 'altered' },
    ],
    ['the end cut off up to the anchor', 'delete from audit where sequence >= 3', { index: 2, why: 'cutOff' }],
  ])('%s', async (_, statement, verdict) => {
    const { options, verify } = await auditedStore(4, 3);
    withoutTriggers(openRaw(options)).exec(statement);
    expect(await verify()).toEqual({ isSound: false, ...verdict });
  });

  test('a break in a later page of a long trail', async () => {
    const { options, verify } = await auditedStore(1100);
    withoutTriggers(openRaw(options)).exec(`update audit set at = '' where sequence = 1050`);
    expect(await verify()).toEqual({ isSound: false, index: 1049, why: 'altered' });
  });

  test('a whole new trail written with the right key', async () => {
    const { store, options, verify } = await auditedStore(2);
    withoutTriggers(openRaw(options)).exec('delete from audit');
    for (let number = 0; number < 3; number += 1) {
      await store.write((db) => appendAudit(db, { at: instant, actor: 'x', action: 'y', subjectId: null, detail: {} }));
    }
    expect(await verify()).toMatchObject({ isSound: false, why: 'replaced' });
  });

  test('another key', async () => {
    const { store } = await auditedStore(1);
    expect(await verifyAudit(store.db, () => 'seal of another key', [])).toMatchObject({
      isSound: false,
      why: 'altered',
    });
  });
});

test('an anchor that a power cut left half written is passed over, and the next one stands', async () => {
  const folder = temporaryFolder();
  const first = { at: instant, sequence: 1, hash: 'a' };
  const second = { at: instant, sequence: 2, hash: 'b' };
  expect(readAnchors(folder)).toEqual([]);
  appendAnchor(folder, first);
  appendFileSync(join(folder, 'anchors.jsonl'), '{"at":"2026-11-2');
  appendAnchor(folder, second);
  expect(readAnchors(folder)).toEqual([first, second]);
});
