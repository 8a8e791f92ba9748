import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { dateOfBirthSchema, dateSchema } from '../../../../preload/contract/rules/dates';
import {
  askedAlone,
  documents,
  openSignUpDesk,
  sampleApplication,
  sampleProxy,
  sampleTask,
  vouching,
} from './applicationsSupport';

const notComplete = { kind: 'notComplete' };

/** A desk with one application, and what must be so after anything that was refused: nothing is written at all. */
async function withOne(application = sampleApplication()) {
  const desk = await openSignUpDesk();
  const sent = await desk.send(application);
  const unchanged = async () => {
    expect(await desk.read(sent)).toEqual(sent);
    expect((await desk.trail()).filter(({ subjectId }) => subjectId === sent.subjectId)).toEqual([]);
    expect(Object.keys(await desk.countsOn('2026-11-23')).filter((name) => name.startsWith('signUp'))).toEqual([]);
  };
  return { ...desk, sent, unchanged };
}

describe('verifying', () => {
  test.each([
    ['documents without the one with the address', { ...documents, addressDocument: null }],
    ['documents without the one with a photograph', { ...documents, photoDocument: null }],
    ['a document that is not on the list', { ...documents, photoDocument: 'Library card' }],
    ['a document of the other list', { ...documents, addressDocument: 'Passport' }],
    ['documents and vouching at once', { ...documents, method: 'vouching' as const }],
    [
      'a document beside questions from the record',
      { ...vouching, method: 'vouchingWithRecord' as const, addressDocument: 'Bank statement' },
    ],
    [
      'a relative who answers questions from the record',
      { ...askedAlone, method: 'vouchingWithRecord' as const, interpreter: 'relative' as const },
    ],
    ['an interpreter, and nobody asked them alone', { ...vouching, interpreter: 'professional' as const }],
  ])('is not complete with %s', async (_what, given) => {
    const { acts, team, sent, keyOf, unchanged } = await withOne();
    expect(await acts.verify(team.verifier, { ...(await keyOf(sent)), ...given })).toEqual(notComplete);
    await unchanged();
  });

  test('is complete with questions from the record that a professional interprets, once they were asked alone', async () => {
    const { acts, team, sent, keyOf, read } = await withOne();
    const given = { ...askedAlone, method: 'vouchingWithRecord', interpreter: 'professional' } as const;
    expect(await acts.verify(team.verifier, { ...(await keyOf(sent)), ...given })).toEqual({ kind: 'done' });
    expect((await read(sent)).work.verification).toMatchObject({
      method: 'vouchingWithRecord',
      interpreter: 'professional',
    });
  });

  test('is not complete for another person unless each was asked alone', async () => {
    const { acts, team, sent, keyOf, unchanged } = await withOne(sampleProxy());
    expect(await acts.verify(team.verifier, { ...(await keyOf(sent)), ...vouching })).toEqual(notComplete);
    expect(await acts.verifyAsker(team.verifier, { ...(await keyOf(sent)), ...documents })).toEqual(notComplete);
    await unchanged();
  });

  test('goes by the lists as they are now', async () => {
    const { acts, team, sent, keyOf, settings } = await withOne();
    await settings.setRules({ photoDocuments: ['Library card'] }, 'test');
    expect(await acts.verify(team.verifier, { ...(await keyOf(sent)), ...documents })).toEqual(notComplete);
    const given = { ...documents, photoDocument: 'Library card' };
    expect(await acts.verify(team.verifier, { ...(await keyOf(sent)), ...given })).toEqual({ kind: 'done' });
  });
});

