import { setImmediate } from 'node:timers/promises';
import { purgeApplications } from './applicationsPurge';
import { addToCount } from './counts';
import { purgeProxyReviews } from './proxyReviews';
import type { Day, Writer } from './schema';
import type { Store } from './store';

/** Rows of lists deleted in one transaction, which stays under 10 ms although `secure_delete` overwrites them. */
const rowsPerPurge = 400;

/** Fewer visits at a time: with random ids each lies on pages of its own. */
const visitsPerPurge = 25;

/** Tickets of queues deleted in one transaction; they too have random ids. */
const ticketsPerPurge = 100;

/** Applications deleted in one transaction: they have random ids, and each fills most of a page. */
const applicationsPerPurge = 25;

/** What a purge took away. */
export interface Purged {
  appointments: number;
  visits: number;
  alerts: number;
  queueTickets: number;
}

/**
 * Deletes what is kept no longer (domain facts, "Retention"): day lists of days before `today` and replaced ones at once, visits with their arrivals,
 * alerts, answers, calls and what staff knew of them of days before `firstDayKept`, and tickets of the queues with their calls of days before `today`, after adding them to the daily counts. In small transactions; a check-in goes in between.
 * The audit trail is kept: with a visit the only map from its random subject id to the patient is gone.
 */
export async function purge(store: Store, days: { today: Day; firstDayKept: Day }): Promise<Purged> {
  return {
    appointments: await untilNone(rowsPerPurge, (limit) => store.write((db) => purgeLists(db, days.today, limit))),
    visits: await untilNone(visitsPerPurge, (limit) => store.write((db) => purgeVisits(db, days.firstDayKept, limit))),
    alerts: await untilNone(visitsPerPurge, (limit) => store.write((db) => purgeAlerts(db, days.firstDayKept, limit))),
    queueTickets: await untilNone(ticketsPerPurge, (limit) =>
      store.write((db) => purgeQueueTickets(db, days.today, limit)),
    ),
  };
}

/**
 * Deletes applications that ended before `applications` and reviews of proxy access done before `reviews` (UTC instants), in small transactions.
 * Nothing of them is left but the bare numbers that were counted when it happened, and the trail, which names nobody. Returns how many.
 */
export async function purgeEnded(store: Store, before: { applications: string; reviews: string }): Promise<number> {
  const applications = await untilNone(applicationsPerPurge, (limit) =>
    store.write((db) => purgeApplications(db, before.applications, limit)),
  );
  const reviews = await untilNone(applicationsPerPurge, (limit) =>
    store.write((db) => purgeProxyReviews(db, before.reviews, limit)),
  );
  return applications + reviews;
}

/**
 * Deletes at most `limit` rows of replaced lists (but those of today that the lists in use have replaced: they can be taken back until the
 * next import) and of lists of earlier days, and imports that have none left. Returns how many rows. */
export async function purgeLists(db: Writer, today: Day, limit: number): Promise<number> {
  const done = await db
    .selectFrom('imports')
    .where('state', '!=', 'staging')
    .where((column) => column.or([column('state', '=', 'replaced'), column('day', '<', today)]))
    .where(({ not, exists, selectFrom, eb, and }) =>
      not(
        and([
          eb('imports.day', '=', today),
          exists(
            selectFrom('imports as inUse')
              .where('inUse.state', '=', 'current')
              .where('inUse.day', '=', today)
              .whereRef('inUse.switchedInAt', '=', 'imports.replacedAt')
              .select('inUse.number'),
          ),
        ]),
      ),
    )
    .select('number')
    .limit(limit)
    .execute();
  let deleted = 0;
  for (const { number } of done) {
    const rows = await db
      .deleteFrom('appointments')
      .where('id', 'in', (some) =>
        some
          .selectFrom('appointments')
          .where('importNumber', '=', number)
          .select('id')
          .limit(limit - deleted),
      )
      .executeTakeFirst();
    deleted += Number(rows.numDeletedRows);
    if (deleted >= limit) {
      break;
    }
    await db.deleteFrom('imports').where('number', '=', number).execute();
  }
  return deleted;
}

