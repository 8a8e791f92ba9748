import { describe, expect, test } from 'vitest';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import { soundOf } from '../../../renderer/kiosk/flow/sounds';
import { after, requestIdOf, screenOf, told, welcome } from './support';
import {
  adult,
  at,
  begun,
  born,
  carer,
  draftId,
  holder,
  invited,
  pageOf,
  reference,
  screen,
  sent,
} from './signUpSupport';
import { signUpTapped, taken, walk } from './signUpSupport';

const onward: FlowEvent = { type: 'continueTapped' };
const send: FlowEvent = { type: 'sendTapped' };
const talkFirst: FlowEvent = { type: 'talkFirstTapped' };
const check = at('check');
const sending = after(check, send);
const child = { ...adult, dateOfBirth: born('1', '2', '2018') };

/** Each page of each kind of application, as somebody comes by it. */
const everyPage: [string, FlowState][] = [
  ...pagesOf('me', adult, begun),
  ...pagesOf('someone else', carer, begun),
  ...pagesOf('an account', holder, begun),
  ...pagesOf('a child', child, begun),
  ...pagesOf('a young asker', { ...carer, dateOfBirth: born('1', '2', '2012') }, begun),
  ...pagesOf('me after check-in', adult, after(invited, signUpTapped)),
];

function pagesOf(kind: string, answers: typeof adult, start: FlowState): [string, FlowState][] {
  const pages = [...new Set(walk(start, answers).pages)];
  return pages.map((page) => [`${page} for ${kind}`, at(page, answers, start)]);
}

/** What somebody typed or chose in these walks, and the name of their draft. */
const words = [
  draftId,
  ...'Zephyrine|Quillon|1977|1941|Isolde|Vanterpool|999 000|Wrenfield|Ambleford|LS6|zephyrine@example'.split('|'),
  ...'07700|attorney|changeOrStop|interpreter|"record"'.split('|'),
];
const traces = new RegExp(words.join('|'));

function held(state: FlowState): string {
  const { service: _service, ...rest } = state;
  return JSON.stringify(rest);
}

test.each(words)('a draft holds what these tests look for: %s', (word) => {
  expect(everyPage.some(([, state]) => held(state).includes(word))).toBe(true);
});

describe('sending', () => {
  test('ends with the reference, three times as long as other endings', () => {
    expect(taken(sending).screen).toEqual({
      kind: 'signUpEnding',
      reference,
      paper: { state: 'none' },
      remainingMilliseconds: 45_000,
    });
    expect(held(taken(sending))).not.toMatch(traces);
  });

  test('of anything at all ends with the same screen for the same time: nobody who looks on learns what it was', () => {
    const ways = [
      sending,
      after(at('recordTopics'), talkFirst),
      after(at('statement'), { type: 'statementAgreed' }, talkFirst),
      after(at('check', carer), send),
      after(at('check', holder), send),
      after(at('underEleven', child), onward),
    ];
    const first = taken(sending);
    for (const way of ways) {
      expect(way.screen.kind).toBe('sendingApplication');
      expect(taken(way).screen).toEqual(first.screen);
      expect(soundOf(way, taken(way))).toBe(soundOf(sending, first));
    }
  });

  test('by who would rather talk to someone first agrees to nothing, whatever was agreed to before', () => {
    for (const state of [at('recordTopics'), after(at('statement'), { type: 'statementAgreed' })]) {
      expect(sent(after(state, talkFirst))).toMatchObject({
        kind: 'self',
        agreed: null,
        wantsToTalk: true,
        services: ['appointments', 'record'],
        needs: { kinds: [], language: null },
      });
    }
    for (const state of [check, at('services')]) expect(after(state, talkFirst)).toBe(state);
  });

  test('is not tapped anywhere but on the check', () => {
    for (const [, state] of everyPage) if (pageOf(state) !== 'check') expect(after(state, send)).toBe(state);
  });

  test('opens what has become wrong instead: here the day has changed under a date of birth', () => {
    const born23 = at('check', { ...adult, dateOfBirth: born('24', '11', '2010') });
    const yesterday = told(born23, { today: '2010-11-23' });
    const opened = after(yesterday, send);
    expect(pageOf(opened)).toBe('dateOfBirth');
    expect(screen(opened).problems.length).toBeGreaterThan(0);
  });

  test('that fails says so without a reference, and drops the draft', () => {
    const failed = after(sending, { type: 'requestFailed', requestId: requestIdOf(sending) });
    expect(failed.screen).toEqual({ kind: 'signUpStopped', why: 'failed', remainingMilliseconds: 15_000 });
    expect(failed.visitNumber).toBe(sending.visitNumber);
    expect(held(failed)).not.toMatch(traces);
  });

  test('that is given up or takes too long tells main that nobody waits any more', () => {
    for (const way of [{ type: 'receptionTapped' }, { type: 'tick', milliseconds: 5_000 }] satisfies FlowEvent[]) {
      const left = after(sending, way);
      expect(left.screen).toMatchObject({ kind: 'signUpStopped', why: 'failed' });
      expect(left.visitNumber).toBe(sending.visitNumber + 1);
      expect(left.visitorNumber).toBe(sending.visitorNumber);
      expect(after(left, { type: 'applicationSent', requestId: requestIdOf(sending), reference })).toBe(left);
    }
  });

  test('takes no answer to another request', () => {
    const other = { requestId: requestIdOf(sending) + 1 };
    expect(after(sending, { type: 'applicationSent', reference, ...other })).toBe(sending);
    expect(after(sending, { type: 'statementsChanged', ...other })).toBe(sending);
    expect(after(check, { type: 'applicationSent', requestId: check.lastRequestId, reference })).toBe(check);
  });

  test('what can hold no agreement fails where main speaks of statements: nobody is sent round in a circle', () => {
    const asked = after(at('check', holder), send);
    const answered = after(asked, { type: 'statementsChanged', requestId: requestIdOf(asked) });
    expect(answered.screen).toMatchObject({ kind: 'signUpStopped', why: 'failed' });
  });
});

