import { describe, expect, test } from 'vitest';
import { addedRows } from '../../../../main/store/addedRows';
import { currentLists } from '../../../../main/store/lists';
import type { IdentityClaim } from '../../../../preload/contract/kiosk';
import { clockTimeSchema, dateOfBirthSchema } from '../../../../preload/contract/rules/dates';
import { letterSchema } from '../../../../preload/contract/rules/letter';
import { postcodeSchema } from '../../../../preload/contract/rules/postcode';
import { openLists, today, typed } from './listsSupport';
import { importRows, row } from './support';

const quill: IdentityClaim = {
  by: 'letter',
  dateOfBirth: dateOfBirthSchema.parse('1961-04-05'),
  letter: letterSchema.parse('Q'),
};
const other = row(1, '09:00');
/** The appointment of `typed` as a list holds it. */
const listed = (change: Parameters<typeof row>[2] = {}) =>
  row(50, '10:05', {
    ...change,
    patient: { lastName: 'QUILL', firstName: 'Ann', dateOfBirth: quill.dateOfBirth, ...change.patient },
  });
const later = '2026-11-23T10:20:00.000Z';

async function openWithList(rows = [other]) {
  const lists = await openLists({ rows });
  const imported = (list: Parameters<typeof importRows>[1], listAsOf = later, source = 'emis') =>
    importRows(lists.store, list, { rules: lists.settings.rules(), listAsOf, source });
  return { ...lists, imported };
}

describe('a row added by hand', () => {
  test('lets the patient check in at once', async () => {
    const { asJo, claim } = await openWithList();
    expect(await claim(quill)).toEqual({ kind: 'reception' });
    await asJo.add(typed());
    expect(await claim(quill)).toMatchObject({
      kind: 'checkedIn',
      appointments: [{ time: '10:05', clinician: 'Dr Anita Rao' }],
    });
  });

  test('stays while lists of other sources come', async () => {
    const { asJo, claim, imported } = await openWithList();
    await asJo.add(typed());
    await imported([row(2, '09:10')]);
    expect(await asJo.added({})).toMatchObject([{ start: '10:05', lastName: 'Quill', dateOfBirth: '1961-04-05' }]);
    expect(await claim(quill)).toMatchObject({ kind: 'checkedIn' });
  });

  test('is gone the next day', async () => {
    const { asJo, clock } = await openWithList();
    await asJo.add(typed());
    clock.set('2026-11-24T09:00');
    expect(await asJo.added({})).toEqual([]);
  });

  test('opens no check-in where there is no list, and makes none look fresh', async () => {
    const { asJo, store, listState, claim } = await openLists();
    await asJo.add(typed());
    expect(await listState.read()).toEqual({ kind: 'closed', reason: 'noList' });
    expect(await claim(quill)).toBe('closed');
    expect(await currentLists(store.db, today)).toEqual([]);
    const old = await openLists({ rows: [other], listAsOf: '2026-11-23T09:30:00.000Z' });
    await old.asJo.add(typed());
    expect(await old.listState.read()).toMatchObject({ kind: 'open', listAsOf: '09:30' });
    expect(await old.asJo.state({})).toMatchObject({ lists: [{ source: 'emis' }], addedByHand: 1 });
  });

  test('shows no role or clinic to the public, and takes the name as the list spells it', async () => {
    const { asJo, store } = await openWithList();
    await asJo.add(typed({ clinician: 'dr  anita RAO' }));
    await asJo.add(typed({ clinician: 'Smear clinic', lastName: 'Otter' }));
    expect((await addedRows(store.db, today)).map(({ clinician }) => clinician)).toEqual([
      'Dr Anita Rao',
      'the practice team',
    ]);
  });

  test('is refused where a list or the desk holds it already, but not where it was cancelled there', async () => {
    const { asJo, imported } = await openWithList([listed()]);
    await expect(asJo.add(typed())).rejects.toMatchObject({ code: 'ALREADY_THERE' });
    await imported([listed({ status: 'cancelled' })], '2026-11-23T09:59:00.000Z');
    await asJo.add(typed());
    await expect(asJo.add(typed())).rejects.toMatchObject({ code: 'ALREADY_THERE' });
  });

  test('is audited by number, without a name or a date of birth', async () => {
    const { asJo, jo, audit } = await openWithList();
    const { appointmentId } = await asJo.add(typed());
    await asJo.removeAdded({ appointmentId });
    const actor = `staff:${jo.staffId}`;
    expect((await audit()).slice(-2)).toMatchObject([
      { action: 'list.rowAdded', actor, detail: { role: 'receptionist', appointmentId } },
      { action: 'list.rowRemoved', actor, detail: { role: 'receptionist', appointmentId } },
    ]);
    expect(JSON.stringify(await audit())).not.toMatch(/quill|1961/i);
  });
});

