import { hostname, networkInterfaces, release, type as systemType } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { createDeskWindow } from './deskWindow';
import type { FolderOptions } from './open';
import type { Serving } from './serving';
import { createActions } from './services/desk/actions';
import { createApplicationsState } from './services/desk/applicationsState';
import { createBoardLive } from './services/desk/boardLive';
import { createBoardRouter } from './services/desk/boardRouter';
import { createBoards } from './services/desk/boards';
import { createBoardCalls } from './services/desk/boardsCalls';
import { createCalling } from './services/desk/calling';
import { startCallRepeats } from './services/desk/callingRepeat';
import { issueManagerCode } from './services/desk/codes';
import type { BoardContext, DeskContext } from './services/desk/context';
import { createDeskRouter } from './services/desk/deskRouter';
import { createDeskState } from './services/desk/deskState';
import { startDowntimeFile } from './services/desk/downtime';
import { createFigures } from './services/desk/figures';
import { createForms } from './services/desk/forms';
import type { MachineFacts } from './services/desk/machineProcedures';
import { createInvitations } from './services/desk/invitations';
import { createPrinting } from './services/desk/printing';
import { createPrintMemory } from './services/desk/printingMemory';
import { createProxyReviews } from './services/desk/proxyReviews';
import { createPulse } from './services/desk/pulse';
import { createRoster } from './services/desk/rowsRoster';
import { createSessions } from './services/desk/sessions';
import { createSlips } from './services/desk/slips';
import { createUploads } from './services/desk/uploads';
import { startWatchedFolder } from './services/desk/watchedFolder';
import { createWatchedRecord } from './services/desk/watchedRecord';
import { createPortServer } from './services/kioskPort';
import type { Timers } from './services/ports';
import { traceOf } from './services/trace';
import { createVault } from './services/vault';
import { keepBoardWindow } from './shell/boardWindow';
import type { Build } from './shell/build';
import { createPapers } from './shell/papers';
import { areKeysSealed } from './shell/secrets';
import { createSpeech } from './shell/speech';
import { startWebServer } from './web/webServer';

/** Longer than any message of a desk, in characters: a part of a day list, or a file of rules. */
const longestDeskMessage = 1_400_000;

/** What serves desks and boards, in browsers and in windows of this machine. */
export interface Desk {
  /** Opens the desk in a window of its own, or brings it to the front. */
  openWindow(): void;
  close(): Promise<void>;
}

export interface DeskOptions extends FolderOptions {
  build: Build;
  /** Of every window of the program. */
  title: string;
  serving: Serving;
  timers: Timers;
  nextRevision: () => number;
  /** Ends the program, and starts it anew. */
  end(isToStartAgain: boolean): void;
}

