import { randomUUID } from 'node:crypto';
import { Kysely, type CompiledQuery } from 'kysely';
import { expect, test } from 'vitest';
import { openAlerts, raiseAlert, raiseAlertOnce } from '../../main/store/alerts';
import { answersOfVisit, saveAnswer, visitsAskedSince } from '../../main/store/answers';
import {
  applicationByDraft,
  applicationById,
  applicationByReference,
  applicationsInView,
  applicationsLike,
  changeApplication,
  insertApplication,
  isReferenceTaken,
  openApplications,
} from '../../main/store/applications';
import { purgeApplications } from '../../main/store/applicationsPurge';
import { listedStates } from '../../main/store/appointments';
import { appendAudit } from '../../main/store/audit';
import { boardByToken } from '../../main/store/boards';
import {
  boardCalls,
  callById,
  callsOfVisit,
  endCall,
  needsAnsweredSince,
  openCallOf,
  raiseTimes,
  repeatCall,
} from '../../main/store/calls';
import { candidates } from '../../main/store/checkIn';
import { addToCount, countsBetween, countsOfDay } from '../../main/store/counts';
import {
  isListedClinician,
  listedRows,
  moveArrival,
  reinstateArrivals,
  removeArrivals,
  slotsOfVisit,
  takeCallsBack,
} from '../../main/store/deskArrivals';
import { changeDeskVisit, deskVisitOf, lastChangeOf, settleAlerts, touchedVisits } from '../../main/store/deskVisits';
import { StoreDialect } from '../../main/store/dialect';
import { isAnyInvited, noteInvited } from '../../main/store/invitations';
import { locations } from '../../main/store/lists';
import type { StoreOptions } from '../../main/store/openStore';
import {
  changeProxyReview,
  countReviewsDue,
  proxyReviewById,
  reviewsOfApplication,
} from '../../main/store/proxyReviews';
import { purgeQueueTickets, purgeVisits } from '../../main/store/purge';
import type { Schema, Writer } from '../../main/store/schema';
import { bindSeal } from '../../main/store/seal';
import { sessionArrivals } from '../../main/store/sessionArrivals';
import { linkArrivals } from '../../main/store/switchIn';
import { addQueueTicket, queueTicketById, queueTicketsOfDay, ticketsTaken } from '../../main/store/tickets';
import {
  addArrivals,
  earlyVisitsOpening,
  markDisputed,
  saveVisit,
  setArrivalCalls,
  visitById,
} from '../../main/store/visits';
import { openTemporaryStore } from '../support/temporaryStore';
import { sampleApplication } from '../unit/services/desk/applicationsSupport';
import { openRaw } from './support/raw';
import {
  day,
  instant,
  loadList,
  relinkById,
  sampleAlert,
  sampleAppointment,
  sampleArrival,
  sampleVisit,
  today,
} from './support/samples';

interface Step {
  detail: string;
  sql: string;
}

/** How SQLite finds its way in every query that `work` makes. */
async function plansOf(options: StoreOptions, work: (db: Writer) => Promise<unknown>): Promise<Step[]> {
  const queries: CompiledQuery[] = [];
  const kysely = new Kysely<Schema>({
    dialect: new StoreDialect(openRaw(options)),
    log: ({ query }) => void queries.push(query),
  });
  await kysely.transaction().execute(async (db) => {
    bindSeal(db, () => 'seal');
    await work(db);
  });
  const raw = openRaw(options);
  return queries
    .filter(({ sql }) => /^(select|insert|update|delete)/i.test(sql))
    .flatMap(({ sql, parameters }) =>
      raw
        .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
        .all(...parameters)
        .map(({ detail }) => ({ detail, sql })),
    );
}

/** A store that has been used and closed, so that the plans can be asked for on other connections. */
async function usedStore(): Promise<StoreOptions> {
  const { store, options } = await openTemporaryStore();
  await loadList(store, [sampleAppointment(1)]);
  await store.close();
  return options;
}

