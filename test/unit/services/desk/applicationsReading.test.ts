import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { dateSchema } from '../../../../preload/contract/rules/dates';
import { postcodeSchema } from '../../../../preload/contract/rules/postcode';
import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import { findApplication, openApplication } from '../../../../main/services/desk/applicationsDetail';
import { createApplicationsState } from '../../../../main/services/desk/applicationsState';
import { expireApplications } from '../../../../main/services/expireApplications';
import { unforeseeable } from '../../../../main/services/random';
import { createSignUp } from '../../../../main/services/signUp';
import {
  born,
  openSignUpDesk,
  sampleApplication,
  sampleProxy,
  sampleTask,
  type ApplicationChange,
} from './applicationsSupport';
import { row } from './support';

/** A desk with its queue. `read` lets the time between two readings pass. */
async function openQueue(options: Parameters<typeof openSignUpDesk>[0] = {}) {
  const desk = await openSignUpDesk(options);
  const state = createApplicationsState(desk);
  const queue = async () => {
    const reading = state.read();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    desk.timers.advance(50);
    return reading;
  };
  const rowOf = async ({ id }: { id: string }) => {
    const found = (await queue()).rows.find(({ applicationId }) => applicationId === id);
    if (found === undefined) throw new Error('It is not in the queue');
    return found;
  };
  const open = async ({ id }: { id: string }): Promise<ApplicationDetail> => {
    const detail = await openApplication(desk, desk.team.manager, id);
    if (detail === null) throw new Error('It is gone');
    return detail;
  };
  return { ...desk, queue, rowOf, open };
}

const at = (time: string, change: ApplicationChange = {}) =>
  sampleApplication({ sentAt: `2026-11-23T${time}:00.000Z`, ...change });

