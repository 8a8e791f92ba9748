import type { Migration } from './migration';

/** What reception works with: accounts, sessions, boards, calls, what staff know of a visit, and lists that can be taken back. */
export const desk: Migration = {
  version: 4,
  statements: `
    create table staff (
      id text not null primary key,
      -- Folded to small letters.
      username text not null unique,
      displayName text not null,
      -- JSON list of roles.
      roles text not null,
      -- Whose room page is theirs, as lists write the name.
      clinician text,
      -- scrypt with its parameters and salt; null until a code was used.
      passphrase text,
      isActive integer not null check (isActive in (0, 1)),
      failedSignIns integer not null,
      lockedUntil text,
      lastSignedInAt text,
      createdAt text not null
    ) strict;

    -- One-time codes, kept as hashes. Without an account: the first manager's, or the last manager's reset.
    create table staffCodes (
      hash text not null primary key,
      staffId text references staff (id),
      expiresAt text not null,
      createdAt text not null
    ) strict;
    create index staffCodesByStaff on staffCodes (staffId);

    create table deskSessions (
      id text not null primary key,
      -- Of the secret that the browser holds.
      tokenHash text not null unique,
      staffId text not null references staff (id),
      "from" text not null,
      device text not null,
      createdAt text not null,
      lastUsedAt text not null,
      isLocked integer not null check (isLocked in (0, 1)),
      pin text,
      wrongPins integer not null
    ) strict;
    create index deskSessionsByStaff on deskSessions (staffId);

    create table boards (
      id text not null primary key,
      tokenHash text not null unique,
      name text not null,
      pairedAt text not null,
      pairedBy text not null,
      lastSeenAt text
    ) strict;

    -- Names by which the desk's own authority, key and passphrases are found; inside this encrypted file and nowhere else.
    create table vault (
      name text not null primary key,
      value text not null
    ) strict;

    -- What staff know and did of a visit; version rises with each change, so that the second of two desks is told.
    create table deskVisits (
      visitId text not null primary key references visits (id),
      version integer not null,
      doneAs text check (doneAs in ('seen', 'left')),
      doneAt text,
      isFlagged integer not null check (isFlagged in (0, 1)),
      note text,
      -- Reception has looked after somebody who is here without a check-in.
      lookedAfterAt text,
      changedBy text,
      changedAt text not null
    ) strict;

    -- Marking an arrival in the clinical system, and moving it to another clinician.
    create table deskArrivals (
      arrivalId text not null primary key references arrivals (id),
      -- Checked in by hand: the account that did it; null at the kiosk.
      checkedInBy text,
      takenBy text,
      takenAt text,
      markedAt text,
      -- An account, or 'list'.
      markedBy text,
      movedTo text
    ) strict;

    create table calls (
      id text not null primary key,
      day text not null,
      visitId text references visits (id),
      queueTicketId text,
      kind text not null check (kind in ('call', 'quiet', 'fetch')),
      -- Ticket at the time of the call.
      ticket text,
      clinician text not null,
      room text,
      calledAt text not null,
      calledBy text not null,
      lastCalledAt text not null,
      times integer not null,
      outcome text not null check (outcome in ('open', 'seen', 'didNotAnswer', 'cancelled')),
      endedAt text,
      lookedAt text
    ) strict;
    create index callsByDay on calls (day);
    create index callsByVisit on calls (visitId);

    -- A list that another has replaced can be taken back until the next comes.
    alter table imports add column replacedAt text;

    -- Headings of exports that no profile knows, mapped by staff.
    create table listProfiles (
      name text not null primary key,
      mapping text not null,
      savedAt text not null
    ) strict;

    alter table alerts add column acknowledgedBy text;
    create index auditBySubject on audit (subjectId) where subjectId is not null;
  `,
};
