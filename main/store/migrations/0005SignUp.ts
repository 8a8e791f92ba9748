import type { Migration } from './migration';

/** Sign-up: applications for online services, reviews of proxy access, and whom the list marks as without an account. */
export const signUp: Migration = {
  version: 5,
  statements: `
    create table applications (
      id text not null primary key,
      -- Of the draft at the kiosk: sent twice, it is one application.
      draftId text not null unique,
      reference text not null unique,
      -- For the trail; this row is the only way from it to the patient.
      subjectId text not null unique,
      kind text not null check (kind in ('self', 'someoneElse', 'underEleven', 'account')),
      day text not null,
      sentAt text not null,
      -- Of the patient, for finding the same person again.
      dateOfBirth text not null,
      nhsNumber text,
      -- JSON: what the patient gave.
      form text not null,
      -- JSON: what staff did.
      work text not null,
      version integer not null,
      changedBy text,
      changedAt text not null,
      ended text check (ended in ('closed', 'refused', 'withdrawn', 'expired')),
      endedAt text,
      check ((ended is null) = (endedAt is null))
    ) strict;
    create index applicationsByBirth on applications (dateOfBirth);
    create index applicationsByNumber on applications (nhsNumber) where nhsNumber is not null;
    create index applicationsByEnd on applications (endedAt);

    create table proxyReviews (
      id text not null primary key,
      applicationId text not null,
      subjectId text not null,
      kind text not null check (kind in ('beforeThirteen', 'atSixteen')),
      -- JSON: names of both, the patient's date of birth, how they are related.
      people text not null,
      dueOn text not null,
      version integer not null,
      changedBy text,
      changedAt text not null,
      safeBy text,
      safeAt text,
      outcome text check (outcome in ('continues', 'suspended', 'ended')),
      doneBy text,
      doneAt text,
      unique (applicationId, kind)
    ) strict;
    create index proxyReviewsByDue on proxyReviews (dueOn);

    -- Null: the list does not say whether they have an online account.
    alter table appointments add column hasOnlineAccount integer check (hasOnlineAccount in (0, 1));
    -- They were invited to sign up at this visit.
    alter table visits add column invitedAt text;
  `,
};