describe.each(everyPage)('the page %s', (_page, state) => {
  test('asks whether they need more time, goes on with one tap, and clears itself', () => {
    const warned = after(state, { type: 'tick', milliseconds: 60_000 });
    expect(warned.warningMilliseconds).toBe(20_000);
    expect(pageOf(after(warned, { type: 'moreTimeTapped' }))).toBe(pageOf(state));
    expect(after(warned, { type: 'startAgainTapped' }).screen).toEqual({ kind: 'welcome' });
    const over = after(warned, { type: 'tick', milliseconds: 20_000 });
    expect(over.screen).toEqual({ kind: 'welcome' });
    expect(held(over)).not.toMatch(traces);
  });

  test('leaves nothing of the draft behind, whatever ends it', () => {
    const ends: FlowState[] = [
      ...(['idle', 'staff', 'crashed', 'outOfService'] as const).map((type) => after(state, { type })),
      told(state, { service: { state: 'outOfService' } }),
      told(state, { service: { state: 'cleaning', secondsLeft: 30 } }),
      told(state, { visitsEnded: 1 }),
      told(state, { signUp: { state: 'paused' } }),
      told(state, { signUp: { state: 'off' } }),
      after(state, { type: 'receptionTapped' }),
      after(state, { type: 'helpTapped' }),
    ];
    for (const end of ends) {
      expect(end.screen.kind).toMatch(/^(welcome|signUpStopped|helpCalled)$/);
      expect(held(end)).not.toMatch(traces);
    }
  });

  test('has a way to reception that never speaks of check-in, and help that does not either', () => {
    expect(after(state, { type: 'receptionTapped' }).screen).toMatchObject({ kind: 'signUpStopped', why: 'reception' });
    expect(screenOf(after(state, { type: 'helpTapped' }), 'helpCalled').wasCheckInLeft).toBe(false);
  });
});

describe('staff', () => {
  test('who pause sign-up stop it at once, but not what is being sent', () => {
    expect(told(check, { signUp: { state: 'paused' } }).screen).toMatchObject({
      kind: 'signUpStopped',
      why: 'stopped',
    });
    const waiting = told(sending, { signUp: { state: 'paused' } });
    expect(waiting.screen).toBe(sending.screen);
    expect(taken(waiting).screen.kind).toBe('signUpEnding');
    const changed = after(waiting, { type: 'statementsChanged', requestId: requestIdOf(waiting) });
    expect(changed.screen).toMatchObject({ kind: 'signUpStopped', why: 'stopped' });
  });

  test('need not be there for somebody to finish when sign-up or the practice closes by the hour', () => {
    for (const news of [
      { signUp: { state: 'closed', opens: null } },
      { service: { state: 'closedHours', opens: null } },
    ]) {
      const closed = told(check, news);
      expect(closed.screen).toBe(check.screen);
      expect(taken(after(closed, send)).screen.kind).toBe('signUpEnding');
    }
  });

  test('who wipe the glass leave a reference to be read', () => {
    const ended = taken(sending);
    expect(told(ended, { service: { state: 'cleaning', secondsLeft: 30 } }).screen).toBe(ended.screen);
  });
});

describe('an ending of sign-up', () => {
  const stopped = after(check, { type: 'receptionTapped' });

  test.each([
    ['with a reference', taken(sending)],
    ['without one', stopped],
  ])('%s leads to a check-in or to Welcome, with nothing of the draft', (_what, ended) => {
    const other = after(ended, { type: 'displayToggled', setting: 'isContrastHigh' }, { type: 'someoneElseTapped' });
    expect(screenOf(other, 'dateOfBirth').entry).toEqual({ day: '', month: '', year: '' });
    expect(other.display.isContrastHigh).toBe(true);
    expect(after(ended, { type: 'finishTapped' })).toMatchObject({
      screen: { kind: 'welcome' },
      display: welcome.display,
    });
    expect(after(ended, { type: 'tick', milliseconds: 45_000 }).screen).toEqual({ kind: 'welcome' });
    expect(screenOf(after(ended, { type: 'helpTapped' }), 'helpCalled').wasCheckInLeft).toBe(false);
  });
});
