import { describe, expect, test } from 'vitest';
import { checkRules, defaultRules } from '../../../main/domain/rules';
import { latePolicies, callings, modes, statuses, weekdays as ruleWeekdays } from '../../../main/domain/rules/choices';
import { defaultMachineSettings } from '../../../main/services/machineDefaults';
import { receptionKindSchema } from '../../../preload/contract/kiosk';
import { describe as describeRule } from '../../../renderer/desk/settings/describe';
import { groups, momentaryRules, ruleNames, ruleOfProblem, ruleTable } from '../../../renderer/desk/settings/ruleTable';
import { findRules } from '../../../renderer/desk/settings/search';
import { weekdays } from '../../../renderer/desk/settings/values';
import { editorWords, settingsWords } from '../../../renderer/text/desk/settings';
import { machineWords } from '../../../renderer/text/desk/settingsMachine';
import { ruleWords, type RuleWords } from '../../../renderer/text/desk/settingsRules';

const names = Object.keys(defaultRules).toSorted();

test('every rule has exactly one editor and words, and nothing else has', () => {
  expect([...ruleNames].toSorted()).toEqual(names);
  expect(Object.keys(ruleWords).toSorted()).toEqual(names);
});

test('every rule is said in a title and a sentence, and every number in its unit', () => {
  for (const name of ruleNames) {
    const { title, effect, unit }: RuleWords = ruleWords[name];
    expect(title, name).toMatch(/^\S.*[^.]$/);
    expect(effect, name).toMatch(/^\S.{15,}\.$/);
    expect(unit !== undefined, name).toBe(ruleTable[name].editor.kind === 'number');
  }
});

test('no two rules have the same title', () => {
  expect(new Set(ruleNames.map((name) => ruleWords[name].title)).size).toBe(ruleNames.length);
});

test('every setting of the machine has words, and nothing else has', () => {
  expect(Object.keys(machineWords).toSorted()).toEqual(Object.keys(defaultMachineSettings).toSorted());
});

test('every group has a title and holds a rule', () => {
  for (const group of groups) {
    expect(settingsWords.groupTitles[group]).not.toBe('');
    expect(
      ruleNames.some((name) => ruleTable[name].group === group),
      group,
    ).toBe(true);
  }
});

test('whatever may be chosen can be chosen', () => {
  expect(Object.keys(editorWords.latePolicy).toSorted()).toEqual([...latePolicies].toSorted());
  expect(Object.keys(editorWords.calling).toSorted()).toEqual([...callings].toSorted());
  expect(Object.keys(editorWords.mode).toSorted()).toEqual([...modes].toSorted());
  expect(Object.keys(editorWords.status).toSorted()).toEqual([...statuses].toSorted());
  expect(Object.keys(editorWords.reception).toSorted()).toEqual([...receptionKindSchema.options].toSorted());
  expect(weekdays).toEqual(ruleWeekdays);
});

describe('limits of an editor are those of the checks', () => {
  test.each(ruleNames)('%s', (name) => {
    const { editor } = ruleTable[name];
    // Rules that must fit each other are given room, so that only the limit itself is looked at.
    const roomy = { ...defaultRules, stampListAfterMinutes: 0, needsQuestionAgainDays: 0, worklistAmberMinutes: 0 };
    const wide = {
      ...roomy,
      closeListAfterMinutes: 1440,
      visitsKeptDays: 3660,
      lateLimitMinutes: 1440,
      worklistSoundMinutes: 60,
    };
    const own = (value: unknown) =>
      checkRules({
        ...wide,
        window: { earlyMinutes: 0, lateMinutes: 0 },
        nurseLedWindow: { earlyMinutes: 0, lateMinutes: 0 },
        [name]: value,
      });
    if (editor.kind === 'number') {
      expect(own(editor.least)).toEqual([]);
      expect(own(editor.most)).toEqual([]);
      expect(own(editor.least - 1)).not.toEqual([]);
      expect(own(editor.most + 1)).not.toEqual([]);
      expect(own(null).length === 0).toBe(editor.isOptional === true);
    } else if (editor.kind === 'text') {
      expect(own('x'.repeat(editor.most))).toEqual([]);
      expect(own('x'.repeat(editor.most + 1))).not.toEqual([]);
      expect(own(null).length === 0).toBe(editor.isOptional);
    } else if (editor.kind === 'texts') {
      expect(own(['x'.repeat(editor.most)])).toEqual([]);
      expect(own(['x'.repeat(editor.most + 1)])).not.toEqual([]);
    } else {
      expect(own(defaultRules[name])).toEqual([]);
    }
  });
});

