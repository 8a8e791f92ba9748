import { join } from 'node:path';
import type { KioskSnapshot, ReadySnapshot } from '../preload/contract/kiosk';
import { demonstrationCard, formatCard } from './demonstration/card';
import { answerHandedOver } from './handedOver';
import { openFolder, type FolderOptions, type OpenFolder } from './open';
import { createCheckIn } from './services/checkIn';
import { createControl } from './services/control';
import { createDeskPresence, type DeskPresence } from './services/deskPresence';
import { createHelp } from './services/help';
import { idleTimes } from './services/idle';
import { createKioskLive } from './services/kioskLive';
import { createKioskMode, type KioskMode } from './services/kioskMode';
import type { KioskServices } from './services/kioskRouter';
import { createListState, type ListState } from './services/listState';
import { modeOf } from './services/modeOf';
import { startNightly, type NightlyWork } from './services/nightly';
import type { Outcome } from './services/outcome';
import type { Log, Printer, Timers } from './services/ports';
import { unforeseeable } from './services/random';
import { createReception } from './services/reception';
import { purgeByNight } from './services/retention';
import { createSignUp } from './services/signUp';
import { createSoundTests, type SoundTests } from './services/soundTests';
import { traceOf } from './services/trace';
import { createVisitSession, type VisitSession } from './services/visitSession';
import { createTickets } from './services/tickets';
import { createWalkIn } from './services/walkIn';
import { createWebHolder, type WebHolder } from './services/webHolder';
import { startWatch } from './services/watch';
import type { Build } from './shell/build';
import { listenForHandOver, type HandOverRequest } from './shell/handOver';
import { hasPracticeMap } from './shell/practiceMap';
import { startWith } from './startWith';

/** How often the age of the list and the day are looked at: a stamp may be this late. */
const lookAtClockMilliseconds = 5_000;
/** The cases of the made-up day lie around the present minute, so they are moved along with it. */
const renewDemonstrationMilliseconds = 5 * 60 * 1000;

/** What the kiosk window is served from, once its data folder is open. */
export interface Serving extends KioskServices {
  /** What the desk is served from, too. */
  parts: ServingParts;
  /** How desks are served over the network, once they are. */
  web: WebHolder;
  live(signal: AbortSignal | undefined): AsyncGenerator<KioskSnapshot, void, void>;
  close(): Promise<void>;
}

/** The open practice with everything that kiosk, desk and board have in common. */
export type ServingParts = OpenFolder & {
  timers: Timers;
  log: Log;
  isDemonstration: boolean;
  random: () => number;
  session: VisitSession;
  deskPresence: DeskPresence;
  listState: ListState;
  kioskMode: KioskMode;
  soundTests: SoundTests;
  printer: Printer;
};

export interface ServingOptions extends FolderOptions {
  build: Build;
  timers: Timers;
  nextRevision: () => number;
  /** The nightly check has found the database damaged. */
  onDamaged: () => void;
  log: FolderOptions['log'] & { keepIn(folder: string): void };
}

/**
 * Opens the data folder, takes in what the command line brings along, and starts everything that serves the kiosk.
 * @throws FolderFault, StoreFault, StartRefused.
 */
