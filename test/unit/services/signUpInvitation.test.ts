import { describe, expect, test } from 'vitest';
import type { KnownPatient } from '../../../main/domain/patients';
import type { Visit } from '../../../main/domain/types';
import { inviteOnce } from '../../../main/services/signUpInvitation';
import { saveVisit, visitsOfDay } from '../../../main/store/visits';
import { samplePatient, sampleVisit } from '../../store/support/samples';
import { byLetter, day, openCheckIn, row, tenOClock } from './support';

const open = {
  signUpClosed: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
};
const withoutAccount = row(1, '10:10', { hasOnlineAccount: false });
const withAccount = row(2, '10:10', { hasOnlineAccount: true });

describe('the ending of a check-in', () => {
  test('invites a patient without an account once a day, and keeps when', async () => {
    const { claim, store } = await openCheckIn({ rows: [withoutAccount], rules: open });
    expect(await claim(byLetter(withoutAccount))).toMatchObject({ kind: 'checkedIn', isInvited: true });
    expect(await claim(byLetter(withoutAccount))).toMatchObject({ kind: 'alreadyCheckedIn', isInvited: false });
    const kept = await store.db.selectFrom('visits').select('invitedAt').execute();
    expect(kept).toEqual([{ invitedAt: '2026-11-23T10:00:00.000Z' }]);
    expect(await visitsOfDay(store.db, day)).toHaveLength(1);
  });

  test('invites nobody who has an account, or of whom the list says nothing', async () => {
    const unknown = row(3, '10:10');
    const { claim, store } = await openCheckIn({ rows: [withAccount, unknown], rules: open });
    expect(await claim(byLetter(withAccount))).toMatchObject({ kind: 'checkedIn', isInvited: false });
    expect(await claim(byLetter(unknown))).toMatchObject({ kind: 'checkedIn', isInvited: false });
    const kept = await store.db.selectFrom('visits').select('invitedAt').execute();
    expect(kept).toEqual([{ invitedAt: null }, { invitedAt: null }]);
  });

  test('of the first time sign-up is open invites, when an earlier one could not', async () => {
    const { claim, settings, clock } = await openCheckIn({ rows: [withoutAccount] });
    expect(await claim(byLetter(withoutAccount))).toMatchObject({ kind: 'checkedIn', isInvited: false });
    await settings.setRules(open, 'test');
    clock.set('2026-11-23T10:05');
    expect(await claim(byLetter(withoutAccount))).toMatchObject({ kind: 'alreadyCheckedIn', isInvited: true });
  });

  test('invites nobody who is being called in', async () => {
    const called = row(1, '10:10', { hasOnlineAccount: false, status: 'sentIn' });
    const { claim, store } = await openCheckIn({ rows: [called], rules: open });
    expect(await claim(byLetter(called))).toMatchObject({ isBeingCalled: true, isInvited: false });
    expect(await store.db.selectFrom('visits').select('invitedAt').execute()).toEqual([{ invitedAt: null }]);
  });

  test('that is not good says nothing of an invitation', async () => {
    const early = row(1, '16:00', { hasOnlineAccount: false });
    const { claim, store } = await openCheckIn({ rows: [early], rules: open });
    expect(await claim(byLetter(early))).not.toHaveProperty('isInvited');
    expect(await store.db.selectFrom('visits').select('invitedAt').execute()).toEqual([{ invitedAt: null }]);
  });

  test('of a patient with two records does not invite again when the other one was invited', async () => {
    const { store, settings, clock } = await openCheckIn({ rules: open });
    const visits = [sampleVisit(1), sampleVisit(1, { patient: samplePatient(1, { sourcePatientId: 'other' }) })];
    const appointment = { ...withoutAccount, id: 1, importId: 'import', source: 'emis', listAsOf: tenOClock };
    const inviting = { rules: settings.rules(), now: clock.now(), instant: clock.instant() };
    const invite = (patient: KnownPatient, visitId: string) =>
      store.write((db) => inviteOnce(db, { patient, visitId, ...inviting }));
    for (const visit of visits) await store.write((db) => saveVisit(db, visit));
    const [first, second] = visits.map(({ id }) => id) as [string, string];
    expect(await invite({ appointments: [appointment], visits: visits.slice(0, 1) }, first)).toBe(true);
    expect(await invite({ appointments: [appointment], visits }, second)).toBe(false);
    // Whatever is saved of a visit later, that it was invited stands.
    await store.write((db) => saveVisit(db, { ...visits[0], ticket: 'K7P' } as Visit));
    expect(await invite({ appointments: [appointment], visits }, second)).toBe(false);
  });
});
