import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { currentLists } from '../../../../main/store/lists';
import { appointmentsBornOn } from '../../../../main/store/appointments';
import { dateOfBirthSchema } from '../../../../preload/contract/rules/dates';
import { emisTable, makeRow, makeRows, toBytes, toText, withCells } from '../../../support/listFiles';
import { temporaryFolder } from '../../../support/temporaryStore';
import { openLists, put, tellings, today, upload } from './listsSupport';
import { nobody } from './support';

const emis = (count: number) => toBytes(emisTable(makeRows(count)));

/** An export whose headings nobody knows, of `count` patients. */
function ownSheet(count: number): string {
  const [headings = [], ...rows] = emisTable(makeRows(count));
  const own = ['When', 'At what time', 'For', 'Seeing whom', 'Job', 'House', 'What', 'Booked?', 'NHSNumber', 'Surnam'];
  return toText([[...own, 'Fornam', 'Birthdate', 'PCode', 'Our number'].slice(0, headings.length), ...rows]);
}

const ownMapping = {
  date: 'When',
  time: 'At what time',
  clinician: 'Seeing whom',
  status: 'Booked?',
  dateOfBirth: 'Birthdate',
  familyName: 'Surnam',
  givenName: 'Fornam',
};

describe('a file that is looked at', () => {
  test('shows what it would bring and changes nothing', async () => {
    const { asJo, store, upload: send } = await openLists();
    const uploadId = await send(emis(12));
    expect(await asJo.preview({ uploadId })).toEqual({
      kind: 'ready',
      file: 'today.csv',
      profile: 'emis',
      day: today,
      rows: 12,
      loaded: 12,
      skipped: 0,
      problems: [],
      tooManyBad: false,
    });
    expect(await currentLists(store.db, today)).toEqual([]);
    expect(await store.db.selectFrom('imports').selectAll().execute()).toEqual([]);
  });

  test('shows its bad rows, and says that there are too many', async () => {
    const { asJo, upload: send } = await openLists();
    const table = withCells(emisTable(makeRows(10)), 'Date of Birth', { 2: 'x', 5: '' });
    const uploadId = await send(toBytes(table));
    const seen = await asJo.preview({ uploadId });
    expect(seen).toMatchObject({ kind: 'ready', loaded: 8, skipped: 2, tooManyBad: true });
    expect(seen.kind === 'ready' && seen.problems.map(({ line }) => line)).toEqual([4, 7]);
  });

  test('says in one sentence why it cannot be used', async () => {
    const { asJo, upload: send } = await openLists();
    const uploadId = await send(toBytes(emisTable(makeRows(3, { day: '2026-11-22' }))));
    expect(await asJo.preview({ uploadId })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('no appointments for Monday 23 November 2026') as string,
    });
  });
});

describe('a file that is used', () => {
  test('comes into use under its own name and the hand that gave it, as old as it says, and is gone from the disk', async () => {
    const { asJo, jo, store, folder, audit, upload: send, published } = await openLists();
    const uploadId = await send(emis(40));
    const told = await tellings(asJo, [uploadId]);
    expect(told.at(-1)).toMatchObject({ kind: 'done', files: [{ file: 'today.csv', loaded: 40 }] });
    expect(told.slice(0, -1).every(({ kind }) => kind === 'progress')).toBe(true);
    expect(await currentLists(store.db, today)).toMatchObject([
      { source: 'emis', rowsLoaded: 40, listAsOf: '2026-11-23T09:58:00.000Z' },
    ]);
    expect((await audit()).at(-1)).toMatchObject({
      action: 'list.imported',
      actor: `staff:${jo.staffId}`,
      detail: { role: 'receptionist', sources: ['emis'], loaded: [40] },
    });
    expect(published).toContain('list');
    expect(readdirSync(folder)).toEqual([]);
    await expect(asJo.preview({ uploadId })).rejects.toMatchObject({ code: 'NO_UPLOAD' });
  });

  test('is never of the future', async () => {
    const { asJo, store, upload: send } = await openLists();
    await tellings(asJo, [await send(emis(3), { changedAt: '2026-11-23T23:00:00.000Z' })]);
    expect(await currentLists(store.db, today)).toMatchObject([{ listAsOf: '2026-11-23T10:00:00.000Z' }]);
  });

  test('is refused with its bad rows, and the list before it stays', async () => {
    const { asJo, store, upload: send } = await openLists();
    await tellings(asJo, [await send(emis(5))]);
    const bad = toBytes(withCells(emisTable(makeRows(10)), 'Date of Birth', { 2: 'x', 5: '' }));
    const told = await tellings(asJo, [await send(bad)]);
    expect(told.at(-1)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('2 of its 10 rows are bad') as string,
      problems: [{ line: 4 }, { line: 7 }],
    });
    expect(await currentLists(store.db, today)).toMatchObject([{ rowsLoaded: 5 }]);
  });

  test('is one list with the others that were given beside it', async () => {
    const { asJo, store, upload: send } = await openLists();
    const halves = [makeRows(6).slice(0, 4), makeRows(6).slice(4)];
    const uploadIds: string[] = [];
    for (const [index, half] of halves.entries()) {
      uploadIds.push(await send(toBytes(emisTable(half)), { name: `half${String(index)}.csv` }));
    }
    expect((await tellings(asJo, uploadIds)).at(-1)).toMatchObject({
      files: [{ file: 'half0.csv' }, { file: 'half1.csv' }],
    });
    expect(await currentLists(store.db, today)).toMatchObject([{ rowsLoaded: 6 }]);
  });

  test('belongs to who sent it', async () => {
    const { asJo, clientOf, sam, upload: send } = await openLists();
    const uploadId = await send(emis(3));
    const asSam = clientOf(sam);
    await expect(asSam.preview({ uploadId })).rejects.toMatchObject({ code: 'NO_UPLOAD' });
    await expect(asSam.use({ uploadIds: [uploadId] })).rejects.toMatchObject({ code: 'NO_UPLOAD' });
    await asSam.discard({ uploadId });
    expect(await asJo.preview({ uploadId })).toMatchObject({ kind: 'ready' });
  });
});

