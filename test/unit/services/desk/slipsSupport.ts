import { call, ORPCError } from '@orpc/server';
import type { Kysely } from 'kysely';
import type { DeskMeta } from '../../../../preload/contract/desk/roles';
import type { StoredApplication } from '../../../../main/domain/application/types';
import type { PracticeRules } from '../../../../main/domain/types';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { createPrintMemory } from '../../../../main/services/desk/printingMemory';
import type { KnownSession } from '../../../../main/services/desk/sessions';
import { createSlips } from '../../../../main/services/desk/slips';
import { slipsProcedures } from '../../../../main/services/desk/slipsProcedures';
import { defaultMachineSettings } from '../../../../main/services/machineDefaults';
import type { MachineSettings } from '../../../../main/services/ports';
import { createFakePrinter } from '../../../support/fakePrinter';
import { openSignUpDesk, sampleApplication, type ApplicationChange } from './applicationsSupport';
import { addStaff } from './support';

/** Details that nobody has; each is long enough to be looked for anywhere. */
export const planted = { odsCode: 'A83005', accountId: '7741902263', secret: 'qT7fW9mKd3RxE' } as const;
export const request = { system: 'emis', ...planted, size: 'a4' } as const;

/** An application for which a slip may be printed; `change` replaces what a test cares about. */
export function readyForSlip(change: ApplicationChange = {}): StoredApplication {
  const application = sampleApplication();
  const done = { by: 'somebody', at: application.sentAt };
  const granted = { decision: 'granted', done } as const;
  return sampleApplication({
    work: {
      ...application.work,
      identity: 'verified',
      decisions: { appointments: granted, prescriptions: granted, record: granted },
      account: done,
    },
    ...change,
  });
}

/** A practice with a printer and setup slips, and the real procedures for each role. Time stands still until a test moves it. */
export async function openSlips({ rules }: { rules?: Partial<PracticeRules> } = {}) {
  const desk = await openSignUpDesk(rules === undefined ? {} : { rules });
  const { changes, store, team, log } = desk;
  const printer = createFakePrinter();
  const machine: MachineSettings = {
    ...defaultMachineSettings,
    slipPrinters: { ...defaultMachineSettings.slipPrinters },
  };
  const settings = { ...desk.settings, machine: () => machine };
  const locked = new Set<string>();
  const ended = new Set<string>();
  const secondCreator = await addStaff(store, 'Cara Second', 'accountCreator');
  const people = { ...team, clinician: desk.rao, secondCreator };
  const sessionsNow = () =>
    Object.entries(people)
      .filter(([name]) => !ended.has(name))
      .map(([name, person]) => ({ name, person: { ...person, isLocked: locked.has(name) } }));
  const sessions = {
    all: () => Promise.resolve(sessionsNow().map(({ person }) => person as unknown as KnownSession)),
    find: (token: string | null) => Promise.resolve(sessionsNow().find(({ name }) => name === token)?.person ?? null),
  };
  let revision = 0;
  const parts = {
    ...desk,
    settings,
    printer,
    sessions,
    isDemonstration: false,
    printMemory: createPrintMemory({ changes }),
    nextRevision: () => (revision += 1),
  };
  const slips = createSlips(parts);
  const procedures = slipsProcedures(deskProcedures(sessions, log), { slips, sessions, changes });
  const contextOf = (token: string) => ({ token, keepToken: () => undefined, from: 'test', device: 'test' });
  /** What a procedure answers to somebody: its output, or the code of its refusal. */
  const ask = async <Output>(
    work: Promise<Output>,
  ): Promise<{ code: string; why: string | null; output: Output | null }> =>
    work.then(
      (output) => ({ code: 'DONE', why: null, output }),
      (error: unknown) => {
        if (!(error instanceof ORPCError)) throw error;
        return { code: error.code, why: (error.data as { why?: string } | undefined)?.why ?? null, output: null };
      },
    );
  const prepare = (who: string, application: Pick<StoredApplication, 'id' | 'version'>, change: object = {}) =>
    ask(
      call(
        procedures.prepare,
        { ...request, applicationId: application.id, version: application.version, ...change },
        { context: contextOf(who) },
      ),
    );
  const print = (who: string, slipId: string, queue = 'Reception') =>
    ask(call(procedures.print, { slipId, printer: queue, isReadBack: true as const }, { context: contextOf(who) }));
  const forget = (who: string, slipId: string) => ask(call(procedures.forget, { slipId }, { context: contextOf(who) }));
  const follow = (who: string, slipId: string) => call(procedures.follow, { slipId }, { context: contextOf(who) });
  return {
    ...parts,
    slips,
    machine,
    prepare,
    print,
    forget,
    follow,
    /** Locks or ends the session of somebody, as the service of sessions tells of it. */
    lock(who: string) {
      locked.add(who);
      changes.publish('staff');
    },
    unlock(who: string) {
      locked.delete(who);
      changes.publish('staff');
    },
    end(who: string) {
      ended.add(who);
      changes.publish('staff');
    },
    /** Every row of every table, as text. */
    async stored(): Promise<string> {
      const any = store.db as unknown as Kysely<Record<string, Record<string, unknown>>>;
      const tables = await any.selectFrom('sqlite_master').where('type', '=', 'table').select('name').execute();
      const rows = [];
      for (const { name } of tables) rows.push(await any.selectFrom(String(name)).selectAll().execute());
      return JSON.stringify(rows);
    },
  };
}

export type SlipsTest = Awaited<ReturnType<typeof openSlips>>;

/** A slip that was prepared by the account creator, with the bytes that are held of it. */
export async function prepared(test: SlipsTest, change: object = {}) {
  const application = await test.send(readyForSlip());
  const seen: Uint8Array[] = [];
  const { picture } = test.printer;
  test.printer.picture = (sheet) => {
    seen.push(sheet.html);
    return picture(sheet);
  };
  const { output } = await test.prepare('accountCreator', application, change);
  test.printer.picture = picture;
  const [bytes] = seen;
  if (output === null || bytes === undefined) throw new Error('It was not prepared');
  return { application, slipId: output.slipId, output, bytes, isWiped: () => bytes.every((byte) => byte === 0) };
}

export const allRoles = [
  'receptionist',
  'clinician',
  'verifier',
  'authoriser',
  'accountCreator',
  'clinicalReviewer',
  'manager',
] as const satisfies readonly Exclude<DeskMeta['roles'], string>[number][];
