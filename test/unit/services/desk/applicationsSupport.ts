import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { dateOfBirthSchema, dateSchema } from '../../../../preload/contract/rules/dates';
import { postcodeSchema } from '../../../../preload/contract/rules/postcode';
import { referenceAlphabet, referenceSchema, type Reference } from '../../../../preload/contract/rules/reference';
import type { Service } from '../../../../preload/contract/signUp';
import { newWork, type ApplicationForm, type StoredApplication } from '../../../../main/domain/application/types';
import type { ListedAppointment, PracticeRules } from '../../../../main/domain/types';
import type { ApplicationActed, ApplicationKey } from '../../../../main/services/desk/applicationsAct';
import { createDecisionActs } from '../../../../main/services/desk/applicationsDecisions';
import { createIdentityActs } from '../../../../main/services/desk/applicationsIdentity';
import { createRoster } from '../../../../main/services/desk/rowsRoster';
import { applicationById, insertApplication } from '../../../../main/store/applications';
import { readAudit } from '../../../../main/store/audit';
import { countsOfDay } from '../../../../main/store/counts';
import { addStaff, day, openDesk, tenOClock } from './support';

/** Everybody whom the table of transitions names, and each in one role. */
export async function addTeam(store: Parameters<typeof addStaff>[0]) {
  return {
    receptionist: await addStaff(store, 'Rita Desk', 'receptionist'),
    verifier: await addStaff(store, 'Vera Check', 'verifier'),
    authoriser: await addStaff(store, 'Aled Grant', 'authoriser'),
    accountCreator: await addStaff(store, 'Cora Make', 'accountCreator'),
    clinicalReviewer: await addStaff(store, 'Reva Look', 'clinicalReviewer'),
    manager: await addStaff(store, 'Mona Lead', 'manager'),
  };
}

let references = 0;
/** A reference that no other application of these tests has. */
export function nextReference(): Reference {
  references += 1;
  const { length } = referenceAlphabet;
  const letters = [0, 1, 2, 3, 4, 5].map((place) =>
    referenceAlphabet.charAt(Math.floor(references / length ** place) % length),
  );
  return referenceSchema.parse(`${letters.slice(0, 3).join('')}-${letters.slice(3).join('')}`);
}

export const allServices: Service[] = ['appointments', 'prescriptions', 'record'];
export const born = (text: string) => dateOfBirthSchema.parse(text);

export type ApplicationChange = Partial<Omit<StoredApplication, 'form'>> & { form?: Partial<ApplicationForm> };

/** An adult's application for everything, statements agreed, sent at ten; `change` replaces what a test cares about. */
export function sampleApplication({ form: changedForm, ...change }: ApplicationChange = {}): StoredApplication {
  const form: ApplicationForm = {
    firstName: 'Priya',
    lastName: 'Example',
    dateOfBirth: born('1961-07-13'),
    nhsNumber: '9990000018',
    address: { line1: '1 Made Up Road', line2: null, town: 'Leeds', postcode: postcodeSchema.parse('LS65RT') },
    contact: { email: 'priya@example.org', mobile: null, isSafe: true },
    services: allServices,
    agreed: { version: 'kiosk1', statements: [{ words: 'I keep it safe.', at: tenOClock }] },
    wantsToTalk: false,
    needs: { kinds: [], language: null },
    asker: null,
    account: null,
    ...changedForm,
  };
  return {
    id: randomUUID(),
    draftId: randomUUID(),
    reference: nextReference(),
    subjectId: randomUUID(),
    kind: 'self',
    day,
    sentAt: tenOClock,
    form,
    work: newWork(form.services),
    version: 0,
    changedBy: null,
    changedAt: tenOClock,
    ended: null,
    endedAt: null,
    ...change,
  };
}

const bare = { nhsNumber: null, address: null, contact: null, agreed: null, needs: null } as const;

/** A request for access to somebody else's account. */
export function sampleProxy(change: ApplicationChange = {}): StoredApplication {
  const asker: ApplicationForm['asker'] = {
    firstName: 'Orla',
    lastName: 'Asking',
    dateOfBirth: born('1985-03-04'),
    contact: { email: null, mobile: '07700900123', isSafe: false },
    relationship: 'parent',
  };
  return sampleApplication({ kind: 'someoneElse', ...change, form: { ...bare, asker, ...change.form } });
}

/** "I have an account": a task of the day. */
export function sampleTask(change: ApplicationChange = {}): StoredApplication {
  const account: ApplicationForm['account'] = { wish: 'changeOrStop', whose: 'mine' };
  return sampleApplication({ kind: 'account', ...change, form: { ...bare, services: [], account, ...change.form } });
}

export const documents = {
  method: 'documents',
  photoDocument: 'Passport',
  addressDocument: 'Bank statement',
  interpreter: 'none',
  wasAskedAlone: false,
} as const;
export const vouching = { ...documents, method: 'vouching', photoDocument: null, addressDocument: null } as const;
export const askedAlone = { ...vouching, wasAskedAlone: true } as const;

