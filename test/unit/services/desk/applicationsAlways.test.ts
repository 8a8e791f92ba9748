import { ageOn } from '../../../../preload/contract/rules/ages';
import { call, ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Act } from '../../../../preload/contract/desk/applications';
import type { Role } from '../../../../preload/contract/desk/roles';
import type { Service } from '../../../../preload/contract/signUp';
import { factsOf, type ApplicationFacts } from '../../../../main/domain/application/facts';
import { after, refusalOf, transitions } from '../../../../main/domain/application/machine';
import type { StoredApplication } from '../../../../main/domain/application/types';
import { applicationsProcedures } from '../../../../main/services/desk/applicationsProcedures';
import { createApplicationsState } from '../../../../main/services/desk/applicationsState';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { createPrintMemory } from '../../../../main/services/desk/printingMemory';
import type { KnownSession } from '../../../../main/services/desk/sessions';
import { createSlips } from '../../../../main/services/desk/slips';
import { slipsProcedures } from '../../../../main/services/desk/slipsProcedures';
import { verifyAudit } from '../../../../main/store/audit';
import { createFakePrinter } from '../../../support/fakePrinter';
import {
  allServices,
  askedAlone,
  born,
  openSignUpDesk,
  sampleApplication,
  sampleProxy,
  sampleTask,
} from './applicationsSupport';

const kinds = [
  'adult',
  'unagreed',
  'young',
  'tooYoung',
  'wantsToTalk',
  'proxyOfAdult',
  'proxyOfYoung',
  'proxyOfChild',
  'task',
] as const;

function applicationOf(kind: (typeof kinds)[number]): StoredApplication {
  const [child, young] = [born('2018-02-02'), born('2013-02-02')];
  switch (kind) {
    case 'adult':
      return sampleApplication();
    case 'unagreed':
      return sampleApplication({ form: { agreed: null } });
    case 'young':
      return sampleApplication({ form: { dateOfBirth: young } });
    case 'tooYoung':
      return sampleApplication({ form: { dateOfBirth: child } });
    case 'wantsToTalk':
      return sampleApplication({ form: { wantsToTalk: true, services: ['appointments', 'record'] } });
    case 'proxyOfAdult':
      return sampleProxy();
    case 'proxyOfYoung':
      return sampleProxy({ form: { dateOfBirth: young } });
    case 'proxyOfChild':
      return sampleProxy({ form: { dateOfBirth: child } });
    case 'task':
      return sampleTask();
  }
}

/** An act with the service it is about, as a procedure is asked for it. */
interface Asked {
  act: Act;
  service: Service | null;
}

const aboutOne = ['grant', 'decline'] as const;
const aboutRecord = ['refer', 'reviewGrant', 'reviewDecline'] as const;
const plain = (Object.keys(transitions) as Act[]).filter(
  (act) => act !== 'expire' && !([...aboutOne, ...aboutRecord] as Act[]).includes(act),
);
const everything: Asked[] = [
  ...plain.map((act) => ({ act, service: null })),
  ...aboutOne.flatMap((act) => allServices.map((service) => ({ act, service }))),
  ...aboutRecord.map((act) => ({ act, service: 'record' as const })),
];
const endings: Act[] = ['refuse', 'withdraw'];

