import { describe, expect, test } from 'vitest';
import type { IdentityClaim } from '../../../preload/contract/kiosk';
import type { ListedAppointment, NotCheckedInReason, PracticeRules, Visit } from '../../../main/domain/types';
import { byBarcode, byLetter, byPostcode, clinician, day, nobody, openCheckIn, row, site, tenOClock } from './support';

interface Outcome {
  rows: ListedAppointment[];
  rules?: Partial<PracticeRules>;
  answer: object;
  visit: Partial<Visit>;
  arrivals?: object[];
}

const no = { kind: 'reception' } as const;
const handle = expect.any(String) as string;
const shown = (time: string): object => ({ time, clinician, place: site, waitingArea: null, room: null });
const good = {
  also: [],
  isLate: false,
  isBeingCalled: false,
  ticket: null,
  wait: null,
  questions: [{ kind: 'needs' }],
  isInvited: false,
};
const refused = (notCheckedIn: NotCheckedInReason, hasPrivate = false): Partial<Visit> => ({
  notCheckedIn,
  hasPrivate,
  firstArrivedAt: null,
  ticket: null,
  opensAt: null,
});
const arrived: Partial<Visit> = {
  notCheckedIn: null,
  firstArrivedAt: tenOClock,
  lastSeenAt: tenOClock,
  opensAt: null,
  hasPrivate: false,
};

const outcomes: Record<string, Outcome> = {
  'in time': {
    rows: [row(1, '10:10')],
    answer: { kind: 'checkedIn', handle, appointments: [shown('10:10')], ...good },
    visit: arrived,
    arrivals: [{ state: 'arrived', arrivedAt: tenOClock, isLate: false, calledAt: null, isToCheck: false, clinician }],
  },
  'in time, with two joined and one by phone': {
    rows: [row(1, '10:10'), row(1, '10:50'), row(1, '16:00', { mode: 'phone' })],
    answer: {
      kind: 'checkedIn',
      handle,
      appointments: [shown('10:10'), shown('10:50')],
      ...good,
      also: [{ kind: 'byPhone', time: '16:00' }],
    },
    visit: arrived,
    arrivals: [{ start: `${day}T10:10` }, { start: `${day}T10:50` }],
  },
  'later than the window, where that is accepted': {
    rows: [row(1, '09:40')],
    rules: { latePolicy: 'checkIn' },
    answer: { kind: 'checkedIn', handle, appointments: [shown('09:40')], ...good, isLate: true },
    visit: arrived,
    arrivals: [{ state: 'arrived', isLate: true }],
  },
  'later than that': {
    rows: [row(1, '08:50')],
    rules: { latePolicy: 'checkIn' },
    answer: { kind: 'tooLate' },
    visit: refused('tooLate'),
  },
  'later than the window': { rows: [row(1, '09:40')], answer: { kind: 'tooLate' }, visit: refused('tooLate') },
  'too early': {
    rows: [row(1, '15:00')],
    answer: { kind: 'tooEarly', from: '14:30', others: [] },
    visit: { ...refused('tooEarly'), opensAt: '2026-11-23T14:30:00.000Z' },
  },
  'by phone': {
    rows: [row(1, '10:10', { mode: 'phone' })],
    answer: { kind: 'byPhone', handle, others: [] },
    visit: refused('byPhone'),
  },
  'by video, and too early for another here': {
    rows: [row(1, '10:10', { mode: 'video' }), row(1, '15:00')],
    answer: { kind: 'byVideo', handle, others: [{ kind: 'later', from: '14:30' }] },
    visit: refused('byVideo'),
  },
  'at home': {
    rows: [row(1, '10:10', { mode: 'homeVisit' })],
    answer: { kind: 'homeVisit', handle, others: [] },
    visit: refused('homeVisit'),
  },
  'at the other site': {
    rows: [row(1, '10:10', { location: 'Branch Surgery' })],
    answer: { kind: 'otherSite', site: 'Branch Surgery', others: [] },
    visit: refused('otherSite'),
  },
  'arrived by the list': {
    rows: [row(1, '10:10', { status: 'arrived' })],
    answer: { kind: 'alreadyCheckedIn', handle, appointments: [shown('10:10')], ...good },
    visit: { ...arrived, firstArrivedAt: null },
    arrivals: [{ state: 'arrived', calledAt: null }],
  },
  'being called by the list': {
    rows: [row(1, '10:10', { status: 'sentIn' })],
    answer: {
      kind: 'alreadyCheckedIn',
      handle,
      appointments: [shown('10:10')],
      ...good,
      isBeingCalled: true,
    },
    visit: { ...arrived, firstArrivedAt: null },
    arrivals: [{ state: 'arrived', calledAt: tenOClock }],
  },
  'with a private appointment beside': {
    rows: [row(1, '10:10'), row(1, '10:30', { marking: 'private', clinician: 'Dr Secret' })],
    answer: { kind: 'checkedIn', handle, appointments: [shown('10:10')], ...good },
    visit: { ...arrived, hasPrivate: true },
    arrivals: [{ clinician }],
  },
};