interface SignUpTest {
  rows?: readonly ListedAppointment[];
  rules?: Partial<PracticeRules>;
  /** London wall time. */
  now?: string;
}

/** A practice with a real store, a team, and everything that can be done with applications. Time stands still until a test moves it. */
export async function openSignUpDesk({ now = '2026-11-23T10:00', ...options }: SignUpTest = {}) {
  const desk = await openDesk({ ...options, now });
  const { store } = desk;
  const team = await addTeam(store);
  const acts = { ...createIdentityActs(desk), ...createDecisionActs(desk) };
  const send = async (application = sampleApplication()): Promise<StoredApplication> => {
    await store.write((db) => insertApplication(db, application));
    desk.changes.publish('applications');
    return application;
  };
  /** As it stands now. Fails the test where it is not there. */
  const read = async ({ id }: Pick<StoredApplication, 'id'>): Promise<StoredApplication> => {
    const found = await applicationById(store.db, id);
    if (found === null) throw new Error('This application is not there');
    return found;
  };
  const keyOf = async (application: Pick<StoredApplication, 'id'>, handsOnSeconds = 0): Promise<ApplicationKey> => ({
    applicationId: application.id,
    version: (await read(application)).version,
    handsOnSeconds,
  });
  const decide = (service: Service, decision: 'granted' | 'declined') => (key: ApplicationKey) =>
    acts.decide(team.authoriser, { ...key, service, decision, isCodeChecked: true });
  /** Acts as somebody with the role for them does them when all is well. */
  const doing = {
    verify: (key) => acts.verify(team.verifier, { ...key, ...askedAlone }),
    verifyByDocuments: (key) => acts.verify(team.verifier, { ...key, ...documents }),
    verifyWithRelative: (key) => acts.verify(team.verifier, { ...key, ...askedAlone, interpreter: 'relative' }),
    verifyAsker: (key) => acts.verifyAsker(team.verifier, { ...key, ...documents, wasAskedAlone: true }),
    refuse: (key) => acts.refuse(team.verifier, { ...key, reason: 'documentsNotAccepted' }),
    comeBack: (key) => acts.comeBack(team.verifier, { ...key, missing: ['photo', 'alone', 'photo'] }),
    keepForLater: (key) => acts.keepForLater(team.receptionist, { ...key, isForLater: true }),
    recordProxy: (key) =>
      acts.recordProxy(team.authoriser, { ...key, relationship: 'parent', basis: 'bestInterests', scope: allServices }),
    confirmCompetence: (key) => acts.confirmCompetence(team.clinicalReviewer, key),
    confirmConsent: (key) => acts.confirmConsent(team.verifier, key),
    agree: (key) => acts.agree(team.verifier, key),
    talk: (key) => acts.talk(team.receptionist, key),
    grantAppointments: decide('appointments', 'granted'),
    grantPrescriptions: decide('prescriptions', 'granted'),
    grantRecord: decide('record', 'granted'),
    declineAppointments: decide('appointments', 'declined'),
    declinePrescriptions: decide('prescriptions', 'declined'),
    declineRecord: decide('record', 'declined'),
    refer: (key) => acts.refer(team.authoriser, { ...key, dueOn: null }),
    reviewGrant: (key) => acts.review(team.clinicalReviewer, { ...key, decision: 'granted' }),
    reviewDecline: (key) => acts.review(team.clinicalReviewer, { ...key, decision: 'declined' }),
    confirmRecordOff: (key) => acts.confirmRecordOff(team.authoriser, key),
    createAccount: (key) => acts.createAccount(team.accountCreator, key),
    handOver: (key) => acts.handOver(team.receptionist, key),
    finishTask: (key) => acts.finishTask(team.receptionist, { ...key, outcome: 'accessStopped' }),
    withdraw: (key) => acts.withdraw(team.receptionist, key),
  } as const satisfies Record<string, (key: ApplicationKey) => Promise<ApplicationActed>>;
  /** Does what is named, one after the other; fails the test where one is refused. Returns the application as it stands then. */
  const having = async (
    application: Pick<StoredApplication, 'id'>,
    ...names: (keyof typeof doing)[]
  ): Promise<StoredApplication> => {
    for (const name of names) expect(await doing[name](await keyOf(application)), name).toEqual({ kind: 'done' });
    return read(application);
  };
  return {
    ...desk,
    team,
    acts,
    doing,
    roster: createRoster(desk),
    send,
    read,
    keyOf,
    having,
    /** Tries one act on the application as it stands now. */
    attempt: async (application: Pick<StoredApplication, 'id'>, name: keyof typeof doing) =>
      doing[name](await keyOf(application)),
    trail: () => readAudit(store.db, 0, 1000),
    countsOn: (text: string) => countsOfDay(store.db, dateSchema.parse(text)),
  };
}
