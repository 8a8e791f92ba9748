import { describe, expect, test } from 'vitest';
import { canTryAgainNow } from '../../../renderer/kiosk/flow/service';
import {
  after,
  answer,
  answered,
  asking,
  comeInHandle,
  dateOfBirth,
  goodAnswer,
  otherAnswers,
  readySnapshot,
  requestIdOf,
  screenOf,
  told,
  welcome,
} from './support';

describe('a visit', () => {
  test('asks main with the date of birth and the letter, and nothing else', () => {
    expect(screenOf(asking, 'asking').claim).toEqual({ by: 'letter', dateOfBirth: '1977-05-14', letter: 'K' });
  });

  test('ends with the answer to its own request', () => {
    const state = after(asking, { type: 'answerArrived', requestId: requestIdOf(asking), answer: goodAnswer });
    expect(screenOf(state, 'ending').ending).toEqual(goodAnswer);
  });

  test('does not begin while check-in is closed', () => {
    const closed = after(welcome, {
      type: 'snapshotArrived',
      snapshot: readySnapshot({ revision: 2, checkIn: { state: 'closed', reason: 'noList' } }),
    });
    expect(after(closed, { type: 'checkInTapped' }).screen.kind).toBe('welcome');
  });

  test('asks the postcode when main asks for it, and sends all three', () => {
    const postcode = after(asking, {
      type: 'answerArrived',
      requestId: requestIdOf(asking),
      answer: answer({ kind: 'askPostcode' }),
    });
    const again = after(postcode, { type: 'fieldTyped', text: 'ls6 5rt' }, { type: 'continueTapped' });
    expect(screenOf(again, 'asking').claim).toEqual({
      by: 'letter',
      dateOfBirth: '1977-05-14',
      letter: 'K',
      postcode: 'LS65RT',
    });
    expect(requestIdOf(again)).toBeGreaterThan(requestIdOf(asking));
  });

  test('is not asked for the postcode for ever', () => {
    const askPostcode = answer({ kind: 'askPostcode' });
    const second = after(
      asking,
      { type: 'answerArrived', requestId: requestIdOf(asking), answer: askPostcode },
      { type: 'fieldTyped', text: 'LS6 5RT' },
      { type: 'continueTapped' },
    );
    const state = after(second, { type: 'answerArrived', requestId: requestIdOf(second), answer: askPostcode });
    expect(screenOf(state, 'ending').ending).toEqual({ kind: 'reception' });
  });

  test('goes back with what was typed, and from the first question to Welcome', () => {
    const letter = after(welcome, { type: 'checkInTapped' }, ...dateOfBirth('14', '5', '1977'));
    const date = after(letter, { type: 'backTapped' });
    expect(screenOf(date, 'dateOfBirth').entry).toEqual({ day: '14', month: '5', year: '1977' });
    expect(after(date, { type: 'backTapped' }).screen).toEqual({ kind: 'welcome' });
  });

  test('stays on a question with a problem, keeps what was typed, and finds the problem afresh each time', () => {
    const wrong = after(welcome, { type: 'checkInTapped' }, ...dateOfBirth('31', '2', '1984'));
    const screen = screenOf(wrong, 'dateOfBirth');
    expect(screen.problem?.problem).toBe('notRealDate');
    expect(screen.entry).toEqual({ day: '31', month: '2', year: '1984' });
    expect(screenOf(after(wrong, { type: 'continueTapped' }), 'dateOfBirth').problem).not.toBe(screen.problem);
  });
});

describe('a "no"', () => {
  const refused = after(asking, {
    type: 'answerArrived',
    requestId: requestIdOf(asking),
    answer: answer({ kind: 'reception' }),
  });

  test('is the same whether main found nobody, failed, or did not answer in time', () => {
    const failed = after(asking, { type: 'requestFailed', requestId: requestIdOf(asking) });
    const late = after(asking, { type: 'tick', milliseconds: 15_000 });
    expect(failed).toEqual(refused);
    // Only main is told that nobody waits for that answer any more.
    expect({ ...late, visitNumber: refused.visitNumber }).toEqual(refused);
  });

  test('offers Try again only while check-in is open', () => {
    expect(canTryAgainNow(refused)).toBe(true);
    expect(canTryAgainNow(after(refused, { type: 'tryAgainTapped' }))).toBe(false);
    const closed = told(refused, { checkIn: { state: 'closed', reason: 'nobodyKnows' } });
    expect(canTryAgainNow(closed)).toBe(false);
    expect(after(closed, { type: 'tryAgainTapped' })).toBe(closed);
    expect(canTryAgainNow(told(closed, {}))).toBe(true);
  });

  test('offers one Try again, which asks date of birth and postcode; the second offers none', () => {
    expect(screenOf(refused, 'ending').canTryAgain).toBe(true);
    const date = after(refused, { type: 'tryAgainTapped' });
    expect(screenOf(date, 'dateOfBirth').entry).toEqual({ day: '', month: '', year: '' });
    const second = after(
      date,
      ...dateOfBirth('14', '5', '1977'),
      { type: 'fieldTyped', text: 'LS6 5RT' },
      { type: 'continueTapped' },
    );
    expect(screenOf(second, 'asking').claim).toEqual({ by: 'postcode', dateOfBirth: '1977-05-14', postcode: 'LS65RT' });
    const no = after(second, {
      type: 'answerArrived',
      requestId: requestIdOf(second),
      answer: answer({ kind: 'reception' }),
    });
    expect(screenOf(no, 'ending').canTryAgain).toBe(false);
    expect(after(no, { type: 'tryAgainTapped' })).toBe(no);
  });

  test('is not what "I do not know" counts as, though it ends at reception too', () => {
    const unknown = after(welcome, { type: 'checkInTapped' }, { type: 'unknownTapped' });
    expect(screenOf(unknown, 'ending')).toMatchObject({ ending: { kind: 'reception' }, canTryAgain: false });
    const next = after(unknown, { type: 'someoneElseTapped' }, ...dateOfBirth('14', '5', '1977'));
    expect(next.screen.kind).toBe('letter');
  });

  test('lets somebody else check in, who gets a Try again of their own', () => {
    const other = after(refused, { type: 'someoneElseTapped' });
    expect(screenOf(other, 'dateOfBirth')).toMatchObject({ attempt: 'first', entry: { day: '', month: '', year: '' } });
    expect(other.visitNumber).toBe(refused.visitNumber + 1);
  });
});

