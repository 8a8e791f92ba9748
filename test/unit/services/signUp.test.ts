import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { KioskServiceState } from '../../../preload/contract/kiosk';
import { dateOfBirthSchema, dateSchema } from '../../../preload/contract/rules/dates';
import { postcodeSchema } from '../../../preload/contract/rules/postcode';
import { applicationSchema, type Application, type SelfApplication } from '../../../preload/contract/signUp';
import type { PracticeRules } from '../../../main/domain/types';
import { statementsVersionOf } from '../../../main/domain/signUpOffers';
import { unforeseeable } from '../../../main/services/random';
import { createSignUp } from '../../../main/services/signUp';
import { applicationByDraft } from '../../../main/store/applications';
import { readAudit } from '../../../main/store/audit';
import { countsOfDay } from '../../../main/store/counts';
import { openPractice } from '../../support/practice';
import { failingAtCommit } from './support';

const day = dateSchema.parse('2026-11-23');
const sentAt = '2026-11-23T14:00:00.000Z';
const person = { firstName: 'Ruth', lastName: 'Khan', dateOfBirth: dateOfBirthSchema.parse('1977-05-14') };

const child = (change: Partial<Extract<Application, { kind: 'underEleven' }>> = {}): Application => ({
  kind: 'underEleven',
  draftId: randomUUID(),
  ...person,
  dateOfBirth: dateOfBirthSchema.parse('2018-03-04'),
  ...change,
});

interface Change {
  rules?: Partial<PracticeRules>;
  random?: () => number;
  isDiskFull?: () => boolean;
}

/** Sign-up on a real store on a Monday afternoon; time stands still until a test moves it. */
async function openSignUp({ rules = {}, random = unforeseeable, isDiskFull }: Change = {}) {
  const practice = await openPractice({ now: '2026-11-23T14:00', rules });
  let visit = 0;
  let kiosk: KioskServiceState = { state: 'open' };
  let published = 0;
  practice.changes.subscribe(['applications'], () => (published += 1));
  const store = isDiskFull === undefined ? practice.store : failingAtCommit(practice.store, isDiskFull);
  const signUp = createSignUp({
    ...practice,
    store,
    random,
    session: { generation: () => visit },
    kioskMode: { read: () => kiosk },
  });
  const { recordStatements } = practice.settings.rules();
  const own = (change: Partial<SelfApplication> = {}): Application => ({
    kind: 'self',
    draftId: randomUUID(),
    ...person,
    nhsNumber: '9990000018',
    address: { line1: '4 Mill Lane', line2: null, town: 'Leeds', postcode: postcodeSchema.parse('LS65RT') },
    contact: { email: 'ruth@example.org', mobile: '07700900123', isSafe: true },
    services: ['appointments', 'record'],
    agreed: {
      version: statementsVersionOf(recordStatements),
      statements: recordStatements.map((_, place) => ({ place, millisecondsAgo: 60_000 - place * 1_000 })),
    },
    wantsToTalk: false,
    needs: { kinds: [], language: null },
    ...change,
  });
  return {
    ...practice,
    own,
    send: (application: Application) => signUp.send(application),
    endVisit: (): void => void (visit += 1),
    setKiosk: (state: KioskServiceState): void => void (kiosk = state),
    published: () => published,
    stored: () => practice.store.db.selectFrom('applications').selectAll().execute(),
  };
}

