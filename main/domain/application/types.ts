import type {
  Basis,
  ComeBack,
  Decision,
  Ended,
  Identity,
  Interpreter,
  Method,
  RefuseReason,
  TaskOutcome,
} from '../../../preload/contract/desk/applications';
import type { DateOfBirth, Day } from '../../../preload/contract/rules/dates';
import type { Reference } from '../../../preload/contract/rules/reference';
import type {
  AccountWish,
  Address,
  ApplicationKind,
  Contact,
  Needs,
  Relationship,
  Service,
} from '../../../preload/contract/signUp';

/** A member of staff (id of an account) did it at a UTC instant. */
export interface DoneBy {
  by: string;
  at: string;
}

/** A statement as it was read, and when it was agreed to. */
export interface AgreedStatement {
  words: string;
  at: string;
}

/** What the patient gave at the kiosk; what was not asked is null. */
export interface ApplicationForm {
  firstName: string;
  lastName: string;
  dateOfBirth: DateOfBirth;
  nhsNumber: string | null;
  address: Address | null;
  contact: Contact | null;
  services: Service[];
  agreed: { version: string; statements: AgreedStatement[] } | null;
  wantsToTalk: boolean;
  needs: Needs | null;
  /** Who asks for another person. */
  asker: {
    firstName: string;
    lastName: string;
    dateOfBirth: DateOfBirth;
    contact: Contact;
    relationship: Relationship;
  } | null;
  account: { wish: AccountWish; whose: 'mine' | 'someoneElse' } | null;
}

/** Kinds of document, never numbers; no answers to questions, ever (domain facts, "Identity"). */
export interface Verification extends DoneBy {
  method: Method;
  photoDocument: string | null;
  addressDocument: string | null;
  interpreter: Interpreter;
}

/** What staff did with it so far. */
export interface ApplicationWork {
  identity: Identity;
  verification: Verification | null;
  askerVerification: Verification | null;
  refusedFor: RefuseReason | null;
  comeBackWith: ComeBack[];
  isForLater: boolean;
  proxy: (DoneBy & { relationship: Relationship; basis: Basis; scope: Service[] }) | null;
  competence: DoneBy | null;
  consent: DoneBy | null;
  agreedAtDesk: (DoneBy & { version: string; statements: string[] }) | null;
  talked: DoneBy | null;
  /** One for each service that was asked for, and no others. */
  decisions: Partial<Record<Service, { decision: Decision; done: DoneBy | null }>>;
  /** Of the referral of the record, while it is at the clinician. */
  dueOn: Day | null;
  recordOff: DoneBy | null;
  account: DoneBy | null;
  /** A setup slip was last sent to a printer; not there in what was kept before slips were printed. */
  slip?: DoneBy | null;
  handedOver: DoneBy | null;
  task: (DoneBy & { outcome: TaskOutcome }) | null;
}

/** An application as the store keeps it. */
export interface StoredApplication {
  id: string;
  draftId: string;
  reference: Reference;
  subjectId: string;
  kind: ApplicationKind;
  day: Day;
  sentAt: string;
  form: ApplicationForm;
  work: ApplicationWork;
  version: number;
  changedBy: string | null;
  changedAt: string;
  ended: Ended | null;
  endedAt: string | null;
}

/** An application nobody has worked on. */
export function newWork(services: readonly Service[]): ApplicationWork {
  return {
    identity: 'submitted',
    verification: null,
    askerVerification: null,
    refusedFor: null,
    comeBackWith: [],
    isForLater: false,
    proxy: null,
    competence: null,
    consent: null,
    agreedAtDesk: null,
    talked: null,
    decisions: Object.fromEntries(services.map((service) => [service, { decision: 'pending', done: null }])),
    dueOn: null,
    recordOff: null,
    account: null,
    handedOver: null,
    task: null,
  };
}
