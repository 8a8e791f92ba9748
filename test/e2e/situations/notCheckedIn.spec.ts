import { expect, test, type Page } from '@playwright/test';
import { claimOf } from '../../support/dayLists';
import { checkIn, enterDateOfBirth, finish, heading, press } from '../../support/patient';
import { another, openSituations, patient, type Situation, type SituationKiosk } from '../../support/situations';

/* Who is not here for an appointment they can be checked in to, and whom nobody else may learn anything about. */

const reception = 'Please speak to reception';
const lead = 'Please go to the reception desk. They will help you.';
const phone = patient('10:10', { slotType: 'Telephone' });
const askedIn = patient('10:10', { slotType: 'Telephone' });
const privateBeside = patient('10:10');
const privateOnly = patient('10:10', { marking: 'Private' });
const scanned = patient('10:10', { appointmentId: 'A-778812' });
const scannedByStranger = patient('10:10', { appointmentId: 'A-778813' });
const disputed = patient('10:10');

const situations: Situation[] = [
  {
    what: 'an appointment by phone',
    rows: [phone],
    heading: 'Your appointment today is by phone',
    says: ['I was asked to come in'],
    saysNot: ['10:10am'],
    store: ({ visits: [visit] }) => expect(visit).toMatchObject({ notCheckedIn: 'byPhone', arrivals: [] }),
  },
  {
    what: 'an appointment by phone, and "I was asked to come in"',
    rows: [askedIn],
    heading: reception,
    act: async (page) => {
      await checkIn(page, claimOf(askedIn));
      await press(page, 'I was asked to come in');
    },
    store({ visits: [visit], alerts }) {
      expect(visit).toMatchObject({ notCheckedIn: 'askedToComeIn', arrivals: [] });
      expect(alerts).toMatchObject([{ kind: 'askedToComeIn', visitId: visit?.id }]);
    },
  },
  {
    what: 'an appointment by video',
    rows: [patient('10:10', { slotType: 'Video consultation' })],
    heading: 'Your appointment today is by video',
    says: ['I was asked to come in'],
  },
  {
    what: 'a home visit',
    rows: [patient('10:10', { slotType: 'Home visit' })],
    heading: 'Your appointment today is a home visit',
  },
  {
    what: 'a kind of slot that the practice holds by phone although its name does not say so',
    rows: [patient('10:10', { slotType: 'GP triage list' })],
    heading: 'Your appointment today is by phone',
  },
  {
    what: 'the other site',
    rows: [patient('10:10', { location: 'Riverside Surgery' })],
    heading: 'Your appointment is at Riverside Surgery',
    store: ({ visits: [visit] }) => expect(visit).toMatchObject({ notCheckedIn: 'otherSite', arrivals: [] }),
  },
  ...(
    [
      ['cancelled', 'Cancelled', 'cancelled'],
      ['not attended', 'DNA', 'didNotAttend'],
      ['left', 'Left', 'left'],
      ['walked out', 'Walked out', 'left'],
      ['seen', 'Seen', 'finished'],
      ['finished', 'Finished', 'finished'],
      ['a word of the practice’s own that means cancelled', 'Rebooked elsewhere', 'cancelled'],
    ] as const
  ).map(([what, status, reason]): Situation => ({
    what: `the list says: ${what}`,
    rows: [patient('10:10', { status })],
    heading: reception,
    says: [lead],
    saysNot: [/cancelled/i, /attend/i, '10:10am'],
    store: ({ visits: [visit] }) => expect(visit).toMatchObject({ notCheckedIn: reason, arrivals: [] }),
  })),
  {
    what: 'arrived by the list: already, and no arrival time is claimed',
    rows: [patient('10:10', { status: 'Arrived' })],
    heading: 'You are already checked in',
    store: ({ visits: [visit] }) => expect(visit).toMatchObject({ notCheckedIn: null, firstArrivedAt: null }),
  },
  {
    what: 'sent in by the list: being called this moment',
    rows: [patient('10:00', { status: 'Send in' })],
    heading: 'You are already checked in',
    says: [/You are being called now/],
    saysNot: [/take a seat/],
  },
  {
    what: 'a private appointment: as if nobody were found',
    rows: [privateOnly],
    heading: reception,
    says: [lead, 'Try again'],
    saysNot: ['10:10am', /private/i],
    store: ({ visits: [visit], counts }) => {
      expect(visit).toMatchObject({ notCheckedIn: 'private', hasPrivate: true, arrivals: [] });
      expect(Object.keys(counts).filter((name) => name.includes('private'))).toEqual([]);
    },
  },
  {
    what: 'a private patient: none of their appointments is told',
    rows: [patient('10:10', { patientMarking: 'Yes' })],
    heading: reception,
    says: [lead, 'Try again'],
    store: ({ visits: [visit] }) => expect(visit).toMatchObject({ notCheckedIn: 'private', arrivals: [] }),
  },
  {
    what: 'a kind of slot that is private in this practice',
    rows: [patient('10:10', { slotType: 'Specialist clinic' })],
    heading: reception,
    says: [lead],
    store: ({ visits: [visit] }) => expect(visit).toMatchObject({ notCheckedIn: 'private' }),
  },
  {
    what: 'a private appointment beside an ordinary one: only the ordinary one is told',
    rows: [privateBeside, another(privateBeside, '10:40', { marking: 'Private', location: 'Secret Wing' })],
    heading: 'You are checked in',
    says: ['10:10am'],
    saysNot: ['10:40am', 'Secret Wing'],
    store: ({ visits: [visit] }) => {
      expect(visit).toMatchObject({ notCheckedIn: null, hasPrivate: true });
      expect(visit?.arrivals).toHaveLength(1);
    },
  },
  {
    what: 'marked "please see reception"',
    rows: [patient('10:10', { marking: 'See reception' })],
    heading: reception,
    says: [lead, 'Try again'],
    saysNot: ['10:10am'],
    store: ({ visits: [visit] }) => expect(visit).toMatchObject({ notCheckedIn: 'flagged', arrivals: [] }),
  },
  {
    what: 'a kind of slot for which the practice wants patients at reception',
    rows: [patient('10:10', { slotType: 'New patient check' })],
    heading: reception,
    store: ({ visits: [visit] }) => expect(visit).toMatchObject({ notCheckedIn: 'flagged' }),
  },
  {
    what: '"This is not my appointment"',
    rows: [disputed],
    heading: reception,
    act: async (page) => {
      await checkIn(page, claimOf(disputed));
      await press(page, 'This is not my appointment');
    },
    store({ visits: [visit], alerts }) {
      expect(visit).toMatchObject({ notCheckedIn: 'disputed', arrivals: [{ state: 'disputed' }] });
      expect(alerts.map(({ kind }) => kind)).toEqual(['disputed']);
    },
  },
  {
    what: 'the barcode of the letter, and the date of birth',
    rows: [scanned],
    heading: 'You are checked in',
    act: async (page) => {
      await scan(page, 'A-778812');
      await enterDateOfBirth(page, scanned.dateOfBirth);
    },
    store: ({ visits: [visit] }) => expect(visit?.arrivals).toHaveLength(1),
  },
  {
    what: 'the barcode of somebody else’s letter, and one’s own date of birth',
    rows: [scannedByStranger],
    heading: reception,
    act: async (page) => {
      await scan(page, 'A-778813');
      await enterDateOfBirth(page, '1963-02-03');
    },
    store: ({ visits }) => expect(visits).toEqual([]),
  },
];

