import { expect, test } from 'vitest';
import { taskOutcomeSchema } from '../../../preload/contract/desk/applications';
import { outcomesOfTask, taskOf, wordsOf } from '../../../renderer/desk/applications/proxy/task';
import type { Task } from '../../../renderer/desk/applications/proxy/task';
import { taskOutcomeWords } from '../../../renderer/text/desk/proxy';

const tasks = Object.keys(outcomesOfTask) as Task[];

test('every wish at the kiosk, their own and about another, is a task of its own', () => {
  const account = { kind: 'account' } as const;
  expect([
    taskOf({ ...account, wish: 'cannotGetIn', whose: 'mine' }),
    taskOf({ ...account, wish: 'cannotGetIn', whose: 'someoneElse' }),
    taskOf({ ...account, wish: 'changeOrStop', whose: 'mine' }),
    taskOf({ ...account, wish: 'changeOrStop', whose: 'someoneElse' }),
    taskOf({ kind: 'underEleven', wish: null, whose: null }),
  ]).toEqual(['cannotGetInMine', 'cannotGetInOther', 'changeOrStopMine', 'changeOrStopOther', 'underEleven']);
});

test('an application is no task', () => {
  expect(taskOf({ kind: 'self', wish: null, whose: null })).toBeNull();
  expect(taskOf({ kind: 'someoneElse', wish: null, whose: null })).toBeNull();
});

test('each task offers what was asked for first, and can end without anything having been done', () => {
  expect(outcomesOfTask.cannotGetInMine[0]).toBe('accessRestored');
  expect(outcomesOfTask.changeOrStopMine[0]).toBe('accessStopped');
  expect(outcomesOfTask.changeOrStopOther[0]).toBe('accessStopped');
  for (const task of tasks) expect(outcomesOfTask[task]).toEqual(expect.arrayContaining(['talkedTo', 'notNeeded']));
});

test('no task of a child touches an account, and nothing that was to be stopped is restored', () => {
  expect(outcomesOfTask.underEleven).toEqual(['talkedTo', 'notNeeded']);
  for (const task of ['changeOrStopMine', 'changeOrStopOther'] as const) {
    expect(outcomesOfTask[task]).not.toContain('accessRestored');
  }
});

test('every outcome of the contract can be reached and has words', () => {
  const offered = new Set(tasks.flatMap((task) => outcomesOfTask[task]));
  expect([...offered].toSorted()).toEqual(taskOutcomeSchema.options.toSorted());
  expect(Object.keys(taskOutcomeWords).toSorted()).toEqual(taskOutcomeSchema.options.toSorted());
});

test('whoever asks about another’s access is not told of to the other side', () => {
  expect(wordsOf('changeOrStopOther').warning).toMatch(/do not tell the other side/i);
  for (const task of ['changeOrStopMine', 'changeOrStopOther'] as const) {
    const said = wordsOf(task).steps.join(' ');
    expect(said).toMatch(/alone/);
    expect(said).toMatch(/switch(ed)? .*off in the clinical system/);
    expect(said).toMatch(/safeguarding lead/);
  }
});