describe('an application that is sent', () => {
  test('is on disk with everything that was given, before its reference is told', async () => {
    const { own, send, store, settings, published } = await openSignUp();
    const application = own();
    const sent = await send(application);
    expect(sent).toEqual({ reference: expect.stringMatching(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/) as string });
    expect(await applicationByDraft(store.db, application.draftId)).toMatchObject({
      ...(sent as object),
      kind: 'self',
      day,
      sentAt,
      version: 0,
      ended: null,
      form: { lastName: 'Khan', nhsNumber: '9990000018', services: ['appointments', 'record'] },
      work: { identity: 'submitted', decisions: { record: { decision: 'pending' } } },
    });
    const kept = (await applicationByDraft(store.db, application.draftId))?.form.agreed;
    expect(kept?.statements.map(({ words }) => words)).toEqual(settings.rules().recordStatements);
    expect(kept?.statements[0]?.at).toBe('2026-11-23T13:59:00.000Z');
    expect(published()).toBe(1);
  });

  test('leaves a trail, a count and a log line that say nothing of anybody', async () => {
    const { own, send, store, log } = await openSignUp();
    await send(own());
    const [entry] = await readAudit(store.db, 0, 10);
    const [row] = await store.db.selectFrom('applications').selectAll().execute();
    expect(entry).toEqual({
      sequence: 1,
      at: sentAt,
      actor: 'kiosk',
      action: 'application.sent',
      subjectId: row?.subjectId,
      detail: { kind: 'self', services: 2, isRecordWanted: true },
    });
    expect([row?.id, row?.draftId, row?.reference]).not.toContain(entry?.subjectId);
    expect(await countsOfDay(store.db, day)).toEqual({ 'signUp.sent.self': 1 });
    expect(log.entries).toEqual([{ event: 'signUp.sent', fields: { kind: 'self' } }]);
  });

  test('twice is one application with one reference, even at the same time and after the visit', async () => {
    const { own, send, endVisit, stored, published, store, settings } = await openSignUp();
    const application = own();
    const [first, second] = await Promise.all([send(application), send(application)]);
    expect(second).toEqual(first);
    endVisit();
    await settings.setRules({ signUpPausedOn: day }, 'test');
    expect(await send(application)).toEqual(first);
    expect(await stored()).toHaveLength(1);
    expect(await countsOfDay(store.db, day)).toEqual({ 'signUp.sent.self': 1 });
    expect(published()).toBe(1);
  });

  test('whose disk is full is not told a reference, and may be sent again', async () => {
    let isFull = true;
    const { own, send, stored, published, log } = await openSignUp({ isDiskFull: () => isFull });
    const application = own();
    await expect(send(application)).rejects.toThrow('disk full');
    expect([await stored(), published(), log.entries]).toEqual([[], 0, []]);
    isFull = false;
    expect(await send(application)).toHaveProperty('reference');
  });

  test('has a reference that no other has, however chance repeats itself', async () => {
    const draws = [...Array<number>(12).fill(0), ...Array<number>(6).fill(0.5)];
    const { own, send, stored } = await openSignUp({ random: () => draws.shift() ?? 0.9 });
    await send(own());
    await send(own());
    expect((await stored()).map(({ reference }) => reference)).toEqual(['DDD-DDD', 'XXX-XXX']);
    const stuck = await openSignUp({ random: () => 0 });
    await stuck.send(stuck.own());
    await expect(stuck.send(stuck.own())).rejects.toThrow('No reference is free');
    expect(await stuck.stored()).toHaveLength(1);
  });
});

