import { expect, test } from 'vitest';
import { dateOfBirthSchema } from '../../../../preload/contract/rules/dates';
import { postcodeSchema } from '../../../../preload/contract/rules/postcode';
import type { ListedPatient, Visit } from '../../../../main/domain/types';
import { createActions } from '../../../../main/services/desk/actions';
import { createAuditReading } from '../../../../main/services/desk/audit';
import { createCalling } from '../../../../main/services/desk/calling';
import { purgeExpired } from '../../../../main/services/retention';
import { deskVisitOf } from '../../../../main/store/deskVisits';
import { temporaryFolder } from '../../../support/temporaryStore';
import { byLetter, clinician, handleOf, nobody, openDesk, row } from './support';

const patients: Partial<ListedPatient>[] = [
  {
    lastName: 'Quillfeather',
    firstName: 'Harriet',
    dateOfBirth: dateOfBirthSchema.parse('1948-02-03'),
    nhsNumber: '9990000018',
    sourcePatientId: 'EMIS77123',
    postcode: postcodeSchema.parse('ZE10AA'),
  },
  {
    lastName: 'Oskarsdóttir',
    firstName: 'Brynhildur',
    dateOfBirth: dateOfBirthSchema.parse('1977-11-29'),
    nhsNumber: '9990000026',
    sourcePatientId: 'EMIS77124',
    postcode: postcodeSchema.parse('KW172BB'),
  },
];
const note = 'Prefers Gwendolyn, walks with a frame';

/** A day's acts of the kiosk and of desks on two people whose names are like nothing else. */
async function aDay() {
  const [first, second] = [
    row(1, '10:10', { patient: patients[0] ?? {} }),
    row(2, '10:20', { patient: patients[1] ?? {} }),
  ];
  const desk = await openDesk({
    rows: [first, second],
    rules: { calling: 'here', places: { [clinician]: { waitingArea: null, room: 'Room 4' } } },
    now: '2026-11-23T10:00',
  });
  const { claim, checkIn, visitOf, jo, rao, max, store } = desk;
  const actions = createActions(desk);
  const calling = createCalling(desk);
  const keyOf = async ({ id }: Pick<Visit, 'id'>) => ({
    visitId: id,
    version: (await deskVisitOf(store.db, id)).version,
  });
  await claim(nobody);
  const handle = handleOf(await claim(byLetter(first)));
  await checkIn.answer(handle, { kind: 'needs', needs: ['interpreter'], language: 'Polski' });
  await checkIn.dispute(handleOf(await claim(byLetter(second))));
  const [one, other] = [await visitOf(first), await visitOf(second)];
  await actions.note(jo, { ...(await keyOf(one)), note });
  await actions.flag(jo, { ...(await keyOf(one)), isFlagged: true });
  await calling.call(rao, { ...(await keyOf(one)), kind: 'call', room: null });
  await actions.seen(rao, await keyOf(one));
  await actions.resolveDispute(jo, { ...(await keyOf(other)), isTheirs: true });
  await actions.left(jo, await keyOf(other));
  const trail = createAuditReading({ ...desk, folder: temporaryFolder() });
  const filter = { from: null, to: null, actor: null, action: null, subjectId: 'Harriet Quillfeather' };
  await trail.read(filter, null, max);
  return { ...desk, trail };
}

test('what was done stays in the trail after the purge, and nobody can be told from it', async () => {
  const { store, clock, trail, max, settings, changes } = await aDay();
  const before = await store.db.selectFrom('audit').selectAll().execute();
  clock.set(`2027-01-23T10:00`);
  await purgeExpired({
    store,
    clock,
    settings,
    changes,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  expect(await store.db.selectFrom('visits').select('id').execute()).toEqual([]);

  const after = await store.db.selectFrom('audit').selectAll().execute();
  expect(after).toEqual(before);
  const actions = new Set(after.map(({ action }) => action));
  expect(actions.size).toBeGreaterThanOrEqual(9);
  for (const done of ['arrival.recorded', 'arrival.disputed', 'visit.noted', 'call.made', 'audit.opened']) {
    expect([...actions]).toContain(done);
  }
  const personal = patients.flatMap((patient) => Object.values(patient).map(String));
  const parts = [...personal, ...note.split(/[ ,]+/).filter((word) => word.length > 4), 'Polski'];
  // All that a row says; its seals are hexadecimal and could hold any short word by chance.
  const said = after.map(({ at, actor, action, subjectId, detail }) => [at, actor, action, subjectId, detail]);
  const text = JSON.stringify(said).toLowerCase();
  expect(parts.filter((part) => text.includes(part.toLowerCase()))).toEqual([]);
  expect(await trail.verify(max)).toMatchObject({ isSound: true, rows: after.length });
});
