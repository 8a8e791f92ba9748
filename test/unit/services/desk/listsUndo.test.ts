import { describe, expect, test } from 'vitest';
import { clockTimeSchema, dateOfBirthSchema } from '../../../../preload/contract/rules/dates';
import { letterSchema } from '../../../../preload/contract/rules/letter';
import { currentLists } from '../../../../main/store/lists';
import { openLists, today, typed } from './listsSupport';
import { byLetter, importRows, row, tenOClock } from './support';

const first = row(1, '10:00');
const second = row(2, '10:10');
const at = (minute: number) => `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`;

async function openWithTwo() {
  const lists = await openLists({ rows: [first, second], listAsOf: tenOClock });
  const imported = (rows: Parameters<typeof importRows>[1], listAsOf: string, source = 'emis') =>
    importRows(lists.store, rows, { rules: lists.settings.rules(), listAsOf, source });
  const inUse = async () =>
    (await currentLists(lists.store.db, today)).map(({ source, listAsOf }) => `${source} ${listAsOf.slice(11, 16)}`);
  /** Presses undo on what the page shows. */
  const undo = async () => {
    const shown = (await lists.asJo.state({})).undo;
    if (shown === null) throw new Error('Nothing can be taken back');
    return lists.asJo.undo({ importedAt: shown.importedAt });
  };
  return { ...lists, imported, inUse, undo };
}

describe('the last import', () => {
  test('can be taken back: the list before it is in use again, as old as it was', async () => {
    const { asJo, imported, inUse, undo, claim, published } = await openWithTwo();
    await imported([first], at(5));
    expect(await claim(byLetter(second))).toEqual({ kind: 'reception' });
    expect((await asJo.state({})).undo).toEqual({ importedAt: at(5), backTo: tenOClock });
    published.length = 0;
    await undo();
    expect(published).toEqual(expect.arrayContaining(['list', 'visits', 'alerts']));
    expect(await inUse()).toEqual(['emis 10:00']);
    expect(await claim(byLetter(second))).toMatchObject({ kind: 'checkedIn' });
  });

  test('is taken back once, whoever presses again', async () => {
    const { asJo, imported, inUse, undo } = await openWithTwo();
    await imported([row(7, '11:00')], at(2), 'systmone');
    await imported([first], at(5));
    await undo();
    expect((await asJo.state({})).undo).toBeNull();
    await expect(asJo.undo({ importedAt: at(5) })).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    await expect(asJo.undo({ importedAt: at(2) })).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    expect(await inUse()).toEqual(['emis 10:00', 'systmone 10:02']);
    // The next import can be taken back again.
    await imported([second], at(9));
    await undo();
    expect(await inUse()).toEqual(['emis 10:00', 'systmone 10:02']);
  });

  test('is not taken back when another has come meanwhile', async () => {
    const { asJo, imported, inUse } = await openWithTwo();
    await imported([first], at(5));
    const shown = (await asJo.state({})).undo;
    await imported([second], at(6));
    await expect(asJo.undo({ importedAt: shown?.importedAt ?? '' })).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    expect(await inUse()).toEqual(['emis 10:06']);
  });

  test('is not taken back after midnight', async () => {
    const { asJo, imported, clock } = await openWithTwo();
    await imported([first], at(5));
    clock.set('2026-11-24T00:01');
    expect((await asJo.state({})).undo).toBeNull();
    await expect(asJo.undo({ importedAt: at(5) })).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  test('leaves none when it was the first', async () => {
    const { asJo, inUse, undo, listState } = await openWithTwo();
    expect((await asJo.state({})).undo).toEqual({ importedAt: tenOClock, backTo: null });
    await undo();
    expect(await inUse()).toEqual([]);
    expect(await listState.read()).toEqual({ kind: 'closed', reason: 'noList' });
    expect((await asJo.state({})).undo).toBeNull();
  });

  test('is audited with who took it back', async () => {
    const { imported, undo, audit, jo } = await openWithTwo();
    await imported([first], at(5));
    await undo();
    expect((await audit()).at(-1)).toMatchObject({
      action: 'list.importUndone',
      actor: `staff:${jo.staffId}`,
      detail: { role: 'receptionist', importedAt: at(5), sources: ['emis'], backTo: tenOClock },
    });
  });
});

describe('arrivals', () => {
  test('are linked again, and nobody is alerted twice', async () => {
    const { imported, undo, claim, visits, alerts } = await openWithTwo();
    await claim(byLetter(second));
    await imported([first], at(5));
    expect(await alerts()).toMatchObject([{ kind: 'arrivalUnmatched' }]);
    expect((await visits())[0]?.arrivals).toMatchObject([{ appointmentId: null, isToCheck: true }]);
    await undo();
    expect((await visits())[0]?.arrivals).toMatchObject([
      { appointmentId: expect.any(Number) as number, isToCheck: false },
    ]);
    await imported([first], at(8));
    expect(await alerts()).toMatchObject([{ kind: 'arrivalUnmatched' }]);
  });

  test('that only the list taken back holds are to be checked', async () => {
    const { imported, undo, claim, visits, alerts } = await openWithTwo();
    const third = row(3, '10:15');
    await imported([first, second, third], at(5));
    await claim(byLetter(third));
    await undo();
    expect((await visits())[0]?.arrivals).toMatchObject([{ isToCheck: true }]);
    expect(await alerts()).toMatchObject([{ kind: 'arrivalUnmatched' }]);
  });
});

describe('a row added by hand that gave way to the import', () => {
  const dateOfBirth = dateOfBirthSchema.parse('1961-04-05');
  const listed = row(50, '10:05', { patient: { lastName: 'QUILL', firstName: 'Ann', dateOfBirth } });

  test('is back, and so is whoever has arrived on it', async () => {
    const { asJo, imported, undo, claim, visits, alerts } = await openWithTwo();
    await asJo.add(typed());
    await claim({ by: 'letter', dateOfBirth, letter: letterSchema.parse('Q') });
    await imported([first, second, listed], at(5));
    expect(await asJo.added({})).toEqual([]);
    await undo();
    const [added] = await asJo.added({});
    expect((await visits())[0]?.arrivals).toMatchObject([
      { source: 'desk', appointmentId: added?.appointmentId, isToCheck: false },
    ]);
    expect(await alerts()).toEqual([]);
    await imported([first, second, listed], at(9));
    expect((await visits())[0]?.arrivals).toMatchObject([{ source: 'emis', isToCheck: false }]);
  });

  test('stays in use when it was added after the import', async () => {
    const { asJo, imported, undo } = await openWithTwo();
    await imported([first], at(5));
    await asJo.add(typed({ start: clockTimeSchema.parse('11:00') }));
    await undo();
    expect(await asJo.added({})).toHaveLength(1);
  });
});
