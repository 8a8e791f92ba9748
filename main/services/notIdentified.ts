import { randomUUID } from 'node:crypto';
import type { Day } from '../../preload/contract/rules/dates';
import type { AlertDetail } from '../domain/alerts';
import type { KnownPatient } from '../domain/patients';
import { raiseAlert, raiseAlertOnce } from '../store/alerts';
import { addToCount } from '../store/counts';
import type { Writer } from '../store/schema';

/** The failure in a row at which reception hears of it (design §6, hazard H-014). */
const failuresThatAlert = 3;

/**
 * Writes that a claim named nobody, or several whom nothing tells apart, in the caller's transaction. Counted on disk, as everybody
 * found is written to disk: on a slow disk the two must take the same time.
 * @param failuresBefore how often in a row this visitor was not found before; to be counted only once this is on disk, or a write that
 *   fails at the third would leave staff without their alert.
 * @returns whether an alert was raised.
 */
export async function recordNotIdentified(
  db: Writer,
  who: { kind: 'nobody' } | { kind: 'several'; patients: readonly KnownPatient[] },
  { failuresBefore, day, instant }: { failuresBefore: number; day: Day; instant: string },
): Promise<boolean> {
  await addToCount(db, day, `claims.${who.kind}`, 1);
  const alert = { day, raisedAt: instant, visitId: null };
  let isRaised = false;
  if (who.kind === 'several') {
    const detail = namesOf(who.patients);
    isRaised = await raiseAlertOnce(db, { ...alert, id: randomUUID(), kind: 'cannotTell', detail });
  }
  if (failuresBefore + 1 === failuresThatAlert) {
    await raiseAlert(db, { ...alert, id: randomUUID(), kind: 'threeFailures', detail: null });
    isRaised = true;
  }
  return isRaised;
}

/** Always in the same order, so that the same people alert once. */
function namesOf(patients: readonly KnownPatient[]): AlertDetail {
  const named = patients.flatMap(({ appointments, visits }) => {
    const [record] = [...appointments, ...visits];
    if (record === undefined) return [];
    const { lastName, firstName } = record.patient;
    // Of somebody whom a newer list has dropped only the arrivals still say when.
    const listed = appointments.length > 0 ? appointments : visits.flatMap(({ arrivals }) => arrivals);
    const starts = [...new Set(listed.map(({ start }) => start))].sort();
    return [{ lastName, firstName, starts }];
  });
  const keyOf = (one: object): string => JSON.stringify(one);
  return { patients: named.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)) };
}
