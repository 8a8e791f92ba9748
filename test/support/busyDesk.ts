import type { Page } from '@playwright/test';
import { defaultRules } from '../../main/domain/rules';
import type { DeskSnapshot, FoundPatient } from '../../preload/contract/desk/arrivals';
import type { MadeRow } from './listFiles';
import { claimOf } from './dayLists';
import { openDesk, type DeskSituation } from './desk';
import { answerQuestions, checkIn, finish, press } from './patient';
import { patient } from './situations';

/* A desk at its busiest: somebody in every state, long names, alerts, and work that is overdue. */

type Clinician = Pick<MadeRow, 'clinician' | 'userType'>;
const drRao: Clinician = {
  clinician: { title: 'Dr', firstName: 'Anita', lastName: 'RAO' },
  userType: 'General Practitioner',
};
const longNurse: Clinician = {
  clinician: { title: 'Nurse', firstName: 'Konstantina', lastName: 'PAPADOPOULOU-FITZGERALD' },
  userType: 'Practice Nurse',
};
const longName = { firstName: 'Maximiliana Wilhelmina', lastName: 'Featherstonehaugh-Cholmondeley' };

/** Who comes to the kiosk of the busy practice, by what becomes of them. */
const atKiosk = {
  needsInterpreter: patient('09:50', drRao),
  needsFetching: patient('10:00', drRao),
  disputed: patient('10:05', longNurse),
  tooEarly: patient('15:00', drRao),
  askedIn: patient('10:20', { slotType: 'Telephone' }),
  isPrivate: patient('10:10', { marking: 'Private' }),
  seeReception: patient('10:10', { marking: 'See reception' }),
};

/** Whom reception checks in by hand. */
const byHand = {
  called: patient('09:40', drRao),
  calledAgain: patient('09:45', longNurse),
  calledQuietly: patient('09:55', drRao),
  moved: patient('10:15', { ...longNurse, ...longName }),
  seen: patient('09:30', drRao),
  left: patient('09:30', longNurse),
  noted: patient('10:10', drRao),
};

const waiting = Array.from({ length: 10 }, (_, place) =>
  patient(`10:${String(20 + place)}`, place % 2 === 1 ? drRao : longNurse),
);

/** Everybody on the list of the busy practice whom a test may want by name. */
export const guests = { ...atKiosk, ...byHand, toCheckIn: patient('10:40', { ...drRao, ...longName }) } as const;

/** The rules of the busy practice: it calls from the desk, and everything a row can show is on. */
const busyRules = {
  calling: 'here',
  worklistAmberMinutes: 0,
  ownQuestion: null,
  places: {
    'Dr Anita Rao': { waitingArea: 'Blue chairs', room: 'Room 4' },
    'Nurse Konstantina Papadopoulou-Fitzgerald': { waitingArea: null, room: 'Treatment room 2, upstairs' },
  },
  roomDirections: {
    'Room 4': 'Through the blue door, second on the left',
    'Treatment room 2, upstairs': 'By the lift',
  },
  receptionChoices: defaultRules.receptionChoices.map((choice) => ({ ...choice, givesTicket: true })),
  boardLines: ['The flu clinic is on Saturday. Ask at reception.'],
} as never;

/** A desk that serves the busy practice, with nobody there yet. */
export function openQuietDesk(): Promise<DeskSituation> {
  return openDesk([], { more: [...Object.values(guests), ...waiting], rules: busyRules });
}

/** Everybody comes. @param page a desk that is signed in as a receptionist. */
export async function fillDesk({ kiosk }: DeskSituation, page: Page): Promise<void> {
  await comeToKiosk(kiosk.page);
  const rows = new Map<MadeRow, string>();
  for (const guest of [...Object.values(byHand), ...waiting]) rows.set(guest, await checkInByHand(page, guest));
  const keyOf = async (guest: MadeRow) => {
    const visitId = rows.get(guest) ?? '';
    return { visitId, version: await versionOf(page, visitId) };
  };
  await callDesk(page, 'calling/call', { ...(await keyOf(guests.called)), kind: 'call', room: null });
  const again = await callDesk<{ callId: string }>(page, 'calling/call', {
    ...(await keyOf(guests.calledAgain)),
    kind: 'call',
    room: null,
  });
  await callDesk(page, 'calling/again', { callId: again.callId });
  await callDesk(page, 'calling/call', { ...(await keyOf(guests.calledQuietly)), kind: 'quiet', room: null });
  await callDesk(page, 'arrivals/seen', await keyOf(guests.seen));
  await callDesk(page, 'arrivals/left', await keyOf(guests.left));
  await callDesk(page, 'arrivals/flag', { ...(await keyOf(guests.noted)), isFlagged: true });
  await callDesk(page, 'arrivals/note', {
    ...(await keyOf(guests.noted)),
    note: 'Daughter waits in the car outside, phone her when the doctor is ready',
  });
  const snapshot = await deskNow(page);
  const arrivalId = snapshot.rows.find(({ visitId }) => visitId === rows.get(guests.moved))?.appointments[0]?.arrivalId;
  await callDesk(page, 'arrivals/move', { ...(await keyOf(guests.moved)), arrivalId, clinician: 'Dr Anita Rao' });
}

