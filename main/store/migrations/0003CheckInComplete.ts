import type { Migration } from './migration';

/** What real days need beyond the plain check-in: markings, being called, lateness, tickets, answers and what an alert says. */
export const checkInComplete: Migration = {
  version: 3,
  statements: `
    alter table appointments add column marking text not null default 'none'
      check (marking in ('none', 'private', 'seeReception'));
    alter table appointments add column patientMarking text not null default 'none'
      check (patientMarking in ('none', 'private', 'seeReception'));
    alter table appointments add column hasNeed integer not null default 0 check (hasNeed in (0, 1));

    -- Who waits for a clinician though they checked in at reception? Looked up at every check-in, in lists of up to 30,000 rows.
    create index appointmentsArrived on appointments (importNumber, clinicianId) where status = 'arrived';

    alter table arrivals add column calledAt text;
    alter table arrivals add column isLate integer not null default 0 check (isLate in (0, 1));

    alter table visits add column opensAt text;
    alter table visits add column hasPrivate integer not null default 0 check (hasPrivate in (0, 1));

    alter table alerts add column detail text;

    create unique index visitsByTicket on visits (day, ticket) where ticket is not null;
    -- Was this patient asked lately? Looked up at every check-in, over all days kept.
    create index visitsByDateOfBirth on visits (dateOfBirth, day);
    -- Who came too early and can be checked in now? Looked up twice a minute.
    create index visitsOpening on visits (day, opensAt) where opensAt is not null;

    create table answers (
      visitId text not null references visits (id),
      question text not null check (question in ('needs', 'own')),
      answer text not null,
      answeredAt text not null,
      primary key (visitId, question)
    ) strict;

    create table queueTickets (
      id text not null primary key,
      day text not null,
      queue text not null check (queue in ('reception', 'walkIn')),
      kind text not null,
      ticket text not null,
      issuedAt text not null,
      unique (day, ticket)
    ) strict;
  `,
};