const reception: Record<string, { rows: ListedAppointment[]; rules?: Partial<PracticeRules>; visit: Partial<Visit> }> =
  {
    cancelled: { rows: [row(1, '10:10', { status: 'cancelled' })], visit: refused('cancelled') },
    finished: { rows: [row(1, '10:10', { status: 'seen' })], visit: refused('finished') },
    'not attended': { rows: [row(1, '10:10', { status: 'didNotAttend' })], visit: refused('didNotAttend') },
    left: { rows: [row(1, '10:10', { status: 'left' })], visit: refused('left') },
    'of an unknown status': { rows: [row(1, '10:10', { status: 'unknown' })], visit: refused('unknownStatus') },
    flagged: { rows: [row(1, '10:10', { marking: 'seeReception' })], visit: refused('flagged') },
    'of a flagged patient': { rows: [row(1, '10:10', { patientMarking: 'seeReception' })], visit: refused('flagged') },
    private: { rows: [row(1, '10:10', { marking: 'private' })], visit: refused('private', true) },
    'of a private patient': {
      rows: [row(1, '10:10', { patientMarking: 'private' }), row(1, '10:30')],
      visit: refused('private', true),
    },
    'of a private slot type': {
      rows: [row(1, '10:10', { slotType: 'Clinic Q' })],
      rules: { privateSlotTypes: ['clinic q'] },
      visit: refused('private', true),
    },
  };

describe('what somebody with an appointment gets', () => {
  const all = [
    ...Object.entries(outcomes),
    ...Object.entries(reception).map(([what, one]) => [what, { ...one, answer: no }] as [string, Outcome]),
  ];
  test.each(all)('%s', async (_what, { rows, rules = {}, answer, visit, arrivals = [] }) => {
    const practice = await openCheckIn({ rows: [...rows, row(2, '10:10')], rules });
    const [first] = rows;
    if (first === undefined) throw new Error('Somebody comes');
    expect(await practice.claim(byLetter(first))).toEqual(answer);
    const [present, ...others] = await practice.visits();
    expect(others).toEqual([]);
    expect(present).toMatchObject(visit);
    expect(present?.patient).toEqual(first.patient);
    expect(present?.arrivals).toMatchObject(arrivals);
    expect(present?.arrivals).toHaveLength(arrivals.length);
    expect(await practice.counts()).toEqual({ 'claims.found': 1 });
    expect(await practice.alerts()).toEqual([]);
    expect(practice.published).toEqual(['visits']);
  });

  test('found by postcode or by the barcode of the letter as well', async () => {
    const [one, other] = [row(1, '10:10'), row(2, '10:10')];
    const { claim } = await openCheckIn({ rows: [one, other] });
    expect(await claim(byPostcode(one))).toMatchObject({ kind: 'checkedIn' });
    expect(await claim(byBarcode(other))).toMatchObject({ kind: 'checkedIn' });
  });

  test('a barcode with the birthday of somebody else is nobody', async () => {
    const [one, other] = [row(1, '10:10'), row(2, '10:10')];
    const { claim, visits } = await openCheckIn({ rows: [one, other] });
    const swapped = { ...byBarcode(one), dateOfBirth: other.patient.dateOfBirth };
    expect(await claim(swapped)).toEqual(no);
    expect(await visits()).toEqual([]);
  });
});

describe('every "no"', () => {
  test('is the same bytes, to the last one, for each reason', async () => {
    const twins = [1, 2].map((number) =>
      row(7, '10:10', { patient: { sourcePatientId: `T${number}`, firstName: `Twin${number}` } }),
    );
    const answers: string[] = [];
    for (const [rows, asked] of [
      ...Object.values(reception).map(({ rows: some }) => [some, byLetter(some[0] ?? row(1, '10:10'))] as const),
      [[row(1, '10:10')], nobody] as const,
      [twins, byLetter(row(7, '10:10'), 'LS65RT')] as const,
    ] satisfies (readonly [ListedAppointment[], IdentityClaim])[]) {
      const { claim } = await openCheckIn({ rows, rules: { privateSlotTypes: ['Clinic Q'] } });
      answers.push(JSON.stringify(await claim(asked)));
    }
    expect(answers).toEqual(answers.map(() => '{"kind":"reception"}'));
    expect(answers).toHaveLength(12);
  });
});

