import type { Selectable } from 'kysely';
import type { Ended } from '../../preload/contract/desk/applications';
import type { Reference } from '../../preload/contract/rules/reference';
import type { ApplicationForm, ApplicationWork, StoredApplication } from '../domain/application/types';
import type { ChangedBy } from './deskVisits';
import type { ApplicationsTable, DateOfBirth, Reader, Writer } from './schema';

/** Adds what was sent at the kiosk. @throws Error (unique constraint) if this draft was sent before, or the reference is taken. */
export async function insertApplication(db: Writer, application: StoredApplication): Promise<void> {
  const { form, work, ...rest } = application;
  const { dateOfBirth, nhsNumber } = form;
  await db
    .insertInto('applications')
    .values({ ...rest, dateOfBirth, nhsNumber, form: JSON.stringify(form), work: JSON.stringify(work) })
    .execute();
}

/** What was sent of a draft, or null: sent twice, it is one application. */
export async function applicationByDraft(db: Reader, draftId: string): Promise<StoredApplication | null> {
  const row = await db.selectFrom('applications').where('draftId', '=', draftId).selectAll().executeTakeFirst();
  return row === undefined ? null : applicationFrom(row);
}

/** Whether a reference is that of an application which is still kept. Ask in the transaction that gives it out. */
export async function isReferenceTaken(db: Reader, reference: Reference): Promise<boolean> {
  const row = await db.selectFrom('applications').where('reference', '=', reference).select('id').executeTakeFirst();
  return row !== undefined;
}

/** One application, or null: it was never there, or is kept no longer. */
export async function applicationById(db: Reader, id: string): Promise<StoredApplication | null> {
  const row = await db.selectFrom('applications').where('id', '=', id).selectAll().executeTakeFirst();
  return row === undefined ? null : applicationFrom(row);
}

export async function applicationByReference(db: Reader, reference: Reference): Promise<StoredApplication | null> {
  const row = await db.selectFrom('applications').where('reference', '=', reference).selectAll().executeTakeFirst();
  return row === undefined ? null : applicationFrom(row);
}

/** Those that are open, and those that ended at or after `endedSince` (UTC instant); oldest first. */
export async function applicationsInView(db: Reader, endedSince: string): Promise<StoredApplication[]> {
  const rows = await db
    .selectFrom('applications')
    .where((column) => column.or([column('endedAt', 'is', null), column('endedAt', '>=', endedSince)]))
    .selectAll()
    .orderBy('sentAt')
    .orderBy('id')
    .execute();
  return rows.map(applicationFrom);
}

/** Those that may be of the same person, newest first; who is, is for the rules (`domain/application/samePerson.ts`). */
export async function applicationsLike(
  db: Reader,
  { dateOfBirth, nhsNumber }: { dateOfBirth: DateOfBirth; nhsNumber: string | null },
): Promise<StoredApplication[]> {
  const rows = await db
    .selectFrom('applications')
    .where((column) =>
      column.or([
        column('dateOfBirth', '=', dateOfBirth),
        // Without a number this is never true: null equals nothing.
        column('nhsNumber', '=', nhsNumber),
      ]),
    )
    .selectAll()
    .orderBy('sentAt', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(applicationFrom);
}

/** Id and day of every open application, oldest first. */
export async function openApplications(db: Reader): Promise<Pick<StoredApplication, 'id' | 'day'>[]> {
  return db.selectFrom('applications').where('endedAt', 'is', null).select(['id', 'day']).orderBy('sentAt').execute();
}

/**
 * Keeps what was done with an application and raises its version. It ends at the instant of the change.
 * @throws Error if it is not there at this version: the caller has read it in the same transaction.
 */
export async function changeApplication(
  db: Writer,
  { id, version, ended: endedBefore }: Pick<StoredApplication, 'id' | 'version' | 'ended'>,
  { work, ended }: { work: ApplicationWork; ended: Ended | null },
  { by, at }: ChangedBy,
): Promise<void> {
  const changed = await db
    .updateTable('applications')
    .set({ work: JSON.stringify(work), version: version + 1, changedBy: by, changedAt: at })
    .$if(endedBefore === null && ended !== null, (query) => query.set({ ended, endedAt: at }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new Error('The application has changed since it was read');
}

function applicationFrom(row: Selectable<ApplicationsTable>): StoredApplication {
  // Both columns are for finding; the form says them too.
  const { form, work, dateOfBirth: _dateOfBirth, nhsNumber: _nhsNumber, ...rest } = row;
  return { ...rest, form: JSON.parse(form) as ApplicationForm, work: JSON.parse(work) as ApplicationWork };
}
