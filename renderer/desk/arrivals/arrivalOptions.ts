import type { DeskRow } from '../../../preload/contract/desk/arrivals';
import { appointmentOf } from '../../text/desk/arrivals';

/** Arrivals of a row to choose one from, by the time and clinician of their appointments. */
export function arrivalOptions(
  row: DeskRow,
  arrivals: readonly { arrivalId: string; place: number }[],
): { value: string; label: string }[] {
  return arrivals.flatMap(({ arrivalId, place }) => {
    const appointment = row.appointments[place];
    return appointment === undefined ? [] : [{ value: arrivalId, label: appointmentOf(appointment) }];
  });
}