export async function startServing(options: ServingOptions): Promise<Serving> {
  const { commandLine, folder, timers, nextRevision, log } = options;
  const { isDemonstration } = commandLine;
  const practice = await openFolder(options);
  const { changes } = practice;
  log.keepIn(join(folder, 'logs'));
  try {
    await startWith(practice, commandLine);
  } catch (error) {
    await practice.close();
    throw error;
  }
  if (isDemonstration) {
    const day = await practice.renewDemonstration();
    if (day !== null) process.stdout.write(`${formatCard(demonstrationCard(day))}\n`);
  }
  const idle = idleTimes(commandLine.idleSeconds);
  // What every service may need; each takes its part.
  const basic = { ...practice, timers, log, isDemonstration, random: unforeseeable };
  const deskPresence = createDeskPresence(timers);
  const parts: ServingParts = {
    ...basic,
    deskPresence,
    session: createVisitSession({ ...basic, idle }),
    listState: createListState({ ...basic, deskPresence }),
    kioskMode: createKioskMode(basic),
    soundTests: createSoundTests(changes),
    printer: printerLater(options),
  };
  const { session, kioskMode } = parts;
  const tickets = createTickets(parts);
  const web = createWebHolder();
  const help = createHelp(parts);
  const stops = [
    timers.every(lookAtClockMilliseconds, () => {
      changes.publish('clock');
    }),
    startWatch({
      ...parts,
      endVisit() {
        session.endByMain();
      },
    }),
    startNightly({ ...parts, work: nightlyWork(practice, session, options) }),
    ...(isDemonstration ? [keepDemonstrationFresh(practice, options)] : []),
  ];
  const control = createControl({ ...parts, web });
  const answer = (request: HandOverRequest, progress: (text: string) => void): Promise<Outcome> =>
    answerHandedOver(request, { practice, control, folder, isDemonstration, progress });
  const server = await listenForHandOver(folder, answer, log);
  return {
    parts,
    web,
    session,
    kioskMode,
    tickets,
    checkIn: createCheckIn(parts),
    help,
    reception: createReception(parts),
    signUp: createSignUp(parts),
    walkIn: createWalkIn(parts),
    live: createKioskLive({
      ...parts,
      tickets,
      helpAcknowledged: () => help.acknowledged(),
      hasMap: () => hasPracticeMap(folder),
      isTestBuild: isTestBuild(options),
      idle,
      nextRevision,
    }),
    async close() {
      for (const stop of stops) stop();
      tickets.stop();
      session.stop();
      server.close();
      await practice.close();
    },
  };
}

/** What prints is loaded with the first who asks for it: no start waits for it. */
function printerLater({ log, timers, appFolder }: ServingOptions): Printer {
  let opening: Promise<Printer> | null = null;
  const open = (): Promise<Printer> =>
    (opening ??= import('./shell/printing/printer').then(({ createPrinter }) =>
      createPrinter({ log, timers, appFolder, environment: process.env }),
    ));
  return {
    list: () =>
      open().then(
        (printer) => printer.list(),
        () => null,
      ),
    picture: async (sheet) => (await open()).picture(sheet),
    print: async (sheet, order) => (await open()).print(sheet, order),
  };
}

function nightlyWork(
  practice: OpenFolder,
  session: VisitSession,
  { timers, log, onDamaged }: ServingOptions,
): NightlyWork {
  return {
    purge: () => purgeByNight({ ...practice, log }),
    anchor: () => practice.anchor(),
    check: () => practice.check(),
    onDamaged() {
      // Whoever stands there reads their ending first.
      const stopWaiting = timers.every(1_000, () => {
        if (session.isOpen()) return;
        stopWaiting();
        onDamaged();
      });
    },
  };
}

/** @returns stops it. */
function keepDemonstrationFresh(practice: OpenFolder, { timers, log }: ServingOptions): () => void {
  return timers.every(renewDemonstrationMilliseconds, () => {
    practice.renewDemonstration().catch((error: unknown) => {
      log.error('procedure.failed', { procedure: 'demonstration', ...traceOf(error) });
    });
  });
}

/** What every screen says the kiosk is where nothing else is known: rules that cannot be read have signed nothing off. */
export function whatItIs(options: BuiltFor): Pick<ReadySnapshot, 'mode' | 'isTestBuild'> {
  const mode = modeOf(options.commandLine.isDemonstration, { isSignedOff: false });
  return { mode, isTestBuild: isTestBuild(options) };
}

type BuiltFor = Pick<ServingOptions, 'commandLine' | 'build'>;

const isTestBuild = ({ build }: BuiltFor): boolean => build.isPackaged && build.isFallbackRuntime;
