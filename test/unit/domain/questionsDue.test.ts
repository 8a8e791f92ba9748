import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionsDue } from '../../../main/domain/questionsDue';
import { defaultRules } from '../../../main/domain/rules';
import { at } from './support/samples';

const ownQuestion = { text: 'Do you smoke?', choices: ['Yes', 'No'] };
const own = { kind: 'own', ...ownQuestion };
const needs = { kind: 'needs' };
const rules = { ...defaultRules, ownQuestion };
const nobodyKnows = { hasNeed: false, wasNeedsAsked: false };

describe('needs', () => {
  test.each([
    [true, false, false, [needs]],
    [true, true, false, []],
    [true, false, true, []],
    [true, true, true, []],
    [false, false, false, []],
  ])(
    'asked by the practice: %s, on the list: %s, asked before: %s',
    (isNeedsQuestionAsked, hasNeed, wasNeedsAsked, due) => {
      const asking = { rules: { ...defaultRules, isNeedsQuestionAsked }, now: at('11:00'), hasNeed, wasNeedsAsked };
      expect(questionsDue(asking)).toEqual(due);
    },
  );
});

describe('the practice’s own question', () => {
  test.each([
    ['07:59', true],
    ['08:00', false],
    ['09:59', false],
    ['10:00', true],
    ['23:59', true],
    ['00:00', true],
  ])('is asked at %s: %s', (time, isAsked) => {
    expect(questionsDue({ rules, now: at(time, 59), ...nobodyKnows })).toEqual(isAsked ? [needs, own] : [needs]);
  });

  test('is asked at any hour where the practice sets none', () => {
    expect(questionsDue({ rules: { ...rules, ownQuestionOff: [] }, now: at('09:00'), ...nobodyKnows })).toContainEqual(
      own,
    );
  });

  test('is the practice’s own, whatever else stands in its rule', () => {
    const odd = { kind: 'needs', ...ownQuestion };
    const due = questionsDue({
      rules: { ...rules, ownQuestion: odd },
      now: at('11:00'),
      hasNeed: true,
      wasNeedsAsked: true,
    });
    expect(due).toEqual([own]);
  });

  test('is asked of somebody whose need is known', () => {
    expect(questionsDue({ rules, now: at('11:00'), hasNeed: true, wasNeedsAsked: false })).toEqual([own]);
  });

  test.each(['2026-03-29', '2026-10-25'])('is off by what clocks show on %s too', (day) => {
    expect(questionsDue({ rules, now: at(`${day}T09:59`), ...nobodyKnows })).toEqual([needs]);
    expect(questionsDue({ rules, now: at(`${day}T10:00`), ...nobodyKnows })).toEqual([needs, own]);
  });
});

test('there are never more than two, each kind once, needs first', () => {
  const twoFlags = fc.record({
    hasNeed: fc.boolean(),
    wasNeedsAsked: fc.boolean(),
    isNeedsQuestionAsked: fc.boolean(),
  });
  fc.assert(
    fc.property(twoFlags, fc.integer({ min: 0, max: 23 }), fc.boolean(), (flags, hour, hasOwn) => {
      const due = questionsDue({
        rules: {
          ...rules,
          isNeedsQuestionAsked: flags.isNeedsQuestionAsked,
          ownQuestion: hasOwn ? ownQuestion : null,
        },
        now: at(`${String(hour).padStart(2, '0')}:30`),
        hasNeed: flags.hasNeed,
        wasNeedsAsked: flags.wasNeedsAsked,
      });
      expect([[], ['needs'], ['own'], ['needs', 'own']]).toContainEqual(due.map(({ kind }) => kind));
    }),
  );
});
