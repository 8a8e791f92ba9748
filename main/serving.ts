import { join } from 'node:path';
import type { KioskSnapshot, ReadySnapshot } from '../preload/contract/kiosk';
import { demonstrationCard, formatCard } from './demonstration/card';
import { openFolder, type FolderOptions } from './open';
import { createCheckIn } from './services/checkIn';
import { createHelp } from './services/help';
import { idleTimes } from './services/idle';
import { importAndReport, notImported } from './services/importReport';
import { createKioskLive } from './services/kioskLive';
import type { KioskServices } from './services/kioskRouter';
import { createListState } from './services/listState';
import { startNightly } from './services/nightly';
import type { Timers } from './services/ports';
import { purgeExpired } from './services/retention';
import { traceOf } from './services/trace';
import { createVisitSession } from './services/visitSession';
import type { Build } from './shell/build';
import { listenForHandOver } from './shell/handOver';

/** How often the age of the list and the day are looked at: a stamp may be this late. */
const lookAtClockMilliseconds = 5_000;
/** The cases of the made-up day lie around the present minute, so they are moved along with it. */
const renewDemonstrationMilliseconds = 5 * 60 * 1000;

/** What the kiosk window is served from, once its data folder is open. */
export interface Serving extends KioskServices {
  live(signal: AbortSignal | undefined): AsyncGenerator<KioskSnapshot, void, void>;
  close(): Promise<void>;
}

export interface ServingOptions extends FolderOptions {
  build: Build;
  timers: Timers;
  nextRevision: () => number;
  /** The nightly check has found the database damaged. */
  onDamaged: () => void;
  log: FolderOptions['log'] & { keepIn(folder: string): void };
}

/** A list of the command line was refused; why has been said. */
export class ListsRefused extends Error {
  override readonly name = 'ListsRefused';
}

/**
 * Opens the data folder, takes in the lists of the command line, and starts everything that serves the kiosk.
 * @throws FolderFault, StoreFault, ListsRefused.
 */
export async function startServing(options: ServingOptions): Promise<Serving> {
  const { commandLine, timers, nextRevision, log } = options;
  const { isDemonstration } = commandLine;
  const practice = await openFolder(options);
  const { store, clock, changes, settings, importLists } = practice;
  log.keepIn(join(options.folder, 'logs'));
  const say = (text: string): void => {
    process.stderr.write(`${text}\n`);
  };
  if (commandLine.files.length > 0) {
    const { exitCode, lines } = await importAndReport(importLists, commandLine.files, false, say);
    lines.forEach(say);
    if (exitCode !== 0) {
      await practice.close();
      throw new ListsRefused();
    }
  }
  if (isDemonstration) {
    const day = await practice.renewDemonstration();
    if (day !== null) process.stdout.write(`${formatCard(demonstrationCard(day))}\n`);
  }
  const idle = idleTimes(commandLine.idleSeconds);
  const session = createVisitSession({ idle, timers, changes, log });
  const listState = createListState({ store, clock, settings, isDemonstration });
  const stopClock = timers.every(lookAtClockMilliseconds, () => {
    changes.publish('clock');
  });
  const inBackground = (procedure: string, work: () => Promise<unknown>) => (): void => {
    work().catch((error: unknown) => {
      log.error('procedure.failed', { procedure, ...traceOf(error) });
    });
  };
  const stopNightly = startNightly({
    clock,
    timers,
    log,
    work: {
      purge: () => purgeExpired({ store, clock, settings, log }),
      anchor: () => practice.anchor(),
      check: () => practice.check(),
      onDamaged() {
        // Whoever stands there reads their ending first.
        const stopWaiting = timers.every(1_000, () => {
          if (session.isOpen()) return;
          stopWaiting();
          options.onDamaged();
        });
      },
    },
  });
  const stopRenewing = isDemonstration
    ? timers.every(
        renewDemonstrationMilliseconds,
        inBackground('demonstration', () => practice.renewDemonstration()),
      )
    : undefined;
  const server = await listenForHandOver(
    options.folder,
    async (request, progress) => {
      if (request.isDemonstration !== isDemonstration) {
        return notImported(modeSentence(options.folder, isDemonstration), request.isJson);
      }
      return importAndReport(importLists, request.files, request.isJson, progress);
    },
    log,
  );
  return {
    session,
    checkIn: createCheckIn({ store, listState, clock, timers, changes, settings, session, log }),
    help: createHelp({ store, clock, changes, log }),
    live: createKioskLive({ listState, clock, changes, settings, session, ...whatItIs(options), idle, nextRevision }),
    async close() {
      stopClock();
      stopNightly();
      stopRenewing?.();
      session.stop();
      server.close();
      await practice.close();
    },
  };
}

/** What every screen says the kiosk is. Until a desk exists real data runs as a trial (design §11). */
export function whatItIs({
  commandLine,
  build,
}: Pick<ServingOptions, 'commandLine' | 'build'>): Pick<ReadySnapshot, 'mode' | 'isTestBuild'> {
  return {
    mode: commandLine.isDemonstration ? 'demonstration' : 'trial',
    isTestBuild: build.isPackaged && build.isFallbackRuntime,
  };
}

function modeSentence(folder: string, isDemonstration: boolean): string {
  return isDemonstration
    ? `The data folder ${folder} holds a demonstration: add --demo, or give the folder of the practice.`
    : `The data folder ${folder} holds a real practice: leave out --demo.`;
}
