import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Day } from '../../../preload/contract/rules/dates';
import type { ListEvent, StatusWords } from '../../../main/domain/list';
import type { ListedAppointment } from '../../../main/domain/types';
import { readList } from '../../../main/lists/readList';
import { exampleDay, makeFolder, removeFolders, toBytes, type FileShape } from '../../support/listFiles';

export interface WholeList {
  opened: Extract<ListEvent, { kind: 'opened' }>;
  finished: Extract<ListEvent, { kind: 'finished' }>;
  appointments: ListedAppointment[];
  events: ListEvent[];
}

/** Collects what reading tells and checks its order: one `opened`, then rows and progress, then one `finished`. */
export async function collect(reading: AsyncIterable<ListEvent>): Promise<WholeList> {
  const events: ListEvent[] = [];
  for await (const event of reading) events.push(event);
  const opened = events[0];
  const finished = events.at(-1);
  if (opened?.kind !== 'opened' || finished?.kind !== 'finished') throw new Error('The events are out of order');
  if (events.slice(1, -1).some((event) => event.kind === 'opened' || event.kind === 'finished'))
    throw new Error('A file is opened and finished once');
  return {
    opened,
    finished,
    appointments: events.flatMap((event) => (event.kind === 'rows' ? event.rows : [])),
    events,
  };
}

/** Reads a file in this thread, without waiting for it to be quiet: nobody else writes to a test's file. */
export function readPath(
  path: string,
  name = 'list.csv',
  day: string = exampleDay,
  statusWords: StatusWords = {},
): Promise<WholeList> {
  return collect(readList(path, name, day as Day, { quietMilliseconds: 0, statusWords }));
}

const folder = makeFolder();
afterAll(removeFolders);

/** Writes `content` to a file and reads it. */
export function readContent(
  content: string | Buffer,
  day: string = exampleDay,
  statusWords: StatusWords = {},
): Promise<WholeList> {
  const path = join(folder, 'list.csv');
  writeFileSync(path, content);
  return readPath(path, 'list.csv', day, statusWords);
}

/** Writes a table to a file of that shape and reads it. */
export function readTable(
  table: readonly (readonly string[])[],
  shape: FileShape = {},
  day: string = exampleDay,
  statusWords: StatusWords = {},
): Promise<WholeList> {
  return readContent(toBytes(table, shape), day, statusWords);
}
