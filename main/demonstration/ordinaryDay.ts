import { wallTimeSchema, type DateOfBirth, type Day, type WallTime } from '../../preload/contract/rules/dates';
import type { AppointmentStatus, ListedPatient, Mode, Now } from '../domain/types';
import { makeDateOfBirth } from './birthdays';
import { makeName } from './names';
import { makePostcode } from './postcodes';
import { sessions, type Session } from './practice';
import { createRandom, type Random } from './random';

/** Anything fixed will do; another number gives another practice. */
const seed = 2015;
export const slotMinutes = 10;
const firstSlot = 8 * 60;
const endOfDay = 18 * 60 + 30;
/** Nobody is booked over lunch. */
const lunch = { from: 13 * 60, to: 14 * 60 };

/** An ordinary appointment: nothing about it is planted. */
export interface OrdinaryAppointment {
  id: string;
  session: Session;
  start: WallTime;
  patient: Omit<ListedPatient, 'nhsNumber' | 'sourcePatientId'>;
  mode: Mode;
  status: AppointmentStatus;
}

/**
 * Every slot of `now`'s day with the person who would be in it, in an order from which the first so many may be taken.
 * The same slot holds the same person at any time of the day; only what has become of it follows the clock.
 * @param taken dates of birth that nobody ordinary may have.
 */
export function makeOrdinaryDay(now: Now, taken: ReadonlySet<DateOfBirth>): OrdinaryAppointment[] {
  const random = createRandom(seed);
  const names = new Set<string>();
  const datesOfBirth = new Set(taken);
  const slots = slotTimes().map((minutes) => ({ minutes, start: wallTimeOf(now.day, minutes) }));
  const minutesNow = minutesOf(now.time);
  const appointments = sessions.flatMap((session, index) =>
    slots.map(({ minutes, start }): OrdinaryAppointment => {
      const dateOfBirth = makeDateOfBirth(now.day, random, datesOfBirth);
      datesOfBirth.add(dateOfBirth);
      const patient = { ...makeName(random, dateOfBirth, names), dateOfBirth, postcode: makePostcode(random) };
      const mode = makeMode(session, random);
      const status = makeStatus(minutes - minutesNow, mode, random);
      return { id: `DEMO-${index + 1}-${minutes}`, session, start, patient, mode, status };
    }),
  );
  return random.shuffle(appointments);
}

function slotTimes(): number[] {
  const count = (endOfDay - firstSlot) / slotMinutes;
  return Array.from({ length: count }, (_, index) => firstSlot + index * slotMinutes).filter(
    (minutes) => minutes < lunch.from || minutes >= lunch.to,
  );
}

function makeMode(session: Session, random: Random): Mode {
  const chance = random.below(100);
  if (chance < session.phonePercent) return 'phone';
  return chance < session.phonePercent + session.videoPercent ? 'video' : 'inPerson';
}

/** What a likely day has made of an appointment that starts `minutesAhead` minutes from now. Draws once, whatever the time. */
function makeStatus(minutesAhead: number, mode: Mode, random: Random): AppointmentStatus {
  const chance = random.below(100);
  if (chance < 3) return 'cancelled';
  if (minutesAhead <= -20) return chance < 9 ? 'didNotAttend' : chance < 15 ? 'left' : 'seen';
  // Nobody arrives for a call.
  if (mode !== 'inPerson') return 'booked';
  if (minutesAhead <= 0) return chance < 50 ? 'sentIn' : chance < 85 ? 'arrived' : 'booked';
  return minutesAhead <= 15 && chance < 35 ? 'arrived' : 'booked';
}

/** Minutes since midnight of `HH:MM` at the end of `time`. */
export function minutesOf(time: string): number {
  return Number(time.slice(-5, -3)) * 60 + Number(time.slice(-2));
}

function wallTimeOf(day: Day, minutes: number): WallTime {
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  return wallTimeSchema.parse(`${day}T${hours}:${String(minutes % 60).padStart(2, '0')}`);
}
