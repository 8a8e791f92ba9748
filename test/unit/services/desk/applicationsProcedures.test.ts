import { randomUUID } from 'node:crypto';
import { isContractProcedure } from '@orpc/contract';
import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { actSchema, applicationsContract, type Act } from '../../../../preload/contract/desk/applications';
import type { DeskMeta } from '../../../../preload/contract/desk/roles';
import { slipsContract } from '../../../../preload/contract/desk/slips';
import { transitions } from '../../../../main/domain/application/machine';
import { applicationsProcedures } from '../../../../main/services/desk/applicationsProcedures';
import { createApplicationsState } from '../../../../main/services/desk/applicationsState';
import type { OpenSession } from '../../../../main/services/desk/caller';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { readAudit } from '../../../../main/store/audit';
import { documents, openSignUpDesk, sampleApplication } from './applicationsSupport';

/** The acts of the table by the procedure that does them. */
const actsOf: Partial<Record<keyof typeof applicationsContract, readonly Act[]>> = {
  decide: ['grant', 'decline'],
  review: ['reviewGrant', 'reviewDecline'],
  ...Object.fromEntries(actSchema.options.filter((act) => act in applicationsContract).map((act) => [act, [act]])),
};
const others = ['live', 'open', 'find', 'form', 'setPaused'];

const rolesOf = (name: string): DeskMeta['roles'] => {
  const procedure = applicationsContract[name as keyof typeof applicationsContract];
  if (!isContractProcedure(procedure)) throw new Error(`${name} is no procedure`);
  return procedure['~orpc'].meta.roles;
};

describe('every procedure that does something', () => {
  test('is for exactly the roles that the table of transitions gives the act to', () => {
    for (const [name, acts] of Object.entries(actsOf))
      for (const act of acts) expect([...rolesOf(name)].sort(), name).toEqual([...transitions[act].roles].sort());
  });

  test('is one of the table, and every act of staff has one', () => {
    expect([...Object.keys(actsOf), ...others].sort()).toEqual(Object.keys(applicationsContract).sort());
    const ofStaff = actSchema.options.filter((act) => transitions[act].roles.some((role) => role !== 'system'));
    // Slips have a contract of their own.
    expect([...Object.values(actsOf).flat(), 'printSlip'].sort()).toEqual(ofStaff.toSorted());
    for (const procedure of Object.values(slipsContract))
      expect(procedure['~orpc'].meta).toEqual({ roles: transitions.printSlip.roles });
  });
});

async function openProcedures() {
  const desk = await openSignUpDesk();
  const people: Record<string, OpenSession> = { ...desk.team, rao: desk.rao };
  const sessions = { find: (token: string | null) => Promise.resolve(people[token ?? ''] ?? null) };
  const made: string[] = [];
  let revision = 0;
  const procedures = applicationsProcedures(deskProcedures(sessions, desk.log), {
    ...desk,
    sessions,
    applications: createApplicationsState(desk),
    forms: {
      make(caller, applicationId) {
        made.push(`${caller.displayName} ${String(caller.role)}`);
        const pdf = new Uint8Array([0x25, 0x50, 0x44, 0x46]);
        return Promise.resolve(applicationId === known.id ? { fileName: 'form.pdf', pdf } : null);
      },
    },
    nextRevision: () => (revision += 1),
  });
  const known = await desk.send();
  const as = (token: string, signal?: AbortSignal) => ({
    context: { token, keepToken: () => undefined, from: '192.168.1.5', device: 'Chrome on Windows' },
    ...(signal === undefined ? {} : { signal }),
  });
  return { ...desk, procedures, as, known, made };
}

const key = (applicationId: string, version = 0) => ({ applicationId, version, handsOnSeconds: 0 });
const confirmed = { isThePerson: true, isTheRecord: true } as const;