describe('a file with unknown headings', () => {
  test('shows them with its first rows and what looks right already', async () => {
    const { asJo, upload: send } = await openLists();
    const seen = await asJo.preview({ uploadId: await send(ownSheet(9)) });
    if (seen.kind !== 'unknownHeadings') throw new Error(`It is ${seen.kind}`);
    expect(seen.headings).toContain('Seeing whom');
    expect(seen.samples).toHaveLength(5);
    expect(seen.samples[0]?.[seen.headings.indexOf('Surnam')]).toBe('KHAN');
    expect(seen.suggested).toMatchObject({ dateOfBirth: 'Birthdate', familyName: 'Surnam', nhsNumber: 'NHSNumber' });
    expect(seen.fields.filter(({ isNeeded }) => isNeeded).map(({ field }) => field)).toContain('clinician');
  });

  test('is read by what staff say, and by that name ever after', async () => {
    const { asJo, store, upload: send, importLists, audit } = await openLists();
    const uploadId = await send(ownSheet(9));
    expect(await asJo.preview({ uploadId, mapping: ownMapping })).toMatchObject({ kind: 'ready', loaded: 9 });
    await asJo.saveProfile({ name: 'Branch sheet', mapping: ownMapping });
    expect(await asJo.preview({ uploadId })).toMatchObject({
      kind: 'ready',
      profile: 'mapped:Branch sheet',
      loaded: 9,
    });
    await tellings(asJo, [uploadId]);
    expect(await currentLists(store.db, today)).toMatchObject([{ source: 'mapped:Branch sheet', rowsLoaded: 9 }]);
    const [row] = await appointmentsBornOn(store.db, today, dateOfBirthSchema.parse('1930-01-01'));
    expect(row).toMatchObject({ clinician: 'Dr Anita Rao', patient: { lastName: 'KHAN', nhsNumber: null } });
    expect((await asJo.state({})).profiles).toEqual([{ name: 'Branch sheet', mapping: ownMapping }]);
    expect((await audit()).map(({ action }) => action)).toContain('list.profileSaved');
    // The same file from the command line.
    const path = put(temporaryFolder(), 'sheet.csv', ownSheet(4));
    expect(await importLists([path], () => undefined)).toMatchObject([{ profile: 'mapped:Branch sheet', loaded: 4 }]);
    await asJo.deleteProfile({ name: 'Branch sheet' });
    await expect(importLists([path], () => undefined)).rejects.toThrow('no row of headings');
  });

  test('is not read by a mapping that lacks something or names a column twice', async () => {
    const { asJo, upload: send } = await openLists();
    const { status: _status, ...lacking } = ownMapping;
    const uploadId = await send(ownSheet(3));
    expect(await asJo.preview({ uploadId, mapping: lacking })).toMatchObject({
      kind: 'refused',
      reason: 'Choose the column for the status.',
    });
    await expect(asJo.saveProfile({ name: 'x', mapping: lacking })).rejects.toMatchObject({ code: 'UNUSABLE' });
    const twice = { ...ownMapping, location: 'when' };
    await expect(asJo.saveProfile({ name: 'x', mapping: twice })).rejects.toMatchObject({
      data: { why: 'The column “when” is chosen twice.' },
    });
  });
});

test('the clinicians that can be chosen are those of today’s lists', async () => {
  const { asJo, upload: send } = await openLists();
  expect((await asJo.state({})).clinicians).toEqual([]);
  await tellings(asJo, [await send(emis(8))]);
  expect((await asJo.state({})).clinicians).toEqual([
    'Dr Anita Rao',
    'Dr James Field',
    'Mr Paul Dean',
    'Nurse Carol West',
  ]);
});

test('not found is counted from the newest list on', async () => {
  const { asJo, claim, upload: send } = await openLists();
  await tellings(asJo, [await send(toBytes(emisTable([makeRow(0)])))]);
  await claim(nobody);
  await claim(nobody);
  expect((await asJo.state({})).notFoundSince).toBe(2);
  await tellings(asJo, [await upload(asJo, toBytes(emisTable([makeRow(0)])))]);
  expect((await asJo.state({})).notFoundSince).toBe(0);
  await claim(nobody);
  expect((await asJo.state({})).notFoundSince).toBe(1);
});
