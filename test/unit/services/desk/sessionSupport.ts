import { call, ORPCError } from '@orpc/server';
import type { Pulse, SessionState } from '../../../../preload/contract/desk/session';
import type { Role } from '../../../../preload/contract/desk/roles';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import type { DeskContext } from '../../../../main/services/desk/context';
import { issueManagerCode } from '../../../../main/services/desk/codes';
import { liveSnapshots } from '../../../../main/services/live';
import { createSessions } from '../../../../main/services/desk/sessions';
import { sessionProcedures } from '../../../../main/services/desk/sessionProcedures';
import { staffProcedures } from '../../../../main/services/desk/staffProcedures';
import { openPractice } from '../../../support/practice';

/** Nobody would try it, and no rule refuses it. */
export const goodPassphrase = 'kettle lantern gravel';
export const otherPassphrase = 'purple otter waltzing';

/** A browser: it keeps the secret of its session as a cookie. */
export function createBrowser(from = '192.168.1.20'): DeskContext & { token: string | null } {
  const browser = {
    token: null as string | null,
    from,
    device: 'Firefox on Linux',
    keepToken(token: string | null) {
      browser.token = token;
    },
  };
  return browser;
}

type Practice = Awaited<ReturnType<typeof openPractice>>;

/** The procedures of sessions and staff on a real store, as a program that was just started has them. */
export function startDesk(practice: Practice) {
  const { changes, log, timers } = practice;
  const sessions = createSessions(practice);
  const os = deskProcedures(sessions, log);
  let revision = 0;
  const pulse = (signal: AbortSignal | undefined): AsyncGenerator<Pulse> =>
    liveSnapshots({
      read: () => Promise.resolve({ help: 0, alerts: 0, overdue: 0, waiting: 0 }),
      changes,
      topics: ['visits'],
      nextRevision: () => (revision += 1),
      signal,
    });
  const session = sessionProcedures(os, { ...practice, sessions, pulse });
  const staff = staffProcedures(os, { ...practice, sessions });
  return { sessions, session, staff, timers };
}

/** A practice whose desk is open, and ways to sign people in. */
export async function openSignIn(options: Parameters<typeof openPractice>[0] = {}) {
  const practice = await openPractice(options);
  const desk = startDesk(practice);
  const { session, staff } = desk;
  const state = (browser: DeskContext): Promise<SessionState> => call(session.state, {}, { context: browser });
  const signIn = (browser: DeskContext, username: string, passphrase = goodPassphrase): Promise<SessionState> =>
    call(session.signIn, { username, passphrase }, { context: browser });
  const useCode = (
    browser: DeskContext,
    code: string,
    username: string,
    change: { displayName?: string | null; passphrase?: string } = {},
  ): Promise<SessionState> =>
    call(
      session.useCode,
      { code, username, displayName: null, passphrase: goodPassphrase, ...change },
      { context: browser },
    );
  /** The first manager, signed in. */
  const firstManager = async (username = 'max.field') => {
    const browser = createBrowser();
    const { code } = await issueManagerCode(practice);
    await useCode(browser, code, username, { displayName: 'Max Field' });
    return browser;
  };
  /** Somebody whom a manager adds and who uses the code. */
  const join = async (manager: DeskContext, username: string, roles: Role[], clinician: string | null = null) => {
    const account = { username, displayName: username, roles, clinician };
    const { code } = await call(staff.add, account, { context: manager });
    const browser = createBrowser();
    await useCode(browser, code, username);
    return browser;
  };
  const listed = (manager: DeskContext) => call(staff.list, {}, { context: manager });
  const idOf = async (manager: DeskContext, username: string): Promise<string> => {
    const found = (await listed(manager)).staff.find((one) => one.username === username);
    if (found === undefined) throw new Error('There is no such account');
    return found.staffId;
  };
  const audited = () =>
    practice.store.db
      .selectFrom('audit')
      .select(['actor', 'action', 'subjectId', 'detail'])
      .orderBy('sequence')
      .execute();
  return { ...practice, ...desk, state, signIn, useCode, firstManager, join, listed, idOf, audited };
}

/** The code of the contract's error that `work` ends with. Fails the test where it does not end with one. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; data: unknown }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ORPCError && error.defined) return { code: String(error.code), data: error.data };
    throw error;
  }
  throw new Error('It was not refused');
}
