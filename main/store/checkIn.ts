import type { Appointment, Visit } from '../domain/types';
import { appointmentsBornOn } from './appointments';
import type { DateOfBirth, Day, Reader } from './schema';
import { visitsOfDay } from './visits';

/** Everybody a date of birth can mean on one day. */
export interface Candidates {
  /** Of the current lists, by start. */
  appointments: Appointment[];
  /** With their arrivals: a patient may have checked in to a list that has been replaced since. */
  visits: Visit[];
}

/** Reads what the matching rules need to answer a claim. Costs the same however many visits lie in the past. */
export async function candidates(db: Reader, day: Day, dateOfBirth: DateOfBirth): Promise<Candidates> {
  return {
    appointments: await appointmentsBornOn(db, day, dateOfBirth),
    visits: await visitsOfDay(db, day, dateOfBirth),
  };
}
