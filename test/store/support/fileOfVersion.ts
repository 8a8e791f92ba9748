import { join } from 'node:path';
import { openConnection, prepareForWriting, type Connection } from '../../../main/store/connection';
import { migrate } from '../../../main/store/migrate';
import type { StoreOptions } from '../../../main/store/openStore';
import { temporaryStoreOptions } from '../../support/temporaryStore';

/** A file as the program of an earlier version left it; the caller closes the connection. */
export function fileOfVersion(version: number): { options: StoreOptions; connection: Connection } {
  const options = temporaryStoreOptions();
  const connection = openConnection({ file: join(options.folder, 'kiosk.db'), key: options.key }, { mayCreate: true });
  prepareForWriting(connection);
  migrate(connection, version);
  connection.exec(`insert into meta (key, value) values ('mode', 'real')`);
  return { options, connection };
}