async function comeToKiosk(page: Page): Promise<void> {
  const { needsInterpreter, needsFetching, disputed, tooEarly, askedIn, isPrivate, seeReception } = atKiosk;
  await needHelp(page, needsInterpreter, ['An interpreter', 'Polski']);
  await needHelp(page, needsFetching, ['British Sign Language (BSL)', 'Someone to take me to the room']);
  await checkIn(page, claimOf(disputed));
  await press(page, 'This is not my appointment');
  await finish(page);
  await checkIn(page, claimOf(askedIn));
  await press(page, 'I was asked to come in');
  await finish(page);
  for (const guest of [tooEarly, isPrivate, seeReception]) {
    await checkIn(page, claimOf(guest));
    await finish(page);
  }
  await press(page, 'Check in for an appointment');
  await answerQuestions(page, { dateOfBirth: '1929-02-03', letter: 'Q', postcode: 'LS1 1AB' });
  await finish(page);
  for (const choice of ['Collect a prescription or form', 'I do not have an appointment']) {
    await press(page, 'Speak to reception');
    await press(page, choice);
    await finish(page);
  }
  await press(page, 'I need help now');
  await finish(page);
}

async function needHelp(page: Page, guest: MadeRow, kinds: readonly string[]): Promise<void> {
  await checkIn(page, claimOf(guest));
  await press(page, 'Yes');
  for (const kind of kinds) await press(page, kind);
  await press(page, 'Continue');
  await finish(page);
}

/** @returns the visit of whoever was checked in. */
export async function checkInByHand(page: Page, { dateOfBirth }: MadeRow): Promise<string> {
  const [found] = await callDesk<FoundPatient[]>(page, 'arrivals/find', { text: dateOfBirth });
  if (found === undefined) throw new Error(`Nobody born ${dateOfBirth} is on the list`);
  const { visitId } = await callDesk<{ visitId: string }>(page, 'arrivals/checkIn', {
    appointmentIds: found.appointmentIds,
  });
  return visitId;
}

/** A call of the desk's contract with the session of `page`. @throws Error where it was refused. */
export async function callDesk<Answer = unknown>(page: Page, path: string, input: object): Promise<Answer> {
  const { status, body } = await page.evaluate(
    async ([where, json]) => {
      const response = await fetch(`/desk/rpc/${String(where)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json }),
      });
      return { status: response.status, body: await response.text() };
    },
    [path, input] as const,
  );
  if (status !== 200) throw new Error(`${path}: ${String(status)} ${body}`);
  return (JSON.parse(body) as { json: Answer }).json;
}

/** All that the desk is shown at this moment: the first message of its stream. */
export async function deskNow(page: Page): Promise<DeskSnapshot> {
  const text = await page.evaluate(async () => {
    const leave = new AbortController();
    const response = await fetch('/desk/rpc/arrivals/live', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"json":{}}',
      signal: leave.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (reader !== undefined && !/data: .*\n\n/.test(heard)) {
      const { value, done } = await reader.read();
      if (done) break;
      heard += value;
    }
    leave.abort();
    return heard;
  });
  const [, data] = /data: (.*)\n/.exec(text) ?? [];
  if (data === undefined) throw new Error('The desk says nothing');
  return (JSON.parse(data) as { json: DeskSnapshot }).json;
}

/** Of the row of a visit, as it stands now. */
export async function versionOf(page: Page, visitId: string): Promise<number> {
  const { rows } = await deskNow(page);
  const row = rows.find((one) => one.visitId === visitId);
  if (row === undefined) throw new Error('The visit is not on the desk');
  return row.version;
}