describe('the queue', () => {
  test('holds what somebody needs today first, then the oldest, then the latest to end', async () => {
    const { send, having, queue, clock, changes } = await openQueue();
    const plain = await send(at('08:00'));
    const ended = await send(at('08:10'));
    const talk = await send(at('09:30', { form: { wantsToTalk: true } }));
    const task = await send(sampleTask({ sentAt: '2026-11-23T09:20:00.000Z' }));
    const endedLater = await send(at('08:20'));
    const young = await send(at('07:00'));
    clock.set('2026-11-23T11:00');
    await having(ended, 'withdraw');
    clock.set('2026-11-23T11:30');
    await having(endedLater, 'withdraw');
    changes.publish('applications');
    const { rows } = await queue();
    const order = [task, talk, young, plain, endedLater, ended].map(({ id }) => id);
    expect(rows.map(({ applicationId }) => applicationId)).toEqual(order);
    expect(rows.map(({ next }) => next)).toEqual(['doTask', 'talk', 'verify', 'verify', 'nothing', 'nothing']);
  });

  test('brings a referral that is past its day to the top, and not before', async () => {
    const { send, having, queue, clock, changes } = await openQueue();
    const oldest = await send(at('07:00'));
    const referred = await send(at('09:00'));
    await having(referred, 'verify', 'refer');
    const orderOn = async (day: string) => {
      clock.set(`${day}T10:00`);
      changes.publish('clock');
      return (await queue()).rows.map(({ applicationId }) => applicationId);
    };
    expect(await orderOn('2026-12-07')).toEqual([oldest.id, referred.id]);
    expect(await orderOn('2026-12-08')).toEqual([referred.id, oldest.id]);
  });

  test('holds what has ended for seven days, and what is open for as long as it is', async () => {
    const { send, having, queue, clock, changes } = await openQueue();
    const [open, ended] = [await send(), await send()];
    await having(ended, 'withdraw');
    const shownOn = async (day: string) => {
      clock.set(`${day}T10:00`);
      changes.publish('clock');
      return (await queue()).rows.map(({ applicationId }) => applicationId);
    };
    expect(await shownOn('2026-11-30')).toEqual([open.id, ended.id]);
    expect(await shownOn('2026-12-01')).toEqual([open.id]);
  });

  test('says of each what it is, how old the patient was, what was asked and what is due', async () => {
    const { send, having, rowOf } = await openQueue();
    const sent = await send(sampleApplication({ form: { dateOfBirth: born('2011-11-24'), wantsToTalk: true } }));
    const task = await send(sampleTask());
    expect(await rowOf(sent)).toEqual({
      applicationId: sent.id,
      version: 0,
      reference: sent.reference,
      kind: 'self',
      firstName: 'Priya',
      lastName: 'Example',
      dateOfBirth: '2011-11-24',
      age: 14,
      sentAt: sent.sentAt,
      identity: 'submitted',
      decisions: { appointments: 'pending', prescriptions: 'pending', record: 'pending' },
      next: 'talk',
      isForLater: false,
      wantsToTalk: true,
      wish: null,
      dueOn: null,
      appointment: null,
      duplicates: 0,
      ended: null,
      endedAt: null,
    });
    expect(await rowOf(task)).toMatchObject({
      kind: 'account',
      wish: 'changeOrStop',
      dueOn: '2026-11-23',
      next: 'doTask',
    });
    await having(sent, 'talk', 'verify', 'confirmCompetence', 'refer');
    expect(await rowOf(sent)).toMatchObject({ dueOn: '2026-12-07', decisions: { record: 'referred' } });
    await having(task, 'finishTask');
    expect(await rowOf(task)).toMatchObject({ dueOn: null, ended: 'closed', next: 'nothing' });
  });

  test('points out other open applications of the same person, and no others', async () => {
    const { send, having, rowOf } = await openQueue();
    const first = await send();
    const again = await send(sampleApplication({ form: { nhsNumber: null, firstName: 'PRIYA' } }));
    const twin = await send(sampleApplication({ form: { nhsNumber: '9990000026', firstName: 'Petra' } }));
    const task = await send(sampleTask());
    for (const one of [first, again, task]) expect(await rowOf(one)).toMatchObject({ duplicates: 2 });
    expect(await rowOf(twin)).toMatchObject({ duplicates: 0 });
    await having(again, 'withdraw');
    expect(await rowOf(first)).toMatchObject({ duplicates: 1 });
    expect(await rowOf(again)).toMatchObject({ duplicates: 2 });
  });

  test('says what the practice offers, whether sign-up is open, and how many reviews are due', async () => {
    const { send, having, queue, settings, clock, changes } = await openQueue({
      now: '2026-11-24T11:00',
      rules: { proxyReviewNoticeDays: 10 },
    });
    const { rows: _rows, ...rest } = await queue();
    expect(rest).toEqual({
      at: clock.instant(),
      signUp: { state: 'open' },
      offers: {
        photoDocuments: settings.rules().photoDocuments,
        addressDocuments: settings.rules().addressDocuments,
        addressWithinMonths: 3,
        statements: settings.rules().recordStatements,
        referralDays: 14,
      },
      reviewsDue: 0,
    });
    const child = await send(sampleProxy({ form: { dateOfBirth: born('2013-12-20') } }));
    await having(child, 'verify', 'verifyAsker', 'recordProxy', 'confirmCompetence', 'confirmConsent');
    await having(child, 'grantAppointments', 'createAccount', 'confirmRecordOff', 'handOver');
    await settings.setRules({ signUpPausedOn: clock.now().day }, 'test');
    expect(await queue()).toMatchObject({ signUp: { state: 'paused' }, reviewsDue: 0 });
    clock.set('2026-11-25T11:00');
    await settings.setRules({ proxyReviewNoticeDays: 60 }, 'test');
    changes.publish('clock');
    expect(await queue()).toMatchObject({ signUp: { state: 'open' }, reviewsDue: 1 });
  });

  test('is the very same reading while nothing changes but the time', async () => {
    const { send, queue, clock, changes } = await openQueue();
    await send();
    const first = await queue();
    clock.set('2026-11-23T10:01');
    changes.publish('clock');
    expect(await queue()).toBe(first);
  });
});

describe('an appointment of today', () => {
  const patient = {
    firstName: 'Priya',
    lastName: 'Example',
    dateOfBirth: born('1961-07-13'),
    postcode: postcodeSchema.parse('LS65RT'),
  };
  const listed = (time: string, change: Parameters<typeof row>[2] = {}) =>
    row(1, time, { ...change, patient: { ...patient, nhsNumber: '9990000018', ...change.patient } });

  test('is shown by when it starts: the first that can still take place', async () => {
    const { send, rowOf } = await openQueue({
      rows: [listed('09:00', { status: 'cancelled' }), listed('10:40'), listed('11:30')],
    });
    expect(await rowOf(await send())).toMatchObject({ appointment: '2026-11-23T10:40' });
    expect(await rowOf(await send(sampleTask()))).toMatchObject({ appointment: '2026-11-23T10:40' });
    const other = sampleApplication({ form: { nhsNumber: '9990000026' } });
    expect(await rowOf(await send(other))).toMatchObject({ appointment: null });
  });

  test('is not guessed where two patients of the list could be meant', async () => {
    const { send, rowOf } = await openQueue({
      rows: [listed('10:40'), row(2, '11:00', { patient: { ...patient, nhsNumber: '9990000026' } })],
    });
    expect(await rowOf(await send(sampleTask()))).toMatchObject({ appointment: null });
    expect(await rowOf(await send())).toMatchObject({ appointment: '2026-11-23T10:40' });
  });
});

