import { describe, expect, test } from 'vitest';
import { alertKinds } from '../../../main/domain/alerts';
import { notCheckedInSchema } from '../../../preload/contract/desk/arrivals';
import { alertTitle, alertDetail, copyOf, nameOf, reasonOf, refusalOf } from '../../../renderer/text/desk/arrivals';
import { failureWords } from '../../../renderer/text/desk/frame';
import { stateWords } from '../../../renderer/desk/arrivals/stateWords';
import { call, row, workItem } from './deskRows';

const now = '2026-11-23T08:52:00.000Z';

describe('what is copied for the clinical system', () => {
  test('is the NHS number alone, else name and date of birth', () => {
    expect(copyOf(workItem(1, { nhsNumber: '9990000042' }))).toBe('9990000042');
    expect(copyOf(workItem(1))).toBe('Smith Anna 12/03/1950');
    expect(copyOf(workItem(1, { firstName: '' }))).toBe('Smith 12/03/1950');
  });
});

describe('words of the Arrivals tab', () => {
  test('there are for every alert that the kiosk raises', () => {
    const titles = alertKinds.map((kind) => alertTitle({ kind, choice: null }));
    expect(new Set(titles).size).toBe(alertKinds.length);
    expect(titles).not.toContain(alertTitle({ kind: 'somethingNew', choice: null }));
    expect(alertTitle({ kind: 'reception', choice: 'prescription' })).toBe('At reception: prescription');
    expect(alertDetail({ kind: 'clockJumped', seconds: -3_600 })).toBe('Back by about 60 minutes.');
  });

  test('there are for every reason why somebody is not checked in', () => {
    const reasons = notCheckedInSchema.options.map((reason) => reasonOf({ reason, opensAt: null }));
    expect(new Set(reasons).size).toBe(reasons.length);
    expect(reasonOf({ reason: 'tooEarly', opensAt: '2026-11-23T09:30:00.000Z' })).toBe(
      'Too early: can check in from 9:30am',
    );
  });

  test('say how somebody stands', () => {
    expect(stateWords(row(1), now)).toBe('Waiting 12 min');
    expect(stateWords(row(1, { stage: 'called', call: call({ times: 2 }) }), now)).toBe(
      'Called 8:50am, 2 times, to Room 1',
    );
    expect(stateWords(row(1, { stage: 'called' }), now)).toBe('Sent in by the clinical system');
    expect(stateWords(row(1, { call: call({ outcome: 'didNotAnswer' }) }), now)).toBe('Did not answer 8:50am');
    expect(stateWords(row(1, { stage: 'done', doneAs: 'finishedByList' }), now)).toBe('Finished on the list');
  });

  test('name a person by last name first, and by that alone where there is no other', () => {
    expect(nameOf({ lastName: 'Smith', firstName: 'Anna' })).toBe('Smith, Anna');
    expect(nameOf({ lastName: 'Suharto', firstName: '' })).toBe('Suharto');
  });
});

describe('a refusal', () => {
  test('says who was quicker, and when', () => {
    expect(refusalOf('CHANGED', { by: 'Jo', at: '2026-11-23T10:05:00.000Z' })).toMatch(/^Jo changed this at 10:05am\./);
    expect(refusalOf('CHANGED', { by: null, at: null })).toMatch(/^The kiosk or a new list changed this\./);
    expect(refusalOf('CHANGED', undefined)).toMatch(/^The kiosk or a new list/);
  });

  test('says why not now, that it is gone, and nothing of its own for the rest', () => {
    expect(refusalOf('NOT_NOW', { why: 'Somebody must go and look first.' })).toBe('Somebody must go and look first.');
    expect(refusalOf('NOT_NOW', {})).toBe('As things stand this cannot be done.');
    expect(refusalOf('GONE', undefined)).toMatch(/not there any more/);
    expect(refusalOf('LOST', undefined)).toBeNull();
    expect(failureWords('LOST')).toMatch(/cannot be reached/);
    expect(failureWords('INTERNAL')).toMatch(/went wrong/);
  });
});
