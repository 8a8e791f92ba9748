import { describe, expect, test } from 'vitest';
import { reviewsOfApplication } from '../../../../main/store/proxyReviews';
import { born, documents, openSignUpDesk, sampleApplication, sampleProxy, sampleTask } from './applicationsSupport';

const young = born('2013-01-05');

describe('an application for oneself', () => {
  test('goes from documents to the hand-over, and says who did what and when', async () => {
    const { send, having, team, clock } = await openSignUpDesk();
    const sent = await send();
    clock.set('2026-11-23T10:20');
    const at = clock.instant();
    const over = await having(
      sent,
      'verifyByDocuments',
      'grantAppointments',
      'grantPrescriptions',
      'grantRecord',
      'createAccount',
      'handOver',
    );
    const by = (role: keyof typeof team) => ({ by: team[role].staffId, at });
    expect(over).toMatchObject({
      version: 6,
      ended: 'closed',
      endedAt: at,
      changedBy: team.receptionist.staffId,
      changedAt: at,
    });
    const { method, photoDocument, addressDocument, interpreter } = documents;
    const granted = { decision: 'granted', done: by('authoriser') };
    expect(over.work).toEqual({
      ...sent.work,
      identity: 'verified',
      verification: { ...by('verifier'), method, photoDocument, addressDocument, interpreter },
      decisions: { appointments: granted, prescriptions: granted, record: granted },
      account: by('accountCreator'),
      handedOver: by('receptionist'),
    });
    expect(over.form).toEqual(sent.form);
  });

  test('is in the trail with every act, its role and kinds, by a random id', async () => {
    const { send, having, trail, team } = await openSignUpDesk();
    const sent = await send();
    await having(
      sent,
      'comeBack',
      'verifyByDocuments',
      'grantAppointments',
      'declinePrescriptions',
      'refer',
      'reviewGrant',
    );
    const rows = (await trail()).filter(({ action }) => action.startsWith('application.'));
    expect(rows.map(({ action, detail }) => [action, detail])).toEqual([
      ['application.comeBack', { role: 'verifier', missing: ['photo', 'alone'] }],
      [
        'application.verify',
        {
          role: 'verifier',
          method: 'documents',
          interpreter: 'none',
          photoDocument: 'Passport',
          addressDocument: 'Bank statement',
        },
      ],
      ['application.grant', { role: 'authoriser', service: 'appointments', decision: 'granted' }],
      ['application.decline', { role: 'authoriser', service: 'prescriptions', decision: 'declined' }],
      ['application.refer', { role: 'authoriser', service: 'record', decision: 'referred' }],
      ['application.reviewGrant', { role: 'clinicalReviewer', service: 'record', decision: 'granted' }],
    ]);
    expect(new Set(rows.map(({ subjectId }) => subjectId))).toEqual(new Set([sent.subjectId]));
    expect(rows[0]?.actor).toBe(`staff:${team.verifier.staffId}`);
  });

  test('keeps what to come back with until they are verified, and its place until then', async () => {
    const { send, having } = await openSignUpDesk();
    const sent = await send();
    expect((await having(sent, 'comeBack', 'keepForLater')).work).toMatchObject({
      identity: 'comeBack',
      comeBackWith: ['photo', 'alone'],
      isForLater: true,
    });
    expect((await having(sent, 'verify')).work).toMatchObject({
      identity: 'verified',
      comeBackWith: [],
      isForLater: false,
    });
  });

  test('ends with a refusal of identity, and keeps its kind of reason', async () => {
    const { send, having, clock } = await openSignUpDesk();
    const refused = await having(await send(), 'refuse');
    expect(refused).toMatchObject({ ended: 'refused', endedAt: clock.instant() });
    expect(refused.work).toMatchObject({ identity: 'refused', refusedFor: 'documentsNotAccepted', verification: null });
  });

  test('is referred for as many days as the practice says, or until the day that is given, and decided then', async () => {
    const { send, having, acts, team, keyOf, read } = await openSignUpDesk({ rules: { referralDays: 9 } });
    const [one, other] = [await send(), await send()];
    expect((await having(one, 'verify', 'refer')).work.dueOn).toBe('2026-12-02');
    const declined = await having(one, 'reviewDecline');
    expect(declined.work).toMatchObject({ dueOn: null, decisions: { record: { decision: 'declined' } } });
    await having(other, 'verify');
    const { day: dueOn } = other;
    expect(await acts.refer(team.authoriser, { ...(await keyOf(other)), dueOn })).toEqual({ kind: 'done' });
    expect((await read(other)).work.dueOn).toBe(dueOn);
  });

  test('closes when all is declined, without any slip', async () => {
    const { send, having } = await openSignUpDesk();
    const over = await having(await send(), 'verify', 'declineAppointments', 'declinePrescriptions', 'declineRecord');
    expect(over).toMatchObject({ ended: 'closed', work: { account: null, handedOver: null } });
  });

  test('may be handed over with the record off, and stays open until the clinician has decided', async () => {
    const { send, having } = await openSignUpDesk();
    const sent = await send();
    const handed = await having(
      sent,
      'verify',
      'grantAppointments',
      'grantPrescriptions',
      'refer',
      'createAccount',
      'confirmRecordOff',
      'handOver',
    );
    expect(handed.ended).toBeNull();
    expect(await having(sent, 'reviewGrant')).toMatchObject({
      ended: 'closed',
      work: { decisions: { record: { decision: 'granted' } } },
    });
  });

  test('has the statements of today agreed at the desk with their version', async () => {
    const { send, having, settings, team, clock } = await openSignUpDesk();
    const sent = await send(sampleApplication({ form: { agreed: null } }));
    const { agreedAtDesk } = (await having(sent, 'verify', 'agree', 'grantRecord')).work;
    expect(agreedAtDesk).toEqual({
      by: team.verifier.staffId,
      at: clock.instant(),
      version: expect.stringMatching(/.{4,20}/) as string,
      statements: settings.rules().recordStatements,
    });
    await settings.setRules({ recordStatements: ['Another one.'] }, 'test');
    const later = await having(await send(sampleApplication({ form: { agreed: null } })), 'verify', 'agree');
    expect(later.work.agreedAtDesk?.statements).toEqual(['Another one.']);
    expect(later.work.agreedAtDesk?.version).not.toBe(agreedAtDesk?.version);
  });

  test('waits for the talk that was asked for, and for a clinician where the patient is 11 to 15', async () => {
    const { send, having, attempt } = await openSignUpDesk();
    const sent = await send(sampleApplication({ form: { wantsToTalk: true, dateOfBirth: young } }));
    await having(sent, 'verify');
    expect(await attempt(sent, 'grantAppointments')).toEqual({ kind: 'notNow', why: 'talkFirst' });
    await having(sent, 'talk');
    expect(await attempt(sent, 'grantAppointments')).toEqual({ kind: 'notNow', why: 'competenceNotConfirmed' });
    const { work } = await having(sent, 'confirmCompetence', 'grantAppointments');
    expect(work).toMatchObject({
      talked: { at: expect.any(String) as string },
      decisions: { appointments: { decision: 'granted' } },
    });
  });

  test('is withdrawn at any moment before its end', async () => {
    const { send, having, attempt } = await openSignUpDesk();
    const sent = await send();
    expect((await having(sent, 'verify', 'grantAppointments', 'withdraw')).ended).toBe('withdrawn');
    expect(await attempt(sent, 'createAccount')).toEqual({ kind: 'notNow', why: 'ended' });
  });
});

