import type { MachineState } from '../../../preload/contract/desk/machine';
import type { Store } from '../../store/store';
import { appendAudit } from '../../store/audit';
import { startCleaning } from '../cleaning';
import type { KioskMode } from '../kioskMode';
import type { Clock, Settings, Speech } from '../ports';
import type { SoundTests } from '../soundTests';
import { openWalkIn } from '../walkIn';
import type { WebControl } from '../webHolder';
import { actorOf, callerOf, type Caller } from './caller';
import type { DeskProcedures } from './deskProcedures';

/** What the program knows of itself and its machine, fixed since its start. */
export type MachineFacts = Pick<
  MachineState,
  | 'version'
  | 'electron'
  | 'system'
  | 'isTestBuild'
  | 'role'
  | 'dataFolder'
  | 'areKeysSealed'
  | 'isFullScreen'
  | 'startedAt'
> & {
  /** The program runs under an account with more rights than a kiosk needs. */
  isAdministrator: boolean;
};

export interface MachineParts {
  store: Store;
  clock: Clock;
  settings: Settings;
  kioskMode: KioskMode;
  facts: MachineFacts;
  web: WebControl;
  speech: Speech;
  soundTests: SoundTests;
  /** Ends the program, and starts it anew; after the answer has gone out. */
  end(isToStartAgain: boolean): void;
}

/** The machine page: how the kiosk stands, and what staff do to it. */
export function machineProcedures(os: DeskProcedures, parts: MachineParts) {
  const { settings, clock, web, speech, soundTests } = parts;
  const note = (caller: Caller, action: string): Promise<void> =>
    parts.store.write((db) =>
      appendAudit(db, {
        at: clock.instant(),
        actor: actorOf(caller),
        action,
        subjectId: null,
        detail: { role: caller.role },
      }),
    );
  return {
    read: os.machine.read.handler(() => readMachine(parts)),
    outOfService: os.machine.outOfService.handler(async ({ context }) => {
      await settings.setRules({ isOutOfService: true }, actorOf(callerOf(context)));
      return {};
    }),
    inService: os.machine.inService.handler(async ({ context }) => {
      await settings.setRules({ isOutOfService: false }, actorOf(callerOf(context)));
      return {};
    }),
    cleaning: os.machine.cleaning.handler(async ({ context, errors }) => {
      if (parts.facts.role !== 'kiosk') throw errors.NO_KIOSK();
      await startCleaning(parts, actorOf(callerOf(context)));
      return {};
    }),
    testSound: os.machine.testSound.handler(async () => {
      soundTests.ring();
      return { spoke: (await speech.speak('This is a test of the sound.')) !== null };
    }),
    openWalkIn: os.machine.openWalkIn.handler(async ({ context, input, errors }) => {
      const now = clock.now();
      const walkIn = { day: now.day, ...input };
      if (openWalkIn({ walkIn }, now) === null) throw errors.NOT_NOW({ data: { why: `${input.until} is past.` } });
      await settings.setRules({ walkIn }, actorOf(callerOf(context)));
      return {};
    }),
    closeWalkIn: os.machine.closeWalkIn.handler(async ({ context }) => {
      await settings.setRules({ walkIn: null }, actorOf(callerOf(context)));
      return {};
    }),
    authority: os.machine.authority.handler(() => ({ pem: web.authority() })),
    renewAuthority: os.machine.renewAuthority.handler(async ({ context }) => {
      await web.renewAuthority();
      await note(callerOf(context), 'web.authorityRenewed');
      return {};
    }),
    restart: os.machine.restart.handler(async ({ context }) => {
      await note(callerOf(context), 'machine.restarted');
      parts.end(true);
      return {};
    }),
    close: os.machine.close.handler(async ({ context }) => {
      await note(callerOf(context), 'machine.closed');
      parts.end(false);
      return {};
    }),
  };
}

function readMachine({ facts, kioskMode, settings, clock, web }: MachineParts): MachineState {
  const { isAdministrator, ...known } = facts;
  const open: [MachineState['notLockedDown'][number], boolean][] = [
    ['windowed', known.role === 'kiosk' && !known.isFullScreen],
    ['keysNotSealed', !known.areKeysSealed],
    ['testBuild', known.isTestBuild],
    ['notOwnAccount', isAdministrator],
  ];
  return {
    ...known,
    service: kioskMode.read().state,
    site: settings.machine().site,
    walkIn: openWalkIn(settings.rules(), clock.now()),
    web: web.status(),
    notLockedDown: open.flatMap(([name, isSo]) => (isSo ? [name] : [])),
  };
}