test('no query of a check-in reads a whole table, so it costs the same with a million visits in the past', async () => {
  const plans = await plansOf(await usedStore(), async (db) => {
    const visit = sampleVisit(1);
    const arrival = sampleArrival(visit);
    await candidates(db, today, visit.patient.dateOfBirth);
    await saveVisit(db, visit);
    await addArrivals(db, [arrival]);
    await candidates(db, today, visit.patient.dateOfBirth);
    await visitById(db, visit.id);
    await ticketsTaken(db, today);
    await sessionArrivals(db, today, 'Dr Sample 1');
    await visitsAskedSince(db, visit.patient.dateOfBirth, today, 'needs');
    await saveAnswer(db, {
      visitId: visit.id,
      question: 'needs',
      answer: { kind: 'skipped', question: 'needs' },
      answeredAt: instant,
    });
    await answersOfVisit(db, visit.id);
    await setArrivalCalls(db, [{ arrivalId: arrival.id, calledAt: instant }]);
    await markDisputed(db, [arrival.id]);
    await raiseAlert(db, sampleAlert({ kind: 'disputed', visitId: visit.id }));
    await raiseAlertOnce(db, sampleAlert({ kind: 'cannotTell', detail: { patients: [] } }));
    await addToCount(db, today, 'claims.none', 1);
    await countsOfDay(db, today);
    await appendAudit(db, { at: instant, actor: 'kiosk', action: 'test', subjectId: null, detail: {} });
    await openAlerts(db, today);
    await earlyVisitsOpening(db, today, instant);
    await addQueueTicket(db, {
      id: randomUUID(),
      day: today,
      queue: 'walkIn',
      kind: 'Flu clinic',
      ticket: 'A2C',
      issuedAt: instant,
    });
    await queueTicketsOfDay(db, today);
    await locations(db, today);
    await listedStates(db, [1, 2]);
    await linkArrivals(db, { day: today, at: instant, relink: relinkById, newId: randomUUID });
    await purgeVisits(db, day('2026-01-01'), 10);
    await purgeQueueTickets(db, today, 10);
  });
  // Statements that only insert have no plan.
  expect(new Set(plans.map(({ sql }) => sql)).size).toBeGreaterThan(24);
  expect(plans.filter(({ detail }) => detail.startsWith('SEARCH')).length).toBeGreaterThan(25);
  // `max(sequence)` and the newest audit row are one step at the end of the table, which SQLite calls a scan; what a statement brings
  // along as JSON is read whole, and is no table.
  const scans = plans.filter(
    ({ detail, sql }) =>
      detail.startsWith('SCAN') && !detail.startsWith('SCAN json_each VIRTUAL TABLE') && !sql.includes('from "audit"'),
  );
  expect(scans).toEqual([]);
});

test('no query of sign-up reads a whole table, at the kiosk or at a desk', async () => {
  const plans = await plansOf(await usedStore(), async (db) => {
    const application = sampleApplication();
    const by = { by: 'staff', at: instant };
    await insertApplication(db, application);
    await applicationByDraft(db, application.draftId);
    await isReferenceTaken(db, application.reference);
    await applicationById(db, application.id);
    await applicationByReference(db, application.reference);
    await applicationsInView(db, instant);
    await applicationsLike(db, application.form);
    await applicationsLike(db, { ...application.form, nhsNumber: null });
    await openApplications(db);
    await changeApplication(db, application, { work: application.work, ended: null }, by);
    await purgeApplications(db, instant, 10);
    await proxyReviewById(db, 'review');
    await reviewsOfApplication(db, application.id);
    await changeProxyReview(db, { id: 'review', version: 0 }, {}, by);
    await countReviewsDue(db, today, 30);
    await isAnyInvited(db, ['visit']);
    await noteInvited(db, 'visit', instant);
    await countsBetween(db, { first: day('2026-01-01'), last: today }, 'signUp.');
  });
  expect(plans.filter(({ detail }) => detail.startsWith('SEARCH')).length).toBeGreaterThan(19);
  expect(plans.filter(({ detail }) => detail.startsWith('SCAN'))).toEqual([]);
});

