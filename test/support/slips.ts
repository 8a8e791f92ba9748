import { expect } from '@playwright/test';
import type { MachineSettings } from '../../main/services/ports';
import type { PaperSize } from '../../preload/contract/rules/paper';
import { documents, openSignUpDesk, type SignUpDesk } from './applications';
import { manager } from './desk';
import { startCups, type TestCups } from './cups';
import { finish } from './patient';
import { applyForMe, type Applicant } from './signUp';
import { openSlipsSession, type SlipsSession } from './slipsCalls';
import { signedInAs, type AskAs } from './staff';

/* A kiosk whose desk prints setup slips on a printing system of the test's own. */

/** On every slip of these tests, unless a test changes it. */
export const slipRules = {
  practiceName: 'Harbour Lane Surgery',
  helpPhone: '0121 496 0123',
  odsCode: 'A83005',
  emisLink: 'https://www.example.org/emis-start',
  systmOneLink: 'https://www.example.org/systmone-start',
  nhsAppLink: 'https://www.example.org/nhs-app',
  startLink: 'https://www.example.org/online-services',
  slipExpiryDays: 30,
} as const;

export const patientOfSlip: Applicant = {
  firstName: 'Zephyrine',
  lastName: 'Vanterpool',
  dateOfBirth: '1961-07-13',
  nhsNumber: '9990000042',
  services: ['Book and cancel appointments'],
};

export interface SlipsDesk extends SignUpDesk {
  cups: TestCups;
  /** A session of the account creator. */
  creator: SlipsSession;
  asManager: AskAs;
  /** Applies at the kiosk and is taken to the point where a slip may be printed; the reference. */
  withAccount(who?: Applicant): Promise<string>;
  /** Sets the queue of each paper. */
  setPrinters(printers: Partial<Record<PaperSize, string>>): Promise<void>;
}

type CupsOptions = Parameters<typeof startCups>[0];

/** Everything ends with `close`, the printing system too. */
export async function openSlipsDesk(options: { cups?: CupsOptions; rules?: object } = {}): Promise<SlipsDesk> {
  const cups = await startCups(options.cups);
  const before = process.env['CUPS_SERVER'];
  process.env['CUPS_SERVER'] = cups.server;
  const setBack = (): void => {
    if (before === undefined) delete process.env['CUPS_SERVER'];
    else process.env['CUPS_SERVER'] = before;
  };
  try {
    const desk = await openSignUpDesk({ rules: { ...slipRules, ...options.rules } });
    return await slipsDeskOf(desk, cups, setBack);
  } catch (error) {
    setBack();
    await cups.stop();
    throw error;
  }
}

async function slipsDeskOf(desk: SignUpDesk, cups: TestCups, setBack: () => void): Promise<SlipsDesk> {
  const creator = await openSlipsSession(
    desk.address,
    { username: 'accountcreator', passphrase: 'made-up accountCreator lantern' },
    '127.0.4.1',
  );
  const asManager = await signedInAs(desk, manager, '127.0.4.2');
  return {
    ...desk,
    cups,
    creator,
    asManager,
    async withAccount(who = patientOfSlip) {
      const reference = await applyForMe(desk.kiosk.page, who);
      await finish(desk.kiosk.page);
      await desk.act('verifier', 'verify', reference, documents);
      await desk.act('authoriser', 'decide', reference, {
        service: 'appointments',
        decision: 'granted',
        isCodeChecked: true,
      });
      await desk.act('accountCreator', 'createAccount', reference);
      await desk.act('authoriser', 'confirmRecordOff', reference, { isOff: true, isCodeSet: true });
      return reference;
    },
    async setPrinters(printers) {
      const slipPrinters: MachineSettings['slipPrinters'] = {
        a4: null,
        a5: null,
        roll80: null,
        roll58: null,
        ...printers,
      };
      const { status, json } = await asManager('settings/changeMachine', { machine: { slipPrinters } });
      expect(status, JSON.stringify(json)).toBe(200);
    },
    async close() {
      await desk.close();
      await cups.stop();
      setBack();
    },
  };
}
