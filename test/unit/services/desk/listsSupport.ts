import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { dateOfBirthSchema, dateSchema } from '../../../../preload/contract/rules/dates';
import { uploadPartBytes, type ImportProgress, type listsContract } from '../../../../preload/contract/desk/lists';
import type { List } from '../../../../main/domain/list';
import { readList } from '../../../../main/lists/readList';
import type { Caller } from '../../../../main/services/desk/caller';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { listsProcedures } from '../../../../main/services/desk/listsProcedures';
import { createUploads } from '../../../../main/services/desk/uploads';
import { createWatchedRecord } from '../../../../main/services/desk/watchedRecord';
import { createImportLists } from '../../../../main/services/importLists';
import { defaultMachineSettings } from '../../../../main/services/machineDefaults';
import type { MachineSettings } from '../../../../main/services/ports';
import { readAudit } from '../../../../main/store/audit';
import { temporaryFolder } from '../../../support/temporaryStore';
import { openDesk } from './support';

/** The real reader of day lists, in this thread. */
const list: List = {
  read: (path, name, day, statusWords, mappings = []) =>
    readList(path, name, day, { quietMilliseconds: 0, statusWords, mappings }),
};

export type ListsClient = ContractRouterClient<typeof listsContract>;

/** The Lists tab of a practice, asked through the contract as a member of staff; time stands still until a test moves it. */
export async function openLists(options: Parameters<typeof openDesk>[0] = {}) {
  const desk = await openDesk(options);
  const { store, clock, timers, log } = desk;
  const folder = join(temporaryFolder(), 'uploads');
  const uploads = createUploads({ folder, timers, clock });
  const watched = createWatchedRecord();
  const importLists = createImportLists({ ...desk, list });
  const machine: { value: MachineSettings } = { value: { ...defaultMachineSettings } };
  const settings = { ...desk.settings, machine: () => machine.value };
  const parts = { ...desk, settings, list, importLists, uploads, watched };
  const clientOf = (caller: Caller): ListsClient => {
    const os = deskProcedures({ find: () => Promise.resolve(caller) }, log);
    const context = { token: 'secret', keepToken: () => undefined, from: '127.0.0.1', device: 'test' };
    return createRouterClient(listsProcedures(os, parts), { context });
  };
  const asJo = clientOf(desk.jo);
  return {
    ...parts,
    folder,
    machine,
    clientOf,
    asJo,
    audit: () => readAudit(store.db, 0, 1000),
    upload: (content: string | Buffer, change?: Partial<{ name: string; changedAt: string }>) =>
      upload(asJo, Buffer.from(content), change),
  };
}

/** Sends a file in parts, as the page does. */
export async function upload(
  client: ListsClient,
  content: Buffer,
  { name = 'today.csv', changedAt = '2026-11-23T09:58:00.000Z' } = {},
): Promise<string> {
  const { uploadId } = await client.begin({ name, size: content.length, changedAt });
  for (let offset = 0; offset < content.length;) {
    const base64 = content.subarray(offset, offset + uploadPartBytes).toString('base64');
    offset = (await client.part({ uploadId, offset, base64 })).received;
  }
  return uploadId;
}

/** Everything an import tells, in order. */
export async function tellings(client: ListsClient, uploadIds: string[]): Promise<ImportProgress[]> {
  const told: ImportProgress[] = [];
  for await (const one of await client.use({ uploadIds })) told.push(one);
  return told;
}

/** A row as staff type it. */
export function typed(change: Partial<Parameters<ListsClient['add']>[0]> = {}): Parameters<ListsClient['add']>[0] {
  return {
    start: '10:05' as Parameters<ListsClient['add']>[0]['start'],
    clinician: 'Dr Anita Rao',
    lastName: 'Quill',
    firstName: '',
    dateOfBirth: dateOfBirthSchema.parse('1961-04-05'),
    ...change,
  };
}

export const today = dateSchema.parse('2026-11-23');

/** Writes a file into a folder. @returns its path. */
export function put(folder: string, name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