describe('a request for another person', () => {
  test('needs both identities, what the asker may do, and a young patient’s consent and competence', async () => {
    const { send, having, attempt, team, clock, store } = await openSignUpDesk();
    const sent = await send(sampleProxy({ form: { dateOfBirth: young } }));
    const waits = ['askerNotVerified', 'proxyNotRecorded', 'competenceNotConfirmed', 'consentNotConfirmed'] as const;
    const done = ['verifyAsker', 'recordProxy', 'confirmCompetence', 'confirmConsent'] as const;
    await having(sent, 'verify');
    for (const [place, why] of waits.entries()) {
      expect(await attempt(sent, 'grantAppointments')).toEqual({ kind: 'notNow', why });
      await having(sent, ...done.slice(place, place + 1));
    }
    const by = (role: keyof typeof team) => ({ by: team[role].staffId, at: clock.instant() });
    const ready = await having(sent, 'grantAppointments', 'grantPrescriptions', 'declineRecord');
    expect(ready.work).toMatchObject({
      askerVerification: { ...by('verifier'), method: 'documents' },
      proxy: {
        ...by('authoriser'),
        relationship: 'parent',
        basis: 'bestInterests',
        scope: ['appointments', 'prescriptions', 'record'],
      },
      competence: by('clinicalReviewer'),
      consent: by('verifier'),
    });
    expect(await reviewsOfApplication(store.db, sent.id)).toEqual([]);
    expect((await having(sent, 'createAccount', 'confirmRecordOff', 'handOver')).ended).toBe('closed');
    // 13 already: what is left is the review at 16.
    expect((await reviewsOfApplication(store.db, sent.id)).map(({ kind }) => kind)).toEqual(['atSixteen']);
  });

  test('plans reviews of a child’s account with the hand-over, and none of an adult’s', async () => {
    const { send, having, store } = await openSignUpDesk();
    const handed = [
      'verify',
      'verifyAsker',
      'recordProxy',
      'grantAppointments',
      'createAccount',
      'confirmRecordOff',
      'handOver',
    ] as const;
    const child = await send(sampleProxy({ form: { dateOfBirth: born('2019-06-01') } }));
    const adult = await send(sampleProxy());
    await having(child, ...handed);
    await having(adult, ...handed);
    expect((await reviewsOfApplication(store.db, child.id)).map(({ kind }) => kind)).toEqual([
      'beforeThirteen',
      'atSixteen',
    ]);
    expect(await reviewsOfApplication(store.db, adult.id)).toEqual([]);
  });
});

test('a task is done with its outcome, and that is its end', async () => {
  const { send, having, trail } = await openSignUpDesk();
  const done = await having(await send(sampleTask()), 'finishTask');
  expect(done).toMatchObject({ ended: 'closed', work: { task: { outcome: 'accessStopped' }, identity: 'submitted' } });
  expect((await trail()).at(-1)?.detail).toEqual({ role: 'receptionist', outcome: 'accessStopped' });
});

test('live views are told of an act once it is on disk, and the log of its kind and nothing else', async () => {
  const { send, having, changes, log, doing, read } = await openSignUpDesk();
  const sent = await send();
  let told = 0;
  changes.subscribe(['applications'], () => (told += 1));
  await having(sent, 'verify');
  expect(told).toBe(1);
  await doing.withdraw({ applicationId: sent.id, version: 0, handsOnSeconds: 0 });
  expect(told).toBe(1);
  expect(log.entries.filter(({ event }) => event.startsWith('application'))).toEqual([
    { event: 'application.acted', fields: { kind: 'verify' } },
  ]);
  expect((await read(sent)).ended).toBeNull();
});