describe('deciding', () => {
  test.each(['granted', 'declined'] as const)(
    'the record is not %s before the codes were looked at',
    async (decision) => {
      const { acts, team, sent, keyOf, having, read } = await withOne();
      const before = await having(sent, 'verify');
      const given = { service: 'record', decision, isCodeChecked: false } as const;
      expect(await acts.decide(team.authoriser, { ...(await keyOf(sent)), ...given })).toEqual(notComplete);
      expect(await read(sent)).toEqual(before);
    },
  );

  test('other services need no look at the codes', async () => {
    const { acts, team, sent, keyOf, having } = await withOne();
    await having(sent, 'verify');
    const given = { service: 'appointments', decision: 'granted', isCodeChecked: false } as const;
    expect(await acts.decide(team.authoriser, { ...(await keyOf(sent)), ...given })).toEqual({ kind: 'done' });
  });

  test('a referral is not due in the past', async () => {
    const { acts, team, sent, keyOf, having, read } = await withOne();
    const before = await having(sent, 'verify');
    const dueOn = dateSchema.parse('2026-11-22');
    expect(await acts.refer(team.authoriser, { ...(await keyOf(sent)), dueOn })).toEqual(notComplete);
    expect(await read(sent)).toEqual(before);
  });

  test('a relative who interpreted stands against the record until the patient has agreed without them', async () => {
    const { sent, having, attempt } = await withOne();
    await having(sent, 'verifyWithRelative', 'grantAppointments');
    expect(await attempt(sent, 'grantRecord')).toEqual({ kind: 'notNow', why: 'relativeInterpreted' });
    await having(sent, 'agree', 'grantRecord');
  });

  test('nobody who acts for another is granted more than was recorded, or recorded for more than was asked', async () => {
    const asked = ['appointments', 'prescriptions'] as const;
    const { acts, team, sent, keyOf, having, attempt } = await withOne(sampleProxy({ form: { services: [...asked] } }));
    await having(sent, 'verify', 'verifyAsker');
    const given = { relationship: 'carer', basis: 'bestInterests' } as const;
    const record = async (scope: ('appointments' | 'prescriptions' | 'record')[]) =>
      acts.recordProxy(team.authoriser, { ...(await keyOf(sent)), ...given, scope });
    expect(await record(['appointments', 'record'])).toEqual(notComplete);
    expect(await record(['appointments', 'appointments'])).toEqual({ kind: 'done' });
    expect(await attempt(sent, 'grantPrescriptions')).toEqual(notComplete);
    await having(sent, 'grantAppointments', 'declinePrescriptions');
    expect(await record(['prescriptions'])).toEqual(notComplete);
  });
});

test('nobody acts on a basis that does not go with the patient’s age', async () => {
  const { acts, team, sent, keyOf, having } = await withOne(
    sampleProxy({ form: { dateOfBirth: dateOfBirthSchema.parse('1939-08-30'), services: ['appointments'] } }),
  );
  await having(sent, 'verify', 'verifyAsker');
  const record = async (basis: 'parent' | 'attorney') => {
    const given = { relationship: 'child' as const, basis, scope: ['appointments' as const] };
    return acts.recordProxy(team.authoriser, { ...(await keyOf(sent)), ...given });
  };
  expect(await record('parent')).toEqual(notComplete);
  expect(await record('attorney')).toEqual({ kind: 'done' });
});

test('a task ends in nothing that was not asked: what was to be stopped is not restored, and a child’s request touches no account', async () => {
  const { acts, team, send, read, keyOf } = await withOne();
  const finish = async (sent: Parameters<typeof keyOf>[0], outcome: 'accessRestored' | 'accessStopped' | 'talkedTo') =>
    acts.finishTask(team.receptionist, { ...(await keyOf(sent)), outcome });
  const stop = await send(sampleTask());
  expect(await finish(stop, 'accessRestored')).toEqual(notComplete);
  expect((await read(stop)).ended).toBeNull();
  expect(await finish(stop, 'accessStopped')).toEqual({ kind: 'done' });
  const lockedOut = await send(sampleTask({ form: { account: { wish: 'cannotGetIn', whose: 'mine' } } }));
  expect(await finish(lockedOut, 'accessRestored')).toEqual({ kind: 'done' });
  const child = await send(sampleTask({ kind: 'underEleven', form: { account: null } }));
  expect(await finish(child, 'accessStopped')).toEqual(notComplete);
  expect(await finish(child, 'talkedTo')).toEqual({ kind: 'done' });
});

