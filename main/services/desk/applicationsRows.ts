import type { ApplicationRow } from '../../../preload/contract/desk/applications';
import { ageOn } from '../../../preload/contract/rules/ages';
import type { Day } from '../../../preload/contract/rules/dates';
import { factsOf, type ApplicationFacts } from '../../domain/application/facts';
import { nextStep } from '../../domain/application/machine';
import { isSamePerson, personOf, samePeople, type PersonFacts } from '../../domain/application/samePerson';
import type { StoredApplication } from '../../domain/application/types';
import { isLive } from '../../domain/appointments';
import { groupPatients } from '../../domain/patients';
import type { Roster } from './rowsRoster';

/** What stands beside an application in the queue. */
export interface RowsNow {
  today: Day;
  roster: Pick<Roster, 'byBirth'>;
}

/**
 * The queue: open ones before those that have ended; of the open ones whoever asked to talk, the tasks of the day and whatever is past its day
 * first, then the oldest; of the ended ones the latest.
 */
export function toRows(applications: readonly StoredApplication[], now: RowsNow): ApplicationRow[] {
  const same = samePeople(applications.map(({ form }) => personOf(form)));
  return applications
    .map((application, place) => {
      const others = (same[place] ?? []).filter((other) => applications[other]?.ended === null);
      return toRow(application, others.length, now);
    })
    .sort((one, other) => byUrgency(one, other, now.today));
}

/** @param duplicates how many other applications of the same person are open. */
export function toRow(application: StoredApplication, duplicates: number, { today, roster }: RowsNow): ApplicationRow {
  const { id, version, reference, kind, form, work, day, sentAt, ended, endedAt } = application;
  const { firstName, lastName, dateOfBirth } = form;
  const facts = factsNow(application, today);
  return {
    applicationId: id,
    version,
    reference,
    kind,
    firstName,
    lastName,
    dateOfBirth,
    age: ageOn(dateOfBirth, day),
    sentAt,
    identity: work.identity,
    decisions: facts.decisions,
    next: nextStep(facts),
    isForLater: work.isForLater,
    wantsToTalk: form.wantsToTalk,
    wish: form.account?.wish ?? null,
    dueOn: dueOn(application),
    appointment: appointmentOf(personOf(form), roster),
    duplicates,
    ended,
    endedAt,
  };
}

export function factsNow(application: StoredApplication, today: Day): ApplicationFacts {
  return factsOf(application, today);
}

/** A request for staff is a task of the day it was made on; of the others only a referral has a day. */
function dueOn({ kind, day, work, ended }: StoredApplication): Day | null {
  if (ended !== null) return null;
  return kind === 'account' || kind === 'underEleven' ? day : work.dueOn;
}

/**
 * Start of the first appointment of today that is theirs and can still take place. Where more than one patient of the list could be meant
 * nobody is picked by guess.
 */
function appointmentOf(person: PersonFacts, { byBirth }: RowsNow['roster']): ApplicationRow['appointment'] {
  const theirs = (byBirth.get(person.dateOfBirth) ?? []).filter(({ patient }) => isSamePerson(person, patient));
  if (groupPatients(theirs).length > 1) return null;
  return theirs.filter(({ status }) => isLive(status)).map(({ start }) => start)[0] ?? null;
}

function byUrgency(one: ApplicationRow, other: ApplicationRow, today: Day): number {
  if (one.endedAt !== null || other.endedAt !== null) {
    if (one.endedAt === null) return -1;
    if (other.endedAt === null) return 1;
    return inOrder(other.endedAt, one.endedAt);
  }
  return Number(isUrgent(other, today)) - Number(isUrgent(one, today)) || inOrder(one.sentAt, other.sentAt);
}

/** A patient whose referral is past its day was told that the practice will contact them. */
function isUrgent(row: ApplicationRow, today: Day): boolean {
  return row.next === 'talk' || row.next === 'doTask' || (row.dueOn !== null && row.dueOn < today);
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
