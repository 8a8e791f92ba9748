import type { LogEvent, LogFields } from '../../main/services/ports';

/** One line of the program's log. */
export interface LogLine extends LogFields {
  event: LogEvent;
}

/** The log lines among everything that a program said on standard error; Chromium says things there too. */
export function logLines(text: string): LogLine[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{"level":'))
    .map((line) => JSON.parse(line) as LogLine);
}
