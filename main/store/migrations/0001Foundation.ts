import type { Migration } from './migration';

/** What any store needs whatever the kiosk does: facts about itself, the practice's rules, the audit trail and bare counts. */
export const foundation: Migration = {
  version: 1,
  statements: `
    create table meta (
      key text not null primary key,
      value text not null
    ) strict;

    create table rules (
      name text not null primary key,
      value text not null,
      changedAt text not null
    ) strict;

    create table audit (
      sequence integer primary key,
      at text not null,
      actor text not null,
      action text not null,
      subjectId text,
      detail text not null,
      previousHash text not null,
      hash text not null
    ) strict;

    create trigger auditIsNeverChanged before update on audit
    begin
      select raise(abort, 'audit rows are never changed');
    end;

    create trigger auditIsNeverDeleted before delete on audit
    begin
      select raise(abort, 'audit rows are never deleted');
    end;

    -- Also keeps "insert or replace" from taking a row away: that fires no delete trigger.
    create trigger auditGrowsByOne before insert on audit
    when new.sequence is not coalesce((select max(sequence) from audit), 0) + 1
    begin
      select raise(abort, 'audit rows are numbered without a gap');
    end;

    create table dailyCounts (
      day text not null,
      name text not null,
      count integer not null,
      primary key (day, name)
    ) strict;
  `,
};
