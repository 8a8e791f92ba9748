import type { Connection } from './connection';
import { currentVersion, migrations } from './migrations';

/** The version of the file: 0 for an empty one. */
export function versionOf(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/**
 * Brings the file to version `target`, one transaction per step: a power cut leaves the version before or the one after.
 * @throws Error if the file is newer; it is left as it is.
 */
export function migrate(connection: Connection, target = currentVersion): void {
  for (let version = versionOf(connection); version !== target; version += 1) {
    const step = migrations[version];
    if (step === undefined || version > target) {
      throw new RangeError(`No way from version ${version} of the store to ${target}`);
    }
    connection
      .transaction(() => {
        connection.exec(step.statements);
        connection.pragma(`user_version = ${step.version}`);
      })
      .immediate();
  }
}
