import type { NeedKind } from '../../../preload/contract/kiosk';
import type { Appointment, PracticeRules, Visit } from '../types';

/** What staff know and did of a visit. Instants are UTC with milliseconds; ids of accounts stand for people. */
export interface StaffFacts {
  version: number;
  doneAs: 'seen' | 'left' | null;
  doneAt: string | null;
  isFlagged: boolean;
  note: string | null;
  lookedAfterAt: string | null;
  /** Null: the kiosk or a list. */
  changedBy: string | null;
  changedAt: string;
}

/** What staff did of one arrival. */
export interface ArrivalFacts {
  takenBy: string | null;
  markedAt: string | null;
  movedTo: string | null;
}

/** A call of a patient or a ticket. */
export interface CalledFacts {
  id: string;
  kind: 'call' | 'quiet' | 'fetch';
  clinician: string;
  room: string | null;
  calledAt: string;
  calledBy: string;
  lastCalledAt: string;
  times: number;
  outcome: 'open' | 'seen' | 'didNotAnswer' | 'cancelled';
  lookedAt: string | null;
}

/** Help with communication that a patient asked for. */
export interface SaidNeeds {
  needs: readonly NeedKind[];
  /** Of the interpreter. */
  language: string | null;
}

/** A visit of today with everything that was said and done of it. */
export interface VisitFacts {
  visit: Visit;
  /** Null: nobody has touched it, version 0. */
  staff: StaffFacts | null;
  /** By the id of the arrival; those that nobody touched are missing. */
  arrivals: ReadonlyMap<string, ArrivalFacts>;
  /** In the order in which they were made. */
  calls: readonly CalledFacts[];
  needs: SaidNeeds | null;
  ownAnswer: { question: string; choice: string } | null;
}

/** The patient of a visit, as far as today's lists and their other visits say. */
export interface PatientFacts {
  /** All rows of theirs in the lists in use. */
  listed: readonly Appointment[];
  /** Rows that any visit of theirs was checked in to. */
  arrivedAt: ReadonlySet<number>;
}

/** What is the same for all rows of one reading. */
export interface RowSurroundings {
  rules: PracticeRules;
  /** Room of a clinician by the rules; null where they give none. */
  roomOf: (clinician: string) => string | null;
  /** How an account is called; of one that is not known, its id. */
  nameOf: (staffId: string) => string;
}
