import { applicationRowSchema } from '../../../preload/contract/desk/applications';
import type { ApplicationRow } from '../../../preload/contract/desk/applications';

/** A line of the queue of an adult who has just applied; `place` makes ids and names differ. */
export function applicationRow(
  place: number,
  changed: Partial<Record<keyof ApplicationRow, unknown>> = {},
): ApplicationRow {
  return applicationRowSchema.parse({
    applicationId: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
    version: 0,
    reference: 'KMR-234',
    kind: 'self',
    firstName: 'Anna',
    lastName: 'Smith',
    dateOfBirth: '1950-03-12',
    age: 76,
    sentAt: '2026-11-23T10:00:00.000Z',
    identity: 'submitted',
    decisions: { appointments: 'pending' },
    next: 'verify',
    isForLater: false,
    wantsToTalk: false,
    wish: null,
    dueOn: null,
    appointment: null,
    duplicates: 0,
    ended: null,
    endedAt: null,
    ...changed,
  });
}
