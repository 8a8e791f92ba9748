import type { Migration } from './migration';

/** Day lists, visits and their arrivals, and alerts. No reason for the appointment: what we do not need we do not hold. */
export const checkIn: Migration = {
  version: 2,
  statements: `
    create table sites (
      id integer primary key,
      name text not null unique
    ) strict;

    create table clinicians (
      id integer primary key,
      name text not null unique
    ) strict;

    create table imports (
      number integer primary key autoincrement,
      id text not null unique,
      source text not null,
      day text not null,
      startedAt text not null,
      listAsOf text not null,
      state text not null check (state in ('staging', 'current', 'replaced')),
      switchedInAt text,
      rowsRead integer not null default 0,
      rowsBad integer not null default 0,
      rowsLoaded integer not null default 0
    ) strict;

    create index importsByState on imports (state, day, source);

    -- "autoincrement": the number of a purged row is never given to another patient's appointment.
    create table appointments (
      id integer primary key autoincrement,
      importNumber integer not null references imports (number),
      line integer not null,
      siteId integer references sites (id),
      clinicianId integer not null references clinicians (id),
      nhsNumber text,
      sourcePatientId text,
      lastName text not null,
      firstName text not null,
      dateOfBirth text not null,
      postcode text,
      sourceAppointmentId text,
      start text not null,
      durationMinutes integer,
      isNurseLed integer not null check (isNurseLed in (0, 1)),
      slotType text,
      mode text not null check (mode in ('inPerson', 'phone', 'video', 'homeVisit')),
      status text not null
    ) strict;

    create index appointmentsByDateOfBirth on appointments (importNumber, dateOfBirth);
    create index appointmentsBySite on appointments (importNumber, siteId);

    create table visits (
      id text not null primary key,
      day text not null,
      subjectId text not null,
      source text not null,
      nhsNumber text,
      sourcePatientId text,
      lastName text not null,
      firstName text not null,
      dateOfBirth text not null,
      postcode text,
      firstArrivedAt text,
      ticket text,
      notCheckedIn text,
      lastSeenAt text not null
    ) strict;

    -- One visit per patient and day, as far as identifiers go: patients without any are told apart by the matching rules.
    create unique index visitsByNhsNumber on visits (day, dateOfBirth, nhsNumber, coalesce(sourcePatientId, ''));
    create unique index visitsBySourcePatient on visits (day, dateOfBirth, source, sourcePatientId, coalesce(nhsNumber, ''));

    -- No foreign key into the list: it may be replaced or purged while the arrival stands.
    create table arrivals (
      id text not null primary key,
      visitId text not null references visits (id),
      appointmentId integer,
      sourceAppointmentId text,
      source text not null,
      start text not null,
      clinician text not null,
      location text,
      arrivedAt text not null,
      state text not null check (state in ('arrived', 'disputed')),
      isToCheck integer not null check (isToCheck in (0, 1))
    ) strict;

    create index arrivalsByVisit on arrivals (visitId);

    create table alerts (
      id text not null primary key,
      day text not null,
      kind text not null,
      raisedAt text not null,
      visitId text references visits (id),
      acknowledgedAt text
    ) strict;

    create index alertsByDay on alerts (day, acknowledgedAt);
    create index alertsByVisit on alerts (visitId);
  `,
};