/** As a scanner types: every character at once, then Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}

test.describe('who is not checked in, and what nobody may learn', () => {
  test.describe.configure({ mode: 'serial' });
  let kiosk: SituationKiosk;
  test.beforeAll(async () => {
    kiosk = await openSituations(situations, {
      rules: {
        calling: 'clinicalSystem',
        ownQuestion: null,
        slotTypeModes: { 'GP triage list': 'phone' },
        statusWords: { 'Rebooked elsewhere': 'cancelled' },
        privateSlotTypes: ['Specialist clinic'],
        seeReceptionSlotTypes: ['New patient check'],
      },
      more: Array.from({ length: 20 }, () => patient('10:20')),
    });
  });
  test.afterAll(() => kiosk.close());
  for (const one of situations) test(one.what, () => kiosk.play(one));

  for (const [what, typed] of [
    ['without its end', 'A-77881'],
    ['of a hostile letter', "A'; drop table visits; --"],
    ['of markup', '<img src=x onerror=alert(1)>'],
    ['of nothing but signs', '%%%%%%%%'],
    ['that is endless', 'A'.repeat(500)],
  ] as const) {
    test(`a barcode ${what} changes nothing`, async () => {
      const { page } = kiosk;
      await page.keyboard.type(typed);
      if (what !== 'without its end') await page.keyboard.press('Enter');
      await expect(heading(page, /^Welcome to /)).toBeVisible();
      await expect(page.getByRole('textbox')).toHaveCount(0);
    });
  }

  test('a private patient and nobody are the same to the last byte', async () => {
    const { page } = kiosk;
    const seen: string[] = [];
    for (const claim of [claimOf(privateOnly), { dateOfBirth: '1964-02-03', letter: 'X', postcode: 'ZE1 0AA' }]) {
      await checkIn(page, claim);
      await expect(heading(page, reception)).toBeVisible();
      seen.push((await page.content()).replace(/clears in \d+ seconds?/, 'clears in N seconds'));
      await finish(page);
    }
    expect(seen[0]).toBe(seen[1]);
  });
});
