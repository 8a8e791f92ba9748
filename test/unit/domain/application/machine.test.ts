import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actSchema, refusalSchema, type Act } from '../../../../preload/contract/desk/applications';
import { roles, type Role } from '../../../../preload/contract/desk/roles';
import { services, type Service } from '../../../../preload/contract/signUp';
import type { ApplicationFacts } from '../../../../main/domain/application/facts';
import { after, nextStep, refusalOf, slipRefusal, transitions } from '../../../../main/domain/application/machine';

const sent: ApplicationFacts = {
  kind: 'self',
  band: 'adult',
  identity: 'submitted',
  hasRelativeSpoken: false,
  isAskerVerified: false,
  isProxyRecorded: false,
  isCompetent: false,
  isConsentNeeded: false,
  hasConsented: false,
  hasAgreed: true,
  isTalkWanted: false,
  decisions: { appointments: 'pending', prescriptions: 'pending', record: 'pending' },
  isRecordOff: false,
  isAccountCreated: false,
  isHandedOver: false,
  isTaskDone: false,
  isOverdue: false,
  ended: null,
};

type Done = [Act, (Service | null)?];

/** The facts after acts that are all allowed. */
function having(facts: ApplicationFacts, ...acts: Done[]): ApplicationFacts {
  return acts.reduce((now, [act, service = null]) => after(now, act, service), facts);
}

const grantAll: Done[] = services.map((service) => ['grant', service]);
const verified = having(sent, ['verify']);

describe('an application for oneself', () => {
  test('goes from verifying through decisions, account and slip to its end', () => {
    expect(nextStep(sent)).toBe('verify');
    expect(nextStep(verified)).toBe('decide');
    const granted = having(verified, ...grantAll);
    expect(nextStep(granted)).toBe('createAccount');
    const made = having(granted, ['createAccount']);
    expect(nextStep(made)).toBe('handOver');
    expect(slipRefusal(made)).toBeNull();
    const over = having(made, ['handOver']);
    expect(over.ended).toBe('closed');
    expect(nextStep(over)).toBe('nothing');
  });

  test('is decided only once it is verified', () => {
    for (const service of services) expect(refusalOf(sent, 'grant', service)).toBe('notVerified');
    expect(refusalOf(sent, 'decline', 'appointments')).toBe('notVerified');
    expect(refusalOf(sent, 'refer', 'record')).toBe('notVerified');
  });

  test('has nothing decided that was not asked for, and nothing twice', () => {
    const two = having({ ...sent, decisions: { appointments: 'pending' } }, ['verify']);
    expect(refusalOf(two, 'grant', 'record')).toBe('notAsked');
    const granted = having(verified, ['grant', 'appointments']);
    expect(refusalOf(granted, 'grant', 'appointments')).toBe('alreadyDecided');
    expect(refusalOf(granted, 'decline', 'appointments')).toBe('alreadyDecided');
  });

  test('is over when everything is declined, and nothing more can be done', () => {
    const over = having(verified, ...services.map((service): Done => ['decline', service]));
    expect(over.ended).toBe('closed');
    for (const act of actSchema.options) expect(refusalOf(over, act, 'record')).toBe('ended');
  });

  test('is over when identity is refused, it is withdrawn, or three months have gone by', () => {
    expect(having(sent, ['refuse']).ended).toBe('refused');
    expect(having(verified, ['withdraw']).ended).toBe('withdrawn');
    expect(refusalOf(verified, 'expire')).toBe('notYetExpired');
    expect(having({ ...verified, isOverdue: true }, ['expire']).ended).toBe('expired');
  });

  test('stays open while they come back with something, and can be verified then', () => {
    const back = having(sent, ['comeBack']);
    expect(back).toMatchObject({ identity: 'comeBack', ended: null });
    expect(having(back, ['verify']).identity).toBe('verified');
  });

  test('waits until somebody has talked with whoever asked to talk first', () => {
    const talks = { ...sent, isTalkWanted: true, hasAgreed: false };
    expect(nextStep(talks)).toBe('talk');
    expect(refusalOf(having(talks, ['verify']), 'grant', 'appointments')).toBe('talkFirst');
    const talked = having(talks, ['talk'], ['verify']);
    expect(nextStep(talked)).toBe('agree');
    expect(refusalOf(talked, 'grant', 'record')).toBe('notAgreed');
    expect(refusalOf(having(talked, ['agree']), 'grant', 'record')).toBeNull();
    expect(refusalOf({ ...talked, decisions: { appointments: 'pending' } }, 'agree')).toBe('notAsked');
  });

  test('gives no record on what a relative has put into words, until it is agreed without them', () => {
    const spoken = { ...verified, hasRelativeSpoken: true };
    expect(refusalOf(spoken, 'grant', 'record')).toBe('relativeInterpreted');
    expect(refusalOf(spoken, 'grant', 'appointments')).toBeNull();
    expect(refusalOf(having(spoken, ['agree']), 'grant', 'record')).toBeNull();
  });

  test('of a child under 11 is neither verified nor decided', () => {
    expect(refusalOf({ ...sent, band: 'child' }, 'verify')).toBe('tooYoung');
  });

  test('of somebody from 11 to 15 is decided only once a clinician has assessed them', () => {
    const young = having({ ...sent, band: 'young' }, ['verify']);
    expect(nextStep(young)).toBe('confirmCompetence');
    expect(refusalOf(young, 'grant', 'appointments')).toBe('competenceNotConfirmed');
    expect(refusalOf(having(young, ['confirmCompetence']), 'grant', 'appointments')).toBeNull();
    expect(refusalOf(sent, 'confirmCompetence')).toBe('notYoung');
  });
});