describe('access for another person', () => {
  const young = dateOfBirthSchema.parse('2013-01-05');

  test('is not had on a consent to less: recorded anew, the patient is asked anew', async () => {
    const { acts, team, sent, keyOf, read, having, attempt } = await withOne(
      sampleProxy({ form: { dateOfBirth: young } }),
    );
    await having(sent, 'verify', 'verifyAsker');
    expect(await attempt(sent, 'confirmConsent')).toEqual({ kind: 'notNow', why: 'proxyNotRecorded' });
    const record = async (scope: ('appointments' | 'record')[]) => {
      const given = { relationship: 'parent', basis: 'consent', scope } as const;
      expect(await acts.recordProxy(team.authoriser, { ...(await keyOf(sent)), ...given })).toEqual({ kind: 'done' });
    };
    await record(['appointments']);
    await having(sent, 'confirmCompetence', 'confirmConsent', 'grantAppointments');
    await record(['appointments', 'record']);
    expect((await read(sent)).work.consent).toBeNull();
    for (const act of ['grantRecord', 'createAccount'] as const)
      expect(await attempt(sent, act)).toEqual({ kind: 'notNow', why: 'consentNotConfirmed' });
    await having(sent, 'confirmConsent', 'createAccount');
  });

  test('is not given to a parent of whom the patient has turned 16 since, whatever was recorded before', async () => {
    const { acts, team, sent, keyOf, having, attempt, clock } = await withOne(
      sampleProxy({ form: { dateOfBirth: dateOfBirthSchema.parse('2010-11-25'), services: ['appointments'] } }),
    );
    const record = async (basis: 'parent' | 'consent') => {
      const given = { relationship: 'parent' as const, basis, scope: ['appointments' as const] };
      return acts.recordProxy(team.authoriser, { ...(await keyOf(sent)), ...given });
    };
    await having(sent, 'verify', 'verifyAsker');
    expect(await record('parent')).toEqual({ kind: 'done' });
    await having(sent, 'confirmCompetence', 'confirmConsent', 'grantAppointments', 'createAccount', 'confirmRecordOff');
    clock.set('2026-11-25T00:00');
    expect(await attempt(sent, 'handOver')).toEqual({ kind: 'notNow', why: 'proxyNotRecorded' });
    expect(await record('parent')).toEqual(notComplete);
    expect(await record('consent')).toEqual({ kind: 'done' });
    expect(await attempt(sent, 'handOver')).toEqual({ kind: 'notNow', why: 'consentNotConfirmed' });
    await having(sent, 'confirmConsent', 'handOver');
  });

  test('to the record is not had on what a relative put into words for who asks, before agreeing or after', async () => {
    const { acts, team, sent, keyOf, having, attempt, clock } = await withOne(sampleProxy());
    const byRelative = async () => {
      const given = { ...askedAlone, interpreter: 'relative' } as const;
      expect(await acts.verifyAsker(team.verifier, { ...(await keyOf(sent)), ...given })).toEqual({ kind: 'done' });
    };
    await having(sent, 'verify');
    expect(await attempt(sent, 'agree')).toEqual({ kind: 'notNow', why: 'askerNotVerified' });
    await byRelative();
    await having(sent, 'recordProxy');
    expect(await attempt(sent, 'grantRecord')).toEqual({ kind: 'notNow', why: 'notAgreed' });
    await having(sent, 'agree');
    clock.set('2026-11-23T10:05');
    await byRelative();
    expect(await attempt(sent, 'grantRecord')).toEqual({ kind: 'notNow', why: 'relativeInterpreted' });
    await having(sent, 'agree', 'grantRecord');
  });
});

test('whoever asked to talk first is talked with before anything is declined or refused: nobody comes back to what has ended', async () => {
  const { sent, having, attempt } = await withOne(sampleApplication({ form: { wantsToTalk: true, agreed: null } }));
  expect(await attempt(sent, 'refuse')).toEqual({ kind: 'notNow', why: 'talkFirst' });
  await having(sent, 'verify');
  expect(await attempt(sent, 'declineRecord')).toEqual({ kind: 'notNow', why: 'talkFirst' });
  await having(sent, 'talk', 'declineRecord', 'refuse');
});