describe('an application that is not stored', () => {
  const refusedAs = async (opened: Awaited<ReturnType<typeof openSignUp>>, why: string) => {
    expect(await opened.stored()).toEqual([]);
    expect(opened.log.entries.at(-1)).toEqual({ event: 'signUp.refused', fields: { kind: why } });
    expect([opened.published(), await countsOfDay(opened.store.db, day)]).toEqual([0, {}]);
  };

  test.each([
    ['sign-up is off', { isSignUpOffered: false }],
    ['staff have paused it', { signUpPausedOn: day }],
  ])('%s', async (_why, rules) => {
    const opened = await openSignUp({ rules });
    expect(await opened.send(opened.own())).toBe('closed');
    await refusedAs(opened, 'notOffered');
  });

  test.each([{ state: 'outOfService' }, { state: 'cleaning', secondsLeft: 30 }] as const)(
    'the kiosk is $state',
    async (state) => {
      const opened = await openSignUp();
      opened.setKiosk(state);
      expect(await opened.send(opened.own())).toBe('closed');
      await refusedAs(opened, 'notOffered');
    },
  );

  test('its statements have changed while they were read', async () => {
    const opened = await openSignUp();
    const application = opened.own();
    await opened.settings.setRules({ recordStatements: ['I keep it safe.'] }, 'test');
    expect(await opened.send(application)).toBe('wordsChanged');
    await refusedAs(opened, 'wordsChanged');
  });

  test('it is of somebody too young to send it', async () => {
    const opened = await openSignUp();
    expect(await opened.send(opened.own({ dateOfBirth: dateOfBirthSchema.parse('2018-03-04') }))).toBe('closed');
    await refusedAs(opened, 'notTheirs');
  });

  test.each(['1899-12-31', '1380-02-03', '0001-01-01', '2026-11-24'])(
    'somebody in it was born on %s, which no page takes',
    async (text) => {
      const dateOfBirth = dateOfBirthSchema.parse(text);
      for (const asks of [{ ...person, dateOfBirth }, person]) {
        const opened = await openSignUp();
        const asker = { ...asks, contact: { email: null, mobile: null, isSafe: null } };
        const whose = asks === person ? { dateOfBirth } : {};
        const needs = { kinds: [], language: null };
        const request = { kind: 'someoneElse', draftId: randomUUID(), ...person, ...whose } as const;
        const sent = await opened.send({ ...request, asker, relationship: 'carer', services: ['appointments'], needs });
        expect(sent).toBe('closed');
        await refusedAs(opened, 'notTheirs');
      }
    },
  );

  test('its visit ended while it waited for the store', async () => {
    const opened = await openSignUp();
    const sending = opened.send(opened.own());
    // Nothing is read before the store gives its turn.
    opened.endVisit();
    expect(await sending).toBe('closed');
    await refusedAs(opened, 'gone');
  });
});

test('who has begun may finish when the hours of sign-up, or of the practice, have ended meanwhile', async () => {
  const { own, send, clock, setKiosk, stored } = await openSignUp();
  clock.set('2026-11-24T08:30');
  setKiosk({ state: 'closedHours', opens: null });
  expect(await send(own())).toHaveProperty('reference');
  expect(await stored()).toHaveLength(1);
});

test('one screen sends no more than ten in a burst and one a minute after that; sending again costs nothing', async () => {
  const { send, stored, timers } = await openSignUp();
  const first = child();
  for (let number = 0; number < 10; number += 1) expect(await send(number === 0 ? first : child())).not.toBe('closed');
  expect(await send(child())).toBe('closed');
  expect(await send(first)).toHaveProperty('reference');
  timers.advance(60_001);
  expect(await send(child())).toHaveProperty('reference');
  expect(await send(child())).toBe('closed');
  expect(await stored()).toHaveLength(11);
});

test.each(['\u202e', '\u0000', '\u0007', '\u200b', '\ue000', '\n'])(
  'the contract takes nothing invisible in what staff copy (%j), whatever the page sends',
  async (character) => {
    const { own } = await openSignUp();
    const plain = own();
    if (plain.kind !== 'self') throw new Error('This one is their own');
    expect(applicationSchema.safeParse(plain).success).toBe(true);
    const { address, contact } = plain;
    for (const change of [
      { firstName: `Ru${character}th` },
      { lastName: `Kh${character}an` },
      { address: { ...address, line1: `4 Mill${character} Lane` } },
      { address: { ...address, town: `Le${character}eds` } },
      { contact: { ...contact, email: `ru${character}th@example.org` } },
      { contact: { ...contact, mobile: `07700${character}900123` } },
      { nhsNumber: `99900${character}00018` },
    ])
      expect(applicationSchema.safeParse({ ...plain, ...change }).success, Object.keys(change).join()).toBe(false);
  },
);
