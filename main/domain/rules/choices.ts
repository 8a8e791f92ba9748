import type { ReceptionKind } from '../../../preload/contract/kiosk';
import type { AppointmentStatus, Calling, LatePolicy, Mode, Weekday } from '../types';

/* What may be chosen, for values whose type is only known to the compiler: a kind that is added there must be added here. */

function keysOf<Key extends string>(all: Record<Key, unknown>): readonly Key[] {
  return Object.keys(all) as Key[];
}

export const modes = keysOf<Mode>({ inPerson: true, phone: true, video: true, homeVisit: true });
export const latePolicies = keysOf<LatePolicy>({ reception: true, checkIn: true });
export const callings = keysOf<Calling>({ here: true, clinicalSystem: true, staffFetch: true });
export const statuses = keysOf<AppointmentStatus>({
  booked: true,
  arrived: true,
  sentIn: true,
  seen: true,
  left: true,
  didNotAttend: true,
  cancelled: true,
  unknown: true,
});

/** The days of the week, Monday first, as a sentence names them. */
export const weekdayNames: Record<Weekday, string> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};
export const weekdays = keysOf(weekdayNames);

/** The choices of "What do you need?", as a sentence names them. */
export const receptionNames: Record<ReceptionKind, string> = {
  noAppointment: 'no appointment',
  prescription: 'a prescription or form to collect',
  sample: 'a sample or form to hand in',
  register: 'registering',
  interpreterOrVisitor: 'an interpreter or visitor',
  somethingElse: 'something else',
};