describe('a referral to a clinician', () => {
  const referred = having(verified, ['grant', 'appointments'], ['decline', 'prescriptions'], ['refer', 'record']);

  test('is of the record only, and only a reviewer settles it', () => {
    expect(refusalOf(verified, 'refer', 'appointments')).toBe('onlyRecordIsReferred');
    expect(refusalOf(verified, 'reviewGrant', 'record')).toBe('notReferred');
    expect(refusalOf(referred, 'grant', 'record')).toBe('alreadyDecided');
    expect(having(referred, ['reviewDecline', 'record']).decisions.record).toBe('declined');
  });

  test('lets the other services go on, with record access off', () => {
    expect(nextStep(referred)).toBe('createAccount');
    const made = having(referred, ['createAccount']);
    expect(slipRefusal(made)).toBe('recordMustBeOff');
    expect(nextStep(made)).toBe('confirmRecordOff');
    const over = having(made, ['confirmRecordOff'], ['handOver']);
    expect(over.ended).toBeNull();
    expect(nextStep(over)).toBe('review');
    expect(having(over, ['reviewGrant', 'record']).ended).toBe('closed');
  });
});

describe('a request for another person', () => {
  const asked: ApplicationFacts = {
    ...sent,
    kind: 'someoneElse',
    hasAgreed: false,
    decisions: { appointments: 'pending' },
  };

  test('needs both identities and what it rests on', () => {
    const one = having(asked, ['verify']);
    expect(refusalOf(one, 'grant', 'appointments')).toBe('askerNotVerified');
    const both = having(one, ['verifyAsker']);
    expect(refusalOf(both, 'grant', 'appointments')).toBe('proxyNotRecorded');
    expect(refusalOf(having(both, ['recordProxy']), 'grant', 'appointments')).toBeNull();
    expect(refusalOf(sent, 'recordProxy')).toBe('isNoProxy');
  });

  test('needs a young patient’s own competence and consent', () => {
    const young = having(
      { ...asked, band: 'young', isConsentNeeded: true },
      ['verify'],
      ['verifyAsker'],
      ['recordProxy'],
    );
    expect(nextStep(young)).toBe('confirmCompetence');
    const competent = having(young, ['confirmCompetence']);
    expect(nextStep(competent)).toBe('confirmConsent');
    expect(refusalOf(having(competent, ['confirmConsent']), 'grant', 'appointments')).toBeNull();
  });
});

test('a request that rests on an adult’s consent waits for it', () => {
  const asked: ApplicationFacts = { ...sent, kind: 'someoneElse', decisions: { appointments: 'pending' } };
  const recorded = { ...having(asked, ['verify'], ['verifyAsker'], ['recordProxy']), isConsentNeeded: true };
  expect(nextStep(recorded)).toBe('confirmConsent');
  expect(refusalOf(recorded, 'grant', 'appointments')).toBe('consentNotConfirmed');
  expect(refusalOf(having(recorded, ['confirmConsent']), 'grant', 'appointments')).toBeNull();
});

test('a task is done or withdrawn, and is never verified or decided', () => {
  for (const kind of ['account', 'underEleven'] as const) {
    const task: ApplicationFacts = { ...sent, kind, band: kind === 'underEleven' ? 'child' : 'adult', decisions: {} };
    expect(nextStep(task)).toBe('doTask');
    for (const act of ['verify', 'refuse', 'comeBack', 'grant', 'createAccount', 'handOver'] as const)
      expect(refusalOf(task, act, 'record')).toBe('isTask');
    expect(having(task, ['finishTask']).ended).toBe('closed');
  }
  expect(refusalOf(sent, 'finishTask')).toBe('isNoTask');
});

