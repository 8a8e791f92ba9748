import { groupNhsNumber } from '../../../preload/contract/rules/nhsNumber';
import { spacePostcode } from '../../../preload/contract/rules/postcode';
import { services, type Address, type Contact, type Needs } from '../../../preload/contract/signUp';
import type { ApplicationForm, DoneBy, StoredApplication, Verification } from '../../domain/application/types';
import { formWords as words } from './formWords';
import { dayOnPaper, timeOnPaper } from './paperTimes';

/** A line of a form: what it is, and what stands there. */
export type Fact = readonly [label: string, value: string];

/** A part of the form under a heading of its own; whatever it has is shown in this order. */
export interface Section {
  title: string;
  facts?: Fact[];
  /** One row per service: its name, the decision, by whom and when. */
  decisions?: readonly (readonly [string, string, string, string])[];
  statements?: { lead: string; items: readonly { words: string; at: string | null }[] };
  sentences?: readonly string[];
}

export type StaffNames = ReadonlyMap<string, string>;

/** What the form says of an application, in the order of the page. What is not safe to be used or read is not in it (`formWords`). */
export function formSections(application: StoredApplication, names: StaffNames): Section[] {
  const { kind, form, work } = application;
  // "I have an account" and a child's request are tasks: nothing was granted, and what was asked stays between the patient and staff.
  if (kind === 'account' || kind === 'underEleven') {
    return [{ title: words.patient, facts: nameFacts(form) }, taskSection(application, names)];
  }
  return [
    patientSection(application),
    ...(form.asker === null
      ? []
      : [{ title: words.asker, facts: [...nameFacts(form.asker), ...contactFacts(form.asker.contact)] }]),
    { title: words.services, decisions: decisionRows(application, names) },
    ...(form.services.includes('record') ? [statementsSection(application, names)] : []),
    identitySection(application, names),
    ...(form.asker === null
      ? []
      : [verificationSection(words.askerIdentity, work.askerVerification, names), proxySection(application, names)]),
    stepsSection(application, names),
  ];
}

function patientSection({ kind, form }: StoredApplication): Section {
  const own: Fact[] = [
    [words.nhsNumber, form.nhsNumber === null ? words.notGiven : groupNhsNumber(form.nhsNumber)],
    [words.address, form.address === null ? words.notGiven : addressWords(form.address)],
    ...contactFacts(form.contact),
  ];
  return {
    title: words.patient,
    facts: [...nameFacts(form), ...(kind === 'self' ? own : []), ...needsFacts(form.needs)],
  };
}

function nameFacts({
  firstName,
  lastName,
  dateOfBirth,
}: Pick<ApplicationForm, 'firstName' | 'lastName' | 'dateOfBirth'>): Fact[] {
  return [
    [words.firstName, firstName],
    [words.lastName, lastName],
    [words.dateOfBirth, dayOnPaper(dateOfBirth)],
  ];
}

/** A way that is not safe is left out, as if it had not been given: nobody writes there, and nobody asks why. */
function contactFacts(contact: Contact | null): Fact[] {
  const isUsable = contact !== null && contact.isSafe !== false;
  return [
    [words.email, (isUsable ? contact.email : null) ?? words.notGiven],
    [words.mobile, (isUsable ? contact.mobile : null) ?? words.notGiven],
  ];
}

function needsFacts(needs: Needs | null): Fact[] {
  if (needs === null || needs.kinds.length === 0) return [];
  const kinds = needs.kinds.map((kind) => {
    const isNamed = kind === 'interpreter' && needs.language !== null;
    return isNamed ? `${words.needKinds[kind]} (${needs.language ?? ''})` : words.needKinds[kind];
  });
  return [[words.needs, kinds.join(', ')]];
}

function addressWords({ line1, line2, town, postcode }: Address): string {
  return [line1, line2, town, spacePostcode(postcode)].filter((line) => line !== null).join(', ');
}

function decisionRows(
  { work, ended }: StoredApplication,
  names: StaffNames,
): (readonly [string, string, string, string])[] {
  return services.flatMap((service) => {
    const decided = work.decisions[service];
    if (decided === undefined) return [];
    const { decision, done } = decided;
    const [by, when] = done === null ? ['', ''] : [nameOf(done, names), timeOnPaper(done.at)];
    const isStillOpen = ended === null || decision === 'granted' || decision === 'declined';
    const said = isStillOpen ? words.decisions[decision] : words.neverDecided;
    return [[words.serviceNames[service], said, by, when] as const];
  });
}

