import type { ApplicationDetail, TaskOutcome } from '../../../../preload/contract/desk/applications';
import { taskStepWords } from '../../../text/desk/proxy';
import type { TaskWords } from '../../../text/desk/proxy';

/** The quiet tasks that the kiosk leaves to staff; null: it is none. */
export type Task = keyof typeof taskStepWords;

/** @param application of any kind; for `account` what is wished and whose account it is are known. */
export function taskOf({ kind, wish, whose }: Pick<ApplicationDetail, 'kind' | 'wish' | 'whose'>): Task | null {
  if (kind === 'underEleven') return 'underEleven';
  if (kind !== 'account' || wish === null) return null;
  return whose === 'someoneElse' ? `${wish}Other` : `${wish}Mine`;
}

/** What to say and do for a task. */
export function wordsOf(task: Task): TaskWords {
  return taskStepWords[task];
}

/** What a task can end in, what was asked for first. Somebody who cannot get in may find that another person does, and stop it. */
export const outcomesOfTask: Readonly<Record<Task, readonly TaskOutcome[]>> = {
  cannotGetInMine: ['accessRestored', 'accessStopped', 'talkedTo', 'notNeeded'],
  cannotGetInOther: ['accessRestored', 'talkedTo', 'notNeeded'],
  changeOrStopMine: ['accessStopped', 'accessChanged', 'talkedTo', 'notNeeded'],
  changeOrStopOther: ['accessStopped', 'accessChanged', 'talkedTo', 'notNeeded'],
  underEleven: ['talkedTo', 'notNeeded'],
};
