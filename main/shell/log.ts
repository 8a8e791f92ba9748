import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Log, LogEvent, LogFields } from '../services/ports';

/** A log file past this size is set aside as `kiosk.1.log` at the next start; one older file is kept. */
const largestFileBytes = 5_000_000;

/** Only these can be written, whatever a caller passes: a name, date of birth or NHS number has no field to stand in. */
const allowedFields = [
  'id',
  'kind',
  'count',
  'milliseconds',
  'day',
  'procedure',
  'version',
  'errorName',
  'where',
] as const satisfies readonly (keyof LogFields)[];

/** JSON lines on standard error, as systemd and Playwright read them; `keepIn` adds a file in that folder. */
export function createLog(): Log & { keepIn(folder: string): void } {
  const streams = pino.multistream([{ stream: process.stderr }]);
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message' }, streams);
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (event: LogEvent, fields: LogFields = {}) => {
      const kept = Object.fromEntries(
        allowedFields.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
      );
      logger[level]({ event, ...kept });
    };
  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    keepIn(folder) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, 'kiosk.log');
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestFileBytes) {
        renameSync(path, join(folder, 'kiosk.1.log'));
      }
      const file = createWriteStream(path, { flags: 'a', mode: 0o600 });
      // A full disk must not stop check-in: the line is still on standard error.
      file.on('error', () => undefined);
      streams.add({ stream: file });
    },
  };
}