/** Starts everything that desks and boards need, beside a kiosk that serves already. */
export function startDesk(options: DeskOptions): Desk {
  const { serving, folder, appFolder, commandLine, title, nextRevision, log } = options;
  const { role, isFullScreen } = commandLine;
  const speech = createSpeech({ log, searchPath: process.env['PATH'] ?? '' });
  const shared = { ...serving.parts, folder, speech, nextRevision, vault: createVault(serving.parts.store) };
  const sessions = createSessions(shared);
  const reading = { ...shared, connected: () => sessions.connected(), roster: createRoster(shared) };
  const state = createDeskState(reading);
  const boards = createBoards(shared);
  const calls = createBoardCalls(shared);
  const downtime = startDowntimeFile(reading);
  const watched = createWatchedRecord();
  const papers = createPapers(shared);
  const uploads = createUploads({ ...shared, folder: join(folder, 'uploads') });
  const printed = { ...shared, printMemory: createPrintMemory(shared) };
  const proxyReviews = createProxyReviews({ ...shared, papers });
  const invitations = createInvitations(printed);
  const printing = createPrinting({ ...printed, proxyReviews, invitations });
  const slips = createSlips({ ...printed, sessions });
  const { web } = serving;
  const parts = {
    ...reading,
    sessions,
    state,
    boards,
    downtime,
    watched,
    uploads,
    web,
    pulse: createPulse({ ...reading, state }),
    actions: createActions(shared),
    calling: createCalling(shared),
    applications: createApplicationsState(reading),
    forms: createForms({ ...shared, papers }),
    proxyReviews,
    slips,
    printing,
    invitations,
    figures: createFigures(shared),
    interfaces,
    facts: factsOf(options),
    // The answer goes out first.
    end: (isToStartAgain: boolean) => void setTimeout(() => options.end(isToStartAgain), 200),
  };
  const desk = createDeskRouter(parts);
  const board = createBoardRouter({ ...shared, boards, calls, live: createBoardLive({ ...shared, boards, calls }) });
  const server = startWebServer({ ...shared, pagesFolder: join(appFolder, 'renderer'), desk, board });
  web.serve(server);
  const inWindow = createWindowContext();
  const window = createDeskWindow({
    appFolder,
    title,
    timers: shared.timers,
    log,
    isSignedIn: inWindow.isSignedIn,
    serve: createPortServer(desk, log, inWindow.contextOf, longestDeskMessage),
  });
  const boardWindow = keepBoardWindow({
    appFolder,
    title,
    place: role === 'board' ? 'primary' : 'second',
    isFullScreen: role === 'board' ? isFullScreen : true,
    isWanted: () => role === 'board' || shared.settings.machine().isBoardOnSecondScreen,
    serve: createPortServer(board, log, contextOfBoard),
    timers: shared.timers,
    log,
  });
  const stops = [
    ...(shared.isDemonstration ? [tellDemonstration(options, () => sessions.isFirstRun())] : []),
    startCallRepeats(shared),
    startWatchedFolder({ ...shared, watched }),
    shared.changes.subscribe(['rules'], () => {
      boardWindow.look();
    }),
    () => {
      boardWindow.stop();
    },
    () => {
      downtime.stop();
    },
    () => {
      sessions.stop();
    },
  ];
  return {
    openWindow() {
      window.open();
    },
    async close() {
      for (const stop of stops) stop();
      window.close();
      await Promise.all([slips.close(), printing.close(), invitations.close()]);
      await uploads.close();
      await server.close();
    },
  };
}

/**
 * A demonstration says once where its desk is and how to get in: whoever started it owns the folder, as whoever may ask for a manager's code.
 * @returns stops it.
 */
function tellDemonstration({ serving }: DeskOptions, isFirstRun: () => Promise<boolean>): () => void {
  const { store, clock, changes, log } = serving.parts;
  let isTold = false;
  const tell = async (): Promise<void> => {
    const status = serving.web.status();
    if (isTold || status.state === 'starting') return;
    isTold = true;
    const where =
      status.state === 'listening'
        ? `${status.addresses[0] ?? ''}/desk`
        : 'hold the mark at the top of the kiosk for three seconds';
    const code = (await isFirstRun())
      ? `; one-time code for its first manager: ${(await issueManagerCode({ store, clock })).code}`
      : '';
    process.stdout.write(`Desk: ${where}${code}\n`);
  };
  return changes.subscribe(['machine'], () => {
    tell().catch((error: unknown) => {
      log.error('procedure.failed', { procedure: 'demonstration', ...traceOf(error) });
    });
  });
}

/** A desk in a window of this machine: its session ends with the window, or when its page is loaded anew. */
function createWindowContext(): { contextOf: () => DeskContext; isSignedIn: () => boolean } {
  let token: string | null = null;
  return {
    isSignedIn: () => token !== null,
    contextOf() {
      token = null;
      return {
        get token() {
          return token;
        },
        keepToken(next) {
          token = next;
        },
        from: 'kiosk',
        device: `Window on ${hostname()}`,
      };
    },
  };
}

function contextOfBoard(): BoardContext {
  return { token: null, keepToken: () => undefined, from: 'kiosk' };
}

function interfaces(): { name: string; address: string }[] {
  return Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? []).filter(({ internal }) => !internal).map(({ address }) => ({ name, address })),
  );
}

function factsOf({ build, commandLine, folder, serving }: DeskOptions): MachineFacts {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    system: `${systemType()} ${release()}`,
    isTestBuild: build.isFallbackRuntime,
    role: commandLine.role,
    dataFolder: folder,
    areKeysSealed: areKeysSealed(),
    isFullScreen: commandLine.isFullScreen,
    startedAt: serving.parts.clock.instant(),
    isAdministrator: process.getuid?.() === 0,
  };
}
