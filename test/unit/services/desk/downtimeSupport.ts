import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedAppointment } from '../../../../main/domain/types';
import { startDowntimeFile } from '../../../../main/services/desk/downtime';
import { createRoster } from '../../../../main/services/desk/rowsRoster';
import { temporaryFolder } from '../../../support/temporaryStore';
import { openDesk } from './support';

export const passphrase = 'harbour marble thunder';

/** A desk with its downtime file in a folder of its own. `again` is the same folder at the next start of the program. */
export async function openDowntime(rows: readonly ListedAppointment[], folder = temporaryFolder()) {
  const desk = await openDesk({ rows });
  const roster = createRoster(desk);
  const start = () => startDowntimeFile({ ...desk, roster, folder });
  return { ...desk, folder, path: join(folder, 'downtime', 'downtime.html'), downtime: start(), again: start };
}

/** What the file holds, opened as the format says and not by the code that wrote it. @throws Error for a wrong passphrase. */
export function opened(path: string, typed: string): string {
  const json = /<script id="sealed" type="application\/json">(.+?)<\/script>/.exec(readFileSync(path, 'utf8'))?.[1];
  const sealed = JSON.parse(json ?? '{}') as { iterations: number; salt: string; iv: string; data: string };
  const data = Buffer.from(sealed.data, 'base64');
  const key = pbkdf2Sync(typed, Buffer.from(sealed.salt, 'base64'), sealed.iterations, 32, 'sha256');
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'));
  cipher.setAuthTag(data.subarray(-16));
  return cipher.update(data.subarray(0, -16), undefined, 'utf8') + cipher.final('utf8');
}

/** The nonce and salt of the file as it is now. */
export function sealedWith(path: string): { iv: string; salt: string; iterations: number } {
  const json = /<script id="sealed" type="application\/json">(.+?)<\/script>/.exec(readFileSync(path, 'utf8'))?.[1];
  const { iv, salt, iterations } = JSON.parse(json ?? '{}') as { iv: string; salt: string; iterations: number };
  return { iv, salt, iterations };
}
