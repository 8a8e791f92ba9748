import { vi } from 'vitest';
import { randomUUID } from 'node:crypto';
import { clockTimeSchema, dateOfBirthSchema } from '../../../preload/contract/rules/dates';
import type { Application } from '../../../preload/contract/signUp';
import { defaultRules } from '../../../main/domain/rules';
import type { PracticeRules } from '../../../main/domain/types';
import { createKioskMode } from '../../../main/services/kioskMode';
import { defaultMachineSettings } from '../../../main/services/machineDefaults';
import type { MachineSettings, Printer, PrinterFacts } from '../../../main/services/ports';
import { unforeseeable } from '../../../main/services/random';
import { createReception } from '../../../main/services/reception';
import { createSignUp } from '../../../main/services/signUp';
import { createTickets } from '../../../main/services/tickets';
import { createWalkIn } from '../../../main/services/walkIn';
import { createFakePrinter, queue, type FakePrint } from '../../support/fakePrinter';
import { settle } from '../../support/practice';
import { byLetter, day, openCheckIn, row, site } from './support';

const queueName = 'Kiosk-80';
export const wellPrinter: PrinterFacts = queue(queueName);

/** What nothing but the list and the application know. */
export const patient = row(1, '14:05');
export const applicant = { firstName: 'Zephyrine', lastName: 'Vanterpool' };

interface Opening {
  rules?: Partial<PracticeRules>;
  machine?: Partial<MachineSettings>;
  /** The printer does not hear that a page is called back. */
  isDeaf?: boolean;
}

/**
 * The services of a kiosk with a ticket printer on a real store, on a Monday afternoon; time stands still until a test moves it. The printer
 * holds each page until the test ends it.
 */
export async function openTickets({ rules = {}, machine = {}, isDeaf = false }: Opening = {}) {
  const practice = await openCheckIn({
    rows: [patient],
    now: '2026-11-23T14:00',
    listAsOf: '2026-11-23T14:00:00.000Z',
    rules: {
      calling: 'here',
      walkIn: { day, name: 'Flu clinic', until: clockTimeSchema.parse('18:00') },
      receptionChoices: defaultRules.receptionChoices.map((choice) => ({ ...choice, givesTicket: true })),
      ...rules,
    },
  });
  const fake = createFakePrinter();
  fake.becomes = () => null;
  const deaf: Pick<Printer, 'list' | 'print'> = {
    list: () => fake.list(),
    print: (sheet, { printer, title, told }) => fake.print(sheet, { printer, title, told }),
  };
  let set: MachineSettings = { ...defaultMachineSettings, site, kioskPrinter: queueName, ...machine };
  const settings = { ...practice.settings, machine: () => set };
  const parts = { ...practice, settings, random: unforeseeable, kioskMode: createKioskMode(practice) };
  const tickets = createTickets({ ...parts, printer: isDeaf ? deaf : fake });
  const reception = createReception(parts);
  const walkIn = createWalkIn(parts);
  const signUp = createSignUp(parts);
  const application: Application = {
    kind: 'underEleven',
    draftId: randomUUID(),
    ...applicant,
    dateOfBirth: dateOfBirthSchema.parse('2018-03-04'),
  };
  return {
    ...practice,
    fake,
    jobs: fake.prints,
    tickets,
    change: (change: Partial<MachineSettings>): void => void (set = { ...set, ...change }),
    /** Each way to an ending, as the kiosk's router goes it. */
    asks: {
      checkIn: () => tickets.remember(() => practice.claim(byLetter(patient))),
      choose: (choice: 'sample' | 'register' = 'sample') => tickets.remember(() => reception.choose(choice)),
      join: () => tickets.remember(() => walkIn.join()),
      signUp: () => tickets.remember(() => signUp.send(application)),
    },
    /** Prints, and is at the printer. */
    async printing(): Promise<{ printed: Promise<string>; job: FakePrint }> {
      const before = fake.prints.length;
      const printed = tickets.print();
      await vi.waitUntil(() => fake.prints.length > before);
      const job = fake.prints.at(-1);
      if (job === undefined) throw new Error('Nothing came to the printer');
      return { printed, job };
    },
    /** Lets `milliseconds` pass, a second at a time, with all that comes of it. */
    async pass(milliseconds: number) {
      for (let passed = 0; passed < milliseconds; passed += 1_000) {
        practice.timers.advance(1_000);
        await settle();
      }
    },
  };
}
