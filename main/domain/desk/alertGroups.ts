import type { DeskAlert } from '../../../preload/contract/desk/arrivals';
import type { WallTime } from '../../../preload/contract/rules/dates';
import { byUrgency, type AlertDetail, type AlertKind } from '../alerts';

/** An alert that nobody has acknowledged. */
export interface OpenAlert {
  id: string;
  kind: AlertKind;
  /** UTC instant with milliseconds. */
  raisedAt: string;
  visitId: string | null;
  detail: AlertDetail | null;
}

/** Alerts of one group that staff are given at a time: as many as they can acknowledge at once (`acknowledge` in the contract). */
const mostInGroup = 100;

/** Whom an alert is about, and when they are booked. */
export interface AlertPerson {
  name: string;
  starts: WallTime[];
}

/**
 * Alerts as staff see them: those of one person and kind together (of no person: of one kind that say the same), the most urgent first, then
 * the oldest. Each call for help stands for itself: nobody can say that two are of one person, and whoever acknowledges the first must not silence
 * one that came a moment ago.
 * @param personOf the patient of a visit; null where there is no such visit any more.
 */
export function groupAlerts(
  alerts: readonly OpenAlert[],
  personOf: (visitId: string) => AlertPerson | null,
): DeskAlert[] {
  const groups = new Map<string, [OpenAlert, ...OpenAlert[]]>();
  for (const alert of alerts) {
    const key = JSON.stringify([alert.kind, alert.kind === 'helpNeeded' ? alert.id : (alert.visitId ?? alert.detail)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [alert]);
    else group.push(alert);
  }
  return [...groups.values()]
    .map((group): [OpenAlert, ...OpenAlert[]] => {
      const [first = group[0], ...rest] = group.toSorted(byUrgency);
      return [first, ...rest];
    })
    .sort(([one], [other]) => byUrgency(one, other))
    .map((group) => toDeskAlert(group, personOf));
}

function toDeskAlert(
  group: readonly [OpenAlert, ...OpenAlert[]],
  personOf: (visitId: string) => AlertPerson | null,
): DeskAlert {
  const [{ kind, raisedAt, visitId, detail }] = group;
  const person = visitId === null ? null : personOf(visitId);
  const named = detail !== null && 'patients' in detail ? detail.patients : [];
  return {
    // The oldest first. What is more comes once these are acknowledged: a child at the screen must not make a group that nobody can silence.
    alertIds: group.slice(0, mostInGroup).map(({ id }) => id),
    kind,
    since: raisedAt,
    visitId,
    people: [
      ...(person === null ? [] : [person]),
      ...named.map(({ firstName, lastName, starts }) => ({ name: fullName({ firstName, lastName }), starts })),
    ],
    choice: detail !== null && 'choice' in detail ? detail.choice : null,
    seconds: detail !== null && 'seconds' in detail ? detail.seconds : null,
    isUrgent: kind === 'helpNeeded',
  };
}

/** As people are called; a list may know only one of the two names. */
export function fullName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`.trim();
}
