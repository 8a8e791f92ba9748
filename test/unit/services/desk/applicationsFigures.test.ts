import { expect, test } from 'vitest';
import { openSignUpDesk, sampleProxy, documents } from './applicationsSupport';

/** The counts of sign-up on `day`. */
async function signUpCounts({ countsOn }: Pick<Awaited<ReturnType<typeof openSignUpDesk>>, 'countsOn'>, day: string) {
  return Object.fromEntries(Object.entries(await countsOn(day)).filter(([name]) => name.startsWith('signUp.')));
}

test('an application leaves bare numbers of how it was verified, how long it took, and what it came to', async () => {
  const desk = await openSignUpDesk();
  const { send, having, clock } = desk;
  const sent = await send();
  clock.set('2026-11-23T10:12');
  await having(sent, 'verifyByDocuments');
  expect(await signUpCounts(desk, '2026-11-23')).toEqual({
    'signUp.verified.documents': 1,
    'signUp.toVerified.15': 1,
    'signUp.times.documents': 1,
  });
  clock.set('2026-11-24T09:00');
  await having(sent, 'grantAppointments', 'declinePrescriptions');
  expect(await signUpCounts(desk, '2026-11-24')).toEqual({
    'signUp.decision.appointments.granted': 1,
    'signUp.decision.prescriptions.declined': 1,
  });
  clock.set('2026-11-25T09:00');
  await having(sent, 'refer', 'createAccount', 'confirmRecordOff');
  expect(await signUpCounts(desk, '2026-11-25')).toEqual({
    'signUp.decision.record.referred': 1,
    'signUp.toDecided.2880': 1,
  });
  clock.set('2026-11-26T09:00');
  await having(sent, 'handOver');
  expect(await signUpCounts(desk, '2026-11-26')).toEqual({
    'signUp.times.accountAndSlip': 1,
    'signUp.enabled.any': 1,
    'signUp.enabled.appointments': 1,
  });
  clock.set('2026-12-01T09:00');
  await having(sent, 'reviewGrant');
  expect(await signUpCounts(desk, '2026-12-01')).toEqual({
    'signUp.decision.record.granted': 1,
    'signUp.enabled.record': 1,
  });
});

test('seconds of work are added up by step, and those of an act that nothing is measured of are dropped', async () => {
  const desk = await openSignUpDesk();
  const { send, doing, keyOf } = desk;
  const sent = await send();
  const spent = [
    ['comeBack', 500],
    ['verifyByDocuments', 100],
    ['grantAppointments', 10],
    ['declinePrescriptions', 11],
    ['declineRecord', 12],
    ['createAccount', 40],
    ['confirmRecordOff', 7],
    ['handOver', 50],
  ] as const;
  for (const [act, seconds] of spent) expect(await doing[act](await keyOf(sent, seconds))).toEqual({ kind: 'done' });
  expect(await signUpCounts(desk, '2026-11-23')).toMatchObject({
    'signUp.seconds.documents': 100,
    'signUp.times.documents': 1,
    'signUp.seconds.decision': 40,
    'signUp.times.decision': 4,
    'signUp.seconds.accountAndSlip': 90,
    'signUp.times.accountAndSlip': 1,
  });
  const counted = Object.keys(await signUpCounts(desk, '2026-11-23')).filter((name) =>
    name.startsWith('signUp.seconds'),
  );
  expect(counted).toHaveLength(3);
});

test('all services granted at one go are one decision, whose time comes with the first', async () => {
  const desk = await openSignUpDesk();
  const { send, doing, keyOf, having } = desk;
  const sent = await send();
  await having(sent, 'verifyByDocuments');
  for (const [act, seconds] of [
    ['grantAppointments', 60],
    ['grantPrescriptions', 0],
    ['grantRecord', 0],
  ] as const)
    expect(await doing[act](await keyOf(sent, seconds))).toEqual({ kind: 'done' });
  expect(await signUpCounts(desk, '2026-11-23')).toMatchObject({
    'signUp.seconds.decision': 60,
    'signUp.times.decision': 1,
  });
});

test('the asker’s identity takes time of its method, and is no further application that was verified', async () => {
  const desk = await openSignUpDesk();
  const { send, having, acts, team, keyOf } = desk;
  const sent = await send(sampleProxy());
  await having(sent, 'verify');
  const given = { ...documents, wasAskedAlone: true };
  await acts.verifyAsker(team.verifier, { ...(await keyOf(sent, 60)), ...given });
  expect(await signUpCounts(desk, '2026-11-23')).toEqual({
    'signUp.verified.vouching': 1,
    'signUp.toVerified.5': 1,
    'signUp.times.vouching': 1,
    'signUp.seconds.documents': 60,
    'signUp.times.documents': 1,
  });
});

test('what is granted after the hand-over counts as usable from then on, and the patient once', async () => {
  const desk = await openSignUpDesk();
  const { send, having, clock } = desk;
  const sent = await send();
  await having(sent, 'verify', 'grantAppointments', 'refer', 'createAccount', 'confirmRecordOff', 'handOver');
  clock.set('2026-11-24T09:00');
  await having(sent, 'grantPrescriptions', 'reviewDecline');
  expect(await signUpCounts(desk, '2026-11-24')).toMatchObject({ 'signUp.enabled.prescriptions': 1 });
  expect(Object.keys(await signUpCounts(desk, '2026-11-24'))).not.toContain('signUp.enabled.any');
});
