import { expect } from '@playwright/test';
import type { Role } from '../../preload/contract/desk/roles';
import { manager, type DeskSituation } from './desk';
import { callsOf } from './deskCalls';

export interface Person {
  username: string;
  displayName: string;
  passphrase: string;
}

/** Asks a procedure of the desk as somebody who is signed in. `json`: the answer, or the error that the contract names. */
export type AskAs = (path: string, input?: unknown) => Promise<{ status: number; json: unknown }>;

/** A session that a program has begun. Each person comes from an address of their own: limits count each apart. */
export async function signedInAs(
  { address }: Pick<DeskSituation, 'address'>,
  { username, passphrase }: Pick<Person, 'username' | 'passphrase'>,
  from?: string,
): Promise<AskAs> {
  const { status, body, cookie } = await callsOf(address, '', from)('session/signIn', { username, passphrase });
  expect(status, body).toBe(200);
  const call = callsOf(address, cookie, from);
  return async (path, input) => {
    const answer = await call(path, input);
    return { status: answer.status, json: (JSON.parse(answer.body) as { json: unknown }).json };
  };
}

/** Adds an account with these roles, whose owner chooses a passphrase with its code. */
export async function addPerson(
  desk: Pick<DeskSituation, 'address'>,
  { username, displayName, passphrase }: Person,
  roles: readonly Role[],
): Promise<void> {
  const ask = await signedInAs(desk, manager);
  const added = await ask('staff/add', { username, displayName, roles, clinician: null });
  expect(added.status, JSON.stringify(added.json)).toBe(200);
  const { code } = added.json as { code: string };
  const used = await callsOf(desk.address)('session/useCode', { code, username, displayName: null, passphrase });
  expect(used.status, used.body).toBe(200);
}