describe('a good ending', () => {
  const good = after(asking, { type: 'answerArrived', requestId: requestIdOf(asking), answer: goodAnswer });

  test('can be disputed, which ends at reception whether or not main answers', () => {
    const disputing = after(good, { type: 'notMineTapped' });
    const requestId = requestIdOf(disputing);
    for (const event of [{ type: 'disputeEnded', requestId } as const, { type: 'requestFailed', requestId } as const]) {
      expect(screenOf(after(disputing, event), 'ending')).toMatchObject({
        ending: { kind: 'reception' },
        canTryAgain: false,
      });
    }
    expect(screenOf(after(disputing, { type: 'tick', milliseconds: 5_000 }), 'ending').ending.kind).toBe('reception');
  });

  test('cannot be disputed from any other ending', () => {
    for (const other of Object.values(otherAnswers)) {
      const ended = answered(asking, other);
      expect(after(ended, { type: 'notMineTapped' })).toBe(ended);
    }
  });
});

describe('an appointment that is not in person', () => {
  test.each(['byPhone', 'byVideo', 'homeVisit'] as const)(
    'lets a patient say that they were asked to come in (%s): reception, whether or not main answers',
    (kind) => {
      const coming = after(answered(asking, otherAnswers[kind]), { type: 'askedToComeTapped' });
      const { requestId, handle } = screenOf(coming, 'comingIn');
      expect(handle).toBe(comeInHandle);
      for (const state of [
        after(coming, { type: 'comeInEnded', requestId }),
        after(coming, { type: 'requestFailed', requestId }),
        after(coming, { type: 'tick', milliseconds: 5_000 }),
        after(coming, { type: 'receptionTapped' }),
      ]) {
        expect(screenOf(state, 'ending')).toMatchObject({ ending: { kind: 'reception' }, canTryAgain: false });
      }
    },
  );

  test('is the only one of which that can be said', () => {
    for (const other of [
      goodAnswer,
      otherAnswers.tooEarly,
      otherAnswers.tooLate,
      otherAnswers.otherSite,
      otherAnswers.reception,
    ]) {
      const ended = answered(asking, other);
      expect(after(ended, { type: 'askedToComeTapped' })).toBe(ended);
    }
  });
});

test('a patient who is too late is told so, and is offered no Try again', () => {
  expect(screenOf(answered(asking, otherAnswers.tooLate), 'ending')).toMatchObject({
    ending: { kind: 'tooLate' },
    canTryAgain: false,
  });
});

describe('waiting for main', () => {
  test('is not longer than the patient wants: reception, and the answer that comes later is not shown', () => {
    const left = after(asking, { type: 'receptionTapped' });
    expect(screenOf(left, 'ending')).toMatchObject({ ending: { kind: 'reception' }, canTryAgain: false });
    const late = { type: 'answerArrived', requestId: requestIdOf(asking), answer: goodAnswer } as const;
    expect(after(left, late)).toBe(left);
  });

  test('is longer than an attempt limit may hold a claim', () => {
    expect(after(asking, { type: 'tick', milliseconds: 12_000 }).screen.kind).toBe('asking');
  });
});

describe('help', () => {
  test('says call out to staff at once, and goes on saying so when main fails', () => {
    const called = after(welcome, { type: 'helpTapped' });
    const failed = after(called, { type: 'requestFailed', requestId: requestIdOf(called) });
    expect(screenOf(called, 'helpCalled').isKnown).toBe(false);
    expect(screenOf(failed, 'helpCalled').isKnown).toBe(false);
  });

  test('tells a patient who broke off their check-in that they are not checked in, and nobody else', () => {
    const fromQuestion = after(welcome, { type: 'checkInTapped' }, { type: 'helpTapped' });
    const good = after(asking, { type: 'answerArrived', requestId: requestIdOf(asking), answer: goodAnswer });
    expect(screenOf(fromQuestion, 'helpCalled').wasCheckInLeft).toBe(true);
    expect(screenOf(after(good, { type: 'helpTapped' }), 'helpCalled').wasCheckInLeft).toBe(false);
    expect(screenOf(after(asking, { type: 'helpTapped' }), 'helpCalled').wasCheckInLeft).toBe(false);
  });
});