describe('what cannot be done now is named', () => {
  test.each([
    ['grantAppointments', 'notVerified'],
    ['agree', 'notVerified'],
    ['verifyAsker', 'isNoProxy'],
    ['recordProxy', 'isNoProxy'],
    ['confirmConsent', 'isNoProxy'],
    ['confirmCompetence', 'notYoung'],
    ['talk', 'nobodyAskedToTalk'],
    ['finishTask', 'isNoTask'],
    ['reviewGrant', 'notVerified'],
    ['createAccount', 'notVerified'],
    ['handOver', 'notVerified'],
  ] as const)('%s of a new application: %s', async (act, why) => {
    const { sent, attempt, unchanged } = await withOne();
    expect(await attempt(sent, act)).toEqual({ kind: 'notNow', why });
    await unchanged();
  });

  test('of a task: everything but its end', async () => {
    const { sent, attempt, unchanged } = await withOne(sampleTask());
    for (const act of ['verify', 'refuse', 'comeBack', 'grantAppointments', 'createAccount'] as const)
      expect(await attempt(sent, act), act).toEqual({ kind: 'notNow', why: 'isTask' });
    await unchanged();
  });

  test('the guard before the slip: decided, made, and the record granted or off', async () => {
    const { sent, having, attempt } = await withOne();
    const refused = async (why: string) => expect(await attempt(sent, 'handOver')).toEqual({ kind: 'notNow', why });
    await having(sent, 'verify');
    await refused('nothingGranted');
    await having(sent, 'grantAppointments', 'grantPrescriptions');
    await refused('accountNotCreated');
    expect(await attempt(sent, 'confirmRecordOff')).toEqual({ kind: 'notNow', why: 'accountNotCreated' });
    await having(sent, 'createAccount');
    await refused('recordMustBeOff');
    await having(sent, 'refer');
    await refused('recordMustBeOff');
    await having(sent, 'reviewDecline');
    await refused('recordMustBeOff');
    await having(sent, 'confirmRecordOff', 'handOver');
  });
});

describe('two desks', () => {
  test('that act at once: one is done, the other is told by whom and when, and nothing is done twice', async () => {
    const { acts, team, sent, keyOf, read, trail, clock } = await withOne();
    const key = await keyOf(sent);
    const both = await Promise.all([
      acts.verify(team.verifier, { ...key, ...documents }),
      acts.refuse({ ...team.verifier, staffId: team.manager.staffId }, { ...key, reason: 'other' }),
    ]);
    expect(both).toEqual([{ kind: 'done' }, { kind: 'changed', by: team.verifier.displayName, at: clock.instant() }]);
    expect(await read(sent)).toMatchObject({ version: 1, ended: null, work: { identity: 'verified' } });
    expect((await trail()).filter(({ subjectId }) => subjectId === sent.subjectId)).toHaveLength(1);
  });

  test('that know of what is not there any more are told so', async () => {
    const { doing } = await withOne();
    expect(await doing.verify({ applicationId: randomUUID(), version: 0, handsOnSeconds: 0 })).toEqual({
      kind: 'gone',
    });
  });

  test('are told of a change by nobody of the staff as one by nobody', async () => {
    const { send, doing } = await withOne();
    const changed = await send(sampleApplication({ version: 3 }));
    expect(await doing.verify({ applicationId: changed.id, version: 2, handsOnSeconds: 0 })).toEqual({
      kind: 'changed',
      by: null,
      at: changed.changedAt,
    });
  });
});

test('an act in a role that the table does not give it to is a bug, and nothing is done', async () => {
  const { acts, team, sent, keyOf, unchanged } = await withOne();
  await expect(acts.verify(team.receptionist, { ...(await keyOf(sent)), ...documents })).rejects.toThrow(
    'not for this role',
  );
  await expect(acts.withdraw({ ...team.receptionist, role: null }, await keyOf(sent))).rejects.toThrow(
    'not for this role',
  );
  await unchanged();
});
