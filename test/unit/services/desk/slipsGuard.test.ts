import { describe, expect, test } from 'vitest';
import type { Decision, Ended, Identity } from '../../../../preload/contract/desk/applications';
import type { ApplicationWork, StoredApplication } from '../../../../main/domain/application/types';
import { born, sampleApplication, sampleProxy, sampleTask } from './applicationsSupport';
import { allRoles, openSlips, readyForSlip } from './slipsSupport';

interface State {
  kind: 'self' | 'someoneElse' | 'account';
  identity: Identity;
  appointments: Decision;
  record: Decision | null;
  isAccountCreated: boolean;
  isRecordOff: boolean;
  ended: Ended | null;
}

/** Everything an application can be as far as a slip goes; what else a proxy needs is given, so that nothing but this decides. */
const every: State[] = (['self', 'someoneElse', 'account'] as const).flatMap((kind) =>
  (['submitted', 'verified', 'refused', 'comeBack'] as const).flatMap((identity) =>
    (['pending', 'granted', 'declined'] as const).flatMap((appointments) =>
      ([null, 'pending', 'granted', 'referred', 'declined'] as const).flatMap((record) =>
        [false, true].flatMap((isAccountCreated) =>
          [false, true].flatMap((isRecordOff) =>
            ([null, 'closed', 'withdrawn'] as const).map((ended) => ({
              kind,
              identity,
              appointments,
              record,
              isAccountCreated,
              isRecordOff,
              ended,
            })),
          ),
        ),
      ),
    ),
  ),
);

/** By the words of the design (§7), and by nothing of the program. */
const mayHaveSlip = (state: State): boolean =>
  state.kind !== 'account' &&
  state.ended === null &&
  state.identity === 'verified' &&
  (state.appointments === 'granted' || state.record === 'granted') &&
  state.isAccountCreated &&
  (state.record === 'granted' || state.isRecordOff);

function applicationIn(state: State): StoredApplication {
  const base = { self: sampleApplication, someoneElse: sampleProxy, account: sampleTask }[state.kind]();
  const done = { by: 'somebody', at: base.sentAt };
  const verified = {
    ...done,
    method: 'documents',
    photoDocument: 'Passport',
    addressDocument: 'Bank statement',
    interpreter: 'none',
  } as const;
  return {
    ...base,
    ended: state.ended,
    endedAt: state.ended === null ? null : base.sentAt,
    work: {
      ...base.work,
      identity: state.identity,
      askerVerification: verified,
      proxy: { ...done, relationship: 'carer', basis: 'bestInterests', scope: ['appointments'] },
      consent: done,
      decisions: {
        appointments: { decision: state.appointments, done },
        ...(state.record === null ? {} : { record: { decision: state.record, done } }),
      },
      account: state.isAccountCreated ? done : null,
      recordOff: state.isRecordOff ? done : null,
    },
  };
}

test('a slip is made exactly where the design lets it, and for nobody without the role: every state and every role', async () => {
  const desk = await openSlips();
  let made = 0;
  for (const state of every) {
    const application = await desk.send(applicationIn(state));
    for (const role of allRoles) {
      const { code } = await desk.prepare(role, application);
      const expected = role !== 'accountCreator' ? 'FORBIDDEN' : mayHaveSlip(state) ? 'DONE' : 'NOT_NOW';
      if (code !== expected) expect.fail(`${role} in ${JSON.stringify(state)}: ${code}, not ${expected}`);
      if (code === 'DONE') made += 1;
    }
  }
  expect(every.length).toBe(2160);
  expect(made).toBe(every.filter(mayHaveSlip).length);
  expect(made).toBeGreaterThan(10);
  expect(desk.printer.pictures).toHaveLength(made);
  expect(desk.printer.prints).toEqual([]);
}, 120_000);

test('what may be printed when it was made is not printed once it may not be any more', async () => {
  const desk = await openSlips();
  const application = await desk.send(readyForSlip());
  const { output } = await desk.prepare('accountCreator', application);
  const slipId = output?.slipId ?? '';
  // Withdrawn behind the back of whatever listens for changes.
  await desk.store.write((db) =>
    db
      .updateTable('applications')
      .set({ ended: 'withdrawn', endedAt: application.sentAt })
      .where('id', '=', application.id)
      .execute(),
  );
  expect(await desk.print('accountCreator', slipId)).toMatchObject({ code: 'NOT_NOW', why: 'ended' });
  for (const role of allRoles.filter((name) => name !== 'accountCreator'))
    expect((await desk.print(role, slipId)).code).toBe('FORBIDDEN');
  expect(desk.printer.prints).toEqual([]);
});

describe('everything else is as it should be, and no slip is made', () => {
  const state = { identity: 'verified', appointments: 'granted', record: 'granted', ended: null } as const;
  const ready = (kind: 'self' | 'someoneElse'): StoredApplication =>
    applicationIn({ ...state, kind, isAccountCreated: true, isRecordOff: true });
  const but = (
    kind: 'self' | 'someoneElse',
    work: Partial<ApplicationWork>,
    form: Partial<StoredApplication['form']> = {},
  ): StoredApplication => {
    const application = ready(kind);
    return {
      ...application,
      form: { ...application.form, ...form },
      work: { ...application.work, ...work },
    };
  };
  const [child, young] = [born('2018-02-02'), born('2013-02-02')];
  const done = { by: 'somebody', at: '2026-11-23T10:00:00.000Z' };

  test.each<[string, string, () => StoredApplication]>([
    ['whoever asks has not been verified', 'askerNotVerified', () => but('someoneElse', { askerVerification: null })],
    ['what it rests on is not recorded', 'proxyNotRecorded', () => but('someoneElse', { proxy: null })],
    [
      'it rests on a consent that was not confirmed',
      'consentNotConfirmed',
      () =>
        but('someoneElse', {
          consent: null,
          proxy: { ...done, relationship: 'carer', basis: 'consent', scope: ['record'] },
        }),
    ],
    [
      'a young person was not assessed',
      'competenceNotConfirmed',
      () => but('self', {}, { dateOfBirth: young, asker: null }),
    ],
    [
      'a young person’s own consent was not confirmed',
      'consentNotConfirmed',
      () => but('someoneElse', { consent: null, competence: done }, { dateOfBirth: young }),
    ],
    ['a child asks for themselves', 'tooYoung', () => but('self', {}, { dateOfBirth: child })],
    [
      'nobody has talked with them as they wished',
      'talkFirst',
      () => but('self', { talked: null }, { wantsToTalk: true }),
    ],
  ])('while %s, for any role', async (_name, why, application) => {
    const desk = await openSlips();
    for (const good of [ready('self'), ready('someoneElse')])
      expect(await desk.prepare('accountCreator', await desk.send(good))).toMatchObject({ code: 'DONE' });
    const bad = await desk.send(application());
    expect(await desk.prepare('accountCreator', bad)).toMatchObject({ code: 'NOT_NOW', why });
    for (const role of allRoles.filter((name) => name !== 'accountCreator'))
      expect((await desk.prepare(role, bad)).code).toBe('FORBIDDEN');
    expect(desk.printer.pictures).toHaveLength(2);
  });
});
