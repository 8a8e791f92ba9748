import type { BoardContext, DeskContext } from '../services/desk/context';
import type { Changes, Clock, Log, MachineSettings, Settings, Timers, Vault, WebStatus } from '../services/ports';
import { traceOf } from '../services/trace';
import type { RouterOf } from './calls';
import type { Credential, Unusable } from './certificates/credential';
import { createOwnAuthority } from './certificates/ownAuthority';
import { readPracticeCertificate } from './certificates/practiceCertificate';
import { type Door, openDoor } from './door';
import { lookAtMachine, type MachineNames } from './machineNames';
import { buildSite } from './site';
import { listeningStatus, refusedStatus } from './webStatus';

export interface WebOptions {
  /** The built pages: `desk/` and `board/` below it. */
  pagesFolder: string;
  isDemonstration: boolean;
  settings: Pick<Settings, 'machine'>;
  vault: Vault;
  clock: Clock;
  timers: Timers;
  changes: Changes;
  log: Log;
  desk: RouterOf<DeskContext>;
  board: RouterOf<BoardContext>;
  /** What this machine is called; tests say so themselves. */
  lookAtMachine?: () => MachineNames;
}

export interface WebServer {
  status(): WebStatus;
  /** PEM of the own authority; null where the practice brings its own certificate, and before the first was made. */
  authority(): string | null;
  /** Makes a new authority for the machine's present names, which every browser must be told to trust. False where none is in use. */
  renewAuthority(): Promise<boolean>;
  /** Ends every stream and connection at once. */
  close(): Promise<void>;
}

/** How often certificate and addresses are looked at, and how soon a port that could not be opened is tried again, in milliseconds. */
const lookEvery = 60_000;
const tryAgainEvery = 15_000;

type Wish = Pick<MachineSettings, 'deskHost' | 'deskPort' | 'deskCertificateFile' | 'deskKeyFile'>;

/**
 * Serves desk and board over HTTPS for as long as the program runs. Never throws and never waits: it opens its port in the background, again
 * whenever settings, certificate or addresses change, and `status` says how it stands. A change of that is published as `machine`.
 */
export function startWebServer(options: WebOptions): WebServer {
  const { settings, vault, clock, timers, changes, log, isDemonstration } = options;
  const own = createOwnAuthority(vault, log);
  const look = options.lookAtMachine ?? lookAtMachine;
  // A demonstration may be set to another day; browsers compare certificates with the day it is.
  const now = isDemonstration ? () => Date.now() : () => clock.now().epochMilliseconds;

  let status: WebStatus = { state: 'starting' };
  let names = look();
  let door: Door | null = null;
  /** Doors that are being moved away from count too: the end of the program does not wait for their farewell. */
  const doors = new Set<Door>();
  let served: { wish: Wish; credential: Credential } | null = null;
  let isClosed = false;

  const tell = (next: WebStatus): void => {
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    const before = status.state;
    status = next;
    if (next.state === 'listening') log.info('web.listening', { kind: next.certificate.source });
    else if (next.state !== before && next.state !== 'off') log.warn('web.notListening', { kind: next.state });
    changes.publish('machine');
  };

  const leave = async (): Promise<void> => {
    const left = door;
    door = null;
    served = null;
    if (left === null) return;
    await left.move();
    doors.delete(left);
  };

  const endDoors = async (): Promise<void> => {
    await Promise.all([...doors].map((one) => one.close()));
  };

  const credentialFor = (wish: Wish, reachable: MachineNames): Promise<Credential | Unusable> =>
    wish.deskCertificateFile === null
      ? own.credential(names, reachable, now())
      : readPracticeCertificate({ certificateFile: wish.deskCertificateFile, keyFile: wish.deskKeyFile }, vault, now());

  const isOurs = (host: string): boolean =>
    names.hosts.includes(host) || names.addresses.includes(host) || served?.credential.isFor(host) === true;

  const open = async (wish: Wish, host: string | undefined, credential: Credential): Promise<void> => {
    served = { wish, credential };
    try {
      door = await openDoor({
        host,
        port: wish.deskPort,
        credential,
        timers,
        furnish: (server, pace) =>
          buildSite(server, pace, {
            pagesFolder: options.pagesFolder,
            desk: options.desk,
            board: options.board,
            log,
            monotonic: () => timers.monotonic(),
            isOurs,
            authority: () => served?.credential.authority ?? null,
          }),
      });
      doors.add(door);
    } catch (error) {
      served = null;
      throw error;
    }
  };

  /** Brings what is served to what is wished. One at a time: see `attend`. */
  const bringAbout = async (): Promise<void> => {
    const { deskHost, deskPort, deskCertificateFile, deskKeyFile } = settings.machine();
    const wish: Wish = { deskHost, deskPort, deskCertificateFile, deskKeyFile };
    const host = deskHost ?? (isDemonstration ? '127.0.0.1' : undefined);
    names = look();
    const reachable = reachableAt(host, names);
    if (served !== null && JSON.stringify(served.wish) !== JSON.stringify(wish)) await leave();
    const found = await credentialFor(wish, reachable);
    // A certificate that ends, or whose file is being replaced, while it is in use goes on being served: a browser's own words about
    // it are plainer than a desk that is gone, and `expiresAt` tells staff.
    const credential = 'reason' in found ? (served?.credential ?? found) : found;
    if ('reason' in credential) {
      tell({ state: 'certificateUnusable', port: deskPort, reason: credential.reason });
      return;
    }
    if (isClosed) return;
    if (door === null) await open(wish, host, credential);
    else if (served?.credential.id !== credential.id) door.present(credential);
    served = { wish, credential };
    if (door !== null) tell(listeningStatus(door.port, host, reachable, credential));
  };

  const attendOnce = async (): Promise<void> => {
    if (isClosed) return;
    try {
      await bringAbout();
    } catch (error) {
      const { deskHost, deskPort } = settings.machine();
      log.warn('web.notListening', traceOf(error));
      if (door === null) tell(refusedStatus(error, deskHost, deskPort));
    }
  };

  let last = Promise.resolve();
  const attend = (): Promise<void> => {
    last = last.then(attendOnce);
    return last;
  };

  const stops = [
    changes.subscribe(['rules'], () => void attend()),
    timers.every(lookEvery, () => void attend()),
    timers.every(tryAgainEvery, () => {
      if (door === null) void attend();
    }),
  ];
  void attend();

  return {
    status: () => status,
    authority: () => served?.credential.authority ?? null,
    async renewAuthority() {
      if (isClosed || settings.machine().deskCertificateFile !== null) return false;
      // After whatever is being done: two hands on one authority would leave the browser with the other.
      const isRenewed = last.then(() => own.renew(names, now()));
      last = isRenewed.catch(() => undefined);
      await isRenewed;
      await attend();
      return true;
    },
    async close() {
      isClosed = true;
      for (const stop of stops) stop();
      await endDoors();
      // One may just have been opened.
      await last;
      await endDoors();
      door = null;
      status = { state: 'off' };
    },
  };
}

/** What browsers can reach of a machine that lets them in at `host` alone. */
function reachableAt(host: string | undefined, names: MachineNames): MachineNames {
  return host === undefined ? names : { hosts: names.hosts, addresses: [host] };
}
