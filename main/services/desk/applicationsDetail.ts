import { actSchema, type Act, type ApplicationDetail } from '../../../preload/contract/desk/applications';
import { readReference } from '../../../preload/contract/rules/reference';
import { services, type Service } from '../../../preload/contract/signUp';
import type { ApplicationFacts } from '../../domain/application/facts';
import { refusalOf, slipRefusal, transitions } from '../../domain/application/machine';
import { isSamePerson, personOf } from '../../domain/application/samePerson';
import type { DoneBy, StoredApplication } from '../../domain/application/types';
import { applicationById, applicationByReference, applicationsLike } from '../../store/applications';
import { staffNames } from '../../store/deskRows';
import type { Store } from '../../store/store';
import type { Clock, Log } from '../ports';
import { auditAct } from './actionsOnVisit';
import { factsNow, toRow, type RowsNow } from './applicationsRows';
import type { Caller } from './caller';
import type { RosterReader } from './rowsRoster';

export interface ApplicationsDetailParts {
  store: Store;
  clock: Clock;
  log: Log;
  roster: RosterReader;
}

/**
 * Everything of one application, for whoever works on it; null: it is not there any more. That it was opened is audited in the same transaction
 * as it is read.
 */
export async function openApplication(
  { store, clock, log, roster }: ApplicationsDetailParts,
  caller: Caller,
  applicationId: string,
): Promise<ApplicationDetail | null> {
  const { day: today } = clock.now();
  const at = clock.instant();
  const listed = await roster.read(today);
  const opened = await store.write(async (db) => {
    const application = await applicationById(db, applicationId);
    if (application === null) return null;
    const { subjectId, form } = application;
    await auditAct(db, caller, { at, action: 'application.opened', subjectId });
    return { application, like: await applicationsLike(db, form), names: await staffNames(db) };
  });
  if (opened === null) return null;
  log.info('application.opened');
  return toDetail(opened, { today, roster: listed });
}

/** The application of a reference as it was typed or scanned; null: there is none, or it is none. */
export async function findApplication({ store }: { store: Store }, typed: string): Promise<string | null> {
  const reference = readReference(typed);
  if (reference === null) return null;
  return (await applicationByReference(store.db, reference))?.id ?? null;
}

function toDetail(
  opened: { application: StoredApplication; like: readonly StoredApplication[]; names: ReadonlyMap<string, string> },
  now: RowsNow,
): ApplicationDetail {
  const { application, like, names } = opened;
  const { id, form, work } = application;
  const others = like.filter((one) => one.id !== id && isSamePerson(personOf(form), personOf(one.form)));
  const duplicates = others.filter(({ ended }) => ended === null).length;
  const facts = factsNow(application, now.today);
  const named = <Done extends DoneBy>(done: Done | null): Done | null =>
    done === null ? null : { ...done, by: names.get(done.by) ?? done.by };
  return {
    ...toRow(application, duplicates, now),
    nhsNumber: form.nhsNumber,
    address: form.address,
    contact: form.contact,
    needs: form.needs,
    agreed: form.agreed,
    asker: form.asker,
    whose: form.account?.whose ?? null,
    verification: named(work.verification),
    askerVerification: named(work.askerVerification),
    refusedFor: work.refusedFor,
    comeBackWith: work.comeBackWith,
    proxy: named(work.proxy),
    competence: named(work.competence),
    consent: named(work.consent),
    agreedAtDesk: named(work.agreedAtDesk),
    talked: named(work.talked),
    decidedBy: decidedBy(work.decisions, named),
    recordOff: named(work.recordOff),
    account: named(work.account),
    slip: named(work.slip ?? null),
    handedOver: named(work.handedOver),
    task: named(work.task),
    slipRefusal: slipRefusal(facts),
    possible: possibleActs(facts),
    others: others.map((one) => ({
      applicationId: one.id,
      reference: one.reference,
      sentAt: one.sentAt,
      ended: one.ended,
    })),
  };
}

function decidedBy(
  decisions: StoredApplication['work']['decisions'],
  named: (done: DoneBy | null) => DoneBy | null,
): ApplicationDetail['decidedBy'] {
  return Object.fromEntries(
    services.flatMap((service) => {
      const done = named(decisions[service]?.done ?? null);
      return done === null ? [] : [[service, done]];
    }),
  );
}

/** Acts that are about one service. */
const serviceActs: readonly Act[] = ['grant', 'decline', 'refer', 'reviewGrant', 'reviewDecline'];

/** What may be done as it stands, by anybody of the staff with the role for it. */
function possibleActs(facts: ApplicationFacts): ApplicationDetail['possible'] {
  const asked = services.filter((service) => facts.decisions[service] !== undefined);
  return actSchema.options
    .filter((act) => transitions[act].roles.some((role) => role !== 'system'))
    .flatMap((act) =>
      (serviceActs.includes(act) ? asked : [null])
        .filter((service: Service | null) => refusalOf(facts, act, service) === null)
        .map((service) => ({ act, service })),
    );
}
