import { asObject, checkFields, checkOneOf, checkTable, checkWhole } from './checks';
import { latePolicies } from './choices';

const minutesInDay = 24 * 60;

/** What is wrong with windows, late policies and the time within which appointments join. */
export function checkTiming(rules: Record<string, unknown>): string[] {
  const limit = rules['lateLimitMinutes'];
  const problems = [
    ...checkWindow('The check-in window', rules['window'], limit),
    ...checkWindow('The check-in window of nurse-led sessions', rules['nurseLedWindow'], limit),
  ];
  for (const [whose, name] of [
    ['clinician', 'clinicianWindows'],
    ['slot type', 'slotTypeWindows'],
    ['site', 'siteWindows'],
  ] as const) {
    problems.push(
      ...checkTable(`Check-in windows by ${whose}`, rules[name], (what, window) => checkWindow(what, window, limit)),
    );
  }
  return [
    ...problems,
    ...checkOneOf('What happens to patients who are late', rules['latePolicy'], latePolicies),
    ...checkTable('What happens to late patients by clinician', rules['clinicianLatePolicies'], (what, policy) =>
      checkOneOf(what, policy, latePolicies),
    ),
    ...checkWhole('Minutes after which late patients always go to reception', limit, 0, minutesInDay),
    ...checkWhole('Minutes within which later appointments join a check-in', rules['joinMinutes'], 0, minutesInDay),
  ];
}

function checkWindow(what: string, value: unknown, limit: unknown): string[] {
  const window = asObject(value);
  const late = window?.['lateMinutes'];
  const problems = [
    ...checkFields(what, window ?? {}, ['earlyMinutes', 'lateMinutes']),
    ...checkWhole(`${what}: minutes early`, window?.['earlyMinutes'], 0, minutesInDay),
    ...checkWhole(`${what}: minutes late`, late, 0, minutesInDay),
  ];
  if (problems.length === 0 && typeof limit === 'number' && typeof late === 'number' && late > limit) {
    return [
      `${what}: ${late} minutes late are more than the ${limit} after which late patients always go to reception.`,
    ];
  }
  return problems;
}
