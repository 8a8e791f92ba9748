import type { Selectable } from 'kysely';
import type { Role } from '../../preload/contract/desk/roles';
import type { Reader, StaffCodesTable, StaffTable, Writer } from './schema';

/** An account of a member of staff. */
export interface StaffAccount extends Omit<Selectable<StaffTable>, 'roles' | 'isActive'> {
  roles: Role[];
  isActive: boolean;
}

/** A one-time code as it is kept: by its hash. `staffId` null: printed for the machine's keeper. */
export type StaffCode = Selectable<StaffCodesTable>;

/** Every account, closed ones too, in the order they were made. */
export async function staffAccounts(db: Reader): Promise<StaffAccount[]> {
  const rows = await db.selectFrom('staff').selectAll().orderBy('createdAt').orderBy('id').execute();
  return rows.map(accountFrom);
}

/** The account with this id, or null. */
export async function staffAccount(db: Reader, id: string): Promise<StaffAccount | null> {
  const row = await db.selectFrom('staff').where('id', '=', id).selectAll().executeTakeFirst();
  return row === undefined ? null : accountFrom(row);
}

/** The account with this username (folded), or null. */
export async function accountByUsername(db: Reader, username: string): Promise<StaffAccount | null> {
  const row = await db.selectFrom('staff').where('username', '=', username).selectAll().executeTakeFirst();
  return row === undefined ? null : accountFrom(row);
}

/** Adds an account. @throws Error (unique constraint) if somebody has the username. */
export async function addAccount(db: Writer, account: StaffAccount): Promise<void> {
  await db
    .insertInto('staff')
    .values({ ...account, ...columnsOf(account) })
    .execute();
}

/** Changes an account; what is not named stays. */
export async function changeAccount(
  db: Writer,
  id: string,
  change: Partial<Omit<StaffAccount, 'id' | 'createdAt'>>,
): Promise<void> {
  const { roles, isActive, ...rest } = change;
  const set = {
    ...rest,
    ...(roles === undefined ? {} : { roles: JSON.stringify(roles) }),
    ...(isActive === undefined ? {} : { isActive: isActive ? (1 as const) : (0 as const) }),
  };
  await db.updateTable('staff').set(set).where('id', '=', id).execute();
}

/** Keeps a code in place of every other one for the same account, or of every other one without an account. */
export async function keepCode(db: Writer, code: StaffCode): Promise<void> {
  await dropCodes(db, code.staffId);
  await db.insertInto('staffCodes').values(code).execute();
}

/** The code with this hash if it can still be used at `instant`, or null. */
export async function usableCode(db: Reader, hash: string, instant: string): Promise<StaffCode | null> {
  const row = await db
    .selectFrom('staffCodes')
    .where('hash', '=', hash)
    .where('expiresAt', '>', instant)
    .selectAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Takes away the codes for an account; null: those without an account. */
export async function dropCodes(db: Writer, staffId: string | null): Promise<void> {
  await db
    .deleteFrom('staffCodes')
    .where('staffId', staffId === null ? 'is' : '=', staffId)
    .execute();
}

/** Takes a code out of use. Returns whether it was there: of two who use it at once, one. */
export async function takeCode(db: Writer, hash: string): Promise<boolean> {
  const result = await db.deleteFrom('staffCodes').where('hash', '=', hash).executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
}

/** Takes away codes that can be used no longer at `instant`. */
export async function dropExpiredCodes(db: Writer, instant: string): Promise<void> {
  await db.deleteFrom('staffCodes').where('expiresAt', '<=', instant).execute();
}

/** Every clinician that a list has named, by name. */
export async function clinicianNames(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('clinicians').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

function accountFrom(row: Selectable<StaffTable>): StaffAccount {
  return { ...row, roles: JSON.parse(row.roles) as Role[], isActive: row.isActive === 1 };
}

function columnsOf({ roles, isActive }: StaffAccount): Pick<StaffTable, 'roles' | 'isActive'> {
  return { roles: JSON.stringify(roles), isActive: isActive ? 1 : 0 };
}
