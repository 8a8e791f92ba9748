import { describe, expect, test } from 'vitest';
import { after, refusalOf } from '../../../main/domain/application/machine';
import type { ApplicationFacts } from '../../../main/domain/application/facts';
import { ageBandOf } from '../../../preload/contract/rules/ages';
import { dateOfBirthSchema, dateSchema } from '../../../preload/contract/rules/dates';
import type { Service } from '../../../preload/contract/signUp';
import { basesFor } from '../../../preload/contract/rules/proxyBases';
import { doneOfStep, proxyStepsOf } from '../../../renderer/desk/applications/proxy/proxySteps';
import { proxyWords } from '../../../renderer/text/desk/proxy';

const done = { by: 'Jo Marsh', at: '2026-11-23T10:05:00.000Z' };
const verification = {
  ...done,
  method: 'vouching' as const,
  photoDocument: null,
  addressDocument: null,
  interpreter: 'none' as const,
};
const proxy = { ...done, relationship: 'parent' as const, basis: 'parent' as const, scope: ['appointments' as const] };

type Shown = Parameters<typeof proxyStepsOf>[0];

/** What the desk is told of a request at these facts: by the machine itself, so that page and machine cannot differ. */
function shownOf(facts: ApplicationFacts, age: number, basis: 'parent' | 'consent' = 'parent'): Shown {
  const acts = ['verifyAsker', 'recordProxy', 'confirmConsent'] as const;
  return {
    dateOfBirth: dateOfBirthSchema.parse(`${String(2026 - age)}-11-23`),
    askerVerification: facts.isAskerVerified ? verification : null,
    proxy: facts.isProxyRecorded ? { ...proxy, basis } : null,
    consent: facts.hasConsented ? done : null,
    next: 'nothing',
    possible: acts.filter((act) => refusalOf(facts, act) === null).map((act) => ({ act, service: null })),
  };
}

function requestOf(age: number, change: Partial<ApplicationFacts> = {}): ApplicationFacts {
  return {
    kind: 'someoneElse',
    band: ageBandOf(age),
    identity: 'submitted',
    hasRelativeSpoken: false,
    isAskerVerified: false,
    isProxyRecorded: false,
    isCompetent: false,
    isConsentNeeded: false,
    hasConsented: false,
    hasAgreed: false,
    isTalkWanted: false,
    decisions: { appointments: 'pending' },
    isRecordOff: false,
    isAccountCreated: false,
    isHandedOver: false,
    isTaskDone: false,
    isOverdue: false,
    ended: null,
    ...change,
  };
}

const today = dateSchema.parse('2026-11-23');
const statesOf = (shown: Shown) => proxyStepsOf(shown, today).map(({ act, state }) => `${act} ${state}`);

describe('the steps of a request for a young patient', () => {
  test('go from who asks to what they may act on to the patient’s own consent', () => {
    let facts = requestOf(12, { identity: 'verified' });
    expect(statesOf(shownOf(facts, 12))).toEqual(['verifyAsker next', 'recordProxy later', 'confirmConsent later']);
    facts = after(facts, 'verifyAsker');
    expect(statesOf(shownOf(facts, 12))).toEqual(['verifyAsker done', 'recordProxy next', 'confirmConsent later']);
    facts = after(facts, 'recordProxy');
    expect(statesOf(shownOf(facts, 12))).toEqual(['verifyAsker done', 'recordProxy done', 'confirmConsent next']);
    facts = after(facts, 'confirmConsent');
    expect(statesOf(shownOf(facts, 12))).toEqual(['verifyAsker done', 'recordProxy done', 'confirmConsent done']);
  });

  test('offer no consent before the patient’s own identity is verified', () => {
    const facts = requestOf(15, { isAskerVerified: true, isProxyRecorded: true });
    expect(statesOf(shownOf(facts, 15))).toContain('confirmConsent later');
  });
});

test('a child under 11 is not asked for consent, an adult where it is what the access rests on', () => {
  const acts = (shown: Shown) => proxyStepsOf(shown, today).map(({ act }) => act);
  const recorded = { identity: 'verified', isAskerVerified: true, isProxyRecorded: true } as const;
  expect(acts(shownOf(requestOf(10, recorded), 10))).not.toContain('confirmConsent');
  expect(acts(shownOf(requestOf(81, recorded), 81))).not.toContain('confirmConsent');
  expect(acts(shownOf(requestOf(81, recorded), 81, 'consent'))).toContain('confirmConsent');
});

describe('by the age of the patient today', () => {
  const recorded = { identity: 'verified', isAskerVerified: true, isProxyRecorded: true } as const;
  const born = (day: string, shown: Shown) => ({ ...shown, dateOfBirth: dateOfBirthSchema.parse(day) });

  test('parental responsibility is recorded anew on the day of turning 16, and not the day before', () => {
    const shown = shownOf(requestOf(15, recorded), 15);
    expect(statesOf(born('2010-11-24', shown))).toContain('recordProxy done');
    expect(statesOf(born('2010-11-23', shown))).toContain('recordProxy next');
  });

  test('consent is asked from the day of turning 11', () => {
    const shown = shownOf(requestOf(10, recorded), 10);
    expect(statesOf(born('2015-11-24', shown)).join()).not.toContain('confirmConsent');
    expect(statesOf(born('2015-11-23', shown))).toContain('confirmConsent next');
  });

  test('consent that the machine waits for can be given, whatever the age', () => {
    const shown = { ...shownOf(requestOf(16, recorded), 16), proxy: { ...proxy, basis: 'attorney' as const } };
    expect(statesOf(shown).join()).not.toContain('confirmConsent');
    expect(statesOf({ ...shown, next: 'confirmConsent' })).toContain('confirmConsent next');
  });
});

test('nothing is next once the request has ended', () => {
  const facts = requestOf(12, { identity: 'verified', ended: 'withdrawn' });
  expect(proxyStepsOf(shownOf(facts, 12), today).map(({ state }) => state)).not.toContain('next');
});

test('parental responsibility ends at 16, consent begins at 11, a power of attorney is of an adult only', () => {
  expect(basesFor(10)).toEqual(['parent', 'deputy', 'bestInterests']);
  expect(basesFor(11)).toEqual(['parent', 'consent', 'deputy', 'bestInterests']);
  expect(basesFor(15)).toEqual(basesFor(11));
  expect(basesFor(16)).toEqual(['consent', 'attorney', 'deputy', 'bestInterests']);
});

test('a step that is done says by whom and when, and what was recorded', () => {
  const scope: Service[] = ['appointments', 'record'];
  const shown = { ...shownOf(requestOf(12), 12), proxy: { ...proxy, scope } };
  expect(doneOfStep(shown, 'recordProxy')).toBe(
    'Parent, on parental responsibility, for appointments and health record. Jo Marsh, Monday 23 November, 10:05am',
  );
  expect(doneOfStep(shownOf(requestOf(12), 12), 'verifyAsker')).toBe('');
  expect(proxyWords.born('2025-02-03', 1)).toBe('Born 3 Feb 2025, 1 year old');
});