describe('a row of a patient who is on the list already', () => {
  const ofQuill = { lastName: 'Quill', firstName: 'Ann', dateOfBirth: quill.dateOfBirth, nhsNumber: '9990000018' };

  test('is theirs: one patient, with all their appointments', async () => {
    const afternoon = row(50, '15:00', { patient: ofQuill });
    const { asJo, claim } = await openWithList([afternoon]);
    await asJo.add(typed());
    expect(await claim(quill)).toMatchObject({ kind: 'checkedIn', also: [{ time: '15:00' }] });
  });

  test('becomes theirs when a later list names them', async () => {
    const { asJo, claim, imported } = await openWithList();
    await asJo.add(typed());
    await imported([row(50, '15:00', { patient: ofQuill })]);
    expect(await claim(quill)).toMatchObject({ kind: 'checkedIn', also: [{ time: '15:00' }] });
  });

  test('is as private as they are', async () => {
    const afternoon = row(50, '15:00', { patient: ofQuill, patientMarking: 'private' });
    const { asJo, claim } = await openWithList([afternoon]);
    await asJo.add(typed());
    expect(await claim(quill)).toEqual({ kind: 'reception' });
  });

  test('says of an account what the lists say, before it and after it', async () => {
    const afternoon = row(50, '15:00', { patient: ofQuill, hasOnlineAccount: false });
    const { asJo, store, imported } = await openWithList([afternoon]);
    await asJo.add(typed());
    const said = async () => (await addedRows(store.db, today)).map(({ hasOnlineAccount }) => hasOnlineAccount);
    expect(await said()).toEqual([false]);
    await imported([{ ...afternoon, hasOnlineAccount: true }]);
    expect(await said()).toEqual([true]);
    await imported([{ ...afternoon, hasOnlineAccount: null }]);
    expect(await said()).toEqual([null]);
  });

  test('is nobody’s whom the list has twice', async () => {
    const twins = ['Ann', 'Eve'].map((firstName, index) =>
      row(50 + index, '15:00', { patient: { ...ofQuill, firstName, nhsNumber: null } }),
    );
    const { asJo, store } = await openWithList(twins);
    await asJo.add(typed());
    expect(await addedRows(store.db, today)).toMatchObject([
      { patient: { firstName: '', nhsNumber: null, postcode: null } },
    ]);
    await asJo.add(typed({ firstName: 'Eve', start: clockTimeSchema.parse('10:10') }));
    expect((await addedRows(store.db, today))[1]?.patient).toMatchObject({
      firstName: 'Eve',
      postcode: postcodeSchema.parse('LS65RT'),
    });
  });
});

describe('when a list holds the appointment at last', () => {
  test('the row gives way to it', async () => {
    const { asJo, store, claim, imported } = await openWithList();
    const { appointmentId } = await asJo.add(typed());
    await imported([other, listed()]);
    expect(await asJo.added({})).toEqual([]);
    expect(await claim(quill)).toMatchObject({ kind: 'checkedIn', appointments: [{ time: '10:05' }], also: [] });
    expect(await currentLists(store.db, today)).toHaveLength(1);
    await expect(asJo.removeAdded({ appointmentId })).rejects.toMatchObject({ code: 'NOT_NOW' });
  });

  test('whoever has checked in stays so, by that list from then on', async () => {
    const { asJo, claim, imported, visits, alerts } = await openWithList();
    await asJo.add(typed());
    await claim(quill);
    await imported([other, listed({ status: 'arrived' })]);
    expect(await visits()).toMatchObject([
      { source: 'emis', patient: { sourcePatientId: 'P50' }, arrivals: [{ source: 'emis', isToCheck: false }] },
    ]);
    expect(await claim(quill)).toMatchObject({ kind: 'alreadyCheckedIn' });
    // And at the import after that, by the id of the list.
    await imported([other, listed({ sourceAppointmentId: 'A50-1005', clinician: 'Dr James Field' })], later);
    expect((await visits())[0]?.arrivals).toMatchObject([{ isToCheck: false }]);
    expect(await alerts()).toEqual([]);
  });

  test('but newer, and cancelled, staff hear of who is here for it', async () => {
    const { asJo, claim, imported, visits, alerts } = await openWithList();
    await asJo.add(typed());
    await claim(quill);
    await imported([other, listed({ status: 'cancelled' })]);
    expect(await alerts()).toMatchObject([{ kind: 'contradicted', visitId: (await visits())[0]?.id }]);
  });

  test('cancelled before it was added, the row stays', async () => {
    const { asJo, claim, imported } = await openWithList();
    await asJo.add(typed());
    await imported([other, listed({ status: 'cancelled' })], '2026-11-23T09:50:00.000Z');
    expect(await asJo.added({})).toHaveLength(1);
    expect(await claim(quill)).toMatchObject({ kind: 'checkedIn' });
  });

  test('of a namesake at another time or with another clinician, the row stays', async () => {
    const { asJo, imported } = await openWithList();
    await asJo.add(typed());
    await imported([row(50, '10:10', { patient: { lastName: 'Quill', dateOfBirth: quill.dateOfBirth } })]);
    await imported([listed({ clinician: 'Dr James Field' })]);
    await imported([listed({ patient: { dateOfBirth: dateOfBirthSchema.parse('1961-04-06') } })]);
    expect(await asJo.added({})).toHaveLength(1);
  });

  test('and who came too early for it is known by it', async () => {
    const { asJo, claim, imported, visits } = await openWithList();
    await asJo.add(typed({ start: clockTimeSchema.parse('12:00') }));
    expect(await claim(quill)).toMatchObject({ kind: 'tooEarly' });
    await imported([other, row(50, '12:00', { patient: listed().patient })]);
    await claim(quill);
    expect(await visits()).toHaveLength(1);
  });
});

test('a row can be taken out until somebody has arrived on it', async () => {
  const { asJo, claim } = await openWithList();
  const { appointmentId } = await asJo.add(typed());
  await asJo.removeAdded({ appointmentId });
  expect(await asJo.added({})).toEqual([]);
  expect(await claim(quill)).toEqual({ kind: 'reception' });
  await expect(asJo.removeAdded({ appointmentId })).rejects.toMatchObject({ code: 'NOT_NOW' });
  const again = await asJo.add(typed());
  await claim(quill);
  await expect(asJo.removeAdded(again)).rejects.toMatchObject({
    code: 'NOT_NOW',
    data: { why: 'The patient has checked in to it.' },
  });
  expect(await asJo.added({})).toHaveLength(1);
});
