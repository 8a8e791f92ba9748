import type { Day } from '../../preload/contract/rules/dates';
import type { Now, PracticeRules } from '../domain/types';

export type { Now };

/** Wall time. In a demonstration it may be set (`--now`) and ticks on from there. */
export interface Clock {
  now(): Now;
  /** UTC instant, ISO 8601 with milliseconds: how events are stamped. */
  instant(): string;
}

/** Monotonic time: never jumps, whatever happens to the wall clock. */
export interface Timers {
  /** Milliseconds since some fixed moment. */
  monotonic(): number;
  /** Resolves after `milliseconds`. */
  sleep(milliseconds: number): Promise<void>;
  /** Calls `work` every `milliseconds` until the returned function is called. */
  every(milliseconds: number, work: () => void): () => void;
}

/** What can change under a live view. Services publish after commit, never before. */
export type Topic = 'list' | 'visits' | 'alerts' | 'queue' | 'rules' | 'session' | 'clock';

/** Tells live procedures that their snapshot is out of date. Carries no data: whoever listens reads again. */
export interface Changes {
  publish(topic: Topic): void;
  /** Calls `listener` after each publish of one of `topics` until the returned function is called. */
  subscribe(topics: readonly Topic[], listener: () => void): () => void;
}

/** Settings of this machine (electron-store). */
export interface MachineSettings {
  /** The location name this kiosk stands at, as the day list spells it. */
  site: string | null;
}

/** Both kinds of settings behind one port (design §5). */
export interface Settings {
  machine(): MachineSettings;
  setMachine(change: Partial<MachineSettings>): void;
  rules(): PracticeRules;
  /** Checks, stores and audits `change` with before and after. Throws `InvalidRules` and changes nothing if it does not hold together. */
  setRules(change: Partial<PracticeRules>, actor: string): Promise<void>;
}

/** Keeps the 32-byte key of the store away from the data folder. */
export interface Secrets {
  /** The key named `name`, or null when there is none yet. */
  read(name: string): Promise<Buffer | null>;
  /** Makes and keeps a new random key; refuses to overwrite one. */
  create(name: string): Promise<Buffer>;
}

/** Closed list of event names: a log line is one of these and a few allow-listed fields, so no name or date of birth can be passed. */
export type LogEvent =
  | 'app.started'
  | 'app.ready'
  | 'app.stopping'
  | 'app.refusedSwitch'
  | 'app.failed'
  | 'store.opened'
  | 'store.fault'
  | 'store.nightlyCheck'
  | 'store.purged'
  | 'settings.setAside'
  | 'list.imported'
  | 'list.refused'
  | 'checkIn.answered'
  | 'checkIn.held'
  | 'checkIn.questionAnswered'
  | 'help.called'
  | 'alert.raised'
  | 'reception.chosen'
  | 'walkIn.joined'
  | 'control.done'
  | 'page.portRefused'
  | 'page.messageRefused'
  | 'page.denied'
  | 'page.crashed'
  | 'page.hung'
  | 'page.recovered'
  | 'page.relaunch'
  | 'procedure.failed'
  | 'visit.endedByMain'
  | 'handOver.refused'
  | 'clock.jumped';

export interface LogFields {
  /** Short random id that a patient-facing message may quote. */
  id?: string;
  kind?: string;
  count?: number;
  milliseconds?: number;
  day?: Day;
  procedure?: string;
  version?: number;
  /** Only for bugs: the class of the error and where it was thrown, never its message (it may quote data). */
  errorName?: string;
  where?: string;
}

export interface Log {
  info(event: LogEvent, fields?: LogFields): void;
  warn(event: LogEvent, fields?: LogFields): void;
  error(event: LogEvent, fields?: LogFields): void;
}
