import { describe, expect, test } from 'vitest';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import type { FlowState, SendingAnswer } from '../../../renderer/kiosk/flow/state';
import { after, answer, answered, asking, askingGoodAnswer, goodAnswer, otherAnswers, screenOf } from './support';

const good = answered(asking, askingGoodAnswer);
const needs = after(good, { type: 'needsTapped' });
const no: FlowEvent = { type: 'questionAnswered', answer: { kind: 'needs', needs: [], language: null } };
const skipped = { type: 'questionAnswered', answer: { kind: 'skipped', question: 'needs' } } as const;
const own = { type: 'questionAnswered', answer: { kind: 'own', choice: 1 } } as const;

function kindsAsked(state: FlowState): string[] {
  return screenOf(state, 'ending').questions.map(({ kind }) => kind);
}

function sent(state: FlowState): readonly SendingAnswer[] {
  return screenOf(state, 'ending').sending;
}

/** Main could not keep the answer with that id, or has. */
function lost(state: FlowState, requestId: number): FlowState {
  return after(state, { type: 'requestFailed', requestId });
}
function kept(state: FlowState, requestId: number): FlowState {
  return after(state, { type: 'answerKept', requestId });
}

describe('a question after a check-in', () => {
  test('stands on the good ending, and on no other', () => {
    expect(kindsAsked(good)).toEqual(['needs', 'own']);
    expect(kindsAsked(answered(asking, goodAnswer))).toEqual([]);
    for (const other of Object.values(otherAnswers)) expect(kindsAsked(answered(asking, other))).toEqual([]);
  });

  test('is gone with one tap, and what was said is sent with the handle of the ending', () => {
    const state = after(good, own);
    expect(kindsAsked(state)).toEqual(['needs']);
    expect(screenOf(state, 'ending')).toMatchObject({
      hasAnswered: true,
      sending: [{ requestId: good.lastRequestId + 1, answer: own.answer }],
    });
    expect(state.lastRequestId).toBe(good.lastRequestId + 1);
    expect(sent(state)[0]?.handle).toBe('handle' in askingGoodAnswer && askingGoodAnswer.handle);
  });

  test('that is skipped is sent too, but nobody is thanked for it', () => {
    const state = after(good, skipped);
    expect(kindsAsked(state)).toEqual(['own']);
    expect(screenOf(state, 'ending')).toMatchObject({ hasAnswered: false, sending: [{ answer: skipped.answer }] });
  });

  test('is answered once, and only if it was asked', () => {
    const state = after(good, no);
    expect(after(state, no)).toBe(state);
    expect(after(state, skipped)).toBe(state);
    expect(after(state, { type: 'needsTapped' })).toBe(state);
    const plain = answered(asking, goodAnswer);
    for (const event of [no, skipped, own, { type: 'needsTapped' } as const]) expect(after(plain, event)).toBe(plain);
    expect(after(good, { type: 'questionAnswered', answer: { kind: 'own', choice: 2 } })).toBe(good);
  });

  test('is not needed: Finish sends nothing', () => {
    const finished = after(good, { type: 'finishTapped' });
    expect(finished.screen).toEqual({ kind: 'welcome' });
    expect(finished.lastRequestId).toBe(good.lastRequestId);
  });

  test('is kept on its way until main has it, each by its own id', () => {
    const both = after(good, no, own);
    const [first, second] = sent(both);
    expect(sent(both).map((one) => one.answer)).toEqual([no.answer, own.answer]);
    expect(first?.requestId).not.toBe(second?.requestId);
    const oneKept = kept(both, first?.requestId ?? 0);
    expect(sent(oneKept)).toEqual([second]);
    expect(kept(oneKept, first?.requestId ?? 0)).toBe(oneKept);
    expect(sent(kept(oneKept, second?.requestId ?? 0))).toEqual([]);
    expect(screenOf(kept(oneKept, second?.requestId ?? 0), 'ending').hasAnswered).toBe(true);
  });

  test('is thanked for only while none was lost: an earlier one, a later one, or behind an open question', () => {
    const both = after(good, own, no);
    const ids = sent(both).map(({ requestId }) => requestId);
    for (const id of ids) {
      const others = ids.filter((one) => one !== id);
      const state = others.reduce(kept, lost(both, id));
      expect(screenOf(state, 'ending').hasAnswered).toBe(false);
      expect(others.reduce(lost, state)).toBe(state);
    }
    const opened = after(good, own, { type: 'needsTapped' });
    const failed = lost(opened, opened.lastRequestId);
    expect(screenOf(failed, 'needs').ending).toMatchObject({ hasAnswered: false, sending: [] });
    const later = after(failed, { type: 'needToggled', need: 'braille' }, { type: 'continueTapped' });
    expect(screenOf(later, 'ending').hasAnswered).toBe(false);
  });

  test('leaves with the visit, and what main says of it then changes nothing', () => {
    const finished = after(good, no, own, { type: 'finishTapped' });
    expect(finished.screen).toEqual({ kind: 'welcome' });
    expect(lost(finished, finished.lastRequestId)).toBe(finished);
    expect(kept(finished, finished.lastRequestId)).toBe(finished);
  });

  test('leaves time to think: every touch starts the time anew, and never takes any away', () => {
    const touched = after(good, { type: 'tick', milliseconds: 14_000 }, { type: 'touched' });
    expect(screenOf(touched, 'ending').remainingMilliseconds).toBe(15_000);
    const longer = after(good, { type: 'moreTimeTapped' }, { type: 'touched' });
    expect(screenOf(longer, 'ending').remainingMilliseconds).toBe(45_000);
    const answeredOne = after(good, { type: 'tick', milliseconds: 14_000 }, no);
    expect(screenOf(answeredOne, 'ending').remainingMilliseconds).toBe(15_000);
  });

  test('does not keep an ending standing once it is answered', () => {
    const done = after(good, no, own, { type: 'tick', milliseconds: 14_000 }, { type: 'touched' });
    expect(screenOf(done, 'ending').remainingMilliseconds).toBe(1_000);
  });

  test('whose answer could not be kept is not thanked for; who asked for help is sent to ask for it', () => {
    const helped = after(needs, { type: 'needToggled', need: 'braille' }, { type: 'continueTapped' });
    const failed = after(helped, { type: 'requestFailed', requestId: helped.lastRequestId });
    expect(screenOf(failed, 'ending')).toMatchObject({ hasAnswered: false, isReceptionNext: true });
    expect(screenOf(failed, 'ending').ending.kind).toBe('checkedIn');
    const other = after(good, own);
    expect(screenOf(after(other, { type: 'requestFailed', requestId: other.lastRequestId }), 'ending')).toMatchObject({
      hasAnswered: false,
      isReceptionNext: false,
    });
    expect(after(other, { type: 'requestFailed', requestId: good.lastRequestId })).toBe(other);
  });
});

