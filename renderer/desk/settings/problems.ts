import { failureOf } from '../parts/failure';

/** The sentences with which settings were refused; null for any other failure. */
export function problemsIn(error: unknown): string[] | null {
  const { code, data } = failureOf(error);
  if (code !== 'INVALID' || typeof data !== 'object' || data === null || !('problems' in data)) return null;
  const { problems } = data;
  return Array.isArray(problems) ? problems.filter((one): one is string => typeof one === 'string') : null;
}
