import type { LogFields } from './ports';

/** The class of an error and where it was thrown; never its message, which may quote data. */
export function traceOf(error: unknown): Pick<LogFields, 'errorName' | 'where'> {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const frame = (error.stack ?? '').split('\n').find((line) => /^\s*at /.test(line));
  return { errorName: error.name, ...(frame === undefined ? {} : { where: frame.trim().slice(0, 200) }) };
}
