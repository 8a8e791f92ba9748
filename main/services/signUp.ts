import { randomUUID } from 'node:crypto';
import type { Reference } from '../../preload/contract/rules/reference';
import type { Application } from '../../preload/contract/signUp';
import { newWork, type ApplicationForm, type StoredApplication } from '../domain/application/types';
import { createAttemptLimit } from '../domain/attempts';
import { readForm, type FormReading } from '../domain/signUpForm';
import { signUpStateOf } from '../domain/signUpHours';
import { drawReference } from '../domain/signUpReference';
import { applicationByDraft, insertApplication, isReferenceTaken } from '../store/applications';
import { appendAudit } from '../store/audit';
import { addToCount } from '../store/counts';
import type { Reader, Writer } from '../store/schema';
import type { Store } from '../store/store';
import type { KioskMode } from './kioskMode';
import type { Changes, Clock, Log, Settings, Timers } from './ports';
import type { VisitSession } from './visitSession';

/** Applications for online services, as the kiosk sends them. Nothing of one is stored before. */
export interface SignUpService {
  /**
   * Stores an application and gives its reference, once it is on disk. A draft that is sent again is not stored again.
   * `closed`: it was not stored, and will not be. `wordsChanged`: nor was this, but it may be sent once the statements are agreed to anew.
   */
  send(application: Application): Promise<{ reference: Reference } | 'closed' | 'wordsChanged'>;
}

/** Applications that one screen may send in a burst, and in a minute after that: nobody fills in more, and nobody floods the desk with them. */
const sendRules = { claimsInBurst: 10, claimsPerMinute: 1 };

/** Of 24 million references a few thousand are taken at most: to miss that often is a broken source of chance. */
const mostDraws = 100;

/** Why an application was not stored. `gone`: its visit had ended, and nobody waits for an answer. */
type Refusal = Extract<FormReading, { kind: 'refused' }>['why'] | 'gone' | 'notOffered' | 'tooMany';

type Sent = { kind: 'stored' | 'known'; reference: Reference } | { kind: 'refused'; why: Refusal };

/** @param random gives [0, 1), unforeseeable. */
export function createSignUp(options: {
  store: Store;
  clock: Clock;
  timers: Pick<Timers, 'monotonic'>;
  settings: Settings;
  changes: Changes;
  log: Log;
  random: () => number;
  session: Pick<VisitSession, 'generation'>;
  kioskMode: Pick<KioskMode, 'read'>;
}): SignUpService {
  const { store, clock, timers, settings, changes, log, random, session, kioskMode } = options;
  const limit = createAttemptLimit();

  /** Who has begun while sign-up was open may finish when its hours have ended, or the practice's; not when staff stop it. */
  const isStopped = (): boolean => {
    const { state } = signUpStateOf(settings.rules(), clock.now());
    const kiosk = kioskMode.read().state;
    return state === 'off' || state === 'paused' || kiosk === 'outOfService' || kiosk === 'cleaning';
  };

  /** In one transaction: two sends of one draft are one after the other here, so that the second finds what the first has stored. */
  const sendIn = async (db: Writer, application: Application, isGone: () => boolean): Promise<Sent> => {
    if (isGone()) return { kind: 'refused', why: 'gone' };
    const known = await applicationByDraft(db, application.draftId);
    if (known !== null) return { kind: 'known', reference: known.reference };
    if (isStopped()) return { kind: 'refused', why: 'notOffered' };
    const now = clock.now();
    const reading = readForm(application, settings.rules(), now);
    if (reading.kind === 'refused') return reading;
    if (!limit.takeIfFree(timers.monotonic(), sendRules)) return { kind: 'refused', why: 'tooMany' };
    const reference = await freeReference(db, random);
    const at = clock.instant();
    await keep(db, { application, form: reading.form, reference, day: now.day, at });
    return { kind: 'stored', reference };
  };

  return {
    async send(application) {
      const visit = session.generation();
      const isGone = (): boolean => session.generation() !== visit;
      const sent = await store.write((db) => sendIn(db, application, isGone));
      if (sent.kind === 'refused') {
        log.warn('signUp.refused', { kind: sent.why });
        return sent.why === 'wordsChanged' ? 'wordsChanged' : 'closed';
      }
      if (sent.kind === 'stored') {
        changes.publish('applications');
        log.info('signUp.sent', { kind: application.kind });
      }
      return { reference: sent.reference };
    },
  };
}

/** A reference that no application has, in the caller's transaction. @throws Error where chance gives none. */
async function freeReference(db: Reader, random: () => number): Promise<Reference> {
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const reference = drawReference(random);
    if (!(await isReferenceTaken(db, reference))) return reference;
  }
  throw new Error('No reference is free');
}

interface ToStore extends Pick<StoredApplication, 'reference' | 'day'> {
  application: Application;
  form: ApplicationForm;
  /** UTC instant of sending. */
  at: string;
}

/** The application with its audit entry and its count; neither says anything of anybody. */
async function keep(db: Writer, { application, form, reference, day, at }: ToStore): Promise<void> {
  const { kind, draftId } = application;
  const subjectId = randomUUID();
  await insertApplication(db, {
    id: randomUUID(),
    draftId,
    reference,
    subjectId,
    kind,
    day,
    sentAt: at,
    form,
    work: newWork(form.services),
    version: 0,
    changedBy: null,
    changedAt: at,
    ended: null,
    endedAt: null,
  });
  const detail = { kind, services: form.services.length, isRecordWanted: form.services.includes('record') };
  await appendAudit(db, { at, actor: 'kiosk', action: 'application.sent', subjectId, detail });
  await addToCount(db, day, `signUp.sent.${kind}`, 1);
}
