import { isContractProcedure } from '@orpc/contract';
import { call, ORPCError, type AnyProcedure } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { boardContract } from '../../../../preload/contract/board';
import { deskContract } from '../../../../preload/contract/desk';
import { roles, type DeskMeta, type Role } from '../../../../preload/contract/desk/roles';
import { kioskContract } from '../../../../preload/contract/kiosk';
import type { OpenSession } from '../../../../main/services/desk/caller';
import { createDeskRouter, type DeskParts } from '../../../../main/services/desk/deskRouter';
import { createSilentLog } from '../../../support/fakePorts';

/** Every procedure of a contract by its path, with what it states. */
function procedures(contract: object, path: readonly string[] = []): { path: string; meta: DeskMeta }[] {
  return Object.entries(contract).flatMap(([name, part]: [string, unknown]) => {
    const own = [...path, name];
    if (isContractProcedure(part)) return [{ path: own.join('.'), meta: part['~orpc'].meta as DeskMeta }];
    return procedures(part as object, own);
  });
}

const all = procedures(deskContract);

/** Parts that let every procedure be built and none do anything: what is tested stands before the handlers. */
const nothing: unknown = new Proxy(() => undefined, {
  get: (_target, name) => (name === 'then' ? undefined : nothing),
  apply: () => nothing,
});

/** Spreading a proxy gives nothing, so each part is named. */
const parts =
  'store clock timers settings changes state speech soundTests kioskMode facts web boards calling actions uploads watched list importLists downtime applications forms proxyReviews slips printing invitations figures roster'.split(
    ' ',
  );

/** How a session with these roles is answered by each procedure: the code of the refusal, or `reached`. */
async function answersTo(session: OpenSession | null, log = createSilentLog()): Promise<Map<string, string>> {
  const router: object = createDeskRouter({
    ...(nothing as DeskParts),
    sessions: { find: () => Promise.resolve(session) } as unknown as DeskParts['sessions'],
    log,
    ...Object.fromEntries(parts.map((name) => [name, nothing])),
  } as DeskParts);
  const context = { token: 'token', keepToken: () => undefined, from: 'test', device: 'test' };
  const answers = new Map<string, string>();
  for (const { path } of all) {
    const procedure = path
      .split('.')
      .reduce<object>((part, name) => (part as Record<string, object>)[name] as object, router);
    const code = await call(procedure as AnyProcedure, { nonsense: true }, { context }).then(
      () => 'reached',
      (error: unknown) => (error instanceof ORPCError ? error.code : 'reached'),
    );
    answers.set(path, ['SIGNED_OUT', 'LOCKED', 'FORBIDDEN'].includes(code) ? code : 'reached');
  }
  return answers;
}

function sessionOf(held: readonly Role[], isLocked = false): OpenSession {
  const who = { sessionId: 'session', staffId: 'staff', username: 'name', displayName: 'Name', clinician: null };
  return { ...who, roles: held, isLocked, hasPin: false };
}

test('whoever is not signed in cannot fill the log, and whoever reaches for more than their role is in it', async () => {
  const ofStrangers = createSilentLog();
  await answersTo(null, ofStrangers);
  expect(ofStrangers.entries.filter(({ fields }) => fields.kind === 'SIGNED_OUT')).toEqual([]);
  const ofClinician = createSilentLog();
  await answersTo(sessionOf(['clinician']), ofClinician);
  const forClinicians = all.filter(({ meta }) => typeof meta.roles === 'string' || meta.roles.includes('clinician'));
  const refused = ofClinician.entries.filter(
    ({ event, fields }) => event === 'desk.refused' && fields.kind === 'FORBIDDEN',
  );
  expect(refused).toHaveLength(all.length - forClinicians.length);
});

describe('every procedure of the desk', () => {
  test('states whom it is for, and none is for nobody', () => {
    expect(all.length).toBeGreaterThan(60);
    for (const { path, meta } of all) {
      expect(Array.isArray(meta.roles) ? meta.roles.length : 1, path).toBeGreaterThan(0);
    }
  });

  test('that patients’ data or the practice’s rules pass through is for signed-in staff with a role', () => {
    const open = all
      .filter(({ meta }) => typeof meta.roles === 'string')
      .map(({ path, meta }) => `${path} ${String(meta.roles)}`);
    expect(open.sort()).toEqual([
      'session.alive signedIn',
      'session.changePassphrase signedIn',
      'session.lock signedIn',
      'session.pulse signedIn',
      'session.setPin signedIn',
      'session.signIn anyone',
      'session.signOut anyone',
      'session.state anyone',
      'session.unlock signedIn',
      'session.useCode anyone',
    ]);
  });

  test.each(roles)('is reached by a %s exactly where its contract says so', async (role) => {
    const answers = await answersTo(sessionOf([role]));
    for (const { path, meta } of all) {
      const isFor = typeof meta.roles === 'string' || meta.roles.includes(role);
      expect(answers.get(path), path).toBe(isFor ? 'reached' : 'FORBIDDEN');
    }
  });

  test('is closed to whoever is not signed in, but for signing in', async () => {
    const answers = await answersTo(null);
    for (const { path, meta } of all) {
      expect(answers.get(path), path).toBe(meta.roles === 'anyone' ? 'reached' : 'SIGNED_OUT');
    }
  });

  test('is closed while the desk is locked, whatever the role, but for unlocking and for being told to sound', async () => {
    const answers = await answersTo(sessionOf(roles, true));
    for (const { path, meta } of all) {
      expect(answers.get(path), path).toBe(typeof meta.roles === 'string' ? 'reached' : 'LOCKED');
    }
  });

  test('is closed to an account without a role', async () => {
    const answers = await answersTo(sessionOf([]));
    for (const { path, meta } of all) {
      expect(answers.get(path), path).toBe(typeof meta.roles === 'string' ? 'reached' : 'FORBIDDEN');
    }
  });
});

test('what the kiosk and the board are handed names no procedure of the desk but their own', () => {
  const ofKiosk = procedures(kioskContract).map(({ path }) => path);
  const ofBoard = procedures(boardContract).map(({ path }) => path);
  expect(ofBoard.sort()).toEqual(['live', 'speech']);
  const areas = new Set(all.map(({ path }) => path.split('.')[0]));
  expect(ofKiosk.filter((path) => areas.has(path.split('.')[0]))).toEqual([]);
});
