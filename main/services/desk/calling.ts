import { randomUUID } from 'node:crypto';
import { slotsToCall, whyNotCall, type CallKind } from '../../domain/desk/calling';
import { addCall, openCallOf } from '../../store/calls';
import { queueTicketById } from '../../store/tickets';
import { setArrivalCalls } from '../../store/visits';
import {
  actOnVisit,
  auditAct,
  type Acted,
  type ActionNow,
  type ActionParts,
  type Refusal,
  type RowKey,
  type Step,
} from './actionsOnVisit';
import { createCallEndings, type CallEndings } from './callingEndings';
import { mustBeFetched, roomOf, shownOfVisit } from './callingFacts';
import { onlyOwnOf } from './callingOwn';
import type { Caller } from './caller';

/** A call that was made, or why none was. */
export type MadeCall = { kind: 'called'; callId: string } | Refusal;

/** Calling patients and tickets in. There is at most one open call of each. */
export interface Calling extends CallEndings {
  /** @param key.room null: the clinician's by the rules. */
  call(caller: Caller, key: RowKey & { kind: CallKind; room: string | null }): Promise<MadeCall>;
  /**
   * Calls the next ticket of a queue to `room`. Whoever calls patients: a queue is this system's alone, and a ticket that nobody could call
   * would leave its holder waiting for ever (decision 21).
   */
  callTicket(caller: Caller, ticket: { ticketId: string; room: string }): Promise<MadeCall>;
}

export function createCalling(parts: ActionParts): Calling {
  const { store, clock, changes, settings, log } = parts;
  return {
    ...createCallEndings(parts),
    async call(caller, key) {
      const callId = randomUUID();
      const acted: Acted = await actOnVisit(parts, caller, key, (now) => callVisit(now, caller, { ...key, callId }));
      return acted.kind === 'done' ? { kind: 'called', callId } : acted;
    },
    async callTicket(caller, { ticketId, room }) {
      const { day } = clock.now();
      const at = clock.instant();
      const called = await store.write(async (db): Promise<MadeCall> => {
        const ticket = await queueTicketById(db, ticketId);
        if (ticket === null || ticket.day !== day) return { kind: 'gone' };
        const open = await openCallOf(db, day, { queueTicketId: ticketId });
        if (open !== null) return { kind: 'notNow', why: 'This ticket is being called already.' };
        const callId = randomUUID();
        await addCall(db, {
          ...newCall(callId, caller, at),
          day,
          visitId: null,
          queueTicketId: ticketId,
          kind: 'call',
          ticket: ticket.ticket,
          clinician: caller.clinician ?? caller.displayName,
          room,
        });
        await auditAct(db, caller, { at, action: 'call.made', subjectId: ticketId, detail: { kind: 'ticket' } });
        return { kind: 'called', callId };
      });
      if (called.kind !== 'called') return called;
      for (const topic of ['calls', 'queue'] as const) changes.publish(topic);
      log.info('desk.acted', { kind: 'call.made' });
      return called;
    },
  };

  async function callVisit(
    now: ActionNow,
    caller: Caller,
    { kind, room, callId }: { kind: CallKind; room: string | null; callId: string },
  ): Promise<Step> {
    const { db, day, at, visit, slots } = now;
    const rules = settings.rules();
    const onlyOf = onlyOwnOf(caller);
    const why = whyNotCall({
      calling: rules.calling,
      kind,
      slots,
      doneAs: now.desk.doneAs,
      hasOpenCall: now.openCall !== null,
      isToFetch: await mustBeFetched(db, visit, rules),
      hasSomethingToShow: (await shownOfVisit(db, visit, rules, visit.ticket)) !== null,
      onlyOf,
    });
    const called = slotsToCall(slots, onlyOf);
    const [first] = called;
    if (why !== null || first === undefined) return { why: why ?? 'They are not checked in.' };
    await setArrivalCalls(
      db,
      called.map(({ arrivalId }) => ({ arrivalId, calledAt: at })),
    );
    await addCall(db, {
      ...newCall(callId, caller, at),
      day,
      visitId: visit.id,
      queueTicketId: null,
      kind,
      ticket: visit.ticket,
      clinician: first.clinician,
      room: room === null || room.trim() === '' ? roomOf(first.clinician, rules) : room.trim(),
    });
    return { action: 'call.made', detail: { kind }, topics: ['calls'] };
  }
}

function newCall(id: string, { staffId }: Caller, at: string) {
  return {
    id,
    calledAt: at,
    calledBy: staffId,
    lastCalledAt: at,
    times: 1,
    outcome: 'open',
    endedAt: null,
    lookedAt: null,
  } as const;
}