const ofSample = sampleVisit(1).patient.dateOfBirth;

test('no query of what staff do at a desk reads a whole table, nor does one of what boards show', async () => {
  const plans = await plansOf(await usedStore(), async (db) => {
    const visit = sampleVisit(1);
    const arrival = sampleArrival(visit);
    const by = { by: 'staff', at: instant };
    await saveVisit(db, visit);
    await addArrivals(db, [arrival]);
    await changeDeskVisit(db, visit.id, { isFlagged: true }, by);
    await deskVisitOf(db, visit.id);
    await touchedVisits(db, [visit.id]);
    await lastChangeOf(db, visit.id);
    await settleAlerts(db, visit.id, 'disputed', by);
    await listedRows(db, today, [1, 2]);
    await moveArrival(db, arrival.id, 'Dr Sample 1');
    await slotsOfVisit(db, visit.id);
    await isListedClinician(db, today, 'Dr Sample 1');
    await needsAnsweredSince(db, visit.patient.dateOfBirth, today);
    await openCallOf(db, today, { visitId: visit.id });
    await openCallOf(db, today, { queueTicketId: 'ticket' });
    await callById(db, 'call');
    await callsOfVisit(db, visit.id);
    await repeatCall(db, 'call', instant);
    await raiseTimes(db, ['call']);
    await endCall(db, 'call', 'seen', instant);
    await takeCallsBack(db, visit.id, instant);
    await boardCalls(db, today, instant);
    await boardByToken(db, 'hash');
    await queueTicketById(db, 'ticket');
    await reinstateArrivals(db, [arrival.id]);
    await removeArrivals(db, [arrival.id]);
    const ticket = {
      id: 'ticket',
      day: today,
      queue: 'reception',
      kind: 'other',
      ticket: 'D4K',
      issuedAt: instant,
    } as const;
    await addQueueTicket(db, ticket);
    // With something to take, so that every statement of it is made.
    await purgeQueueTickets(db, day('2026-11-24'), 10);
    await purgeVisits(db, day('2026-11-24'), 10);
  });
  expect(plans.filter(({ detail }) => detail.startsWith('SEARCH')).length).toBeGreaterThan(25);
  expect(plans.filter(({ detail }) => detail.startsWith('SCAN'))).toEqual([]);
});

test.each<[string, string[], (db: Writer) => Promise<unknown>]>([
  [
    'who was asked lately goes by date of birth and day',
    ['visits USING INDEX visitsByDateOfBirth (dateOfBirth=? AND day>?)'],
    (db) => visitsAskedSince(db, ofSample, today, 'needs'),
  ],
  [
    'whose window opens goes by the instant of its opening',
    ['visits USING INDEX visitsOpening (day=? AND opensAt<?)', 'alerts USING INDEX alertsByVisit (visitId=?)'],
    (db) => earlyVisitsOpening(db, today, instant),
  ],
  [
    'who waits for a clinician goes by the visits of the day, and by the arrived rows of the lists in use',
    [
      'arrivals USING INDEX arrivalsByVisit (visitId=?)',
      'appointments USING INDEX appointmentsArrived (importNumber=? AND clinicianId=?)',
    ],
    (db) => sessionArrivals(db, today, 'Dr Sample 1'),
  ],
  [
    'the tickets of the day are read from the indexes alone',
    ['visits USING COVERING INDEX visitsByTicket (day=? AND ticket>?)'],
    (db) => ticketsTaken(db, today),
  ],
])('%s', async (_, expected, work) => {
  const plans = await plansOf(await usedStore(), work);
  const steps = plans.map(({ detail }) => detail);
  expect(steps).toEqual(expect.arrayContaining(expected.map((step) => `SEARCH ${step}`)));
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});
