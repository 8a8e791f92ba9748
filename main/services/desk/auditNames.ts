import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { AuditFilter } from '../../../preload/contract/desk/audit';
import { wallTimeSchema, type Day } from '../../../preload/contract/rules/dates';
import { foldLabel } from '../../domain/names';
import { instantOf } from '../../domain/time';
import type { AuditQuery } from '../../store/auditRead';
import { actorOf } from './caller';

/** Actors that are nobody's account, as the chain holds them. */
const notStaff: readonly string[] = ['kiosk', 'system', 'commandLine', 'list', 'desk', 'board'];
const staffPrefix = actorOf({ staffId: '' });

/** Somebody who stands in the chain: what a filter takes, and how they are shown. */
export interface NamedActor {
  id: string;
  name: string;
}

/**
 * How somebody in the chain is shown: by the name of the account where it is known, else as the chain holds them. Nobody can make an
 * account that reads like the kiosk.
 */
export function namedActor(actor: string, names: ReadonlyMap<string, string>): NamedActor {
  if (!actor.startsWith(staffPrefix)) return { id: actor, name: actor };
  const id = actor.slice(staffPrefix.length);
  const name = names.get(id);
  if (name === undefined) return { id, name: actor };
  const isMistakable = notStaff.some((one) => foldLabel(one) === foldLabel(name));
  return { id, name: isMistakable ? `${name} (${actor})` : name };
}

/** What the store is asked for. Days are London's, whole. */
export function queryOf(filter: AuditFilter): AuditQuery {
  const { from, to, actor, action, subjectId } = filter;
  return {
    from: from === null ? null : startOf(from),
    until: to === null ? null : startOf(Temporal.PlainDate.from(to).add({ days: 1 }).toString()),
    actor: actor !== null && z.uuid().safeParse(actor).success ? actorOf({ staffId: actor }) : actor,
    action,
    subjectId,
  };
}

/**
 * A filter as the chain may keep it for ever: what was typed is noted only as far as it can be no name of a patient. An actor or an action
 * that the chain does not hold, or a subject that is no random id, is `other`.
 */
export function filterToKeep(
  filter: AuditFilter,
  known: { actors: ReadonlySet<string>; actions: ReadonlySet<string> },
): Record<string, string | null> {
  const { actor } = queryOf(filter);
  const { from, to, action, subjectId } = filter;
  const isAction = action === null || [...known.actions].some((one) => one === action || one.startsWith(`${action}.`));
  return {
    from,
    to,
    actor: actor === null || known.actors.has(actor) ? actor : 'other',
    action: isAction ? action : 'other',
    subjectId: subjectId === null || z.uuid().safeParse(subjectId).success ? subjectId : 'other',
  };
}

function startOf(day: Day | string): string {
  return new Date(instantOf(wallTimeSchema.parse(`${day}T00:00`))).toISOString();
}
