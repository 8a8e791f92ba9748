import { describe, expect, test } from 'vitest';
import { appendAnchor, readAnchors } from '../../main/store/anchors';
import { appendAudit, auditHead, verifyAudit } from '../../main/store/audit';
import { openTemporaryStore, temporaryFolder } from '../support/temporaryStore';
import { openRaw } from './support/raw';
import { instant } from './support/samples';

const count = 450;
/** In the middle of a page of rows, at its first and its last, and in a later page. */
const places = [1, 7, 50, 51, 449];

/** A trail with notes kept outside after 300 and 440 entries, and whoever gets past the triggers. */
async function attacked(statement: string) {
  const { store, options } = await openTemporaryStore();
  const folder = temporaryFolder();
  await store.write(async (db) => {
    for (let number = 1; number <= count; number += 1) {
      const subjectId = `subject${number}`;
      await appendAudit(db, { at: instant, actor: 'kiosk', action: 'test.done', subjectId, detail: { number } });
      if (number === 300 || number === 440) appendAnchor(folder, { at: instant, ...(await auditHead(db)) });
    }
  });
  openRaw(options).exec(
    `drop trigger auditIsNeverChanged; drop trigger auditIsNeverDeleted; drop trigger auditGrowsByOne; ${statement}`,
  );
  return { store, verify: () => verifyAudit(store.db, store.auditSeal, readAnchors(folder)) };
}

test('an untouched trail is sound to its end', async () => {
  const { verify } = await attacked('select 1');
  expect(await verify()).toMatchObject({ isSound: true, head: { sequence: count } });
});

describe('an edited row is found where it stands', () => {
  const columns = ['at', 'actor', 'action', 'subjectId', 'detail', 'hash', 'previousHash'];
  const cases = columns.map((column, index): [string, number] => [column, places[index % places.length] ?? 1]);
  test.each([...cases, ...places.map((place): [string, number] => ['detail', place])])(
    '%s of entry %i',
    async (column, place) => {
      const { verify } = await attacked(`update audit set "${column}" = '{"x":1}' where sequence = ${place}`);
      expect(await verify()).toEqual({ isSound: false, index: place - 1, why: 'altered' });
    },
  );
});

const swap = (one: number, other: number): string => `
  update audit set sequence = -1 where sequence = ${one};
  update audit set sequence = ${one} where sequence = ${other};
  update audit set sequence = ${other} where sequence = -1`;

describe('two rows exchanged are found at the first of them', () => {
  test.each([
    [1, 2],
    [7, 105],
    [50, 51],
    [448, 450],
  ])('%i and %i', async (one, other) => {
    const { verify } = await attacked(swap(one, other));
    expect(await verify()).toEqual({ isSound: false, index: one - 1, why: 'altered' });
  });
});

describe('a row that is gone is found as a gap', () => {
  test.each(places)('entry %i', async (place) => {
    const { verify } = await attacked(`delete from audit where sequence = ${place}`);
    expect(await verify()).toEqual({ isSound: false, index: place - 1, why: 'gap' });
  });

  test('or as altered, where the others were moved up to close it', async () => {
    const { verify } = await attacked(
      'delete from audit where sequence = 100; update audit set sequence = -(sequence - 1) where sequence > 100; update audit set sequence = -sequence where sequence < 0',
    );
    expect(await verify()).toEqual({ isSound: false, index: 99, why: 'altered' });
  });
});

describe('rows cut off at the end', () => {
  test.each([440, 439, 301, 300, 200, 1])('from entry %i on are missed by the note kept outside', async (first) => {
    const { verify } = await attacked(`delete from audit where sequence >= ${first}`);
    expect(await verify()).toEqual({ isSound: false, index: first - 1, why: 'cutOff' });
  });

  test('after the last note are not: nobody outside has seen them yet', async () => {
    const { verify } = await attacked('delete from audit where sequence > 440');
    expect(await verify()).toMatchObject({ isSound: true, head: { sequence: 440 } });
  });
});

test('a trail written anew with the right key is not the one that was noted', async () => {
  const { store, verify } = await attacked('delete from audit where sequence > 299');
  await store.write(async (db) => {
    for (let number = 300; number <= count; number += 1) {
      await appendAudit(db, { at: instant, actor: 'somebody', action: 'test.done', subjectId: null, detail: {} });
    }
  });
  expect(await verify()).toEqual({ isSound: false, index: 299, why: 'replaced' });
});