/** Counts and deletes at most `limit` visits of days before `firstDayKept`, oldest first. Returns how many. */
export async function purgeVisits(db: Writer, firstDayKept: Day, limit: number): Promise<number> {
  const visits = await db
    .selectFrom('visits')
    .where('day', '<', firstDayKept)
    .select(['id', 'day', 'notCheckedIn'])
    .orderBy('day')
    .limit(limit)
    .execute();
  if (visits.length === 0) {
    return 0;
  }
  const ids = visits.map((visit) => visit.id);
  const arrivals = await db.selectFrom('arrivals').where('visitId', 'in', ids).select(['visitId', 'state']).execute();
  const dayOf = new Map(visits.map((visit) => [visit.id, visit.day]));
  const counts = new Counts();
  for (const visit of visits) {
    counts.add(visit.day, 'visits');
    if (visit.notCheckedIn !== null) {
      counts.add(visit.day, `notCheckedIn.${visit.notCheckedIn}`);
    }
  }
  for (const arrival of arrivals) {
    const day = dayOf.get(arrival.visitId);
    if (day !== undefined) {
      counts.add(day, `arrivals.${arrival.state}`);
    }
  }
  await counts.save(db);
  await db
    .deleteFrom('deskArrivals')
    .where('arrivalId', 'in', (some) => some.selectFrom('arrivals').where('visitId', 'in', ids).select('id'))
    .execute();
  await db.deleteFrom('arrivals').where('visitId', 'in', ids).execute();
  await db.deleteFrom('calls').where('visitId', 'in', ids).execute();
  await db.deleteFrom('deskVisits').where('visitId', 'in', ids).execute();
  await db.deleteFrom('alerts').where('visitId', 'in', ids).execute();
  await db.deleteFrom('answers').where('visitId', 'in', ids).execute();
  await db.deleteFrom('visits').where('id', 'in', ids).execute();
  return visits.length;
}

/** Deletes at most `limit` alerts without a visit of days before `firstDayKept`. Returns how many. */
export async function purgeAlerts(db: Writer, firstDayKept: Day, limit: number): Promise<number> {
  const rows = await db
    .deleteFrom('alerts')
    .where('id', 'in', (some) =>
      some.selectFrom('alerts').where('day', '<', firstDayKept).where('visitId', 'is', null).select('id').limit(limit),
    )
    .executeTakeFirst();
  return Number(rows.numDeletedRows);
}

/**
 * Counts and deletes at most `limit` tickets of queues of days before `today`. Returns how many. The name of a walk-in session is free text, so it
 * is not kept as the name of a count.
 */
export async function purgeQueueTickets(db: Writer, today: Day, limit: number): Promise<number> {
  const tickets = await db
    .selectFrom('queueTickets')
    .where('day', '<', today)
    .select(['id', 'day', 'queue', 'kind'])
    .limit(limit)
    .execute();
  if (tickets.length === 0) {
    return 0;
  }
  const counts = new Counts();
  for (const { day, queue, kind } of tickets) {
    counts.add(day, queue === 'walkIn' ? 'queue.walkIn' : `queue.reception.${kind}`);
  }
  await counts.save(db);
  const ids = tickets.map(({ id }) => id);
  await db
    .deleteFrom('calls')
    // By the day too: that is how calls are found.
    .where('day', 'in', [...new Set(tickets.map(({ day }) => day))])
    .where('queueTicketId', 'in', ids)
    .execute();
  await db.deleteFrom('queueTickets').where('id', 'in', ids).execute();
  return tickets.length;
}

/** Deletes lot by lot until one comes back short; whoever waits goes first in between. */
async function untilNone(lot: number, deleteSome: (limit: number) => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const some = await deleteSome(lot);
    all += some;
    if (some < lot) {
      return all;
    }
    await setImmediate();
  }
}

/** Bare numbers by day: what is left of a visit, and tells nothing about anybody. */
class Counts {
  readonly #counts = new Map<string, { day: Day; name: string; count: number }>();

  add(day: Day, name: string): void {
    const entry = this.#counts.get(`${day} ${name}`) ?? { day, name, count: 0 };
    entry.count += 1;
    this.#counts.set(`${day} ${name}`, entry);
  }

  async save(db: Writer): Promise<void> {
    for (const { day, name, count } of this.#counts.values()) await addToCount(db, day, name, count);
  }
}
