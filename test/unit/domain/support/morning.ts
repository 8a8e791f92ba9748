import { instantOf, nowAt } from '../../../../main/domain/time';
import type { Now } from '../../../../main/domain/types';
import type { SessionArrival } from '../../../../main/domain/wait';
import { wallTimeSchema, type WallTime } from '../../../../preload/contract/rules/dates';
import { today } from './samples';

const minute = 60_000;

/** How a made-up morning goes, in minutes. */
export interface Pace {
  slotMinutes: number;
  /** How long a consultation lasts on average. */
  meanMinutes: number;
  /** How late the clinician begins. */
  beginsLate: number;
}

/** One patient of the morning. Instants in milliseconds since the epoch. */
interface Patient {
  visitId: string;
  start: WallTime;
  arrivesAt: number;
  lengthMinutes: number;
}

/** What could be known when somebody came, and when they were called in the end. */
export interface Coming {
  visitId: string;
  start: WallTime;
  now: Now;
  arrivals: SessionArrival[];
  /** Those who wait already and whom the clinician would call first, if nobody else came. */
  trulyAhead: number;
  calledAt: number;
}

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A morning of one clinician from 08:30 with 24 slots: one patient in twelve does not come; the others come from 25 minutes early to
 * a few late; consultations differ as they do (skewed, from three minutes to half an hour). Whenever the clinician is free,
 * whoever waits for the earliest slot is called, before their time if they are there; between patients there is a minute of notes.
 */
export function liveMorning(pace: Pace, random: () => number): Coming[] {
  const patients = makePatients(pace, random);
  const calledAt = new Map<string, number>();
  let freeAt = instantOf(wallTimeSchema.parse(`${today}T08:30`)) + pace.beginsLate * minute;
  while (calledAt.size < patients.length) {
    const left = patients.filter(({ visitId }) => !calledAt.has(visitId));
    const nextComes = Math.min(...left.map(({ arrivesAt }) => arrivesAt));
    const at = Math.max(freeAt, nextComes);
    const [next] = queueAt(left, at);
    if (next === undefined) throw new Error('Nobody waits although somebody came');
    calledAt.set(next.visitId, at);
    freeAt = at + (next.lengthMinutes + 1) * minute;
  }
  return patients.map((patient) => comingOf(patient, patients, calledAt));
}

function makePatients({ slotMinutes, meanMinutes }: Pace, random: () => number): Patient[] {
  const first = instantOf(wallTimeSchema.parse(`${today}T08:30`));
  const slots = Array.from({ length: 24 }, (_slot, index) => first + index * slotMinutes * minute);
  return slots.flatMap((slot, index) => {
    if (random() < 1 / 12) return [];
    const early = 25 * random() ** 1.5 - (random() < 0.1 ? 10 * random() : 0);
    // Two dice make a hump, the power a long tail; 0.42 is the mean of it.
    const length = Math.min(30, Math.max(3, (meanMinutes / 0.42) * ((random() + random()) / 2) ** 1.4));
    const { day, time } = nowAt(slot);
    return [
      {
        visitId: `visit ${index}`,
        start: wallTimeSchema.parse(`${day}T${time}`),
        arrivesAt: Math.round(slot - early * minute),
        lengthMinutes: length,
      },
    ];
  });
}

/** Who waits at `at`, in the order in which they are called. */
function queueAt(patients: readonly Patient[], at: number): Patient[] {
  return patients.filter(({ arrivesAt }) => arrivesAt <= at).sort((one, other) => (one.start < other.start ? -1 : 1));
}

function comingOf(patient: Patient, patients: readonly Patient[], calledAt: Map<string, number>): Coming {
  const at = patient.arrivesAt;
  const called = (one: Patient): number => Math.round(calledAt.get(one.visitId) ?? Infinity);
  const stillHere = patients.filter((one) => called(one) > at || one === patient);
  return {
    visitId: patient.visitId,
    start: patient.start,
    now: nowAt(at),
    arrivals: patients
      .filter((one) => one.arrivesAt <= at)
      .map((one) => {
        const isCalled = called(one) <= at && one !== patient;
        return {
          visitId: one.visitId,
          start: one.start,
          arrivedAt: new Date(one.arrivesAt).toISOString(),
          calledAt: isCalled ? new Date(called(one)).toISOString() : null,
          isWaiting: !isCalled,
        };
      }),
    trulyAhead: queueAt(stillHere, at).indexOf(patient),
    calledAt: called(patient),
  };
}