describe('what stands from before', () => {
  test('a newer list that says did not attend sends an arrival to reception; the first arrival stands', async () => {
    const here = row(1, '10:10');
    const { claim, list, clock, visits, alerts } = await openCheckIn({ rows: [here] });
    await claim(byLetter(here));
    clock.set('2026-11-23T10:30');
    await list([{ ...here, status: 'didNotAttend' }], '2026-11-23T10:25:00.000Z');
    expect(await claim(byLetter(here))).toEqual(no);
    expect(await visits()).toMatchObject([
      { notCheckedIn: 'contradicted', firstArrivedAt: tenOClock, arrivals: [{ state: 'arrived' }] },
    ]);
    expect((await alerts()).map(({ kind }) => kind)).toEqual(['contradicted']);
  });

  test('an older list that says cancelled changes nothing', async () => {
    const here = row(1, '10:10');
    const { claim, list, clock, visits, alerts } = await openCheckIn({ rows: [here] });
    await claim(byLetter(here));
    clock.set('2026-11-23T10:30');
    await list([{ ...here, status: 'cancelled' }], '2026-11-23T09:55:00.000Z');
    expect(await claim(byLetter(here))).toMatchObject({ kind: 'alreadyCheckedIn' });
    expect(await visits()).toMatchObject([{ notCheckedIn: null, firstArrivedAt: tenOClock }]);
    expect(await alerts()).toEqual([]);
  });

  test('whoever was checked in and has been seen is no "here, not checked in"', async () => {
    const here = row(1, '10:10');
    const { claim, list, clock, visits } = await openCheckIn({ rows: [here] });
    await claim(byLetter(here));
    clock.set('2026-11-23T10:40');
    await list([{ ...here, status: 'seen' }], '2026-11-23T10:35:00.000Z');
    expect(await claim(byLetter(here))).toEqual(no);
    expect(await visits()).toMatchObject([{ notCheckedIn: null, firstArrivedAt: tenOClock }]);
  });

  test('whoever was seen this morning and is too early for the afternoon has a desk row, and keeps their first arrival', async () => {
    const morning = row(1, '10:10');
    const afternoon = row(1, '15:00');
    const { claim, list, clock, visits } = await openCheckIn({ rows: [morning, afternoon] });
    await claim(byLetter(morning));
    clock.set('2026-11-23T11:00');
    await list([{ ...morning, status: 'seen' }, afternoon], '2026-11-23T10:55:00.000Z');
    expect(await claim(byLetter(morning))).toMatchObject({ kind: 'tooEarly', from: '14:30' });
    expect(await visits()).toMatchObject([
      { notCheckedIn: 'tooEarly', opensAt: '2026-11-23T14:30:00.000Z', firstArrivedAt: tenOClock },
    ]);
  });

  test('a list that knows patients by name and birthday alone: who was checked in is known again', async () => {
    const unnumbered = { nhsNumber: null, sourcePatientId: null, postcode: null };
    const here = row(1, '10:10', { patient: unnumbered });
    const { claim, visits } = await openCheckIn({ rows: [here] });
    expect(await claim(byLetter(here))).toMatchObject({ kind: 'checkedIn' });
    expect(await claim(byLetter(here))).toMatchObject({ kind: 'alreadyCheckedIn' });
    expect(await visits()).toHaveLength(1);
  });

  test('too early once, in time later: the reason and the time it opens are gone', async () => {
    const later = row(1, '11:00');
    const { claim, clock, visits } = await openCheckIn({ rows: [later] });
    expect(await claim(byLetter(later))).toMatchObject({ kind: 'tooEarly' });
    clock.set('2026-11-23T10:31');
    expect(await claim(byLetter(later))).toMatchObject({ kind: 'checkedIn' });
    expect(await visits()).toMatchObject([
      { notCheckedIn: null, opensAt: null, firstArrivedAt: '2026-11-23T10:31:00.000Z' },
    ]);
  });

  test('a private appointment once seen on the list stays known to the desk for the day', async () => {
    const here = row(1, '10:10');
    const { claim, list, visits } = await openCheckIn({ rows: [here, row(1, '10:30', { marking: 'private' })] });
    await claim(byLetter(here));
    await list([here]);
    expect(await claim(byLetter(here))).toMatchObject({ kind: 'alreadyCheckedIn' });
    expect(await visits()).toMatchObject([{ hasPrivate: true }]);
  });
});