describe('"Which help do you need?"', () => {
  test('takes and gives back each kind', () => {
    const chosen = after(
      needs,
      { type: 'needToggled', need: 'largePrint' },
      { type: 'needToggled', need: 'moreTime' },
      { type: 'needToggled', need: 'largePrint' },
    );
    expect(screenOf(chosen, 'needs').chosen).toEqual(['moreTime']);
  });

  test('asks the language with an interpreter, one the practice offers, and forgets it with them', () => {
    const urdu = { type: 'languageChosen', language: 'اردو' } as const;
    expect(after(needs, urdu)).toBe(needs);
    const interpreter = after(needs, { type: 'needToggled', need: 'interpreter' });
    expect(after(interpreter, { type: 'languageChosen', language: 'Klingon' })).toBe(interpreter);
    const chosen = after(interpreter, urdu);
    expect(screenOf(chosen, 'needs').language).toBe('اردو');
    expect(screenOf(after(chosen, { type: 'needToggled', need: 'interpreter' }), 'needs').language).toBeNull();
    const [urduSent] = sent(after(chosen, { type: 'continueTapped' }));
    expect(urduSent?.answer).toEqual({ kind: 'needs', needs: ['interpreter'], language: 'اردو' });
  });

  test('takes another language than those offered, which leaves the interpreter asked for', () => {
    const another = { type: 'languageChosen', language: null } as const;
    expect(after(needs, another)).toBe(needs);
    const urdu = { type: 'languageChosen', language: 'اردو' } as const;
    const chosen = after(needs, { type: 'needToggled', need: 'interpreter' }, urdu, another);
    expect(screenOf(chosen, 'needs').language).toBeNull();
    const [anotherSent] = sent(after(chosen, { type: 'continueTapped' }));
    expect(anotherSent?.answer).toEqual({ kind: 'needs', needs: ['interpreter'], language: null });
  });

  test('with nothing chosen is no answer: the question stays open, and nothing is sent', () => {
    expect(after(needs, { type: 'continueTapped' })).toEqual(good);
    const back = after(needs, { type: 'needToggled', need: 'braille' }, { type: 'needToggled', need: 'braille' });
    const state = after(back, { type: 'continueTapped' });
    expect(kindsAsked(state)).toEqual(['needs', 'own']);
    expect(sent(state)).toEqual([]);
    expect(state.lastRequestId).toBe(good.lastRequestId);
  });

  test('leads back to the ending as it was, with time to read on', () => {
    const late = after(good, { type: 'tick', milliseconds: 14_000 }, { type: 'needsTapped' });
    expect(after(late, { type: 'tick', milliseconds: 30_000 }, { type: 'backTapped' })).toEqual(good);
  });

  test('turns quiet like any question, and then the visit is over', () => {
    const warned = after(needs, { type: 'tick', milliseconds: 60_000 });
    expect(warned.warningMilliseconds).toBe(20_000);
    expect(after(warned, { type: 'tick', milliseconds: 20_000 }).screen).toEqual({ kind: 'welcome' });
    expect(after(warned, { type: 'startAgainTapped' }).screen).toEqual({ kind: 'welcome' });
  });

  test('never lets somebody who is checked in read that they are not', () => {
    const reception = screenOf(after(needs, { type: 'receptionTapped' }), 'ending');
    expect(reception.ending).toEqual(askingGoodAnswer);
    expect(reception.isReceptionNext).toBe(true);
    expect(screenOf(after(needs, { type: 'helpTapped' }), 'helpCalled').wasCheckInLeft).toBe(false);
  });
});

test('an ending for somebody already checked in asks as well', () => {
  const already = answer({ ...askingGoodAnswer, kind: 'alreadyCheckedIn' });
  expect(kindsAsked(answered(asking, already))).toEqual(['needs', 'own']);
});