describe('the procedures of applications', () => {
  test('do an act for whoever holds the role and refuse everybody else', async () => {
    const { procedures, as, known, read } = await openProcedures();
    const input = { ...key(known.id), ...documents, ...confirmed };
    for (const who of ['receptionist', 'authoriser', 'clinicalReviewer', 'manager', 'rao'])
      await expect(call(procedures.verify, input, as(who))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(call(procedures.verify, input, as('nobody'))).rejects.toMatchObject({ code: 'SIGNED_OUT' });
    expect(await call(procedures.verify, input, as('verifier'))).toEqual({});
    expect((await read(known)).work.identity).toBe('verified');
  });

  test('name what was refused: gone, changed by whom, not now and why, not complete', async () => {
    const { procedures, as, known, clock } = await openProcedures();
    const gone = call(procedures.withdraw, key(randomUUID()), as('receptionist'));
    await expect(gone).rejects.toMatchObject({ code: 'GONE', defined: true });
    const service = { service: 'record', decision: 'granted', isCodeChecked: true } as const;
    const early = call(procedures.decide, { ...key(known.id), ...service }, as('authoriser'));
    await expect(early).rejects.toMatchObject({ code: 'NOT_NOW', defined: true, data: { why: 'notVerified' } });
    const lacking = { ...key(known.id), ...documents, ...confirmed, addressDocument: null };
    const incomplete = call(procedures.verify, lacking, as('verifier'));
    await expect(incomplete).rejects.toMatchObject({ code: 'NOT_COMPLETE', defined: true });
    await call(procedures.keepForLater, { ...key(known.id), isForLater: true }, as('receptionist'));
    const late = call(procedures.withdraw, key(known.id), as('verifier'));
    await expect(late).rejects.toMatchObject({
      code: 'CHANGED',
      defined: true,
      data: { by: 'Rita Desk', at: clock.instant() },
    });
  });

  test('do not take one confirmation for two', async () => {
    const { procedures, as, known } = await openProcedures();
    const input = { ...key(known.id), ...documents, ...confirmed, isTheRecord: false as true };
    await expect(call(procedures.verify, input, as('verifier'))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('open one by its reference however it is typed, and say so when there is none', async () => {
    const { procedures, as, known } = await openProcedures();
    const reference = ` ${known.reference.toLowerCase().replace('-', ' ')} `;
    const { applicationId } = await call(procedures.find, { reference }, as('manager'));
    expect(applicationId).toBe(known.id);
    expect((await call(procedures.open, { applicationId }, as('manager'))).reference).toBe(known.reference);
    for (const other of ['DDD-DDD', 'nonsense', ''])
      await expect(call(procedures.find, { reference: other }, as('manager'))).rejects.toMatchObject({ code: 'GONE' });
    await expect(call(procedures.open, { applicationId: randomUUID() }, as('manager'))).rejects.toMatchObject({
      code: 'GONE',
    });
  });

  test('hand out the form as base64, asked for in the caller’s role', async () => {
    const { procedures, as, known, made } = await openProcedures();
    const form = await call(procedures.form, { applicationId: known.id }, as('accountCreator'));
    expect(form).toEqual({ fileName: 'form.pdf', pdf: 'JVBERg==' });
    expect(made).toEqual(['Cora Make accountCreator']);
    const gone = call(procedures.form, { applicationId: randomUUID() }, as('accountCreator'));
    await expect(gone).rejects.toMatchObject({ code: 'GONE' });
  });

  test('pause sign-up for the rest of the day, and take that back', async () => {
    const { procedures, as, settings } = await openProcedures();
    await call(procedures.setPaused, { isPaused: true }, as('receptionist'));
    expect(settings.rules().signUpPausedOn).toBe('2026-11-23');
    await call(procedures.setPaused, { isPaused: false }, as('receptionist'));
    expect(settings.rules().signUpPausedOn).toBeNull();
  });

  test('send the queue whole, at once and after every change, until the page goes', async () => {
    const { procedures, as, known, timers } = await openProcedures();
    const gone = new AbortController();
    const stream = await call(procedures.live, undefined, as('clinicalReviewer', gone.signal));
    const next = async () => {
      const asked = stream.next();
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      timers.advance(50);
      const result = await asked;
      if (result.done === true) throw new Error('The stream has ended');
      return result.value;
    };
    const first = await next();
    expect(first.rows.map(({ applicationId, next: step }) => [applicationId, step])).toEqual([[known.id, 'verify']]);
    await call(procedures.verify, { ...key(known.id), ...documents, ...confirmed }, as('verifier'));
    const second = await next();
    expect(second.rows.map(({ next: step, version }) => [step, version])).toEqual([['decide', 1]]);
    expect(second.revision).toBeGreaterThan(first.revision);
    gone.abort();
    expect((await stream.next()).done).toBe(true);
  });
});

test('every opening of an application is in the trail, with the role it was opened in', async () => {
  const { procedures, as, known, store, log } = await openProcedures();
  await call(procedures.open, { applicationId: known.id }, as('receptionist'));
  await call(procedures.open, { applicationId: known.id }, as('clinicalReviewer'));
  const rows = (await readAudit(store.db, 0, 100)).filter(({ action }) => action === 'application.opened');
  expect(rows.map(({ subjectId, detail }) => [subjectId, detail])).toEqual([
    [known.subjectId, { role: 'receptionist' }],
    [known.subjectId, { role: 'clinicalReviewer' }],
  ]);
  expect(log.events.filter((event) => event === 'application.opened')).toHaveLength(2);
});

test('what the contract lets out of an application that staff have worked on passes its own schema', async () => {
  const { procedures, as, send, having } = await openProcedures();
  const sent = await send(sampleApplication({ form: { agreed: null } }));
  await having(
    sent,
    'comeBack',
    'verifyByDocuments',
    'agree',
    'grantAppointments',
    'declinePrescriptions',
    'refer',
    'createAccount',
  );
  const detail = await call(procedures.open, { applicationId: sent.id }, as('manager'));
  // The statements themselves are in the form; the page is told who had them agreed, and when.
  expect(Object.keys(detail.agreedAtDesk ?? {}).sort()).toEqual(['at', 'by']);
  expect(detail.account?.by).toBe('Cora Make');
});
