import { rmSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { claimOf, listFolder, writeDayList, writeFileFor } from '../../support/dayLists';
import { freshFolder, startKiosk } from '../../support/kioskApp';
import { checkIn, heading, press } from '../../support/patient';
import { day, openSituations, patient, type Situation, type SituationKiosk } from '../../support/situations';

/* A practice that calls its patients from this system: tickets, places, waits and questions; and who comes without an appointment. */

const ticketPattern = /^[A-Z][A-Z0-9]{2}$/;
const drRao = { clinician: { title: 'Dr', firstName: 'Anita', lastName: 'RAO' }, userType: 'General Practitioner' };
const drField = { clinician: { title: 'Dr', firstName: 'James', lastName: 'FIELD' }, userType: 'General Practitioner' };
const first = patient('09:55', drRao);
const second = patient('10:05', drRao);
const third = patient('10:15', drRao);
const elsewhere = patient('10:00', drField);
const interpreter = patient('10:10', drField);
const skipped = patient('10:10', drField);
const ownAnswered = patient('10:10', drField);
const yesThenBack = patient('10:10', drField);

const ticketOf = async (page: Page): Promise<string> =>
  ((await page.locator('.ticket__code').textContent()) ?? '').trim();
const tickets = new Set<string>();

const situations: Situation[] = [
  {
    what: 'checked in: a ticket, where to sit and where to go',
    rows: [first],
    heading: 'You are checked in',
    says: ['9:55am', 'Dr Anita Rao', /Blue waiting area/, /Room 4/, 'Please use the hand gel by the door.'],
    act: async (page) => {
      await checkIn(page, claimOf(first));
      const ticket = await ticketOf(page);
      expect(ticket).toMatch(ticketPattern);
      tickets.add(ticket);
    },
    store: ({ visits: [visit] }) => expect(tickets).toContain(visit?.ticket),
  },
  {
    what: 'again: the same ticket',
    rows: [first],
    heading: 'You are already checked in',
    act: async (page) => {
      await checkIn(page, claimOf(first));
      expect(tickets).toContain(await ticketOf(page));
    },
  },
  {
    what: 'somebody is before you',
    rows: [second],
    heading: 'You are checked in',
    says: [/1 person is in front of you/],
    saysNot: [/late/, /minutes/],
    act: async (page) => {
      await checkIn(page, claimOf(second));
      const ticket = await ticketOf(page);
      expect(tickets).not.toContain(ticket);
      tickets.add(ticket);
    },
  },
  {
    what: 'nobody of this clinician is before you, and nothing is known: nothing is said',
    rows: [elsewhere],
    heading: 'You are checked in',
    says: [/Main waiting area/],
    saysNot: [/in front of you/, /late/, /minutes/],
  },
  {
    what: 'arrived by the list: a ticket now',
    rows: [patient('10:10', { ...drField, status: 'Arrived' })],
    heading: 'You are already checked in',
    act: async (page) => {
      const [row] = situations.find(({ what }) => what === 'arrived by the list: a ticket now')?.rows ?? [];
      if (row === undefined) throw new Error('Nobody comes');
      await checkIn(page, claimOf(row));
      expect(await ticketOf(page)).toMatch(ticketPattern);
    },
    store: ({ visits: [visit] }) => {
      expect(visit?.ticket).toMatch(ticketPattern);
      expect(visit?.firstArrivedAt).toBeNull();
    },
  },
  {
    what: 'not checked in: no ticket',
    rows: [patient('15:00', drField)],
    heading: 'You are too early to check in',
    store: ({ visits: [visit] }) => expect(visit?.ticket).toBeNull(),
  },
  {
    what: 'help with communication: an interpreter, and which language',
    rows: [interpreter],
    heading: 'You are checked in',
    says: ['Has your phone number changed?'],
    act: async (page) => {
      await checkIn(page, claimOf(interpreter));
      await expect(page.getByText('Do you need help with communication or information?')).toBeVisible();
      await press(page, 'Yes');
      await press(page, 'An interpreter');
      await press(page, 'Polski');
      await press(page, 'Continue');
    },
  },
  {
    what: 'the same patient again: not asked a second time',
    rows: [interpreter],
    heading: 'You are already checked in',
    saysNot: ['Do you need help with communication or information?'],
  },
  {
    what: 'questions skipped with one tap each',
    rows: [skipped],
    heading: 'You are checked in',
    act: async (page) => {
      await checkIn(page, claimOf(skipped));
      await press(page, 'No');
      await expect(page.getByText('Has your phone number changed?')).toBeVisible();
      await press(page, 'Skip');
      await expect(page.getByText('Has your phone number changed?')).toBeHidden();
    },
  },
  {
    what: 'the practice’s own question',
    rows: [ownAnswered],
    heading: 'You are checked in',
    act: async (page) => {
      await checkIn(page, claimOf(ownAnswered));
      await press(page, 'No');
      await press(page, 'It changed');
    },
  },
  {
    what: 'yes to help, then back: the ending as it was',
    rows: [yesThenBack],
    heading: 'You are checked in',
    says: ['Do you need help with communication or information?'],
    act: async (page) => {
      await checkIn(page, claimOf(yesThenBack));
      await press(page, 'Yes');
      await press(page, 'Back');
    },
  },
  {
    what: 'the list carries a need: not asked',
    rows: [patient('10:10', { ...drField, needs: 'Large print' })],
    heading: 'You are checked in',
    saysNot: ['Do you need help with communication or information?'],
  },
  {
    what: 'a sample to hand in: the practice’s own words, a ticket of the queue and an alert',
    heading: 'Please speak to reception',
    says: ['Samples go in the fridge by the desk until 3pm.'],
    act: async (page) => {
      await press(page, 'Speak to reception');
      await expect(heading(page, 'What do you need?')).toBeVisible();
      await press(page, 'Hand in a sample or form');
    },
    store({ queueTickets, alerts, counts }) {
      expect(queueTickets).toMatchObject([{ queue: 'reception', kind: 'sample' }]);
      expect(tickets).not.toContain(queueTickets[0]?.ticket);
      expect(alerts).toMatchObject([{ kind: 'reception', detail: { choice: 'sample' }, visitId: null }]);
      expect(counts).toMatchObject({ 'reception.sample': 1 });
    },
  },
  ...(
    [
      ['I do not have an appointment', 'noAppointment'],
      ['Collect a prescription or form', 'prescription'],
      ['Register with this practice', 'register'],
      ['Interpreter or visitor', 'interpreterOrVisitor'],
      ['Something else', 'somethingElse'],
    ] as const
  ).map(([label, kind]): Situation => ({
    what: `at reception: ${label}`,
    heading: 'Please speak to reception',
    saysNot: [/come back/i, /another day/i, /tomorrow/i],
    act: async (page) => {
      await press(page, 'Speak to reception');
      await press(page, label);
    },
    store({ queueTickets, alerts, counts, visits }) {
      expect(queueTickets).toEqual([]);
      expect(alerts).toEqual([]);
      expect(visits).toEqual([]);
      expect(counts).toEqual({ [`reception.${kind}`]: 1 });
    },
  })),
];

test.describe('after the tick', () => {
  test.describe.configure({ mode: 'serial' });
  let kiosk: SituationKiosk;
  test.beforeAll(async () => {
    kiosk = await openSituations(situations, {
      rules: {
        calling: 'here',
        places: { 'Dr Anita Rao': { waitingArea: 'Blue waiting area', room: 'Room 4' } },
        waitingArea: 'Main waiting area',
        hygieneLine: 'Please use the hand gel by the door.',
        ownQuestion: { text: 'Has your phone number changed?', choices: ['It changed', 'It is the same'] },
        ownQuestionOff: [],
        receptionChoices: (
          ['noAppointment', 'prescription', 'sample', 'register', 'interpreterOrVisitor', 'somethingElse'] as const
        ).map((choice) => ({
          kind: choice,
          isOffered: true,
          label: null,
          words: choice === 'sample' ? 'Samples go in the fridge by the desk until 3pm.' : null,
          givesTicket: choice === 'sample',
          raisesAlert: choice === 'sample',
        })),
      },
      more: [third],
    });
  });
  test.afterAll(() => kiosk.close());
  for (const one of situations) test(one.what, () => kiosk.play(one));

  test('a newer list shows who was sent in: they are not before anybody any more', async () => {
    await kiosk.bringIn(
      'later.csv',
      kiosk.rows.map((row) => (row === first ? { ...row, status: 'Send in' } : row)),
    );
    await kiosk.play({
      what: 'the third patient',
      rows: [third],
      heading: 'You are checked in',
      says: [/1 person is in front of you/],
    });
  });

  test('a walk-in session that staff open: a place in its queue, never a check-in', async () => {
    const { page } = kiosk;
    await expect(page.getByRole('button', { name: /walk-in/ })).toHaveCount(0);
    expect(await kiosk.control('walk-in', 'Flu vaccinations', '23:59')).toMatchObject({ exitCode: 0 });
    await kiosk.play({
      what: 'joins',
      heading: 'You are in the queue for the walk-in session',
      isGood: false,
      act: (shown) => press(shown, 'Join the walk-in session'),
      store({ queueTickets, visits }) {
        expect(queueTickets).toMatchObject([{ queue: 'walkIn', kind: 'Flu vaccinations' }]);
        expect(visits).toEqual([]);
      },
    });
    expect(await kiosk.control('walk-in-close')).toMatchObject({ exitCode: 0 });
    await expect(page.getByRole('button', { name: /walk-in/ })).toHaveCount(0);
  });
});

test('how late a clinician really runs is said, kindly, as a range', async () => {
  const dataFolder = freshFolder();
  const folder = listFolder();
  const waits = patient('09:55', drRao);
  const next = patient('10:30', drRao);
  const settings = writeFileFor(folder, 'here.json', JSON.stringify({ calling: 'here' }));
  const demoAt = (time: string): string[] => ['--demo', '--now', `${day}T${time}`];
  const morning = writeDayList(folder, 'morning.csv', 'emis', [waits, next]);
  const later = writeDayList(folder, 'later.csv', 'emis', [{ ...waits, status: 'Send in' }, next]);
  const early = await startKiosk({
    dataFolder,
    args: [...demoAt('10:00'), '--list', morning, '--settings', settings],
  });
  await checkIn(early.page, claimOf(waits));
  await expect(heading(early.page, 'You are checked in')).toBeVisible();
  await early.app.close();
  const kiosk = await startKiosk({ dataFolder, args: [...demoAt('10:21'), '--list', later] });
  await checkIn(kiosk.page, claimOf(next));
  await expect(
    kiosk.page.getByText(/^Dr Anita Rao is running about \d+ to \d+ minutes late\. Thank you for waiting\.$/),
  ).toBeVisible();
  await expect(kiosk.page.getByText(/You may wait about \d+ to \d+ minutes\./)).toBeVisible();
  await kiosk.app.close();
  rmSync(dataFolder, { recursive: true, force: true });
});
