import { foundation } from './0001Foundation';
import { checkIn } from './0002CheckIn';
import { checkInComplete } from './0003CheckInComplete';
import { desk } from './0004Desk';
import { signUp } from './0005SignUp';
import type { Migration } from './migration';

/** All migrations in the order they run. */
export const migrations: readonly Migration[] = [foundation, checkIn, checkInComplete, desk, signUp];

/** The version of the file that this program writes; an older one is migrated, a newer one refused. */
export const currentVersion = migrations.length;