const step = fc.record({
  place: fc.nat({ max: 997 }),
  role: fc.constantFrom<Role>(
    'receptionist',
    'verifier',
    'authoriser',
    'accountCreator',
    'clinicalReviewer',
    'manager',
    'clinician',
  ),
  /** Somebody with the role does what can be done and goes on: without that hardly anything would get far. */
  isAsItShould: fc.integer({ min: 0, max: 9 }).map((chance) => chance < 7),
  isByRelative: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function openEverything() {
  const desk = await openSignUpDesk();
  const people = { ...desk.team, clinician: desk.rao };
  const sessions = { find: (token: string | null) => Promise.resolve(people[token as keyof typeof people] ?? null) };
  const procedures = applicationsProcedures(deskProcedures(sessions, desk.log), {
    ...desk,
    sessions,
    applications: createApplicationsState(desk),
    forms: { make: () => Promise.resolve(null) },
    nextRevision: () => 1,
  });
  const printer = createFakePrinter();
  const kept = createSlips({
    ...desk,
    printer,
    sessions: { all: () => Promise.resolve(Object.values(people) as unknown as KnownSession[]) },
    isDemonstration: false,
    printMemory: createPrintMemory(desk),
    nextRevision: () => 1,
  });
  const slips = slipsProcedures(deskProcedures(sessions, desk.log), { slips: kept, sessions, changes: desk.changes });
  let slipsPrinted = 0;
  const slipEnded = () =>
    vi.waitFor(async () => {
      const ended = (await desk.trail()).filter(({ action }) => action === 'slip.printed').length;
      if (ended <= slipsPrinted) throw new Error('It is still being printed');
      slipsPrinted = ended;
    });
  const ask = async ({ act, service }: Asked, role: string, application: StoredApplication, isByRelative: boolean) => {
    const context = { token: role, keepToken: () => undefined, from: 'test', device: 'test' };
    const key = { applicationId: application.id, version: application.version, handsOnSeconds: 5 };
    const identity = {
      ...key,
      ...askedAlone,
      interpreter: isByRelative ? ('relative' as const) : ('none' as const),
      isThePerson: true as const,
      isTheRecord: true as const,
    };
    const decided = act === 'grant' || act === 'reviewGrant' ? 'granted' : 'declined';
    const { services } = application.form;
    const scope = services.length > 0 ? [...services] : allServices;
    const mayConsent = ageOn(application.form.dateOfBirth, application.day) >= 11;
    const basis = isByRelative && mayConsent ? ('consent' as const) : ('bestInterests' as const);
    const record = { ...key, relationship: 'other', basis, scope } as const;
    const does: Record<Act, () => Promise<unknown>> = {
      verify: () => call(procedures.verify, identity, { context }),
      verifyAsker: () => call(procedures.verifyAsker, identity, { context }),
      refuse: () => call(procedures.refuse, { ...key, reason: 'underPressure' }, { context }),
      comeBack: () => call(procedures.comeBack, { ...key, missing: ['photo'] }, { context }),
      keepForLater: () => call(procedures.keepForLater, { ...key, isForLater: true }, { context }),
      recordProxy: () => call(procedures.recordProxy, record, { context }),
      confirmCompetence: () => call(procedures.confirmCompetence, key, { context }),
      confirmConsent: () => call(procedures.confirmConsent, key, { context }),
      agree: () => call(procedures.agree, key, { context }),
      talk: () => call(procedures.talk, key, { context }),
      grant: () =>
        call(
          procedures.decide,
          { ...key, service: service ?? 'record', decision: decided, isCodeChecked: true },
          { context },
        ),
      decline: () =>
        call(
          procedures.decide,
          { ...key, service: service ?? 'record', decision: decided, isCodeChecked: true },
          { context },
        ),
      refer: () => call(procedures.refer, { ...key, dueOn: null }, { context }),
      reviewGrant: () => call(procedures.review, { ...key, decision: decided }, { context }),
      reviewDecline: () => call(procedures.review, { ...key, decision: decided }, { context }),
      confirmRecordOff: () => call(procedures.confirmRecordOff, { ...key, isOff: true, isCodeSet: true }, { context }),
      createAccount: () => call(procedures.createAccount, key, { context }),
      printSlip: async () => {
        const typed = { odsCode: '', accountId: '', secret: '' };
        const { version } = application;
        const wish = {
          applicationId: application.id,
          version,
          system: 'nhsApp' as const,
          size: 'a4' as const,
          ...typed,
        };
        const { slipId } = await call(slips.prepare, wish, { context });
        await call(slips.print, { slipId, printer: 'Reception', isReadBack: true }, { context });
        await slipEnded();
      },
      handOver: () => call(procedures.handOver, { ...key, isInPerson: true }, { context }),
      finishTask: () => call(procedures.finishTask, { ...key, outcome: 'talkedTo' }, { context }),
      withdraw: () => call(procedures.withdraw, key, { context }),
      expire: () => Promise.reject(new Error('Nobody is asked for it')),
    };
    return does[act]().then(
      () => ({ code: 'DONE', why: null }),
      (error: unknown) => {
        if (!(error instanceof ORPCError)) throw error;
        return { code: error.code, why: (error.data as { why?: string } | undefined)?.why ?? null };
      },
    );
  };
  return { ...desk, ask, printer };
}

/** What is asked for in a step, and by whom. */
function askedIn({ place, role, isAsItShould }: Step, facts: ApplicationFacts): { asked: Asked; role: Role } {
  const possible = everything.filter(
    ({ act, service }) => !endings.includes(act) && refusalOf(facts, act, service) === null,
  );
  const from = isAsItShould && possible.length > 0 ? possible : everything;
  const asked = from[place % from.length] ?? { act: 'withdraw', service: null };
  const [right] = transitions[asked.act].roles;
  return { asked, role: isAsItShould && right !== undefined && right !== 'system' ? right : role };
}

test('random acts in random roles leave exactly what the table of transitions says, and never a service without its grounds', async () => {
  const { ask, read, send, team, store, trail } = await openEverything();
  const reached = new Set<string>();
  const mayDecide = new Set([team.authoriser.staffId, team.clinicalReviewer.staffId]);

  /** What must be so of any application, whatever was done with it. */
  const check = ({ work, kind, form }: StoredApplication): void => {
    for (const [service, entry] of Object.entries(work.decisions)) {
      if (entry.decision !== 'granted') continue;
      reached.add('granted');
      expect(work.identity, service).not.toBe('submitted');
      expect(work.verification?.by).toBe(team.verifier.staffId);
      expect(mayDecide.has(entry.done?.by ?? '')).toBe(true);
      if (kind === 'someoneElse') expect(work.askerVerification?.by).toBe(team.verifier.staffId);
      if (service === 'record') expect(form.agreed !== null || work.agreedAtDesk !== null).toBe(true);
    }
    if (work.handedOver === null) return;
    reached.add('handedOver');
    expect(work.account?.by).toBe(team.accountCreator.staffId);
    expect(Object.values(work.decisions).some(({ decision }) => decision === 'granted')).toBe(true);
    const isRecordOpen = work.decisions.record?.decision === 'granted';
    expect(isRecordOpen || work.recordOff?.by === team.authoriser.staffId).toBe(true);
  };

  const run = async (kind: (typeof kinds)[number], steps: readonly Step[]): Promise<void> => {
    const { id } = await send(applicationOf(kind));
    let acts = 0;
    for (const one of steps) {
      const before = await read({ id });
      const facts = factsOf(before, before.day);
      const { asked, role } = askedIn(one, facts);
      const { code, why } = await ask(asked, role, before, one.isByRelative);
      const now = await read({ id });
      const refusal = refusalOf(facts, asked.act, asked.service);
      if (!transitions[asked.act].roles.includes(role)) expect(code, asked.act).toBe('FORBIDDEN');
      else if (refusal !== null) expect({ code, why }, asked.act).toEqual({ code: 'NOT_NOW', why: refusal });
      else expect(code, asked.act).toBe('DONE');
      if (code !== 'DONE') {
        expect(now).toEqual(before);
        continue;
      }
      acts += 1;
      // Who interpreted is said with the verification; the table knows of it from then on.
      const { verification, askerVerification, agreedAtDesk } = now.work;
      const hasRelative = [verification, askerVerification].some((given) => given?.interpreter === 'relative');
      const isVerifying = asked.act === 'verify' || asked.act === 'verifyAsker';
      // The clock of this test stands still: what was agreed at the desk counts as agreed last.
      const hasRelativeSpoken = isVerifying ? hasRelative && agreedAtDesk === null : undefined;
      const expected = after(facts, asked.act, asked.service);
      expect(factsOf(now, now.day)).toEqual({
        ...expected,
        ...(hasRelativeSpoken === undefined ? {} : { hasRelativeSpoken }),
        // On what the access rests is said with the record of it, likewise.
        isConsentNeeded: expected.band === 'young' || now.work.proxy?.basis === 'consent',
      });
      expect(now.version).toBe(before.version + 1);
      check(now);
    }
    const { subjectId } = await read({ id });
    // How a print ended is told apart from the act.
    const rows = (await trail()).filter((row) => row.subjectId === subjectId && row.action !== 'slip.printed');
    expect(rows).toHaveLength(acts);
    for (const { action, detail } of rows)
      expect(transitions[action.replace('application.', '') as Act].roles).toContain(detail['role']);
  };

  await fc.assert(fc.asyncProperty(fc.constantFrom(...kinds), fc.array(step, { minLength: 10, maxLength: 30 }), run), {
    numRuns: 40,
  });
  // One that always goes well, so that this test has seen a service granted and handed over whatever chance brought.
  const straight = [...Array(12).keys()].map((place): Step => ({
    place,
    role: 'manager',
    isAsItShould: true,
    isByRelative: false,
  }));
  for (const kind of ['adult', 'proxyOfAdult'] as const) await run(kind, [...straight, ...straight]);
  expect([...reached].sort()).toEqual(['granted', 'handedOver']);
  expect(await verifyAudit(store.db, store.auditSeal, [])).toMatchObject({ isSound: true });
}, 60_000);