describe('one application', () => {
  test('says everything that was given and done, and names staff as they are called', async () => {
    const { send, having, open, clock } = await openQueue();
    const sent = await send();
    await having(sent, 'verifyByDocuments', 'grantAppointments', 'refer');
    const done = (by: string) => ({ by, at: clock.instant() });
    expect(await open(sent)).toMatchObject({
      version: 3,
      nhsNumber: '9990000018',
      address: sent.form.address,
      contact: sent.form.contact,
      agreed: sent.form.agreed,
      verification: { ...done('Vera Check'), method: 'documents', photoDocument: 'Passport' },
      decidedBy: { appointments: done('Aled Grant'), record: done('Aled Grant') },
      asker: null,
      account: null,
      slipRefusal: 'accountNotCreated',
    });
    const { decidedBy } = await open(sent);
    expect(Object.keys(decidedBy).sort()).toEqual(['appointments', 'record']);
    const proxy = await send(sampleProxy());
    expect((await open(proxy)).asker).toEqual(proxy.form.asker);
    expect((await open(await send(sampleTask()))).whose).toBe('mine');
  });

  test('says what may be done as it stands, by service where it is about one, and never a time-out', async () => {
    const { send, having, open } = await openQueue();
    const sent = await send(sampleApplication({ form: { services: ['appointments', 'record'] } }));
    const possible = async () =>
      (await open(sent)).possible.map(({ act, service }) => (service === null ? act : `${act} ${service}`));
    expect(await possible()).toEqual(['verify', 'refuse', 'comeBack', 'keepForLater', 'withdraw']);
    await having(sent, 'verify');
    expect(await possible()).toEqual([
      'refuse',
      'grant appointments',
      'grant record',
      'decline appointments',
      'decline record',
      'refer record',
      'withdraw',
    ]);
    await having(sent, 'withdraw');
    expect(await open(sent)).toMatchObject({ possible: [], slipRefusal: 'ended' });
  });

  test('lists the same person’s others, ended ones too, the newest first', async () => {
    const { send, having, open } = await openQueue();
    const oldest = await send(at('07:00'));
    await having(oldest, 'withdraw');
    const other = await send(at('08:00', { form: { nhsNumber: null } }));
    await send(at('08:30', { form: { nhsNumber: '9990000026' } }));
    const elsewhere = await send(at('08:40', { form: { dateOfBirth: born('1961-07-31') } }));
    const newest = await send(at('09:00'));
    const detail = await open(newest);
    expect(detail.others).toEqual([
      { applicationId: elsewhere.id, reference: elsewhere.reference, sentAt: elsewhere.sentAt, ended: null },
      { applicationId: other.id, reference: other.reference, sentAt: other.sentAt, ended: null },
      { applicationId: oldest.id, reference: oldest.reference, sentAt: oldest.sentAt, ended: 'withdrawn' },
    ]);
    expect(detail.duplicates).toBe(2);
  });

  test('that was refused, withdrawn or has expired keeps nobody from applying again, and staff see both', async () => {
    const desk = await openQueue();
    const { send, having, open } = desk;
    const signUp = createSignUp({
      ...desk,
      random: unforeseeable,
      session: { generation: () => 0 },
      kioskMode: { read: () => ({ state: 'open' }) },
    });
    const expired = await send(
      sampleApplication({ day: dateSchema.parse('2026-08-01'), sentAt: '2026-08-01T10:00:00.000Z' }),
    );
    await expireApplications(desk);
    await having(await send(), 'refuse');
    await having(await send(), 'withdraw');
    const { firstName, lastName, dateOfBirth, nhsNumber, address } = expired.form;
    if (address === null) throw new Error('The sample has an address');
    const sent = await signUp.send({
      kind: 'self',
      draftId: randomUUID(),
      firstName,
      lastName,
      dateOfBirth,
      nhsNumber,
      address,
      contact: { email: null, mobile: null, isSafe: null },
      services: ['appointments'],
      agreed: null,
      wantsToTalk: false,
      needs: { kinds: [], language: null },
    });
    if (typeof sent === 'string') throw new Error(`It was not taken: ${sent}`);
    const again = await findApplication(desk, sent.reference);
    const detail = await open({ id: again ?? '' });
    expect(detail).toMatchObject({ identity: 'submitted', next: 'verify', duplicates: 0 });
    expect(detail.others.map(({ ended }) => ended).sort()).toEqual(['expired', 'refused', 'withdrawn']);
  });

  test('that is not there is not opened, and nothing is written', async () => {
    const desk = await openQueue();
    const before = await desk.trail();
    expect(await openApplication(desk, desk.team.manager, 'a1b2c3d4-0000-4000-8000-000000000000')).toBeNull();
    expect(await desk.trail()).toEqual(before);
  });
});
