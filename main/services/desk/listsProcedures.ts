import type { ImportProgress } from '../../../preload/contract/desk/lists';
import type { List } from '../../domain/list';
import { clockTimeOf } from '../../domain/time';
import { problemOf } from '../../lists/mapping';
import { addedRows, type NotRemoved } from '../../store/addedRows';
import { appendAudit } from '../../store/audit';
import { deleteMapping, saveMapping } from '../../store/listProfiles';
import type { Writer } from '../../store/schema';
import type { Store } from '../../store/store';
import type { ImportLists } from '../importLists';
import type { Changes, Clock, Log, Settings } from '../ports';
import { addByHand, removeAdded } from './addByHand';
import { actorOf, callerOf, type Caller } from './caller';
import type { DeskProcedures } from './deskProcedures';
import { createListsReading } from './listsState';
import { takeBackImport } from './listsUndo';
import { progressOf } from './listsUse';
import { previewFile } from './preview';
import { UploadRefused, type Uploads } from './uploads';
import type { WatchedRecord } from './watchedRecord';

export interface ListsParts {
  store: Store;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  log: Log;
  /** The reader of day lists, for looking at files before they are used. */
  list: List;
  importLists: ImportLists;
  uploads: Uploads;
  watched: WatchedRecord;
}

const whyNot: Record<NotRemoved, string> = {
  gone: 'It is not among the rows added by hand any more: a list holds it by now, or another desk has taken it out.',
  arrived: 'The patient has checked in to it.',
};

/** What a desk asks of today's lists. */
export function listsProcedures({ lists }: Pick<DeskProcedures, 'lists'>, parts: ListsParts) {
  const { store, clock, changes, log, uploads } = parts;
  const reading = createListsReading(parts);
  // One after the other: a desk that has many files looked at does not take the machine from the kiosk.
  let lastPreview: Promise<unknown> = Promise.resolve();
  const audited = (caller: Caller, action: string, detail: object, work: (db: Writer) => Promise<unknown>) =>
    store.write(async (db) => {
      await work(db);
      const entry = { at: clock.instant(), actor: actorOf(caller), action, subjectId: null };
      await appendAudit(db, { ...entry, detail: { role: caller.role, ...detail } });
    });
  return {
    state: lists.state.handler(() => reading.read()),
    begin: lists.begin.handler(async ({ input, context, errors }) => {
      const { staffId } = callerOf(context);
      const uploadId = await uploads.begin(input, staffId).catch(asErrors(errors));
      return { uploadId };
    }),
    part: lists.part.handler(async ({ input, context, errors }) => {
      const { uploadId, offset, base64 } = input;
      const { staffId } = callerOf(context);
      const received = await Promise.resolve()
        .then(() => uploads.part(uploadId, offset, Buffer.from(base64, 'base64'), staffId))
        .catch(asErrors(errors));
      return { received };
    }),
    preview: lists.preview.handler(async ({ input, context, errors }) => {
      const { uploadId, mapping } = input;
      const looking = lastPreview.then(() =>
        uploads.with([uploadId], callerOf(context).staffId, async (files) => {
          const [file] = files;
          if (file === undefined) throw new UploadRefused('unknown');
          return previewFile(parts, file, mapping);
        }),
      );
      lastPreview = looking.catch(() => undefined);
      return looking.catch(asErrors(errors));
    }),
    use: lists.use.handler(async ({ input, context, errors }): Promise<AsyncGenerator<ImportProgress>> => {
      const { uploadIds, mapping } = input;
      const caller = callerOf(context);
      // Asked before anything is streamed, so that an upload that is gone is an answer of its own.
      await uploads.with(uploadIds, caller.staffId, () => Promise.resolve()).catch(asErrors(errors));
      return progressOf((progress) =>
        uploads.with(uploadIds, caller.staffId, async (files) => {
          try {
            const choices = { actor: actorOf(caller), audited: { role: caller.role }, ...(mapping && { mapping }) };
            return await parts.importLists(files, progress, choices);
          } finally {
            for (const uploadId of uploadIds) await uploads.discard(uploadId, caller.staffId);
          }
        }),
      );
    }),
    discard: lists.discard.handler(async ({ input, context }) => {
      await uploads.discard(input.uploadId, callerOf(context).staffId);
      return {};
    }),
    saveProfile: lists.saveProfile.handler(async ({ input, context, errors }) => {
      const why = problemOf(input.mapping);
      if (why !== null) throw errors.UNUSABLE({ data: { why } });
      await audited(callerOf(context), 'list.profileSaved', input, (db) => saveMapping(db, input, clock.instant()));
      changes.publish('list');
      return {};
    }),
    deleteProfile: lists.deleteProfile.handler(async ({ input, context }) => {
      const { name } = input;
      await audited(callerOf(context), 'list.profileDeleted', { name }, (db) => deleteMapping(db, name));
      changes.publish('list');
      return {};
    }),
    undo: lists.undo.handler(async ({ input, context, errors }) => {
      if (!(await takeBackImport(parts, input.importedAt, callerOf(context)))) throw errors.NOTHING_TO_UNDO();
      return {};
    }),
    add: lists.add.handler(async ({ input, context, errors }) => {
      const appointmentId = await addByHand(parts, input, await reading.clinicians(), callerOf(context));
      if (appointmentId === null) throw errors.ALREADY_THERE();
      log.info('desk.acted', { kind: 'list.rowAdded' });
      return { appointmentId };
    }),
    added: lists.added.handler(async () => {
      const rows = await addedRows(store.db, clock.now().day);
      return rows.map(({ id, start, clinician, patient: { lastName, firstName, dateOfBirth } }) => ({
        appointmentId: id,
        start: clockTimeOf(start),
        clinician,
        lastName,
        firstName,
        dateOfBirth,
      }));
    }),
    removeAdded: lists.removeAdded.handler(async ({ input, context, errors }) => {
      const why = await removeAdded(parts, input.appointmentId, callerOf(context));
      if (why !== null) throw errors.NOT_NOW({ data: { why: whyNot[why] } });
      return {};
    }),
  };
}

/** Turns what uploads refuse into errors of the contract. */
function asErrors(errors: { NO_UPLOAD(): Error; TOO_LARGE(): Error }): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof UploadRefused)) throw error;
    throw error.kind === 'unknown' ? errors.NO_UPLOAD() : errors.TOO_LARGE();
  };
}