/** What was agreed at the desk stands for itself: it was agreed anew, by the patient alone. */
function statementsSection({ form, work }: StoredApplication, names: StaffNames): Section {
  const title = words.statements;
  const { agreedAtDesk } = work;
  if (agreedAtDesk !== null) {
    const lead = words.statementsAtDesk(
      nameOf(agreedAtDesk, names),
      timeOnPaper(agreedAtDesk.at),
      agreedAtDesk.version,
    );
    return { title, statements: { lead, items: agreedAtDesk.statements.map((text) => ({ words: text, at: null })) } };
  }
  if (form.agreed === null) return { title, sentences: [words.noStatements] };
  const items = form.agreed.statements.map((statement) => ({ ...statement, at: timeOnPaper(statement.at) }));
  return { title, statements: { lead: words.statementsLead(form.agreed.version), items } };
}

function identitySection({ work }: StoredApplication, names: StaffNames): Section {
  if (work.identity !== 'refused') return verificationSection(words.identity, work.verification, names);
  const { refusedFor } = work;
  return {
    title: words.identity,
    sentences: [words.refused],
    facts: refusedFor === null ? [] : [[words.refusedFor, words.refuseReasons[refusedFor]]],
  };
}

function verificationSection(title: string, verification: Verification | null, names: StaffNames): Section {
  if (verification === null) return { title, sentences: [words.notVerified] };
  const { method, photoDocument, addressDocument, interpreter } = verification;
  return {
    title,
    facts: [
      [words.method, words.methods[method]],
      ...(photoDocument === null ? [] : [[words.photoDocument, photoDocument] as const]),
      ...(addressDocument === null ? [] : [[words.addressDocument, addressDocument] as const]),
      [words.interpreter, words.interpreters[interpreter]],
      [words.verifiedBy, doneWords(verification, names)],
    ],
    sentences: [...words.confirmations, words.kept],
  };
}

function proxySection({ work }: StoredApplication, names: StaffNames): Section {
  const { proxy } = work;
  if (proxy === null) return { title: words.proxy, sentences: [words.notRecorded] };
  return {
    title: words.proxy,
    facts: [
      [words.relationship, words.relationships[proxy.relationship]],
      [words.basis, words.bases[proxy.basis]],
      [words.scope, proxy.scope.map((service) => words.serviceNames[service]).join(', ')],
      [words.recordedBy, doneWords(proxy, names)],
    ],
  };
}

function stepsSection(application: StoredApplication, names: StaffNames): Section {
  const { competence, consent, recordOff, account, handedOver } = application.work;
  const ifDone = (label: string, done: DoneBy | null): Fact[] =>
    done === null ? [] : [[label, doneWords(done, names)]];
  return {
    title: words.practiceUse,
    facts: [
      ...ifDone(words.competence, competence),
      ...ifDone(words.consent, consent),
      [words.authorisedBy, authorisers(application, names)],
      ...ifDone(words.recordOff, recordOff),
      [words.account, account === null ? notDone(application) : doneWords(account, names)],
      [words.handedOver, handedOver === null ? notDone(application) : doneWords(handedOver, names)],
      endedFact(application),
    ],
  };
}

/** "Not yet" promises; of what has ended nothing is to come. */
function notDone({ ended }: StoredApplication): string {
  return ended === null ? words.notYet : words.never;
}

/** A referral hands the decision on and authorises nothing. */
function authorisers(application: StoredApplication, names: StaffNames): string {
  const { work } = application;
  const by = Object.values(work.decisions).flatMap(({ decision, done }) =>
    done === null || decision === 'referred' || decision === 'pending' ? [] : [nameOf(done, names)],
  );
  return by.length === 0 ? notDone(application) : [...new Set(by)].join(', ');
}

function taskSection(application: StoredApplication, names: StaffNames): Section {
  const { task } = application.work;
  const dealtWith = task === null ? notDone(application) : doneWords(task, names);
  return { title: words.practiceUse, facts: [[words.dealtWith, dealtWith], endedFact(application)] };
}

function endedFact({ ended, endedAt }: StoredApplication): Fact {
  if (ended === null || endedAt === null) return [words.ended, words.stillOpen];
  return [words.ended, words.doneBy(words.endings[ended], timeOnPaper(endedAt))];
}

function doneWords(done: DoneBy, names: StaffNames): string {
  return words.doneBy(nameOf(done, names), timeOnPaper(done.at));
}

function nameOf({ by }: DoneBy, names: StaffNames): string {
  return names.get(by) ?? words.somebody;
}