describe('a sentence about a problem leads to its setting', () => {
  test.each(ruleNames)('%s', (name) => {
    const sentences = checkRules({ ...defaultRules, [name]: { no: 7 } });
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.map(ruleOfProblem)).toContain(name);
  });

  test.each([
    ['stampListAfterMinutes', { stampListAfterMinutes: 60, closeListAfterMinutes: 30 }],
    ['worklistAmberMinutes', { worklistAmberMinutes: 9, worklistSoundMinutes: 3 }],
    ['nurseLedWindow', { nurseLedWindow: { earlyMinutes: 1, lateMinutes: 90 } }],
    ['clinicianWindows', { clinicianWindows: { 'Dr Anita Rao': { earlyMinutes: 1, lateMinutes: -1 } } }],
    ['boardLines', { boardLines: [''] }],
    ['ownQuestion', { ownQuestion: { text: 'How?', choices: ['', 'No'] } }],
    [
      'receptionChoices',
      { receptionChoices: defaultRules.receptionChoices.map((one) => ({ ...one, words: 'Come back' })) },
    ],
    ['walkIn', { walkIn: { day: '2026-11-23', name: '', until: '12:00' } }],
    ['signUpClosed', { signUpClosed: { ...defaultRules.signUpClosed, monday: [{ from: '10:00', to: '08:00' }] } }],
    ['emailEndings', { emailEndings: ['gmail.com'] }],
    ['recordStatements', { recordStatements: [''] }],
    ['nhsAppLink', { nhsAppLink: 'http://www.nhs.uk/' }],
    ['startLink', { startLink: 'https://www.nhs.uk/?token=1' }],
    ['slipExpiryDays', { slipExpiryDays: 0 }],
  ])('%s, where only a part is wrong', (name, change) => {
    const sentences = checkRules({ ...defaultRules, ...change });
    expect(new Set(sentences.map(ruleOfProblem))).toEqual(new Set([name]));
  });

  test('one about nothing here leads nowhere', () => {
    expect(ruleOfProblem('There is no rule called "x".')).toBeNull();
  });
});

describe('values in words', () => {
  test('every default has some', () => {
    for (const name of ruleNames) {
      expect(describeRule(name, defaultRules[name]), name).toMatch(/^\S(?!.*(?:undefined|\[object|NaN))/);
    }
  });

  test('whatever a file holds is described without a fault', () => {
    for (const name of ruleNames) {
      for (const value of [undefined, null, 7, '', 'x', [], [null], {}, { monday: 7 }, true, [{ from: 9 }]]) {
        expect(typeof describeRule(name, value), name).toBe('string');
      }
    }
  });

  test.each<[keyof typeof ruleTable, unknown, string]>([
    ['lateLimitMinutes', 45, '45 minutes'],
    ['isSignedOff', true, 'Yes'],
    ['window', { earlyMinutes: 20, lateMinutes: 5 }, '20 minutes before to 5 after'],
    ['clinicianLatePolicies', { 'Dr Anita Rao': 'reception' }, 'Dr Anita Rao: Send to reception'],
    [
      'places',
      { 'Dr Anita Rao': { waitingArea: 'Blue chairs', room: 'Room 4' } },
      'Dr Anita Rao: Blue chairs / Room 4',
    ],
    ['ownQuestionOff', [{ from: '08:00', to: '10:30' }], '8am to 10:30am'],
    [
      'walkIn',
      { day: '2026-11-23', name: 'Flu clinic', until: '12:30' },
      'Flu clinic, Monday 23 November 2026, until 12:30pm',
    ],
    ['closedDays', ['2026-12-24'], 'Thursday 24 December 2026'],
    ['signUpPausedOn', '2026-11-23', 'Monday 23 November 2026'],
    ['signUpPausedOn', null, 'None'],
    ['slipExpiryDays', null, 'None'],
    ['slipExpiryDays', 60, '60 days'],
    ['helpPhone', '01632 960001', '01632 960001'],
    [
      'signUpClosed',
      { ...defaultRules.signUpClosed, monday: [], tuesday: [], wednesday: [], thursday: [] },
      'Friday 8am to 10am',
    ],
  ])('%s', (name, value, words) => {
    expect(describeRule(name, value)).toBe(words);
  });
});

describe('searching', () => {
  test('finds by title, effect, group and the name in files, all words together', () => {
    expect(findRules('sound before')).toEqual(['worklistSoundBeforeMinutes']);
    expect(findRules('HYGIENELINE')).toEqual(['hygieneLine']);
    expect(findRules('names boards')).toContain('areNamesOnBoard');
    expect(findRules('zebra')).toEqual([]);
  });
});

test('what says how one kiosk stands is not taken over by itself', () => {
  expect(momentaryRules).toEqual(['isSignedOff', 'isOutOfService', 'walkIn', 'signUpPausedOn']);
});
