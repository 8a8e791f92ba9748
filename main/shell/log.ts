import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Log, LogEvent, LogFields } from '../services/ports';

/** A log file past this size is set aside as `kiosk.1.log`; one older file is kept, so the log never fills the disk. */
const largestFileBytes = 5_000_000;

/** Lines of one event in a minute; more are only counted: a page that has been taken over must not flood the log. */
const linesPerMinute = 120;

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
  // Whoever reads us may be gone, or its disk full. That must not stop check-in.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const streams = pino.multistream([{ stream: process.stderr }]);
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message' }, streams);
  const mayWrite = createLimit((event, count) => {
    logger.warn({ event, kind: 'linesLeftOut', count });
  });
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (event: LogEvent, fields: LogFields = {}) => {
      if (!mayWrite(event)) return;
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
      streams.add({ stream: rotatingFile(join(folder, 'kiosk.log'), join(folder, 'kiosk.1.log')) });
    },
  };
}

/** Says whether one more line of an event may be written in this minute; `tell` hears how many were not in the last. */
function createLimit(tell: (event: LogEvent, count: number) => void): (event: LogEvent) => boolean {
  const minutes = new Map<LogEvent, { minute: number; lines: number }>();
  return (event) => {
    const minute = Math.floor(performance.now() / 60_000);
    const known = minutes.get(event);
    if (known?.minute === minute) {
      known.lines += 1;
      return known.lines <= linesPerMinute;
    }
    minutes.set(event, { minute, lines: 1 });
    if (known !== undefined && known.lines > linesPerMinute) tell(event, known.lines - linesPerMinute);
    return true;
  };
}

/** Line by line to the disk: a kiosk says little, and the last line before a crash is the one that is wanted. */
function rotatingFile(path: string, older: string): { write(line: string): void } {
  let size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return {
    write(line) {
      try {
        if (size > largestFileBytes) {
          renameSync(path, older);
          size = 0;
        }
        appendFileSync(path, line, { mode: 0o600 });
        size += Buffer.byteLength(line);
      } catch {
        // A full disk must not stop check-in: the line is still on standard error.
      }
    },
  };
}