test('every act states who may do it, and every refusal can happen', () => {
  const used = new Set(Object.values(transitions).flatMap(({ unless }) => unless));
  expect([...used].sort()).toEqual([...refusalSchema.options].sort());
  for (const { roles: allowed } of Object.values(transitions)) expect(allowed.length).toBeGreaterThan(0);
});

/** Anything that can be sent. */
const anySent: fc.Arbitrary<ApplicationFacts> = fc
  .record({
    kind: fc.constantFrom('self' as const, 'someoneElse' as const, 'underEleven' as const, 'account' as const),
    band: fc.constantFrom('child' as const, 'young' as const, 'adult' as const),
    hasAgreed: fc.boolean(),
    isTalkWanted: fc.boolean(),
    isConsentNeeded: fc.boolean(),
    wanted: fc.subarray([...services], { minLength: 1 }),
  })
  .map(({ wanted, ...rest }) => ({
    ...sent,
    ...rest,
    decisions: Object.fromEntries(wanted.map((service) => [service, 'pending' as const])),
  }));

const anyTry = fc.record({
  act: fc.constantFrom(...actSchema.options),
  service: fc.constantFrom(null, ...services),
  role: fc.constantFrom<Role | 'system'>('system', ...roles),
  hasRelative: fc.boolean(),
});

test('whatever anybody tries, nothing is granted without verification and a decision by who may, and no slip gets past the guard', () => {
  fc.assert(
    fc.property(anySent, fc.array(anyTry, { maxLength: 40 }), (start, tries) => {
      let facts = start;
      const done: { act: Act; service: Service | null; role: Role | 'system' }[] = [];
      for (const { act, service, role, hasRelative } of tries) {
        if (!transitions[act].roles.includes(role) || refusalOf(facts, act, service) !== null) continue;
        const before = facts;
        facts = after(facts, act, service);
        if (act === 'verify' || act === 'verifyAsker')
          facts = { ...facts, hasRelativeSpoken: facts.hasRelativeSpoken || hasRelative };
        done.push({ act, service, role });
        if (act === 'handOver') {
          const { decisions, isRecordOff, isAccountCreated } = before;
          expect(before.identity).toBe('verified');
          expect(isAccountCreated).toBe(true);
          expect(decisions.record === 'granted' || isRecordOff).toBe(true);
          expect(Object.values(decisions)).toContain('granted');
        }
        if (facts.decisions.record === 'granted' && before.decisions.record !== 'granted')
          expect(before.hasRelativeSpoken).toBe(false);
        // Consent was to what is recorded now, not to something before it.
        if (act === 'grant' && facts.kind === 'someoneElse' && facts.isConsentNeeded) {
          const last = (wanted: Act): number => done.findLastIndex((one) => one.act === wanted);
          expect(last('confirmConsent')).toBeGreaterThan(last('recordProxy'));
        }
      }
      const granted = services.filter((service) => facts.decisions[service] === 'granted');
      const by = (act: Act): (Role | 'system')[] => done.filter((one) => one.act === act).map(({ role }) => role);
      for (const service of granted) {
        expect(by('verify')).toEqual(['verifier']);
        const decided = done.find(
          (one) =>
            (one.act === 'grant' && one.service === service) || (one.act === 'reviewGrant' && service === 'record'),
        );
        expect(decided?.role).toBe(decided?.act === 'grant' ? 'authoriser' : 'clinicalReviewer');
        expect(start.kind === 'self' || start.kind === 'someoneElse').toBe(true);
        if (start.kind === 'someoneElse') expect(by('verifyAsker')).toContain('verifier');
        if (start.band === 'young') expect(by('confirmCompetence')).toContain('clinicalReviewer');
        if (start.isTalkWanted) expect(by('talk').length).toBe(1);
      }
      if (granted.includes('record')) expect(start.hasAgreed || by('agree').length > 0).toBe(true);
      if (facts.isHandedOver) expect(granted.length).toBeGreaterThan(0);
    }),
    { numRuns: 2_000 },
  );
});

test('from anywhere there is a way to an end, and what is over stays over', () => {
  fc.assert(
    fc.property(anySent, fc.array(anyTry, { maxLength: 30 }), (start, tries) => {
      let facts = start;
      for (const { act, service } of tries) {
        const over = facts.ended;
        if (refusalOf(facts, act, service) === null) facts = after(facts, act, service);
        if (over !== null) expect(facts.ended).toBe(over);
      }
      if (facts.ended === null) expect(refusalOf(facts, 'withdraw')).toBeNull();
    }),
  );
});

test('a refused act is a bug where it is done all the same', () => {
  expect(() => after(sent, 'handOver')).toThrow(/refused: notVerified/);
});
